using System.Globalization;
using System.Text.Json;
using CseMapper.Passages.Storage;

namespace CseMapper.App.Configuration;

/// <summary>Collects the faults of a settings file, to tell them all at once.</summary>
/// <param name="name">The file's name.</param>
internal sealed class SettingsFaults(string name)
{
    private readonly List<(int Line, string Text)> _faults = [];

    public void Add(JsonItem at, string fault) =>
        _faults.Add((at.Line, string.Create(CultureInfo.InvariantCulture, $"{name}:{at.Line}: {fault}")));

    public void ThrowIfAny()
    {
        if (_faults.Count > 0)
        {
            throw new SettingsException(
                string.Join('\n', _faults.OrderBy(fault => fault.Line).Select(fault => fault.Text))
            );
        }
    }

    /// <summary>Names every property that is not known, with the known one it resembles.</summary>
    public void CheckNames(JsonItem item, string path, params ReadOnlySpan<string> known)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach ((string property, JsonItem value) in item.Properties)
        {
            string full = path.Length == 0 ? property : $"{path}.{property}";
            // An editor's schema reference is nobody's setting.
            if (property == "$schema")
                continue;
            if (!known.Contains(property))
                Add(value, $"\"{full}\" is not a setting; {Advice(property, known)}");
            else if (!seen.Add(property))
                Add(value, $"\"{full}\" stands twice.");
        }
    }

    private static string Advice(string property, ReadOnlySpan<string> known) =>
        Likeness.Nearest(property, known.ToArray()) is { } nearest
            ? $"did you mean \"{nearest}\"?"
            : $"known here are {string.Join(", ", known!)}.";
}

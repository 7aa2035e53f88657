using System.Globalization;
using System.Text.Json;
using CseMapper.Criteria;

namespace CseMapper.App.Configuration;

/// <summary>Collects the faults of a settings file, to tell them all at once.</summary>
/// <param name="name">The file's name.</param>
internal sealed class SettingsFaults(string name)
{
    private readonly List<(int Line, string Text)> _faults = [];

    public void Add(JsonItem at, string fault) => _faults.Add((at.Line, string.Create(CultureInfo.InvariantCulture, $"{name}:{at.Line}: {fault}")));

    public void ThrowIfAny()
    {
        if (_faults.Count > 0) throw new SettingsException(string.Join('\n', _faults.OrderBy(fault => fault.Line).Select(fault => fault.Text)));
    }

    /// <summary>Names every property that is not known, with the known one it resembles.</summary>
    public void CheckNames(JsonItem item, string path, params ReadOnlySpan<string> known)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach ((string property, JsonItem value) in item.Properties)
        {
            string full = path.Length == 0 ? property : $"{path}.{property}";
            // An editor's schema reference is nobody's setting.
            if (property == "$schema") continue;
            if (!known.Contains(property)) Add(value, $"\"{full}\" is not a setting; {Advice(property, known)}");
            else if (!seen.Add(property)) Add(value, $"\"{full}\" stands twice.");
        }
    }

    private static string Advice(string property, ReadOnlySpan<string> known)
    {
        string? nearest = null;
        int least = Math.Max(2, property.Length / 3) + 1;
        foreach (string name in known)
        {
            int distance = Distance(property.ToLowerInvariant(), name.ToLowerInvariant());
            if (distance < least) (nearest, least) = (name, distance);
        }
        return nearest is null ? $"known here are {string.Join(", ", known!)}." : $"did you mean \"{nearest}\"?";
    }

    /// <summary>Edit distance with swapped neighbours (Damerau, 1964, restricted).</summary>
    private static int Distance(string left, string right)
    {
        int[,] cost = new int[left.Length + 1, right.Length + 1];
        for (int i = 0; i <= left.Length; i++) cost[i, 0] = i;
        for (int j = 0; j <= right.Length; j++) cost[0, j] = j;
        for (int i = 1; i <= left.Length; i++)
        {
            for (int j = 1; j <= right.Length; j++)
            {
                int change = left[i - 1] == right[j - 1] ? 0 : 1;
                cost[i, j] = Math.Min(Math.Min(cost[i - 1, j] + 1, cost[i, j - 1] + 1), cost[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }
        }
        return cost[left.Length, right.Length];
    }
}

using System.Text.Json;
using CseMapper.Passages.Storage;

namespace CseMapper.App.Configuration;

/// <summary>Reads <c>csemapper.json</c> (docs/settings.md describes it) whole, so that one message names all faults
/// with their lines.</summary>
public static class SettingsFile
{
    /// <summary>The settings of a folder: those of its <c>csemapper.json</c>, the defaults where it has none.</summary>
    /// <param name="folder">The folder in which the file would lie.</param>
    /// <exception cref="SettingsException">The file is faulty.</exception>
    public static Settings LoadFrom(string folder)
    {
        string path = Path.Combine(folder, Settings.FileName);
        return File.Exists(path) ? Load(path) : Settings.Default;
    }

    /// <summary>Reads a settings file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="SettingsException">The file is missing or faulty.</exception>
    public static Settings Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        JsonItem root = Parse(path);
        SettingsFaults faults = new(Path.GetFileName(path));
        SettingsReader reader = new(faults, Path.GetDirectoryName(Path.GetFullPath(path))!);
        Settings settings = reader.Read(root);
        faults.ThrowIfAny();
        return settings;
    }

    private static JsonItem Parse(string path)
    {
        try
        {
            return JsonItem.Parse(File.ReadAllBytes(path));
        }
        catch (JsonException fault)
        {
            throw new SettingsException(
                $"{Path.GetFileName(path)}:{fault.LineNumber + 1}: this is not JSON: {JsonItem.Describe(fault)}"
            );
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"The settings file cannot be read: {fault.Message}");
        }
    }
}

using System.Security.Cryptography;
using System.Text.Json;
using CseMapper.Passages.Storage;

namespace CseMapper.Matching.Criteria;

/// <summary>
/// The file that holds a standard (criteria/README.md documents its format): read and checked whole, so that one
/// message names all faults with file and line.
/// </summary>
public static class CriteriaFile
{
    /// <summary>The format's name, first property of every criteria file.</summary>
    public const string FormatName = "csemapper-criteria";

    /// <summary>The version this program writes; it reads this one and all before it.</summary>
    public const int FormatVersion = 1;

    /// <summary>Where the built-in standard lies beside the program.</summary>
    public static string BuiltInPath => Path.Combine(AppContext.BaseDirectory, "criteria", "cse.json");

    /// <summary>Reads a standard.</summary>
    /// <param name="path">The file; null for the built-in standard.</param>
    /// <exception cref="CriteriaFileException">The file is missing or faulty.</exception>
    public static Standard Load(string? path = null) => Load(path ?? BuiltInPath, []);

    private static Standard Load(string path, HashSet<string> seen)
    {
        if (!seen.Add(Path.GetFullPath(path)))
            throw new CriteriaFileException($"{path}: extends itself.");
        byte[] bytes = ReadAll(path);
        CriteriaFaults faults = new(path);
        JsonItem root = Parse(path, bytes);
        string fingerprint = Convert.ToHexStringLower(SHA256.HashData(bytes));
        CheckFormat(root, faults);
        faults.ThrowIfAny();
        Standard standard = root["extends"] is { } below
            ? new OverlayReader(faults).Read(root, Load(PathOf(below.Text, path), seen), fingerprint)
            : new StandardReader(faults).Read(root, fingerprint);
        faults.ThrowIfAny();
        return standard;
    }

    /// <summary>"cse" is the built-in standard, anything else a file beside the one that names it.</summary>
    private static string PathOf(string extends, string from) =>
        extends == "cse" ? BuiltInPath : Path.Combine(Path.GetDirectoryName(Path.GetFullPath(from))!, extends);

    private static byte[] ReadAll(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CriteriaFileException($"{path}: cannot be read: {fault.Message}");
        }
    }

    private static JsonItem Parse(string path, byte[] bytes)
    {
        try
        {
            return JsonItem.Parse(bytes);
        }
        catch (JsonException fault)
        {
            throw new CriteriaFileException(
                $"{path}:{fault.LineNumber + 1}: this is not JSON: {JsonItem.Describe(fault)}"
            );
        }
    }

    private static void CheckFormat(JsonItem root, CriteriaFaults faults)
    {
        if (root["format"]?.Text != FormatName)
        {
            faults.Add(root, $"not a criteria file: its first property must be \"format\": \"{FormatName}\".");
        }
        else if (root["version"] is not { Kind: JsonValueKind.Number } version)
        {
            faults.Add(root, $"\"version\" is missing; write \"version\": {FormatVersion}.");
        }
        else if (version.Number is < 1 or > FormatVersion)
        {
            faults.Add(
                version,
                $"version {version.Number} is not known; this program reads up to version {FormatVersion}."
            );
        }
    }
}

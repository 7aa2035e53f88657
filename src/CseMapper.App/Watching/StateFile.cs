using System.Text.Json;
using CseMapper.Passages.Storage;

namespace CseMapper.App.Watching;

/// <summary>Small JSON files in the cache that tell other processes something; none of them is needed for a
/// run.</summary>
internal static class StateFile
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Write<T>(string path, T value)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            WriteOrThrow(path, value);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // A full disk or a read-only folder is told where it matters.
        }
    }

    /// <summary>The same for one that must not be missed.</summary>
    /// <exception cref="OutputFileException">It cannot be written.</exception>
    public static void WriteOrThrow<T>(string path, T value) =>
        AtomicFile.Write(path, stream => JsonSerializer.Serialize(stream, value, _options), CancellationToken.None);

    public static T? Read<T>(string path)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(path), _options);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    public static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // It says at what time it was written.
        }
    }
}

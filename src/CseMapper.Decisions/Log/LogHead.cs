using System.Buffers;
using System.Globalization;
using System.Text.Json;
using CseMapper.Documents.Files;

namespace CseMapper.Decisions.Log;

/// <summary>Names the state of a decision log: kept outside it, it tells later whether lines were cut off its end or all
/// of it was written anew, which the chain itself cannot tell.</summary>
/// <param name="Lines">How many lines it has, empty ones not counted.</param>
/// <param name="Hash">SHA-256 in hex over the last line and, as hex before it, the same of the lines before.</param>
public sealed record LogHead(int Lines, string Hash)
{
    private const string FileName = "decisions.head";

    /// <summary>More than stands before the head in a mapping.</summary>
    private const int MappingStart = 16 * 1024;

    /// <summary>The head of a log without a line.</summary>
    public static LogHead None { get; } = new(0, LogLines.FirstHash);

    /// <summary>Reads what the cache of an output folder remembers: the longest log that was seen there.</summary>
    /// <param name="outputFolder">The folder of the log.</param>
    /// <returns>Null where nothing readable is remembered.</returns>
    internal static KnownHead? InCache(string outputFolder)
    {
        string path = PathIn(outputFolder);
        try
        {
            string[] parts = File.ReadAllText(path).Trim().Split(' ');
            return
                parts is [var lines, { Length: 64 } hash]
                && int.TryParse(lines, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
                ? new KnownHead(new LogHead(count, hash), "the cache", File.GetLastWriteTimeUtc(path))
                : null;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Reads which log the mapping in an output folder was made with.</summary>
    /// <param name="path">The mapping's file.</param>
    /// <returns>Null where there is none, or where it names no log.</returns>
    internal static KnownHead? InMapping(string path)
    {
        byte[] start = ArrayPool<byte>.Shared.Rent(MappingStart);
        try
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            int read = stream.ReadAtLeast(start, MappingStart, throwOnEndOfStream: false);
            return Find(start.AsSpan(0, read)) is { } head
                ? new KnownHead(head, "the mapping", File.GetLastWriteTimeUtc(path))
                : null;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(start);
        }
    }

    /// <summary>Remembers it in the cache of an output folder, where there is a cache. It is not flushed to the disk:
    /// what a power failure takes away is only not remembered.</summary>
    /// <param name="outputFolder">The folder of the log.</param>
    internal void Remember(string outputFolder)
    {
        string path = PathIn(outputFolder);
        string unfinished = path + ".tmp";
        try
        {
            if (!Directory.Exists(CacheFolder.In(outputFolder)))
                return;
            File.WriteAllText(unfinished, string.Create(CultureInfo.InvariantCulture, $"{Lines} {Hash}\n"));
            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // The log itself is safe; less is known of it than could be.
        }
    }

    private static string PathIn(string outputFolder) => Path.Combine(CacheFolder.In(outputFolder), FileName);

    private static LogHead? Find(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json, isFinalBlock: false, default);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1)
                continue;
            if (!reader.ValueTextEquals("decisionLog"u8))
                continue;
            int lines = 0;
            string? hash = null;
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                if (reader.TokenType == JsonTokenType.Number)
                    lines = reader.GetInt32();
                else if (reader.TokenType == JsonTokenType.String)
                    hash = reader.GetString();
            }

            return hash is null ? null : new LogHead(lines, hash);
        }

        return null;
    }
}

/// <summary>A head that was kept outside the log.</summary>
/// <param name="Head">It.</param>
/// <param name="Keeper">What kept it: "the mapping".</param>
/// <param name="Seen">When that was written, in UTC.</param>
public sealed record KnownHead(LogHead Head, string Keeper, DateTime Seen);

using System.Globalization;
using System.Text.Json;

namespace CseMapper.Decisions.Mapping.Json;

/// <summary>Reads mapping.json back, whole.</summary>
public static class MappingJsonReader
{
    /// <summary>More than stands before the version.</summary>
    private const int HeadBytes = 4096;

    private static readonly JsonReaderOptions _options = new() { MaxDepth = MappingJsonContext.MaxDepth };

    /// <summary>Reads a mapping.</summary>
    /// <param name="stream">The file's content; can be sought in.</param>
    /// <exception cref="InvalidDataException">It is no mapping, is damaged, or was written by a later version; the
    /// message says which.</exception>
    public static MappingFile Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            CheckVersion(stream);
            MappingJson? mapping = JsonSerializer.Deserialize(stream, MappingJsonContext.Default.MappingJson);
            return mapping?.ToMapping() ?? throw new InvalidDataException("The file is no mapping.");
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"The file is no mapping or is damaged: {fault.Message}", fault);
        }
    }

    /// <summary>Format and version stand first and are looked at first, so that a later version is told from a damaged
    /// file.</summary>
    private static void CheckVersion(Stream stream)
    {
        long start = stream.Position;
        byte[] bytes = new byte[HeadBytes];
        int length = stream.ReadAtLeast(bytes, HeadBytes, throwOnEndOfStream: false);
        stream.Position = start;
        ReadOnlySpan<byte> head = bytes.AsSpan(0, length);
        Utf8JsonReader reader = new(
            head.StartsWith("\uFEFF"u8) ? head[3..] : head,
            isFinalBlock: length < HeadBytes,
            new JsonReaderState(_options)
        );
        string? format = null;
        int? version = null;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new InvalidDataException("The file is no mapping.");
        while ((format is null || version is null) && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            if (!reader.Read())
                break;
            if (name == "format")
                format = reader.GetString();
            else if (name == "version")
                version = reader.GetInt32();
            else if (!reader.TrySkip())
                break;
        }

        if (format != MappingJsonWriter.Format)
            throw new InvalidDataException("The file is no mapping.");
        if (version > MappingFile.FormatVersion)
        {
            throw new InvalidDataException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The mapping was written by a later version of the program (format {version}; this one "
                        + $"reads up to {MappingFile.FormatVersion})."
                )
            );
        }
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CseMapper.Decisions.Mapping.Json;

/// <summary>
/// Writes mapping.json (schema: mapping.schema.json): UTF-8, LF, one property a line, no times but those of decisions,
/// no paths outside the policy folder, so that two runs can be compared line by line.
/// </summary>
public static class MappingJsonWriter
{
    /// <summary>The value of <c>format</c>, by which the file is recognised.</summary>
    public const string Format = "csemapper-mapping";

    private const int FlushAt = 64 * 1024;

    private static readonly JsonWriterOptions _options = new()
    {
        Indented = true,
        NewLine = "\n",
        // The file stands alone and is read by people: letters stay letters.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = MappingJsonContext.MaxDepth,
    };

    /// <summary>Writes the mapping.</summary>
    /// <param name="mapping">What to write.</param>
    /// <param name="stream">Where to; left open.</param>
    public static void Write(MappingFile mapping, Stream stream)
    {
        MappingJsonContext parts = MappingJsonContext.Default;
        using Utf8JsonWriter json = new(stream, _options);
        json.WriteStartObject();
        json.WriteString("format"u8, Format);
        json.WriteNumber("version"u8, MappingFile.FormatVersion);
        json.WriteString("generator"u8, mapping.Generator);
        // At the front, where it is found without reading the whole file.
        if (mapping.Log.Lines > 0)
        {
            json.WritePropertyName("decisionLog"u8);
            JsonSerializer.Serialize(json, mapping.Log, parts.LogHead);
        }

        json.WritePropertyName("standard"u8);
        JsonSerializer.Serialize(json, mapping.Standard, parts.MappedStandard);
        json.WritePropertyName("counts"u8);
        JsonSerializer.Serialize(json, CountsJson.Of(mapping.Counts, mapping.Review), parts.CountsJson);
        if (mapping.Recalibration is { } learnt)
        {
            json.WritePropertyName("recalibration"u8);
            JsonSerializer.Serialize(json, RecalibrationJson.Of(learnt), parts.RecalibrationJson);
        }

        json.WritePropertyName("elements"u8);
        WriteList(json, mapping.Elements.Select(EntryJson.Of), parts.EntryJson);
        json.WritePropertyName("documents"u8);
        WriteList(json, mapping.Documents.Select(DocumentJson.Of), parts.DocumentJson);
        if (mapping.LeftOut.Count > 0)
        {
            json.WritePropertyName("leftOut"u8);
            WriteList(json, mapping.LeftOut, parts.LeftOutFile);
        }

        json.WriteEndObject();
        json.Flush();
        stream.Write("\n"u8);
    }

    /// <summary>Item by item, so that a hundred thousand documents never stand in memory as text.</summary>
    private static void WriteList<T>(Utf8JsonWriter json, IEnumerable<T> items, JsonTypeInfo<T> type)
    {
        json.WriteStartArray();
        foreach (T item in items)
        {
            JsonSerializer.Serialize(json, item, type);
            if (json.BytesPending > FlushAt)
                json.Flush();
        }

        json.WriteEndArray();
    }
}

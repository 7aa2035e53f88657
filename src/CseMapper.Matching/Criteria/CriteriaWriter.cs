using System.Text.Encodings.Web;
using System.Text.Json;

namespace CseMapper.Matching.Criteria;

/// <summary>Writes a standard as a criteria file that people can edit.</summary>
public static class CriteriaWriter
{
    /// <summary>Readable quotes and dashes: the file is never part of a web page.</summary>
    private static readonly JsonWriterOptions _layout = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    /// <summary>Writes the file's content: UTF-8, LF, an element's fields a line each.</summary>
    /// <param name="standard">The standard.</param>
    /// <param name="stream">Where it is written to; stays open.</param>
    public static void Write(Standard standard, Stream stream)
    {
        using Utf8JsonWriter json = new(stream, _layout);
        json.WriteStartObject();
        json.WriteString("format", CriteriaFile.FormatName);
        json.WriteNumber("version", CriteriaFile.FormatVersion);
        json.WriteString("id", standard.Id);
        json.WriteString("title", standard.Title);
        WriteList(json, "criteria", standard.Criteria, WriteCriterion);
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static void WriteCriterion(Utf8JsonWriter json, Criterion criterion)
    {
        json.WriteString("number", criterion.Number);
        json.WriteString("title", criterion.Title);
        WriteList(json, "subCriteria", criterion.SubCriteria, WriteSubCriterion);
    }

    private static void WriteSubCriterion(Utf8JsonWriter json, SubCriterion sub)
    {
        json.WriteString("number", sub.Number);
        json.WriteString("title", sub.Title);
        WriteList(json, "elements", sub.Elements, WriteElement);
    }

    private static void WriteElement(Utf8JsonWriter json, StandardElement element)
    {
        json.WriteString("number", element.Number);
        json.WriteString("wording", element.Wording);
        if (element.Damage is not null)
            json.WriteString("damage", element.Damage);
        json.WriteString(
            "kind",
            element.Kind switch
            {
                EvidenceKind.Results => "results",
                EvidenceKind.Observed => "observed",
                _ => "document",
            }
        );
        WriteList(json, "parts", element.Parts, WritePart);
        WriteList(json, "vocabulary", element.Vocabulary, WriteEntry);
    }

    private static void WritePart(Utf8JsonWriter json, ElementPart part)
    {
        json.WriteString("text", part.Text);
        if (part.Vocabulary.Count > 0)
            WriteList(json, "vocabulary", part.Vocabulary, WriteEntry);
    }

    private static void WriteEntry(Utf8JsonWriter json, VocabularyEntry entry)
    {
        json.WriteString("phrase", entry.Phrase);
        json.WriteNumber("weight", entry.Weight);
    }

    private static void WriteList<T>(
        Utf8JsonWriter json,
        string name,
        IReadOnlyList<T> items,
        Action<Utf8JsonWriter, T> write
    )
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

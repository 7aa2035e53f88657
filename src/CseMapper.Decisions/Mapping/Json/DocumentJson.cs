using System.Globalization;
using System.Text.Json;
using CseMapper.Documents;
using CseMapper.Passages.Storage;
using CseMapper.Passages.Workspaces;

namespace CseMapper.Decisions.Mapping.Json;

/// <summary>Writes an entry of mapping.json's list of documents.</summary>
internal static class DocumentJson
{
    public static void Write(Utf8JsonWriter json, MappingDocument document)
    {
        DocumentRecord record = document.Record;
        json.WriteStartObject();
        json.WriteString("path"u8, record.Path);
        json.WriteString("hash"u8, record.Hash);
        json.WriteString("format"u8, MappingNames.NameOf(record.Format));
        json.WriteNumber("bytes"u8, record.Bytes);
        json.WriteString("status"u8, MappingNames.NameOf(record.Status));
        json.WriteOptional("reason"u8, document.Reason.Length > 0 ? document.Reason : null);
        json.WriteOptional("pages"u8, record.Pages);
        WritePages(json, record.PrintedPages);
        json.WriteNumber("passages"u8, record.PassageCount);
        json.WriteNumber("comments"u8, record.CommentCount);
        json.WriteNumber("unacceptedChanges"u8, record.UnacceptedChangeCount);
        WriteFacts(json, record.Facts);
        json.WriteBoolean("reviewOverdue"u8, record.IsReviewOverdue);
        WriteProblems(json, record.Problems);
        json.WriteStrings("sameContent"u8, document.SameContent);
        json.WriteStartArray("supports"u8);
        foreach (SupportedElement supported in document.Supports)
        {
            json.WriteStartObject();
            json.WriteString("element"u8, supported.Element);
            json.WriteString("strength"u8, MappingNames.NameOf(supported.Strength));
            json.WriteStrings("suggestions"u8, supported.Suggestions);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFacts(Utf8JsonWriter json, DocumentFacts facts)
    {
        json.WriteStartObject("facts"u8);
        WriteFact(json, "title"u8, facts.Title);
        WriteFact(json, "version"u8, facts.Version);
        WriteFact(json, "owner"u8, facts.Owner);
        WriteFact(json, "approved"u8, facts.Approved);
        WriteFact(json, "review"u8, facts.Review);
        json.WriteEndObject();
    }

    private static void WriteFact(Utf8JsonWriter json, ReadOnlySpan<byte> name, DocumentFact? fact)
    {
        if (fact is null)
            return;
        json.WriteStartObject(name);
        json.WriteString("text"u8, fact.Text);
        json.WriteString("foundIn"u8, fact.FoundIn);
        json.WriteOptional("date"u8, fact.Date?.ToString(MappingJsonWriter.DateFormat, CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    /// <summary>Every page by name, so that nobody has to count; absent where the numbers are the names.</summary>
    private static void WritePages(Utf8JsonWriter json, PrintedPages pages)
    {
        if (pages.Labels.Count == 0)
            return;
        json.WriteStartArray("pageLabels"u8);
        for (int i = 0; i < pages.Labels.Count; i++)
            json.WriteStringValue(PageCitation.Name(i + 1, pages.Labels[i]));
        json.WriteEndArray();
    }

    private static void WriteProblems(Utf8JsonWriter json, IReadOnlyList<IngestProblem> problems)
    {
        json.WriteStartArray("problems"u8);
        foreach (IngestProblem problem in problems)
        {
            json.WriteStartObject();
            json.WriteString("message"u8, problem.Message);
            json.WriteOptional("page"u8, problem.Page);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

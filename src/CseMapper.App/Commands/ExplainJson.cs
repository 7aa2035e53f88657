using System.Text;
using System.Text.Json;
using CseMapper.Matching.Remarks;
using CseMapper.Matching.Scoring;
using CseMapper.Matching.Suggestions;
using CseMapper.Passages.Indexing;
using CseMapper.Passages.Workspaces;

namespace CseMapper.App.Commands;

/// <summary>What <c>csemapper explain --json</c> prints.</summary>
internal static class ExplainJson
{
    /// <summary>What it prints with --query.</summary>
    public static string WriteQuery(string element, string query)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("element", element);
            json.WriteString("query", query);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static string Write(ElementAnswer answer)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("element", answer.Element.Number);
            json.WriteString("wording", answer.Element.Wording);
            WriteList(json, "parts", answer.Element.Parts, part => json.WriteStringValue(part.Text));
            WriteList(json, "query", answer.Query, word => Write(json, word));
            WriteSearch(json, answer);
            WriteList(json, "suggestions", answer.Suggestions, suggestion => Write(json, suggestion, answer));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, QueryWord word)
    {
        json.WriteStartObject();
        json.WriteString("words", word.Words);
        json.WriteNumber("weight", Math.Round(word.Weight, 4));
        json.WriteEndObject();
    }

    private static void WriteSearch(Utf8JsonWriter json, ElementAnswer answer)
    {
        json.WriteStartObject("searched");
        json.WriteNumber("documents", answer.Searched.Count);
        json.WriteNumber("pages", answer.Pages);
        json.WriteNumber("passages", answer.Passages);
        WriteList(
            json,
            "words",
            answer.SearchedFor.Take(ElementAnswer.WordsNamed),
            word =>
            {
                json.WriteStartObject();
                json.WriteString("words", word.Words);
                json.WriteNumber("passages", word.Passages);
                json.WriteEndObject();
            }
        );
        WriteList<DocumentRecord>(json, "notRead", answer.NotRead, file => json.WriteStringValue(file.Path));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Suggestion suggestion, ElementAnswer answer)
    {
        json.WriteStartObject();
        if (suggestion.Rank is { } rank)
            json.WriteNumber("rank", rank);
        json.WriteString("document", answer.Paths[suggestion.Document]);
        if (suggestion.Passage.Page is { } page)
            json.WriteNumber("page", page);
        if (suggestion.Passage.PageLabel is { } label)
            json.WriteString("pageLabel", label);
        json.WriteString("strength", suggestion.Strength.ToString().ToLowerInvariant());
        json.WriteNumber("confidence", Math.Round(suggestion.Confidence, 3));
        json.WriteString("quote", suggestion.Passage.Text.AsSpan(suggestion.Quote.Start, suggestion.Quote.Length));
        WriteList(json, "parts", suggestion.Parts, part => json.WriteNumberValue(part));
        if (suggestion.CloseTo is { } near)
            json.WriteString("closeTo", near);
        WriteList(json, "flags", suggestion.Remarks, remark => json.WriteStringValue(EvidenceRemarks.Describe(remark)));
        WriteList(json, "alsoIn", suggestion.Copies, copy => json.WriteStringValue(answer.Paths[copy.Document]));
        WriteList(json, "rejected", suggestion.Rejected, reason => json.WriteStringValue(reason));
        json.WritePropertyName("why");
        ScoreTree.Write(json, suggestion.Why);
        json.WriteEndObject();
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
            write(item);
        json.WriteEndArray();
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using CseMapper.Decisions.Changes;
using CseMapper.Decisions.Mapping.Json;
using CseMapper.Passages.Storage;

namespace CseMapper.Reports;

/// <summary>Writes what changed since the run before: changes.md for people, changes.json for programs.</summary>
public static class ChangesReport
{
    /// <summary>Names the format in changes.json.</summary>
    public const string Format = "csemapper-changes";

    /// <summary>Version of changes.json that is written.</summary>
    public const int FormatVersion = 1;

    private const int QuoteLength = 200;

    /// <summary>Writes changes.md.</summary>
    /// <param name="changes">What to write.</param>
    /// <param name="stream">Where to; left open.</param>
    public static void WriteText(MappingChanges changes, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(changes);
        using StreamWriter writer = new(
            stream,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            leaveOpen: true
        )
        {
            NewLine = "\n",
        };
        writer.WriteLine("# What changed since the run before");
        writer.WriteLine();
        writer.WriteLine(
            changes.NeedsAction
                ? "Somebody must act: see what is marked with **!**."
                : "Nothing here needs anybody to act."
        );
        List(writer, "New documents", changes.Added);
        List(writer, "Changed documents", changes.Changed);
        List(writer, "Moved or renamed documents", [.. changes.Moved.Select(move => $"{move.From} → {move.To}")]);
        List(writer, "Documents that have gone", changes.Gone);
        List(
            writer,
            "Documents that can no longer be read, or are new and cannot be read",
            [.. changes.Unreadable.Select(document => $"! {document.Path}: {document.Reason}")]
        );
        foreach (ElementChanges element in changes.Elements)
        {
            writer.WriteLine();
            writer.WriteLine($"## {element.Number} {Line(element.Wording)}");
            List(
                writer,
                "",
                [
                    .. element.ToConfirm.Select(passage =>
                        $"! To be confirmed again ({MappingNames.NameOf(passage.State)}): {Quote(passage.Quote)} ("
                        + $"{passage.Document})"
                    ),
                    .. element.ReviewPassed.Select(path => $"! Review date passed: {path}"),
                    .. element.Gained.Select(evidence =>
                        $"Gained ({evidence.Strength}): {Quote(evidence.Quote)} ({evidence.Document})"
                    ),
                    .. element.Lost.Select(evidence =>
                        $"Lost ({evidence.Strength}): {Quote(evidence.Quote)} ({evidence.Document})"
                    ),
                    .. element.Reworded.Select(pair =>
                        $"Reworded: {Quote(pair.Before.Quote)} is now {Quote(pair.After.Quote)} ({pair.After.Document})"
                    ),
                ]
            );
        }
    }

    /// <summary>Writes changes.json.</summary>
    /// <param name="changes">What to write.</param>
    /// <param name="stream">Where to; left open.</param>
    public static void WriteJson(MappingChanges changes, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(changes);
        using Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteNumber("version", FormatVersion);
        json.WriteBoolean("needsAction", changes.NeedsAction);
        json.WriteStartObject("documents");
        json.WriteStrings("added"u8, changes.Added);
        json.WriteStrings("changed"u8, changes.Changed);
        Objects(json, "moved", changes.Moved, move => [("from", move.From), ("to", move.To)]);
        json.WriteStrings("gone"u8, changes.Gone);
        Objects(
            json,
            "unreadable",
            changes.Unreadable,
            document => [("path", document.Path), ("status", document.Status), ("reason", document.Reason)]
        );
        json.WriteEndObject();
        json.WriteStartArray("elements");
        foreach (ElementChanges element in changes.Elements)
        {
            json.WriteStartObject();
            json.WriteString("number", element.Number);
            json.WriteString("wording", element.Wording);
            Objects(json, "gained", element.Gained, Fields);
            Objects(json, "lost", element.Lost, Fields);
            Objects(
                json,
                "reworded",
                element.Reworded,
                pair => [("before", pair.Before.Id), ("beforeQuote", pair.Before.Quote), .. Fields(pair.After)]
            );
            Objects(
                json,
                "toConfirm",
                element.ToConfirm,
                passage =>
                    [
                        ("decision", passage.Id),
                        ("state", MappingNames.NameOf(passage.State)),
                        ("quote", passage.Quote),
                        ("document", passage.Document),
                    ]
            );
            json.WriteStrings("reviewDatePassed"u8, element.ReviewPassed);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static (string Name, string Value)[] Fields(SnapshotEvidence evidence) =>
        [
            ("id", evidence.Id),
            ("strength", evidence.Strength),
            ("document", evidence.Document),
            ("quote", evidence.Quote),
        ];

    private static void Objects<T>(
        Utf8JsonWriter json,
        string name,
        IReadOnlyList<T> items,
        Func<T, (string Name, string Value)[]> fields
    )
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            foreach ((string field, string value) in fields(item))
                json.WriteString(field, value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void List(StreamWriter writer, string title, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
            return;
        writer.WriteLine();
        if (title.Length > 0)
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"## {title} ({lines.Count:N0})\n"));
        foreach (string line in lines)
        {
            writer.WriteLine(
                "- " + (line.StartsWith("! ", StringComparison.Ordinal) ? "**!** " + Line(line[2..]) : Line(line))
            );
        }
    }

    private static string Quote(string quote) =>
        $"“{(quote.Length <= QuoteLength ? quote : quote[..QuoteLength].TrimEnd('\uD800') + "…")}”";

    /// <summary>On one line, and without a meaning in Markdown.</summary>
    private static string Line(string text)
    {
        StringBuilder line = new(text.Length);
        foreach (char c in DisplayText.OneLine(text))
        {
            if (c is '*' or '_' or '`' or '<' or '[' or '\\' or '#' or '|')
                line.Append('\\');
            line.Append(c);
        }
        return line.ToString();
    }
}

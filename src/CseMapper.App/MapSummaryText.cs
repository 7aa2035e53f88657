using System.Globalization;
using System.Text;
using System.Text.Json;
using CseMapper.Decisions.Mapping;
using CseMapper.Decisions.Mapping.Json;
using CseMapper.Documents.Files;
using CseMapper.Passages.Storage;
using CseMapper.Passages.Workspaces;

namespace CseMapper.App;

/// <summary>Writes what a run came to, for people and for machines.</summary>
internal static class MapSummaryText
{
    private const int MostNamed = 10;

    private static readonly Dictionary<string, string> _uses = new(StringComparer.Ordinal)
    {
        ["mapping.xlsx"] = "the workbook: open it in Excel or LibreOffice to accept and reject",
        ["report.html"] = "the report: open it in a browser",
        ["mapping.csv"] = "one row a suggestion, for other programs",
        ["changes.md"] = "what changed since the run before",
        ["changes.json"] = "the same for other programs",
        ["mapping.json"] = "everything, for other programs",
    };

    /// <summary>A table, what needs attention, and where the files lie.</summary>
    public static void Write(MapSummary summary, MapOptions options, TextWriter output)
    {
        MappingCounts counts = summary.Counts;
        (string Name, int Number, string Details)[] rows =
        [
            (
                "Documents",
                counts.Documents,
                Invariant($"{counts.Read:N0} read, {counts.PartlyRead:N0} partly read, {counts.NotRead:N0} not read")
            ),
            ("Pages", counts.Pages, "of the documents that have pages"),
            ("Passages", counts.Passages, Invariant($"{counts.Suggestions:N0} of them suggested")),
            (
                "Elements",
                counts.Elements,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{counts.Strong:N0} with strong evidence, {counts.Possible:N0} with possible evidence, "
                        + $"{counts.None:N0} with none"
                )
            ),
        ];
        foreach ((string name, int number, string details) in rows)
            output.WriteLine(Invariant($"  {name, -10} {number, 9:N0}   {details}"));
        if (counts.Documents == 0)
            output.WriteLine($"\nThere is no document in {options.Folder}. Is it the right folder?");
        WriteReview(summary.Review, output);
        if (summary.WasUpToDate)
            output.WriteLine("\nNothing has changed since the last run; the mapping stands as it is.");
        else if (!summary.Changes.IsNone)
            output.WriteLine("\n" + Changes(summary.Changes));
        WriteNotRead(summary.NewlyNotRead, output);
        WriteKnown([.. summary.NotRead.Where(document => document.KnownTrouble is not null)], output);
        WriteLeftOut(summary.LeftOut, output);
        CrossCheckText.Write(summary.CrossChecked, output);
        output.WriteLine($"\nFiles in {options.OutputFolder}");
        foreach (string file in summary.Files.OrderBy(file => _uses.Keys.ToList().IndexOf(file)))
            output.WriteLine($"  {file, -13} {_uses.GetValueOrDefault(file, "")}".TrimEnd());
    }

    /// <summary>The same as one JSON object.</summary>
    public static void WriteJson(MapSummary summary, MapOptions options, TextWriter output)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            WriteCounts(json, summary.Counts);
            WriteReview(json, summary.Review);
            json.WriteBoolean("upToDate", summary.WasUpToDate);
            WriteChanges(json, summary.Changes);
            json.WriteStartArray("notRead");
            foreach (DocumentRecord document in summary.NotRead)
            {
                json.WriteStartObject();
                json.WriteString("path", document.Path);
                json.WriteString("status", MappingNames.NameOf(document.Status));
                json.WriteString("reason", document.Reason);
                if (document.KnownTrouble is { } known)
                    json.WriteString("known", known.Reason);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("leftOut");
            foreach (LeftOutFile left in summary.LeftOut)
            {
                json.WriteStartObject();
                json.WriteString("path", left.Path);
                json.WriteString("rule", left.Rule);
                json.WriteString("source", left.Source);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            CrossCheckText.WriteJson(summary.CrossChecked, json);
            json.WriteString("folder", options.OutputFolder);
            json.WriteStrings("files"u8, summary.Files);
            json.WriteStrings("notices"u8, summary.Notices);
            json.WriteStrings("problems"u8, summary.Problems);
            json.WriteEndObject();
        }
        output.WriteLine(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
    }

    private static void WriteCounts(Utf8JsonWriter json, MappingCounts counts)
    {
        json.WriteStartObject("documents");
        json.WriteNumber("total", counts.Documents);
        json.WriteNumber("read", counts.Read);
        json.WriteNumber("partlyRead", counts.PartlyRead);
        json.WriteNumber("notRead", counts.NotRead);
        json.WriteEndObject();
        json.WriteNumber("pages", counts.Pages);
        json.WriteNumber("passages", counts.Passages);
        json.WriteStartObject("elements");
        json.WriteNumber("total", counts.Elements);
        json.WriteNumber("strong", counts.Strong);
        json.WriteNumber("possible", counts.Possible);
        json.WriteNumber("none", counts.None);
        json.WriteEndObject();
    }

    private static void WriteReview(DecisionCounts review, TextWriter output)
    {
        if (review == new DecisionCounts(0, 0, 0, 0, 0, 0, 0, 0))
            return;
        (int Number, string What)[] parts =
        [
            (review.Rejected, "rejected"),
            (review.Unsure, "unsure"),
            (review.AwaitApproval, "waiting for a second person"),
            (review.Conflicts, "in conflict"),
        ];
        string others = string.Join(
            ", ",
            parts.Where(part => part.Number > 0).Select(part => Invariant($"{part.Number:N0} {part.What}"))
        );
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  {"Accepted", -10} {review.Accepted, 9:N0}   for {review.ElementsAccepted:N0} elements"
                    + $"{(others.Length > 0 ? "; " + others : "")}"
            )
        );
        if (review.Changed == 0)
            return;
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\nChanged since it was decided: {review.Changed:N0}, of which {review.AcceptedChanged:N0} "
                    + $"had been accepted. They wait until somebody has looked:"
            )
        );
        output.WriteLine("  csemapper decisions list --changed");
    }

    private static void WriteReview(Utf8JsonWriter json, DecisionCounts review)
    {
        json.WriteStartObject("review");
        json.WriteNumber("accepted", review.Accepted);
        json.WriteNumber("rejected", review.Rejected);
        json.WriteNumber("unsure", review.Unsure);
        json.WriteNumber("awaitApproval", review.AwaitApproval);
        json.WriteNumber("conflicts", review.Conflicts);
        json.WriteNumber("changed", review.Changed);
        json.WriteNumber("acceptedChanged", review.AcceptedChanged);
        json.WriteNumber("elementsAccepted", review.ElementsAccepted);
        json.WriteEndObject();
    }

    private static void WriteChanges(Utf8JsonWriter json, DocumentChanges changes)
    {
        json.WriteStartObject("changes");
        json.WriteStrings("added"u8, changes.Added);
        json.WriteStrings("changed"u8, changes.Changed);
        json.WriteStartArray("moved");
        foreach ((string from, string to) in changes.Moved)
        {
            json.WriteStartObject();
            json.WriteString("from", from);
            json.WriteString("to", to);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStrings("removed"u8, changes.Removed);
        json.WriteEndObject();
    }

    private static string Changes(DocumentChanges changes)
    {
        (int Number, string What)[] parts =
        [
            (changes.Added.Count, "new"),
            (changes.Changed.Count, "changed"),
            (changes.Moved.Count, "moved or renamed"),
            (changes.Removed.Count, "gone"),
        ];
        return "Since the last run: "
            + string.Join(
                ", ",
                parts.Where(part => part.Number > 0).Select(part => Invariant($"{part.Number:N0} {part.What}"))
            )
            + ".";
    }

    private static void WriteNotRead(IReadOnlyList<DocumentRecord> notRead, TextWriter output)
    {
        if (notRead.Count == 0)
            return;
        output.WriteLine(Invariant($"\nNot read, or not whole ({notRead.Count:N0}):"));
        foreach (DocumentRecord document in notRead.Take(MostNamed))
            output.WriteLine($"  {Line(document.Path)}: {Line(document.Reason)}");
        WriteMore(notRead.Count, output);
    }

    private static void WriteKnown(DocumentRecord[] known, TextWriter output)
    {
        if (known.Length == 0)
            return;
        output.WriteLine(Invariant($"\nNot read, or not whole, and known ({known.Length:N0}):"));
        foreach (DocumentRecord document in known.Take(MostNamed))
            output.WriteLine($"  {Line(document.Path)}: {Line(document.KnownTrouble!.Reason)}");
        WriteMore(known.Length, output);
    }

    private static void WriteLeftOut(IReadOnlyList<LeftOutFile> leftOut, TextWriter output)
    {
        if (leftOut.Count == 0)
            return;
        output.WriteLine(Invariant($"\nLeft out by a rule ({leftOut.Count:N0}):"));
        foreach (LeftOutFile left in leftOut.Take(MostNamed))
            output.WriteLine($"  {Line(left.Path)}: {Line(left.Rule)} ({Line(left.Source)})");
        WriteMore(leftOut.Count, output);
    }

    private static void WriteMore(int count, TextWriter output)
    {
        if (count <= MostNamed)
            return;
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  and {count - MostNamed:N0} more; all of them are in the list of documents of the workbook and the "
                    + $"report."
            )
        );
    }

    /// <summary>Names may hold line breaks and codes that move the cursor.</summary>
    internal static string Line(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text.Json;
using CseMapper.Passages.CrossChecking;
using CseMapper.Passages.Workspaces;

namespace CseMapper.App;

/// <summary>Writes what a second reader found, for people and for machines.</summary>
internal static class CrossCheckText
{
    private const int MostNamed = 10;

    /// <summary>How much was read twice, and the documents in which something differs.</summary>
    public static void Write(IReadOnlyList<DocumentRecord> documents, TextWriter output)
    {
        if (documents.Count == 0)
            return;
        DocumentRecord[] differing = [.. documents.Where(document => document.CrossCheck!.Differences.Count > 0)];
        DocumentRecord[] failed = [.. documents.Where(document => document.CrossCheck!.Failure is not null)];
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\nCross-check: {documents.Sum(document => document.CrossCheck!.Pages):N0} pages of "
                    + $"{documents.Count - failed.Length:N0} PDF files were read by a second reader as well; "
                    + $"{(differing.Length == 0 ? "it found the same words." : $"{differing.Length:N0} files differ:")}"
            )
        );
        foreach (DocumentRecord document in differing.OrderByDescending(IsGrave).Take(MostNamed))
            WriteLine(document, output);
        if (differing.Length > MostNamed)
        {
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  and {differing.Length - MostNamed:N0} more; see the list of documents of the report."
                )
            );
        }

        foreach (DocumentRecord document in failed.Take(MostNamed))
            WriteLine(document, output);
    }

    /// <summary>The same as a list of documents that differ or could not be compared; left out where nothing was read
    /// twice.</summary>
    public static void WriteJson(IReadOnlyList<DocumentRecord> documents, Utf8JsonWriter json)
    {
        if (documents.Count == 0)
            return;
        json.WriteStartObject("crossCheck");
        json.WriteNumber("documents", documents.Count);
        json.WriteNumber("pages", documents.Sum(document => document.CrossCheck!.Pages));
        json.WriteStartArray("differences");
        foreach (DocumentRecord document in documents)
        {
            foreach (PageDifference difference in document.CrossCheck!.Differences)
            {
                json.WriteStartObject();
                json.WriteString("path", document.Path);
                json.WriteNumber("page", difference.Page);
                json.WriteNumber("lacking", difference.Lacking);
                json.WriteNumber("surplus", difference.Surplus);
                json.WriteBoolean("attention", difference.IsLack);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Says page by page what differs in one document, with the first words.</summary>
    /// <param name="check">What a second reader found.</param>
    /// <param name="name">The document's name.</param>
    /// <param name="terminal">Where to.</param>
    /// <returns>True where somebody should look.</returns>
    public static bool Explain(CrossCheck check, string name, Terminal terminal)
    {
        string? whole =
            check.Failure
            ?? (
                check.Differences.Count == 0
                    ? Invariant($"the second reader found the same words; pages compared: {check.Pages:N0}.")
                    : null
            );
        if (whole is not null)
            terminal.Error.WriteLine($"{name}: {whole}");
        foreach (PageDifference difference in check.Differences)
        {
            terminal.Error.WriteLine(
                Invariant($"{name}: page {difference.Page}: {difference.Message}: {difference.Words} …")
            );
        }
        return check.FoundMore;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static bool IsGrave(DocumentRecord document) => document.CrossCheck!.FoundMore;

    private static void WriteLine(DocumentRecord document, TextWriter output) =>
        output.WriteLine($"  {MapSummaryText.Line(document.Path)}: {document.CrossCheck!.Summary}");
}

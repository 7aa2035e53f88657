using System.Text.RegularExpressions;
using CseMapper.Documents;
using CseMapper.Matching.Criteria;

namespace CseMapper.Decisions.Evaluation;

/// <summary>Which documents were handed in for which elements: last year's sheet, in which only the column headings
/// have to be as people write them.</summary>
/// <param name="Rows">What the sheet says, in its order; an element and a document, as written.</param>
public sealed partial record AssessorSheet(IReadOnlyList<AssessorRow> Rows)
{
    private const int DeepestHeading = 30;
    private const int LongestHeading = 60;

    /// <summary>Finds the columns of elements and documents in the tables of a workbook or document, and reads
    /// them.</summary>
    /// <param name="document">What was read of the sheet.</param>
    /// <param name="standard">Its elements are looked for.</param>
    /// <exception cref="InvalidDataException">No table has both columns; the message names the headings that were
    /// seen.</exception>
    public static AssessorSheet Read(SourceDocument document, Standard standard)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(standard);
        HashSet<string> elements = [.. standard.Elements.Select(element => element.Number)];
        List<AssessorRow> rows = [.. document.Blocks.OfType<TableBlock>().SelectMany(table => RowsOf(table, elements))];
        if (rows.Count > 0)
            return new AssessorSheet(rows);
        IEnumerable<string> seen = document
            .Blocks.OfType<TableBlock>()
            .Where(table => table.Rows.Count > 0)
            .SelectMany(table => table.Rows[0].Cells)
            .Where(cell => cell.Length is > 0 and <= LongestHeading)
            .Distinct(StringComparer.Ordinal)
            .Take(12);
        throw new InvalidDataException(
            "No table has a column for elements (\"Element\", \"Criterion\", \"Ref\") with numbers of the "
                + "standard, and one for documents (\"Document\", \"Evidence\", \"File\"). Headings seen: "
                + $"{string.Join(", ", seen)}."
        );
    }

    private static IEnumerable<AssessorRow> RowsOf(TableBlock table, HashSet<string> elements)
    {
        for (int heading = 0; heading < Math.Min(DeepestHeading, table.Rows.Count); heading++)
        {
            IReadOnlyList<string> cells = table.Rows[heading].Cells;
            int documents = ColumnOf(cells, DocumentHeading());
            if (documents < 0)
                continue;
            int element = Enumerable
                .Range(0, cells.Count)
                .Where(column => column != documents && ElementHeading().IsMatch(cells[column]))
                .OrderByDescending(column =>
                    table.Rows.Skip(heading + 1).Count(row => ElementsIn(CellOf(row, column), elements).Any())
                )
                .FirstOrDefault(-1);
            if (element >= 0)
                return Read(table, heading + 1, element, documents, elements);
        }

        return [];
    }

    /// <summary>An empty cell under an element belongs to it, as in a sheet with merged cells.</summary>
    private static IEnumerable<AssessorRow> Read(
        TableBlock table,
        int first,
        int elementColumn,
        int documentColumn,
        HashSet<string> elements
    )
    {
        string[] current = [];
        foreach (TableRow row in table.Rows.Skip(first))
        {
            string cell = CellOf(row, elementColumn);
            if (cell.Trim().Length > 0)
                current = [.. ElementsIn(cell, elements)];
            foreach (
                string document in CellOf(row, documentColumn)
                    .Split(['\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            )
            {
                foreach (string element in current)
                    yield return new AssessorRow(element, document);
            }
        }
    }

    private static int ColumnOf(IReadOnlyList<string> cells, Regex heading)
    {
        for (int i = 0; i < cells.Count; i++)
        {
            if (cells[i].Length <= LongestHeading && heading.IsMatch(cells[i]))
                return i;
        }

        return -1;
    }

    private static string CellOf(TableRow row, int column) => column < row.Cells.Count ? row.Cells[column] : "";

    private static IEnumerable<string> ElementsIn(string cell, HashSet<string> elements) =>
        Number()
            .Matches(cell)
            .Select(match => match.Value.TrimEnd('.'))
            .Where(elements.Contains)
            .Distinct(StringComparer.Ordinal);

    [GeneratedRegex(
        @"\b(?:elements?|criteri(?:on|a)|ref(?:erence|\.)?|no\.?|number|requirement|standard)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex ElementHeading();

    [GeneratedRegex(
        @"\b(?:documents?|evidence|files?|file\s?name|sources?|attachments?|polic(?:y|ies))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex DocumentHeading();

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:[.-][\p{L}\p{N}]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}

/// <summary>A document that was handed in for an element.</summary>
/// <param name="Element">The element's number.</param>
/// <param name="Document">The document as the sheet names it.</param>
public sealed record AssessorRow(string Element, string Document);

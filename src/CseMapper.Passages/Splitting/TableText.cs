using System.Text;
using CseMapper.Documents;

namespace CseMapper.Passages.Splitting;

/// <summary>Writes the rows of a table as text: "heading: cell; heading: cell".</summary>
internal static class TableText
{
    /// <summary>A "heading" longer than this is text in the first row; before every cell it would drown the
    /// cell.</summary>
    private const int LongestHeading = 12;

    /// <summary>The rows that hold words, with the page each begins on.</summary>
    public static IEnumerable<(string Text, int? Page)> Rows(TableBlock table)
    {
        int headerRows = table.HeaderRows < table.Rows.Count ? table.HeaderRows : 0;
        string[] headings = Headings(table, headerRows);
        List<(string Text, int? Page)> rows = [];
        bool[] isUsed = new bool[headings.Length];
        foreach (TableRow row in table.Rows.Skip(headerRows))
        {
            string text = Print(row.Cells, headings, isUsed);
            if (text.Length > 0)
                rows.Add((text, row.Page));
        }
        // Headings over cells that are all empty, or too long to repeat, would be lost: they come first, once.
        string unused = Join(headings.Where((_, column) => !isUsed[column]));
        if (unused.Length > 0)
            rows.Insert(0, (unused, table.Rows[0].Page));
        return rows;
    }

    private static string Print(IReadOnlyList<string> cells, string[] headings, bool[] isUsed)
    {
        List<string> parts = [];
        for (int column = 0; column < cells.Count; column++)
        {
            string cell = Spaces.Collapse(cells[column]);
            if (cell.Length == 0)
                continue;
            string heading =
                column < headings.Length && WordCount.Of(headings[column]) <= LongestHeading ? headings[column] : "";
            if (heading.Length > 0)
                isUsed[column] = true;
            parts.Add(
                heading.Length == 0 ? cell
                : heading.EndsWith(':') ? heading + " " + cell
                : heading + ": " + cell
            );
        }
        return Join(parts);
    }

    private static string Join(IEnumerable<string> parts)
    {
        StringBuilder text = new();
        foreach (string part in parts)
        {
            if (part.Length == 0)
                continue;
            if (text.Length > 0)
                text.Append(text[^1] is '.' or ';' or ':' or '!' or '?' ? " " : "; ");
            text.Append(part);
        }
        return text.ToString();
    }

    /// <summary>One heading a column: where several rows are headings, the upper ones spread over the empty cells after
    /// them.</summary>
    private static string[] Headings(TableBlock table, int headerRows)
    {
        if (headerRows == 0)
            return [];
        string[] headings = new string[table.Rows.Max(row => row.Cells.Count)];
        Array.Fill(headings, "");
        for (int r = 0; r < headerRows; r++)
        {
            string spread = "";
            for (int column = 0; column < table.Rows[r].Cells.Count; column++)
            {
                string own = Spaces.Collapse(table.Rows[r].Cells[column]);
                bool spreads = r < headerRows - 1;
                spread = own.Length > 0 || !spreads ? own : spread;
                if (spread.Length > 0)
                    headings[column] = headings[column].Length == 0 ? spread : headings[column] + " " + spread;
            }
        }
        return headings;
    }
}

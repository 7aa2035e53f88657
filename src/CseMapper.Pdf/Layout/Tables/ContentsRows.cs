using System.Globalization;
using CseMapper.Pdf.Layout.Flows;
using CseMapper.Pdf.Layout.Lines;
using CseMapper.Pdf.Text;

namespace CseMapper.Pdf.Layout.Tables;

/// <summary>Tells a table of contents from a table: leader dots, or page numbers that never fall at the ends of its
/// rows.</summary>
internal static class ContentsRows
{
    private const int FewestDotted = 2;

    /// <summary>Share of the rows that must end with a page number.</summary>
    private const float NumberedShare = 0.8f;

    public static bool Are(PageText page, LineSet lines, PageRows rows, int first, int end)
    {
        TextBuffer text = new();
        int dotted = 0,
            numbered = 0,
            last = 0;
        bool rises = true;
        for (int row = first; row < end; row++)
        {
            text.Clear();
            for (int i = rows.Rows[row].First; i < rows.Rows[row].First + rows.Rows[row].Count; i++)
            {
                if (text.Length > 0)
                    text.Append('\t');
                LineText.Append(text, lines.Lines[rows.Parts[i].Line], lines, page);
            }

            if (
                text.Span.Contains("....", StringComparison.Ordinal)
                || text.Span.Contains(". . . .", StringComparison.Ordinal)
            )
            {
                dotted++;
            }

            if (!EndsWithNumber(text.Span, out int number))
                continue;
            numbered++;
            rises &= number >= last;
            last = number;
        }

        return dotted >= FewestDotted || (rises && numbered >= NumberedShare * (end - first));
    }

    private static bool EndsWithNumber(ReadOnlySpan<char> text, out int number)
    {
        int tab = text.LastIndexOf('\t');
        number = 0;
        return tab >= 0
            && text.Length - tab <= 4
            && int.TryParse(text[(tab + 1)..], CultureInfo.InvariantCulture, out number)
            && !char.IsAsciiDigit(text[0..tab].TrimEnd()[^1]);
    }
}

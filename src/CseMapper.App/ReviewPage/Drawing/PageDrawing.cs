using System.Globalization;
using CseMapper.Documents;
using CseMapper.Pdf;
using CseMapper.Reports.Html;

namespace CseMapper.App.ReviewPage.Drawing;

/// <summary>Draws a page of a PDF from its words at their places (SVG 1.1): to be read, selected and searched like
/// text.</summary>
internal static class PageDrawing
{
    /// <summary>Letters are set a little above the lower edge of their box, where most fonts have their
    /// baseline.</summary>
    private const float Descent = 0.22f;

    /// <summary>Draws it.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="page">The page.</param>
    /// <param name="quote">The words to mark; empty for none.</param>
    public static void Write(HtmlWriter html, PdfPage page, string quote)
    {
        PdfWord[] words = [.. page.Lines.SelectMany(line => line.Words)];
        MarkedWords text = new();
        for (int i = 0; i < words.Length; i++)
            text.Add(i, words[i].Text);
        IReadOnlyDictionary<int, List<(int Start, int End)>> marked = text.Find(quote);
        html.Line(
            $"""<svg class="page" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {page.Width:0.#} {page.Height:0.#}" role="img" aria-label="Page {page.Number:D}, drawn from its words">"""
        );
        html.Line($"""<rect class="paper" width="{page.Width:0.#}" height="{page.Height:0.#}"/>""");
        WriteMarks(html, words, marked);
        foreach (PdfLine line in page.Lines)
            WriteLine(html, line);
        html.Line($"</svg>");
    }

    private static void WriteMarks(
        HtmlWriter html,
        PdfWord[] words,
        IReadOnlyDictionary<int, List<(int Start, int End)>> marked
    )
    {
        bool isFirst = true;
        foreach (int i in marked.Keys.Order())
        {
            BlockBox box = words[i].Box;
            // Neighbours on one line are marked with the space between them.
            float right =
                marked.ContainsKey(i + 1)
                && Math.Abs(words[i + 1].Box.Bottom - box.Bottom) < 1
                && words[i + 1].Box.Left > box.Left
                    ? Math.Max(words[i + 1].Box.Left, box.Right)
                    : box.Right;
            html.Write(
                $"""<rect class="found"{(isFirst ? " id=found" : "")} x="{box.Left - 1:0.#}" y="{box.Top - 1:0.#}" width="{right - box.Left + 2:0.#}" height="{box.Height + 2:0.#}"/>"""
            );
            isFirst = false;
        }
    }

    private static void WriteLine(HtmlWriter html, PdfLine line)
    {
        html.Write($"<text>");
        bool isFirst = true;
        foreach (PdfWord word in line.Words)
        {
            if (word.Box.Width <= 0 || word.Box.Height <= 0 || !float.IsFinite(word.FontSize))
                continue;
            if (!isFirst)
                html.Write($" ");
            float size = Math.Clamp(word.FontSize, 1, 400);
            string look = (word.IsBold ? " font-weight=bold" : "") + (word.IsItalic ? " font-style=italic" : "");
            html.Write(
                $"""<tspan x="{word.Box.Left:0.#}" y="{word.Box.Bottom - (word.Box.Height * Descent):0.#}" font-size="{size:0.#}" textLength="{word.Box.Width:0.#}" lengthAdjust="spacingAndGlyphs"{look}>{word.Text}</tspan>"""
            );
            isFirst = false;
        }

        html.Line($"</text>");
    }

    /// <summary>True when nothing on the page can be shown as words.</summary>
    public static bool IsEmpty(PdfPage page) => page.Lines.Sum(line => line.Words.Count) == 0;

    /// <summary>"Page 4 of 12"; "Page iv, 6th of 12" where a page is not cited by its number.</summary>
    /// <param name="page">The page, counted from 1.</param>
    /// <param name="label">What it is cited as, or null where that is its number.</param>
    /// <param name="count">How many pages there are.</param>
    public static string Name(int page, string? label, int count) =>
        label is null
            ? string.Create(CultureInfo.InvariantCulture, $"Page {page} of {count}")
            : string.Create(CultureInfo.InvariantCulture, $"Page {label}, {PageCitation.Ordinal(page)} of {count}");
}

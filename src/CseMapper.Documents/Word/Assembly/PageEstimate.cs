using System.Globalization;
using CseMapper.Documents.Word.Stories;
using CseMapper.Documents.Word.Styles;

namespace CseMapper.Documents.Word.Assembly;

/// <summary>
/// Puts a document on pages where Word has left no marks of its pages: by the room that words, tables and pictures take,
/// and the breaks that the author set. Where the program that saved the file counted pages and words, and still has the
/// words right, its count is kept to.
/// </summary>
internal sealed class PageEstimate
{
    /// <summary>Points of a letter's width, a line's height and the room after a paragraph, by the size of the letters;
    /// measured on what LibreOffice makes of policies.</summary>
    private const double LetterWidth = 0.5;
    private const double LineHeight = 1.28;
    private const double RoomAfter = 0.55;

    private const double UsualSize = 11;
    private const double CellPadding = 11;
    private const double RowPadding = 1.5;
    private const int Attempts = 3;

    private readonly PageCounter _pages;
    private readonly double _width;
    private double _height;
    private int _page;
    private int _setPage;
    private double _at;

    private PageEstimate(PageCounter pages, SectionProperties section)
    {
        _pages = pages;
        _width = section.ColumnWidth;
        _height = section.ColumnHeight;
    }

    /// <summary>Gives every paragraph and row of the body its page; nothing where Word has marked pages.</summary>
    /// <param name="body">The body.</param>
    /// <param name="context">The document.</param>
    /// <param name="properties">What the file says of itself.</param>
    internal static void Place(
        IReadOnlyList<Draft> body,
        WordContext context,
        IReadOnlyDictionary<string, string> properties
    )
    {
        if (context.Pages.Rendered > 1 || body.Count == 0)
            return;
        SectionProperties section = context.Sections.Count > 0 ? context.Sections[0] : new SectionProperties();
        PageEstimate estimate = new(context.Pages, section);
        int pages = estimate.Run(body);
        if (CountedPages(body, properties) is { } counted)
        {
            for (int i = 0; i < Attempts && pages != counted; i++)
            {
                estimate._height *= Math.Clamp((double)pages / counted, 0.5, 2);
                pages = estimate.Run(body);
            }
        }

        context.Pages.UseEstimate();
    }

    /// <summary>The pages that the program which saved the file counted; null where it has not, or has counted other
    /// words than there are.</summary>
    private static int? CountedPages(IReadOnlyList<Draft> body, IReadOnlyDictionary<string, string> properties)
    {
        if (Number("Pages") is not ({ } pages and > 0) || Number("Words") is not ({ } words and > 0))
            return null;
        int here = body.Sum(Words);
        return Math.Abs(here - words) * 5 <= words ? pages : null;

        int? Number(string name) =>
            properties.TryGetValue(name, out string? text)
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                ? number
                : null;
    }

    private static int Words(Draft draft) =>
        draft switch
        {
            DraftParagraph paragraph => paragraph
                .Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .Length,
            DraftTable table => table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Content).Sum(Words),
            _ => 0,
        };

    /// <summary>Places all; gives the last page.</summary>
    private int Run(IReadOnlyList<Draft> body)
    {
        (_page, _setPage, _at) = (1, 1, 0);
        foreach (Draft draft in body)
        {
            TurnTo(draft.Breaks);
            if (draft is DraftTable table)
                Put(table);
            else if (draft is DraftParagraph paragraph)
                Put(paragraph);
        }

        return _page;
    }

    /// <summary>Begins a page for each that the author asked for since the last paragraph.</summary>
    private void TurnTo(int breaks)
    {
        int page = _pages.SetPageOf(breaks);
        if (page <= _setPage)
            return;
        _page += page - _setPage;
        (_setPage, _at) = (page, 0);
    }

    private void Put(DraftParagraph paragraph)
    {
        double height = paragraph.IsAside ? 0 : HeightOf(paragraph, _width) + BlankHeight(paragraph);
        // A line of a heading is not left behind at the end of a page.
        double first = Math.Min(height, (paragraph.OutlineLevel is < 9 ? 3 : 1) * SizeOf(paragraph) * LineHeight);
        if (_at + first > _height && _at > 0)
            (_page, _at) = (_page + 1, 0);
        paragraph.RenderedPage = _page;
        Advance(height);
    }

    private void Put(DraftTable table)
    {
        table.RenderedPage = _page;
        bool isFirst = true;
        foreach (DraftRow row in table.Rows.Where(row => !row.IsDeleted))
        {
            TurnTo(row.Breaks);
            double height = HeightOf(row);
            if (_at + Math.Min(height, _height) > _height && _at > 0)
                (_page, _at) = (_page + 1, 0);
            row.RenderedPage = _page;
            if (isFirst)
                table.RenderedPage = _page;
            isFirst = false;
            foreach (Draft draft in row.Cells.SelectMany(cell => cell.Content))
                draft.RenderedPage = _page;
            Advance(height);
        }
    }

    private void Advance(double height)
    {
        _at += height;
        while (_at > _height)
            (_page, _at) = (_page + 1, _at - _height);
    }

    private double HeightOf(DraftRow row)
    {
        int columns = Math.Max(1, row.ColumnsBefore + row.Cells.Sum(cell => Math.Max(1, cell.Span)));
        double height = 0;
        foreach (DraftCell cell in row.Cells)
        {
            double width = Math.Max(20, (_width * Math.Max(1, cell.Span) / columns) - CellPadding);
            double own = cell.Content.Sum(draft =>
                draft switch
                {
                    DraftParagraph { IsAside: false } paragraph => HeightOf(paragraph, width),
                    DraftTable inner => inner.Rows.Sum(HeightOf),
                    _ => 0,
                }
            );
            height = Math.Max(height, own);
        }

        return Math.Max(height, UsualSize * LineHeight) + RowPadding;
    }

    private static double HeightOf(DraftParagraph paragraph, double width)
    {
        double size = SizeOf(paragraph);
        double letters = Math.Max(4, width / (size * LetterWidth));
        int lines = 0;
        int label = paragraph.Label?.Text.Length ?? 0;
        foreach (ReadOnlySpan<char> line in paragraph.Text.AsSpan().EnumerateLines())
        {
            lines += Math.Max(1, (int)Math.Ceiling((line.Length + label) / letters));
            label = 0;
        }

        return (lines * size * LineHeight) + (size * RoomAfter) + paragraph.PictureHeight;
    }

    private static double BlankHeight(DraftParagraph paragraph) =>
        Math.Min(paragraph.BlankBefore, 60) * UsualSize * (LineHeight + (RoomAfter / 2));

    private static double SizeOf(DraftParagraph paragraph) =>
        paragraph.Size > 0 ? Math.Clamp(paragraph.Size / 2, 4, 100) : UsualSize;
}

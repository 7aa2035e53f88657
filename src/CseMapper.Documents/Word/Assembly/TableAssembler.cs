using System.Text;
using CseMapper.Documents.Word.Stories;

namespace CseMapper.Documents.Word.Assembly;

/// <summary>Looks at a table as a whole: its rows as text, its column headings, and whether it is one at all.</summary>
internal sealed class TableAssembler
{
    private const int LongestHeading = 80;

    private readonly DraftTable _table;
    private readonly List<DraftParagraph> _notes = [];

    /// <summary>Takes a table.</summary>
    internal TableAssembler(DraftTable table, PageCounter pages)
    {
        _table = table;
        List<DraftRow> rows = [.. table.Rows.Where(row => !row.IsDeleted)];
        Captions = TakeCaptions(rows);
        HeaderRows = CountHeaderRows(rows);
        IsLayout = HeaderRows == 0 && IsLaidOutText(rows);
        PrintedCells = [.. rows.SelectMany(row => row.Cells).Where(IsPrinted)];
        if (IsLayout)
        {
            Rows = [];
            return;
        }

        Rows = [.. rows.Select(row => new TableRow(CellTexts(row), pages.PageOf(row.RenderedPage, row.Breaks)))];
        HasChanges = rows.Exists(row => row.HasChanges) || PrintedCells.Any(HasChangesIn);
    }

    /// <summary>Cells over the whole width at the table's head: they name the table, not its columns.</summary>
    internal IReadOnlyList<DraftCell> Captions { get; }

    /// <summary>The rows, with an empty cell for each further column that a cell spans.</summary>
    internal IReadOnlyList<TableRow> Rows { get; }

    internal int HeaderRows { get; }

    /// <summary>True where the table only puts text in place, so that its cells read as text.</summary>
    internal bool IsLayout { get; }

    internal bool HasChanges { get; }

    /// <summary>The cells of which anything is printed, in reading order.</summary>
    internal IReadOnlyList<DraftCell> PrintedCells { get; }

    /// <summary>Notes cited in cells, to stand after the table.</summary>
    internal IReadOnlyList<DraftParagraph> Notes => _notes;

    private static List<DraftCell> TakeCaptions(List<DraftRow> rows)
    {
        int count = rows.TakeWhile(row => row is { Cells: [{ IsMergedAbove: false }], ColumnsBefore: 0 }).Count();
        if (count == 0 || count > rows.Count - 2)
            return [];
        List<DraftCell> captions = [.. rows.Take(count).SelectMany(row => row.Cells)];
        rows.RemoveRange(0, count);
        return captions;
    }

    private int CountHeaderRows(List<DraftRow> rows)
    {
        int marked = rows.TakeWhile(row => row.IsHeader).Count();
        if (marked > 0)
            return marked < rows.Count ? marked : 0;
        if (rows.Count < 2 || rows[0].Cells.Count < 2)
            return 0;
        if (!rows[0].Cells.TrueForAll(cell => IsShort(cell) && !cell.IsMergedAbove))
            return 0;
        return _table.HasStyledFirstRow || (IsSetApart(rows[0]) && !IsSetApart(rows[1])) ? 1 : 0;
    }

    /// <summary>All cells that hold text are bold, or all are shaded.</summary>
    private static bool IsSetApart(DraftRow row)
    {
        List<DraftParagraph> texts =
        [
            .. row
                .Cells.SelectMany(cell => cell.Content.OfType<DraftParagraph>())
                .Where(paragraph => paragraph.Text.Length > 0),
        ];
        return texts.Count >= 2
            && (texts.TrueForAll(paragraph => paragraph.IsBold) || row.Cells.TrueForAll(cell => cell.IsShaded));
    }

    private static bool IsShort(DraftCell cell) =>
        cell.Content.TrueForAll(draft =>
            draft is DraftParagraph { Label: null } paragraph && paragraph.Text.Length <= LongestHeading
        )
        && cell.Content.Count <= 3;

    /// <summary>One column, or a single row of several paragraphs, or headings inside.</summary>
    private static bool IsLaidOutText(List<DraftRow> rows)
    {
        if (rows.TrueForAll(row => row.Cells.Count <= 1))
            return true;
        IEnumerable<DraftCell> cells = rows.SelectMany(row => row.Cells);
        if (rows.Count == 1 && cells.Any(cell => cell.Content.Count > 1))
            return true;
        return cells.Any(cell =>
            cell.Content.Exists(draft => draft is DraftParagraph { OutlineLevel: < 9, Text.Length: > 0 })
            && cell.Content.Count > 1
        );
    }

    private static bool IsPrinted(DraftCell cell) => cell is { IsMergedAbove: false, IsDeleted: false };

    private static bool HasChangesIn(DraftCell cell) =>
        cell.Content.Exists(draft =>
            draft switch
            {
                DraftParagraph paragraph => paragraph.HasChanges,
                DraftTable table => table.Rows.Exists(row => row.HasChanges || row.Cells.Exists(HasChangesIn)),
                _ => false,
            }
        );

    private List<string> CellTexts(DraftRow row)
    {
        List<string> texts = new List<string>();
        for (int i = 0; i < row.ColumnsBefore; i++)
            texts.Add("");
        foreach (DraftCell cell in row.Cells)
        {
            if (cell.IsDeleted)
                continue;
            texts.Add(cell.IsMergedAbove ? "" : TextOf(cell));
            for (int i = 1; i < cell.Span; i++)
                texts.Add("");
        }

        return texts;
    }

    /// <summary>A cell's paragraphs on lines of their own; a table inside with a line a row and tabs between its
    /// cells.</summary>
    private string TextOf(DraftCell cell)
    {
        if (cell.Content is [DraftParagraph { Label: null, IsNote: false } only])
            return only.Text;
        StringBuilder text = new StringBuilder();
        foreach (Draft draft in cell.Content)
        {
            if (draft is DraftParagraph { IsNote: true } note)
                _notes.Add(note);
            else if (draft is DraftParagraph paragraph)
                AddLine(text, LineOf(paragraph));
            else if (draft is DraftTable table)
                AddRows(text, table);
        }

        return text.ToString();
    }

    private void AddRows(StringBuilder text, DraftTable table)
    {
        foreach (DraftRow row in table.Rows.Where(row => !row.IsDeleted))
            AddLine(text, string.Join('\t', row.Cells.Where(IsPrinted).Select(TextOf)).Trim());
    }

    private static string LineOf(DraftParagraph paragraph) =>
        paragraph.Label is { Text.Length: > 0 } label ? $"{label.Text} {paragraph.Text}".TrimEnd() : paragraph.Text;

    private static void AddLine(StringBuilder text, string line)
    {
        if (line.Length == 0)
            return;
        if (text.Length > 0)
            text.Append('\n');
        text.Append(line);
    }
}

using System.Globalization;
using System.Xml;
using CseMapper.Documents.Word.Packages;

namespace CseMapper.Documents.Word.Stories;

/// <content>Tables.</content>
internal sealed partial class StoryReader
{
    private const int MaxTableDepth = 64;
    private const int MaxColumns = 256;

    private TableState? _table;
    private int _tableDepth;
    private int _flatTables;

    private bool StartTablePart(string name)
    {
        switch (name)
        {
            case "tbl":
                StartTable();
                return true;
            case "tblPr":
                ReadTableProperties();
                return true;
            case "tr":
                StartRow();
                return true;
            case "trPr":
                ReadRowProperties();
                return true;
            case "tc":
                StartCell();
                return true;
            case "tcPr":
                ReadCellProperties();
                return true;
            default:
                return false;
        }
    }

    private void StartTable()
    {
        FinishParagraph(_story);
        if (_tableDepth >= MaxTableDepth)
        {
            // Deeper tables are read as the text of the cell they stand in.
            _context.AddRemark(
                $"Tables stand more than {MaxTableDepth} deep in one another; the innermost were read as plain text."
            );
            _flatTables++;
            Push(Ending.FlatTable);
            return;
        }

        if (_story.Unfinished is { } unfinished)
        {
            _story.Unfinished = null;
            Emit(_story, unfinished, _context.Styles.Paragraph(unfinished.Properties?.StyleId));
        }

        _tableDepth++;
        _table = new TableState(
            new DraftTable { RenderedPage = _context.Pages.Rendered, Breaks = _context.Pages.Breaks },
            _table,
            _story
        );
        Push(Ending.Table);
    }

    private void ReadTableProperties()
    {
        if (_xml.IsEmptyElement)
            return;
        bool hasFirstRow = false;
        string? style = null;
        int depth = _xml.Depth;
        while (WordXml.ReadInside(_xml, depth))
        {
            if (_xml.NodeType != XmlNodeType.Element)
                continue;
            if (_xml.LocalName == "tblStyle")
                style = WordXml.Value(_xml);
            else if (_xml.LocalName == "tblLook")
                hasFirstRow = LooksAtFirstRow();
            else if (_xml.LocalName == "tblPrChange")
                WordXml.SkipInside(_xml);
        }

        if (_table is not null && _flatTables == 0)
            _table.Table.HasStyledFirstRow = hasFirstRow && _context.Styles.HasFirstRow(style);
    }

    private bool LooksAtFirstRow() =>
        WordXml.Attribute(_xml, "firstRow") is { } flag
            ? flag is "1" or "true" or "on"
            : int.TryParse(WordXml.Value(_xml), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int bits)
                && (bits & 0x20) != 0;

    private void StartRow()
    {
        if (_table is not { Row: null } || _flatTables > 0)
            return;
        _table.Row = new DraftRow
        {
            RenderedPage = _context.Pages.Rendered,
            Breaks = _context.Pages.Breaks,
            HasChanges = _insertions > 0,
        };
        Push(Ending.Row);
    }

    private void ReadRowProperties()
    {
        if (_xml.IsEmptyElement)
            return;
        DraftRow? row = _flatTables == 0 ? _table?.Row : null;
        int depth = _xml.Depth;
        while (WordXml.ReadInside(_xml, depth))
        {
            if (_xml.NodeType != XmlNodeType.Element || row is null)
                continue;
            switch (_xml.LocalName)
            {
                case "tblHeader":
                    row.IsHeader = WordXml.IsOn(_xml);
                    break;
                case "gridBefore":
                    row.ColumnsBefore = Math.Clamp(WordXml.Number(WordXml.Value(_xml)) ?? 0, 0, MaxColumns);
                    break;
                case "ins":
                    _context.Changes++;
                    row.HasChanges = true;
                    break;
                case "del":
                    _context.Changes++;
                    row.IsDeleted = true;
                    break;
                case "hidden":
                    row.IsDeleted |= WordXml.IsOn(_xml);
                    break;
                case "trPrChange":
                    WordXml.SkipInside(_xml);
                    break;
            }
        }
    }

    private void StartCell()
    {
        if (_table is not { Row: { } row, Cell: null } || _flatTables > 0)
            return;
        if (row.IsDeleted)
        {
            WordXml.SkipInside(_xml);
            return;
        }

        _context.Limits.TakePiece();
        DraftCell cell = new DraftCell();
        _table.Cell = cell;
        row.Cells.Add(cell);
        if (!_xml.IsEmptyElement)
            _story = new Story(cell.Content, _story, _story.Fields) { IsAside = _story.IsAside };
        Push(Ending.Cell);
    }

    private void ReadCellProperties()
    {
        if (_xml.IsEmptyElement)
            return;
        DraftCell? cell = _flatTables == 0 ? _table?.Cell : null;
        int depth = _xml.Depth;
        while (WordXml.ReadInside(_xml, depth))
        {
            if (_xml.NodeType != XmlNodeType.Element || cell is null)
                continue;
            switch (_xml.LocalName)
            {
                case "gridSpan":
                    cell.Span = Math.Clamp(WordXml.Number(WordXml.Value(_xml)) ?? 1, 1, MaxColumns);
                    break;
                case "vMerge":
                    cell.IsMergedAbove = WordXml.Value(_xml) is not "restart";
                    break;
                case "cellDel":
                    _context.Changes++;
                    cell.IsDeleted = true;
                    break;
                case "cellIns":
                    _context.Changes++;
                    break;
                case "shd":
                    cell.IsShaded = WordXml.Attribute(_xml, "fill") is not (null or "auto" or "FFFFFF" or "ffffff");
                    break;
                case "tcPrChange":
                    WordXml.SkipInside(_xml);
                    break;
            }
        }
    }

    private void CloseTablePart(Ending ending)
    {
        switch (ending)
        {
            case Ending.FlatTable:
                _flatTables--;
                break;
            case Ending.Cell when _table is not null:
                if (_table.Outer != _story)
                    LeaveCell(_table);
                _table.Cell = null;
                break;
            case Ending.Row when _table?.Row is { } row:
                if (row.Cells.Count > 0)
                    _table.Table.Rows.Add(row);
                _table.Row = null;
                break;
            case Ending.Table when _table is not null:
                _tableDepth--;
                if (_table.Table.Rows.Count > 0)
                    _table.Outer.Content.Add(_table.Table);
                _table = _table.Parent;
                break;
        }
    }

    private void LeaveCell(TableState table)
    {
        FinishStory(_story);
        _story = table.Outer;
    }

    private sealed class TableState(DraftTable table, TableState? parent, Story outer)
    {
        internal DraftTable Table { get; } = table;

        internal TableState? Parent { get; } = parent;

        /// <summary>Where the table stands.</summary>
        internal Story Outer { get; } = outer;

        internal DraftRow? Row { get; set; }

        internal DraftCell? Cell { get; set; }
    }
}

using CseMapper.Documents.Containers;
using CseMapper.Documents.Text;
using CseMapper.Documents.Word.Stories;

namespace CseMapper.Documents.Rtf;

/// <summary>Puts text together to paragraphs, list items, headings and tables, and notes behind the paragraph that
/// cites them.</summary>
internal sealed class RtfBlocks(DocumentLimits limits)
{
    private readonly LimitedText _text = new(limits);
    private readonly List<Block> _blocks = [];
    private readonly List<Block> _notes = [];
    private readonly List<TableRow> _rows = [];
    private readonly List<string> _cells = [];
    private readonly List<string> _cellLines = [];
    private readonly Stack<(string Text, BlockRole Role, bool IsInTable)> _outer = new();
    private BlockRole _role = BlockRole.Body;
    private int _headerRows;
    private bool _hasChange;

    public IReadOnlyList<Block> Blocks => _blocks;

    public string Label { get; set; } = "";

    /// <summary>The heading's level, or 0.</summary>
    public int Level { get; set; }

    public int Depth { get; set; } = 1;

    public bool IsInTable { get; set; }

    public bool IsHeaderRow { get; set; }

    public bool IsContents { get; set; }

    public void Append(string text, bool isInserted, bool isStruck)
    {
        _text.Append(text, isStruck);
        _hasChange |= isInserted;
    }

    public void ResetParagraph() => (Level, Depth, IsInTable, Label) = (0, 1, false, "");

    public void BeginAside(BlockRole role)
    {
        _outer.Push((_text.Take(), _role, IsInTable));
        (_role, IsInTable) = (role, false);
    }

    public void EndAside()
    {
        EndParagraph();
        if (!_outer.TryPop(out (string Text, BlockRole Role, bool IsInTable) outer))
            return;
        (string text, _role, IsInTable) = outer;
        _text.Append(text);
    }

    public void EndParagraph()
    {
        string text = _text.Take();
        if (IsInTable && _outer.Count == 0)
        {
            AddLine(text);
            return;
        }

        EndTable();
        if (text.Length > 0)
        {
            limits.TakePiece();
            Block block = Create(text) with
            {
                Role = IsContents && _role == BlockRole.Body ? BlockRole.Contents : _role,
                HasUnacceptedChanges = _hasChange,
            };
            (_role == BlockRole.Note ? _notes : _blocks).Add(block);
        }

        (_hasChange, Label) = (false, "");
        if (_outer.Count > 0)
            return;
        _blocks.AddRange(_notes);
        _notes.Clear();
    }

    public void EndCell()
    {
        if (_outer.Count > 0)
        {
            // A table in a header or a note is text there; the cells around it are not its own.
            EndParagraph();
            return;
        }

        AddLine(_text.Take());
        _cells.Add(string.Join('\n', _cellLines));
        _cellLines.Clear();
    }

    public void EndRow()
    {
        if (_outer.Count > 0)
            return;
        if (_cells.Exists(cell => cell.Length > 0))
        {
            limits.TakePiece();
            if (IsHeaderRow && _headerRows == _rows.Count)
                _headerRows++;
            _rows.Add(new TableRow([.. _cells]));
        }

        _cells.Clear();
    }

    public void EndDocument()
    {
        IsInTable = false;
        EndParagraph();
        EndTable();
        _blocks.AddRange(_notes);
    }

    private void AddLine(string text)
    {
        if (text.Length > 0)
            _cellLines.Add(Label.Length > 0 ? $"{Label} {text}" : text);
        Label = "";
    }

    private void EndTable()
    {
        if (_outer.Count > 0)
            return;
        if (_cells.Count > 0 || _cellLines.Count > 0)
        {
            EndCell();
            EndRow();
        }

        if (_rows.Count > 0)
        {
            _blocks.Add(
                new TableBlock(new BlockLocation(null), [.. _rows], _headerRows < _rows.Count ? _headerRows : 0)
            );
        }

        _rows.Clear();
        _headerRows = 0;
    }

    private Block Create(string text)
    {
        BlockLocation nowhere = new(null);
        string? number = Label.Any(char.IsLetterOrDigit) ? Label : null;
        if (Label.Length > 0 && Level == 0)
            return new ListItemBlock(nowhere, Depth, Label, text) { Number = number };
        (string? typed, string words) = Level > 0 ? PrintedNumbers.OfHeading(text) : PrintedNumbers.OfClause(text);
        if (number is not null)
            (typed, words) = (number, text);
        return Level > 0 ? new HeadingBlock(nowhere, Level, typed, words) : new TextBlock(nowhere, typed, words);
    }
}

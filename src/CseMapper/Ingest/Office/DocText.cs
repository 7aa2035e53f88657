using CseMapper.Ingest.Word;

namespace CseMapper.Ingest.Office;

/// <summary>Turns the characters of a .doc file into blocks (special characters: MS-DOC 2.4.1 and 2.8.25).</summary>
internal sealed class DocText(DocPieces pieces, DocRuns paragraphs, DocRuns characters, WordLimits limits)
{
    private readonly LimitedText _text = new(limits);
    /// <summary>Open fields: true while in the code, which is not printed, false in the result.</summary>
    private readonly Stack<bool> _fields = new();

    private readonly List<TableRow> _rows = [];
    private readonly List<string> _cells = [];
    private readonly List<string> _cellLines = [];
    private List<Block> _blocks = [];
    private BlockRole _role;
    private int _openCodes;
    private bool _hasChange;
    private bool _wasChange;
    private bool _wasHidden;

    public int HiddenWords { get; private set; }

    public int Changes { get; private set; }

    /// <summary>True when paragraphs belong to lists, whose numbers Word works out when it prints.</summary>
    public bool HasLists { get; private set; }

    public List<Block> Read(int from, int to, BlockRole role)
    {
        (_blocks, _role) = ([], role);
        _fields.Clear();
        _openCodes = 0;
        int last = 0;
        foreach ((string text, int place, int width) in pieces.Between(from, to))
        {
            for (int i = 0; i < text.Length && limits.MayGoOn(); i++)
            {
                last = place + (i * width);
                Take(text[i], last);
            }
        }

        EndParagraph(paragraphs.At(last));
        EndTable();
        return _blocks;
    }

    private void Take(char c, int place)
    {
        switch (c)
        {
            case '\x13':
                _fields.Push(true);
                _openCodes++;
                break;
            case '\x14' when _fields.TryPop(out bool wasCode):
                _fields.Push(false);
                _openCodes -= wasCode ? 1 : 0;
                break;
            case '\x15' when _fields.TryPop(out bool isCode):
                _openCodes -= isCode ? 1 : 0;
                break;
            case '\r' or '\f':
                EndParagraph(paragraphs.At(place));
                break;
            case '\a':
                EndCell(paragraphs.At(place));
                break;
            case '\v':
                Append('\n', place);
                break;
            case '\x1E':
                Append('-', place);
                break;
            case '\t' or >= ' ' and not '\x7F':
                Append(c == '\u00A0' ? ' ' : c, place);
                break;
            default:
                break;
        }
    }

    private void Append(char c, int place)
    {
        if (_openCodes > 0) return;
        DocFormat format = characters.At(place);
        bool isChange = format.IsDeleted || format.IsInserted;
        if (isChange && !_wasChange) Changes++;
        if (format.IsHidden && !_wasHidden) HiddenWords++;
        (_wasChange, _wasHidden) = (isChange, format.IsHidden);
        if (format.IsDeleted || format.IsHidden) return;
        _hasChange |= format.IsInserted;
        _text.Append(c);
    }

    private void EndParagraph(DocFormat format)
    {
        string text = _text.Take();
        if (format.IsInTable)
        {
            if (text.Length > 0) _cellLines.Add(text);
            return;
        }

        EndTable();
        if (text.Length == 0) return;
        limits.TakePiece();
        HasLists |= format.IsListItem;
        int level = format.Style is >= 1 and <= 9 ? format.Style : format.OutlineLevel;
        (string? number, string words) = level > 0 ? PrintedNumbers.OfHeading(text) : PrintedNumbers.OfClause(text);
        BlockLocation nowhere = new(null);
        Block block = level > 0 ? new HeadingBlock(nowhere, level, number, words)
            : format.IsListItem && number is null ? new ListItemBlock(nowhere, Math.Max(1, format.ListDepth), "•", text)
            : new TextBlock(nowhere, number, words);
        _blocks.Add(block with { Role = _role, HasUnacceptedChanges = _hasChange });
        _hasChange = false;
    }

    private void EndCell(DocFormat format)
    {
        if (format.IsRowEnd)
        {
            if (_cells.Exists(cell => cell.Length > 0)) _rows.Add(new TableRow([.. _cells]));
            _cells.Clear();
            return;
        }

        string text = _text.Take();
        if (text.Length > 0) _cellLines.Add(text);
        limits.TakePiece();
        _cells.Add(string.Join('\n', _cellLines));
        _cellLines.Clear();
    }

    private void EndTable()
    {
        if (_cellLines.Count > 0) EndCell(default);
        if (_cells.Exists(cell => cell.Length > 0)) _rows.Add(new TableRow([.. _cells]));
        _cells.Clear();
        if (_rows.Count > 0) _blocks.Add(new TableBlock(new BlockLocation(null), [.. _rows], 0) { Role = _role });
        _rows.Clear();
    }
}

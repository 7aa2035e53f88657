using System.Text;
using CseMapper.Documents.Containers;
using CseMapper.Documents.Text;
using CseMapper.Documents.Word.Assembly;
using CseMapper.Documents.Word.Lists;
using CseMapper.Documents.Word.Stories;
using CseMapper.Documents.Word.Styles;

namespace CseMapper.Documents.Doc;

/// <summary>Turns the characters of a .doc file into blocks (special characters: MS-DOC 2.4.1 and 2.8.25).</summary>
internal sealed class DocText(
    DocPieces pieces,
    DocRuns paragraphs,
    DocRuns characters,
    DocStyles styles,
    DocLists lists,
    DocFonts fonts,
    DocumentLimits limits
)
{
    private const int LongestCode = 256;

    private readonly LimitedText _text = new(limits);

    /// <summary>Open fields: true while in the code, which is not printed, false in the result.</summary>
    private readonly Stack<bool> _fields = new();

    /// <summary>The code of the field that was opened last.</summary>
    private readonly StringBuilder _code = new();

    private readonly AutoNumbers _numbers = new();
    private object _paragraph = new();

    private readonly List<TableRow> _rows = [];
    private readonly List<string> _cells = [];
    private readonly List<string> _cellLines = [];
    private readonly ListCounter _counter = new(new ListDefinitions(), new StyleSheet());
    private readonly ClauseNumbers _clauses = new();
    private readonly Queue<Cited> _cited = new();
    private readonly List<(int Blocks, Cited Note)> _placed = [];
    private List<Block> _blocks = [];
    private BlockRole _role;
    private int _headerRows;
    private int _openCodes;
    private bool _hasChange;
    private bool _wasChange;

    public int Changes { get; private set; }

    /// <summary>True when paragraphs belong to lists that the file does not describe.</summary>
    public bool HasUnknownLists { get; private set; }

    /// <summary>The main text, each note behind the paragraph or table that cites it; notes that nothing cites at the
    /// end.</summary>
    public List<Block> ReadBody(DocInformation information, DocNotes footnotes, DocNotes endnotes)
    {
        int footnotesAt = information.TextLength;
        int endnotesAt = information.Endnotes.From;
        Begin(BlockRole.Body);
        int last = 0;
        foreach ((string text, int first, int place, int width) in pieces.Between(0, information.TextLength))
        {
            for (int i = 0; i < text.Length && limits.MayGoOn(); i++)
            {
                last = place + (i * width);
                if (footnotes.CitedAt(first + i) is { } footnote)
                {
                    Cite(
                        text[i],
                        last,
                        ListFormat.Write(footnote + 1, "decimal"),
                        footnotesAt,
                        footnotes.TextOf(footnote)
                    );
                }
                else if (endnotes.CitedAt(first + i) is { } endnote)
                {
                    Cite(
                        text[i],
                        last,
                        ListFormat.Write(endnote + 1, "lowerRoman"),
                        endnotesAt,
                        endnotes.TextOf(endnote)
                    );
                }
                else
                {
                    Take(text[i], last);
                }
            }
        }

        EndParagraph(paragraphs.At(last));
        EndTable();
        List<Block> body = WithNotes(_blocks);
        if (footnotes.Count == 0)
            body.AddRange(Read(footnotesAt, footnotesAt + information.FootnotesLength, BlockRole.Note));
        if (endnotes.Count == 0)
            body.AddRange(Read(endnotesAt, endnotesAt + information.EndnotesLength, BlockRole.Note));
        return body;
    }

    private List<Block> WithNotes(List<Block> body)
    {
        List<Block> all = [];
        int done = 0;
        foreach ((int blocks, Cited note) in _placed)
        {
            all.AddRange(body[done..blocks]);
            done = blocks;
            List<Block> text = Read(note.From, note.To, BlockRole.Note);
            if (text is [TextBlock first, ..])
                text[0] = first with { Text = $"{note.Mark} {first.Text}".TrimStart() };
            all.AddRange(text);
        }

        all.AddRange(body[done..]);
        return all;
    }

    /// <summary>Headers, footers and text boxes.</summary>
    public List<Block> ReadOthers(DocInformation information) =>
        [
            .. Read(information.Running.From, information.Running.To, BlockRole.Header),
            .. Read(information.TextBoxes.From, information.TextBoxes.To, BlockRole.Aside),
        ];

    private List<Block> Read(int from, int to, BlockRole role)
    {
        Begin(role);
        int last = 0;
        foreach ((string text, _, int place, int width) in pieces.Between(from, to))
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

    private void Begin(BlockRole role)
    {
        (_blocks, _role) = ([], role);
        _fields.Clear();
        _openCodes = 0;
    }

    /// <summary>A note that counts has a code in the text; one with a sign of its author's has that sign.</summary>
    private void Cite(char c, int place, string number, int notesAt, (int From, int To) text)
    {
        string mark = c == '\x2' ? $"[{number}]" : "";
        if (mark.Length == 0)
            Take(c, place);
        foreach (char one in mark)
            Append(one, place);
        DocFormat format = characters.At(place);
        if (_openCodes == 0 && !format.IsDeleted && !LookAt(place, format).IsHidden)
            _cited.Enqueue(new Cited(mark, notesAt + text.From, notesAt + text.To));
    }

    private void Take(char c, int place)
    {
        switch (c)
        {
            case '\x13':
                _code.Clear();
                _fields.Push(true);
                _openCodes++;
                break;
            case '\x14' when _fields.TryPop(out bool wasCode):
                _fields.Push(false);
                _openCodes -= wasCode ? 1 : 0;
                break;
            case '\x15' when _fields.TryPop(out bool isCode):
                _openCodes -= isCode ? 1 : 0;
                if (isCode)
                    AppendNumber(place);
                break;
            case '\r' when characters.At(place) is { } mark && (mark.IsDeleted || LookAt(place, mark).IsHidden):
                // A mark that is not printed joins two paragraphs.
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
        if (_openCodes > 0)
        {
            if (_code.Length < LongestCode)
                _code.Append(c);
            return;
        }

        DocFormat format = characters.At(place);
        bool isChange = format.IsDeleted || format.IsInserted;
        if (isChange && !_wasChange)
            Changes++;
        _wasChange = isChange;
        DocLook look = LookAt(place, format);
        if (format.IsDeleted || look.IsHidden)
            return;
        _hasChange |= format.IsInserted;
        _text.Append(
            format.Symbol != 0 ? SymbolFonts.Decode(format.Symbol, fonts.Name(format.Font))
                : c is >= '\uF020' and <= '\uF0FF' ? SymbolFonts.Decode(c, fonts.Name(format.Font))
                : c,
            look.IsStruck
        );
    }

    /// <summary>A field without a result that makes a number.</summary>
    private void AppendNumber(int place)
    {
        DocFormat format = paragraphs.At(place);
        int heading = format.Style is >= 1 and <= 9 ? format.Style : format.OutlineLevel;
        int? listLevel = format.List > 0 ? format.ListDepth - 1 : null;
        string? number = _numbers.Next(_code.ToString(), heading > 0 ? heading - 1 : null, listLevel, _paragraph);
        foreach (char c in number ?? "")
            Append(c, place);
    }

    private DocLook LookAt(int place, DocFormat letters) => styles.LookOf(paragraphs.At(place).Style, letters);

    private void EndParagraph(DocFormat format)
    {
        string text = _text.Take();
        _paragraph = new object();
        // An empty paragraph of a list prints its number, so it counts.
        ListLabel? label = LabelOf(format);
        if (format.IsInTable)
        {
            if (text.Length > 0)
                _cellLines.Add(label is { Text.Length: > 0 } ? $"{label.Text} {text}" : text);
            return;
        }

        EndTable();
        if (text.Length == 0)
            return;
        limits.TakePiece();
        BlockRole role = format.IsContents && _role == BlockRole.Body ? BlockRole.Contents : _role;
        Add(
            (
                role == BlockRole.Contents
                    ? new TextBlock(new BlockLocation(null), null, text)
                    : Classify(text, format, label)
            ) with
            {
                Role = role,
                HasUnacceptedChanges = _hasChange,
            }
        );
        _hasChange = false;
    }

    private void Add(Block block)
    {
        _blocks.Add(block);
        while (_cited.TryDequeue(out Cited? note))
            _placed.Add((_blocks.Count, note));
    }

    private ListLabel? LabelOf(DocFormat format)
    {
        if (format.List == 0)
            return null;
        ListLabel? label = lists.Find(format.List) is { } list ? _counter.Count(list, format.ListDepth - 1) : null;
        HasUnknownLists |= label is null;
        return label;
    }

    private Block Classify(string text, DocFormat format, ListLabel? label)
    {
        BlockLocation nowhere = new(null);
        int level =
            BlockAssembler.IsSentence(text) ? 0
            : format.Style is >= 1 and <= 9 ? format.Style
            : format.OutlineLevel;
        if (level > 0)
        {
            (string? number, string words) = label is { Text.Length: > 0 }
                ? (label.Text, text)
                : PrintedNumbers.OfHeading(text);
            if (number is null)
                _clauses.Leave();
            else
                _clauses.Enter(number, label is { Text.Length: > 0 } ? label : null);
            return new HeadingBlock(nowhere, level, number, words);
        }

        if (label is { Text.Length: > 0 })
            return _clauses.ListedBlock(nowhere, label, text);
        (string? clause, string rest) = PrintedNumbers.OfClause(text);
        return format.List > 0 && label is null && clause is null
            ? new ListItemBlock(nowhere, Math.Max(1, format.ListDepth), "•", text)
            : new TextBlock(nowhere, clause, rest);
    }

    private void EndCell(DocFormat format)
    {
        if (format.IsRowEnd)
        {
            EndRow(format.IsHeaderRow);
            return;
        }

        string text = _text.Take();
        ListLabel? label = LabelOf(format);
        if (text.Length > 0)
            _cellLines.Add(label is { Text.Length: > 0 } ? $"{label.Text} {text}" : text);
        limits.TakePiece();
        _cells.Add(string.Join('\n', _cellLines));
        _cellLines.Clear();
    }

    private void EndRow(bool isHeader)
    {
        if (_cells.Exists(cell => cell.Length > 0))
        {
            if (isHeader && _headerRows == _rows.Count)
                _headerRows++;
            _rows.Add(new TableRow([.. _cells]));
        }

        _cells.Clear();
    }

    private void EndTable()
    {
        if (_cellLines.Count > 0)
            EndCell(default);
        EndRow(isHeader: false);
        if (_rows.Count > 0)
        {
            Add(
                new TableBlock(new BlockLocation(null), [.. _rows], _headerRows < _rows.Count ? _headerRows : 0)
                {
                    Role = _role,
                    HasUnacceptedChanges = _hasChange,
                }
            );
        }

        if (_rows.Count > 0)
            _hasChange = false;
        _rows.Clear();
        _headerRows = 0;
    }

    /// <summary>A note that the text cites: its mark and its characters.</summary>
    private sealed record Cited(string Mark, int From, int To);
}

using CseMapper.Documents;
using CseMapper.Pdf.Layout.Flows;
using CseMapper.Pdf.Layout.Lines;
using CseMapper.Pdf.Layout.Tables;

namespace CseMapper.Pdf.Layout.Structure;

/// <summary>Makes the blocks of the product out of what was found out about the lines.</summary>
internal sealed class BlockComposer(DocumentText document, ParagraphBuilder paragraphs, Hyphens hyphens)
{
    /// <summary>Text of a cell ends this many points before its border.</summary>
    private const float CellMargin = 4;

    private readonly ItemNumbers _numbers = new();
    private readonly TextBuffer _text = new();
    private readonly List<PageStart> _pageStarts = [];
    private bool _goesOn;

    /// <summary>Makes a block; blocks are made in reading order, since numbers of list items depend on what stands
    /// before them.</summary>
    public Block Compose(BlockDraft draft)
    {
        if (draft.Kind == DraftKind.Table)
            return ComposeTable(draft);
        Block block = ComposeText(draft);
        _numbers.Pass(block);
        return block;
    }

    private Block ComposeText(BlockDraft draft)
    {
        ref PrintedLine first = ref document.Lines[draft.Lines[0]];
        int cut =
            draft.Kind == DraftKind.Paragraph && draft.Label.Kind is not (LabelKind.Sectioned or LabelKind.Named)
                ? 0
                : draft.Label.TextStart;
        string? label = cut > 0 ? document.TextOf(first)[..draft.Label.Length].ToString() : null;
        string text = Join(draft.Lines, cut);
        if (draft.Role == LineRole.Note)
            text = FootNotes.WithMark(text);
        BlockLocation location = LocationOf(draft, first.Page);
        bool isItem =
            draft.Kind == DraftKind.ListItem && draft.Label.Kind is not (LabelKind.Sectioned or LabelKind.Named);
        Block block = draft.Kind switch
        {
            DraftKind.Heading => new HeadingBlock(
                location,
                draft.Level,
                label is null || draft.Label.IsBullet ? null : label.TrimEnd('.', ':'),
                text
            )
            {
                IsGuessed = !draft.IsTagged,
            },
            _ when isItem => new ListItemBlock(location, draft.Level, label ?? "", text)
            {
                Number = _numbers.NumberOf(draft.Level, label ?? ""),
            },
            _ => new TextBlock(location, label?.TrimEnd('.', ':'), text),
        };
        return block with
        {
            Role = RoleOf(draft.Role),
            IsRecognised = IsRecognised(first.Page),
            IsCovered = first.Is(LineFlags.Covered),
            PageStarts = _pageStarts.Count == 0 ? [] : [.. _pageStarts],
        };
    }

    private TableBlock ComposeTable(BlockDraft draft)
    {
        PrintedTable table = document.Tables[draft.Table];
        SortedDictionary<int, List<int>> cells = [];
        foreach (int line in draft.Lines)
        {
            int cell = document.Lines[line].Cell;
            if (!cells.TryGetValue(cell, out List<int>? own))
                cells.Add(cell, own = []);
            own.Add(line);
        }

        List<TableRow> rows = [];
        foreach (
            IGrouping<int, KeyValuePair<int, List<int>>> row in cells.GroupBy(cell => cell.Key / table.ColumnCount)
        )
        {
            string[] texts = new string[table.ColumnCount];
            Array.Fill(texts, "");
            foreach ((int cell, List<int> lines) in row)
                texts[cell % table.ColumnCount] = CellText(lines, table.RightEdges[cell % table.ColumnCount]);
            rows.Add(new TableRow(texts, document.Lines[row.First().Value[0]].Page));
        }

        int page = document.Lines[draft.Lines[0]].Page;
        return new TableBlock(
            LocationOf(draft, page),
            rows,
            Math.Min(rows.Count, TableHeaders.Count(document, draft, table))
        )
        {
            Role = RoleOf(draft.Role),
            IsRecognised = IsRecognised(page),
            IsCovered = draft.Lines.Exists(line => document.Lines[line].Is(LineFlags.Covered)),
        };
    }

    /// <summary>The paragraphs of a cell, each on a line of its own.</summary>
    private string CellText(List<int> lines, float rightEdge)
    {
        List<BlockDraft> parts = paragraphs.BuildCell(lines, rightEdge - CellMargin);
        return parts.Count == 1
            ? Join(parts[0].Lines, 0)
            : string.Join('\n', parts.Select(part => Join(part.Lines, 0)));
    }

    /// <summary>The text of lines that belong together, from a place in the first on.</summary>
    private string Join(List<int> lines, int cut)
    {
        _text.Clear();
        _pageStarts.Clear();
        int page = document.Lines[lines[0]].Page;
        foreach (int index in lines)
        {
            ref PrintedLine line = ref document.Lines[index];
            ReadOnlySpan<char> text = document.TextOf(line)[Math.Min(cut, line.TextLength)..].Trim();
            cut = 0;
            AddJoint(text);
            if (line.Page != page)
            {
                page = line.Page;
                _pageStarts.Add(new(_text.Length, page));
            }

            AddLetters(_goesOn ? text[LineText.StruckOut.Length..] : text);
            _goesOn = false;
        }

        if (_text.Length > 0 && _text.Span[^1] == '\u00AD')
        {
            _text.Cut(_text.Length - 1);
            _text.Append('-');
        }

        return _text.ToString();
    }

    /// <summary>A soft hyphen inside a line is printed as a hyphen; at its end it says that the word is broken. Gaps
    /// inside a line are spaces.</summary>
    private void AddLetters(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char letter = text[i];
            if (letter == '\t')
                _text.Append(' ');
            else if (letter == '\u00AD' && i + 1 < text.Length)
                _text.Append('-');
            else
                _text.Append(letter);
        }
    }

    private void AddJoint(ReadOnlySpan<char> next)
    {
        if (_text.Length == 0)
            return;
        // What is struck out over several lines is marked as one.
        if (_text.Span.EndsWith(LineText.StruckOut) && next.StartsWith(LineText.StruckOut))
        {
            _text.Cut(_text.Length - LineText.StruckOut.Length);
            _goesOn = true;
        }

        switch (hyphens.Between(_text.Span, next))
        {
            case Hyphens.Joint.Whole:
                _text.Cut(_text.Length - 1);
                break;
            case Hyphens.Joint.Space:
                _text.Append(' ');
                break;
            default:
                break;
        }
    }

    private bool IsRecognised(int page) => document.Pages[page - 1].State == PdfPageState.Recognised;

    private BlockLocation LocationOf(BlockDraft draft, int page)
    {
        BlockBox box = document.Lines[draft.Lines[0]].Box;
        foreach (int index in draft.Lines)
        {
            if (document.Lines[index].Page == page)
                box = box.Union(document.Lines[index].Box);
        }

        return PlaceOf(page, box);
    }

    /// <summary>A box without width is none: the file places what it holds nowhere.</summary>
    public static BlockLocation PlaceOf(int page, in BlockBox box) => new(page, Box: box.Width > 0 ? box : null);

    private static BlockRole RoleOf(LineRole role) =>
        role switch
        {
            LineRole.Header => BlockRole.Header,
            LineRole.Footer => BlockRole.Footer,
            LineRole.Note => BlockRole.Note,
            LineRole.Contents => BlockRole.Contents,
            LineRole.Annotation => BlockRole.Annotation,
            LineRole.FormField => BlockRole.FormField,
            _ => BlockRole.Body,
        };
}

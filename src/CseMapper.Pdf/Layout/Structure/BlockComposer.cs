using CseMapper.Pdf.Layout.Flows;
using CseMapper.Pdf.Layout.Lines;
using CseMapper.Pdf.Layout.Tables;

namespace CseMapper.Pdf.Layout.Structure;

/// <summary>Makes the blocks of the product out of what was found out about the lines.</summary>
internal sealed class BlockComposer(DocumentText document, ParagraphBuilder paragraphs, Hyphens hyphens)
{
    /// <summary>Text of a cell ends this many points before its border.</summary>
    private const float CellMargin = 4;

    private readonly TextBuffer _text = new();
    private readonly List<PdfPageStart> _pageStarts = [];

    public PdfBlock Compose(BlockDraft draft)
    {
        if (draft.Kind == DraftKind.Table)
            return ComposeTable(draft);
        ref PrintedLine first = ref document.Lines[draft.Lines[0]];
        int cut =
            draft.Kind == DraftKind.Paragraph && draft.Label.Kind is not (LabelKind.Sectioned or LabelKind.Named)
                ? 0
                : draft.Label.TextStart;
        string? label = cut > 0 ? document.TextOf(first)[..draft.Label.Length].ToString() : null;
        string text = Join(draft.Lines, cut);
        if (draft.Role == LineRole.Note)
            text = FootNotes.WithMark(text);
        PdfBox box = BoxOf(draft, first.Page);
        bool isItem =
            draft.Kind == DraftKind.ListItem && draft.Label.Kind is not (LabelKind.Sectioned or LabelKind.Named);
        PdfBlock block = draft.Kind switch
        {
            DraftKind.Heading => new PdfHeading(
                first.Page,
                box,
                draft.Level,
                label is null || draft.Label.IsBullet ? null : label.TrimEnd('.', ':'),
                text
            ),
            _ when isItem => new PdfListItem(first.Page, box, draft.Level, label ?? "", text),
            _ => new PdfParagraph(first.Page, box, label?.TrimEnd('.', ':'), text),
        };
        return block with
        {
            Role = RoleOf(draft.Role),
            IsTagged = draft.IsTagged,
            PageStarts = _pageStarts.Count == 0 ? [] : [.. _pageStarts],
        };
    }

    private PdfTable ComposeTable(BlockDraft draft)
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

        List<PdfTableRow> rows = [];
        foreach (
            IGrouping<int, KeyValuePair<int, List<int>>> row in cells.GroupBy(cell => cell.Key / table.ColumnCount)
        )
        {
            string[] texts = new string[table.ColumnCount];
            Array.Fill(texts, "");
            foreach ((int cell, List<int> lines) in row)
                texts[cell % table.ColumnCount] = CellText(lines, table.RightEdges[cell % table.ColumnCount]);
            rows.Add(new PdfTableRow(document.Lines[row.First().Value[0]].Page, texts));
        }

        int page = document.Lines[draft.Lines[0]].Page;
        return new PdfTable(
            page,
            BoxOf(draft, page),
            rows,
            Math.Min(rows.Count, TableHeaders.Count(document, draft, table))
        )
        {
            Role = RoleOf(draft.Role),
            IsTagged = table.IsTagged,
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

            AddLetters(text);
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

    private PdfBox BoxOf(BlockDraft draft, int page)
    {
        PdfBox box = document.Lines[draft.Lines[0]].Box;
        foreach (int index in draft.Lines)
        {
            if (document.Lines[index].Page == page)
                box = box.Union(document.Lines[index].Box);
        }

        return box;
    }

    private static PdfBlockRole RoleOf(LineRole role) =>
        role switch
        {
            LineRole.Header => PdfBlockRole.Header,
            LineRole.Footer => PdfBlockRole.Footer,
            LineRole.Note => PdfBlockRole.Note,
            LineRole.Contents => PdfBlockRole.Contents,
            LineRole.Annotation => PdfBlockRole.Annotation,
            LineRole.FormField => PdfBlockRole.FormField,
            _ => PdfBlockRole.Body,
        };
}

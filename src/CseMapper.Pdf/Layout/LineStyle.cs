using CseMapper.Pdf.Text;

namespace CseMapper.Pdf.Layout;

/// <summary>Finds the look of a line: the style of most of its letters, and what holds for all of them.</summary>
internal sealed class LineStyle
{
    private readonly List<(ushort Style, int Letters)> _counts = [];
    private int _bold;
    private int _italic;
    private int _invisible;
    private int _artifact;
    private ArtifactKind _kind;
    private FieldKind _field;
    private int _runMark;
    private int _runLetters;
    private int _markLetters;

    public int Letters { get; private set; }

    public ushort Style { get; private set; }

    /// <summary>The mark of most of its letters.</summary>
    public int Mark { get; private set; }

    public LineFlags Flags => Flag(_bold, LineFlags.Bold) | Flag(_italic, LineFlags.Italic)
        | Flag(_invisible, LineFlags.Invisible) | Flag(_artifact, LineFlags.Artifact);

    /// <summary>The role that its marks name; body where they name none.</summary>
    public LineRole Role => _field == FieldKind.FormField ? LineRole.FormField : _field == FieldKind.Annotation ? LineRole.Annotation : _artifact != Letters ? LineRole.Body : _kind switch
    {
        ArtifactKind.Header => LineRole.Header,
        ArtifactKind.Footer => LineRole.Footer,
        _ => LineRole.Body,
    };

    public void Clear()
    {
        _counts.Clear();
        _markLetters = 0;
        _runLetters = 0;
        Mark = 0;
        Letters = _bold = _italic = _invisible = _artifact = 0;
        _kind = ArtifactKind.None;
        _field = FieldKind.None;
    }

    public void Add(in TextLine line, LineSet lines, PageText page)
    {
        foreach (ref TextPiece piece in lines.PiecesOf(line, page))
        {
            int count = piece.TextLength;
            ref readonly TextStyle style = ref page.Styles[piece.Style];
            Letters += count;
            if (style.IsBold) _bold += count;
            if (style.IsItalic) _italic += count;
            if (piece.Is(PieceFlags.Invisible)) _invisible += count;
            MarkedContent mark = page.Marks[piece.Mark];
            _field = mark.Field;
            if (mark.Artifact != ArtifactKind.None)
            {
                _artifact += count;
                _kind = mark.Artifact;
            }

            CountMark(piece.Mark, count);
            Count(piece.Style, count);
        }
    }

    /// <summary>Letters of one mark stand together, so that the longest run is the mark of most letters.</summary>
    private void CountMark(int mark, int letters)
    {
        if (mark != _runMark) _runLetters = 0;
        _runMark = mark;
        _runLetters += letters;
        if (_runLetters <= _markLetters) return;
        _markLetters = _runLetters;
        Mark = mark;
    }

    private void Count(ushort style, int letters)
    {
        int at = 0;
        while (at < _counts.Count && _counts[at].Style != style) at++;
        if (at == _counts.Count) _counts.Add((style, letters));
        else _counts[at] = (style, _counts[at].Letters + letters);
        if (_counts.Count == 1 || _counts[at].Letters > BestCount()) Style = style;
    }

    private int BestCount()
    {
        foreach ((ushort style, int letters) in _counts)
        {
            if (style == Style) return letters;
        }

        return 0;
    }

    private LineFlags Flag(int count, LineFlags flag) => count > 0 && count == Letters ? flag : LineFlags.None;
}

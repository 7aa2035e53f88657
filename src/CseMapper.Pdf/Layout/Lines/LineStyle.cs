using CseMapper.Pdf.Text;
using CseMapper.Pdf.Text.Interpreting;

namespace CseMapper.Pdf.Layout.Lines;

/// <summary>Finds the look of a line: the mark of most of its letters, and what holds for all of them.</summary>
internal sealed class LineStyle
{
    private int _letters;
    private int _bold;
    private int _artifact;
    private ArtifactKind _kind;
    private FieldKind _field;
    private int _runMark;
    private int _runLetters;
    private int _markLetters;

    /// <summary>The mark of most of its letters.</summary>
    public int Mark { get; private set; }

    public LineFlags Flags => _bold > 0 && _bold == _letters ? LineFlags.Bold : LineFlags.None;

    /// <summary>The role that its marks name; body where they name none.</summary>
    public LineRole Role =>
        _field == FieldKind.FormField ? LineRole.FormField
        : _field == FieldKind.Annotation ? LineRole.Annotation
        : _artifact != _letters ? LineRole.Body
        : _kind switch
        {
            ArtifactKind.Header => LineRole.Header,
            ArtifactKind.Footer => LineRole.Footer,
            _ => LineRole.Body,
        };

    public void Clear()
    {
        _markLetters = 0;
        _runLetters = 0;
        Mark = 0;
        _letters = _bold = _artifact = 0;
        _kind = ArtifactKind.None;
        _field = FieldKind.None;
    }

    public void Add(in TextLine line, LineSet lines, PageText page)
    {
        foreach (ref TextPiece piece in lines.PiecesOf(line, page))
        {
            int count = piece.TextLength;
            _letters += count;
            if (page.Styles[piece.Style].IsBold)
                _bold += count;
            MarkedContent mark = page.Marks[piece.Mark];
            _field = mark.Field;
            if (mark.Artifact != ArtifactKind.None)
            {
                _artifact += count;
                _kind = mark.Artifact;
            }

            CountMark(piece.Mark, count);
        }
    }

    /// <summary>Letters of one mark stand together, so that the longest run is the mark of most letters.</summary>
    private void CountMark(int mark, int letters)
    {
        if (mark != _runMark)
            _runLetters = 0;
        _runMark = mark;
        _runLetters += letters;
        if (_runLetters <= _markLetters)
            return;
        _markLetters = _runLetters;
        Mark = mark;
    }
}

using System.Runtime.InteropServices;
using CseMapper.Pdf.Layout.Lines;
using CseMapper.Pdf.Text;

namespace CseMapper.Pdf.Layout.Structure;

/// <summary>All lines of a document in reading order, page by page: what is kept of the pages until the whole document
/// is understood.</summary>
/// <param name="styles">The document's styles.</param>
/// <param name="mostText">Longest text that is kept, in characters.</param>
internal sealed class DocumentText(StyleTable styles, int mostText)
{
    private readonly List<PrintedLine> _lines = [];
    private char[] _text = new char[4096];
    private int _textLength;
    private int _otherLength;

    public StyleTable Styles { get; } = styles;

    public List<PrintedPage> Pages { get; } = [];

    public Span<PrintedLine> Lines => CollectionsMarshal.AsSpan(_lines);

    public List<PrintedTable> Tables { get; } = [];

    public int FlowCount { get; set; }

    /// <summary>True when the limit was reached and lines were left out.</summary>
    public bool IsCut { get; private set; }

    public ReadOnlySpan<char> TextOf(in PrintedLine line) => _text.AsSpan(line.TextStart, line.TextLength);

    public Span<PrintedLine> LinesOf(PrintedPage page) => Lines.Slice(page.FirstLine, page.LineCount);

    public void Add(in PrintedLine line, ReadOnlySpan<char> text)
    {
        if (!HasRoom(text.Length))
            return;
        if (_textLength + text.Length > _text.Length)
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _textLength + text.Length));
        text.CopyTo(_text.AsSpan(_textLength));
        _lines.Add(line with { TextStart = _textLength, TextLength = text.Length });
        _textLength += text.Length;
    }

    /// <summary>Counts text of the document that is kept elsewhere.</summary>
    /// <returns>False when there is no room for it.</returns>
    public bool Counts(int length)
    {
        if (!HasRoom(length))
            return false;
        _otherLength += length;
        return true;
    }

    private bool HasRoom(int length)
    {
        bool hasRoom = (long)_textLength + _otherLength + length <= mostText;
        IsCut |= !hasRoom;
        return hasRoom;
    }
}

/// <summary>What is kept of a page besides its lines.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Width">As shown, in points.</param>
/// <param name="Height">As shown, in points.</param>
/// <param name="FirstLine">Index of its first line in the document.</param>
internal sealed record PrintedPage(int Number, float Width, float Height, int FirstLine)
{
    public int LineCount { get; set; }

    /// <summary>Whether its text could be read.</summary>
    public PdfPageState State { get; init; }

    /// <summary>How sure text recognition was, 0 to 1; null where the file itself holds the text.</summary>
    public float? Confidence { get; init; }

    /// <summary>Remarks and form fields; what they draw are lines as well, but make no blocks.</summary>
    public List<PageField> Fields { get; } = [];

    /// <summary>True when text lies under an opaque area.</summary>
    public bool HasCoveredText { get; set; }

    /// <summary>True when the order of the content stream makes no sense and the order of the layout is used for the
    /// text as well.</summary>
    public bool IsStreamChaotic { get; set; }
}

/// <summary>A table as the analysis of the whole document keeps it.</summary>
/// <param name="Page">The page on which it begins, counted from 1.</param>
/// <param name="RowCount">How many rows it has, empty ones included.</param>
/// <param name="ColumnCount">How many columns.</param>
/// <param name="RightEdges">Where the text of each column ends.</param>
internal sealed record PrintedTable(int Page, int RowCount, int ColumnCount, float[] RightEdges)
{
    /// <summary>How many of the first rows the tags call headings; null where there are no tags.</summary>
    public int? HeaderRows { get; init; }

    public bool IsTagged { get; init; }
}

using CseMapper.Documents;
using CseMapper.Pdf.Fonts;
using CseMapper.Pdf.Text.Interpreting;

namespace CseMapper.Pdf.Text;

/// <summary>
/// What a page's content streams draw, as far as text needs it: pieces of text in the order of the stream, their marks,
/// ruling lines and pictures. One instance serves all pages of a document, so that reading a page allocates next to
/// nothing.
/// </summary>
internal sealed class PageText(StyleTable styles)
{
    /// <summary>The <see cref="TextPiece.Font"/> of text that no font gave.</summary>
    public const ushort NoFont = ushort.MaxValue;

    /// <summary>Letters of one page; a novel has fewer.</summary>
    public const int MostLetters = 2_000_000;

    /// <summary>A page with more fonts than this takes the rest for the last.</summary>
    private const int MostFonts = 512;

    /// <summary>A picture that covers this share of a page without text may hold it.</summary>
    private const float ScannedShare = 0.35f;

    /// <summary>Fewer letters that nobody knows are ornaments.</summary>
    private const int UnreadableFrom = 10;

    private char[] _text = new char[8192];
    private TextPiece[] _pieces = new TextPiece[1024];

    public StyleTable Styles { get; } = styles;

    /// <summary>The page as shown, in points: its width.</summary>
    public float Width { get; set; }

    /// <summary>The page as shown, in points: its height.</summary>
    public float Height { get; set; }

    public int PieceCount { get; private set; }

    public int TextLength { get; private set; }

    public Span<TextPiece> Pieces => _pieces.AsSpan(0, PieceCount);

    /// <summary>Marked-content contexts; number 0 is none.</summary>
    public List<MarkedContent> Marks { get; } = [MarkedContent.None];

    /// <summary>Writing directions met on the page; number 0 is upright.</summary>
    public List<TextDirection> Directions { get; } = [TextDirection.Upright];

    /// <summary>Fonts met on the page.</summary>
    public List<PdfFont> Fonts { get; } = [];

    public List<PageRule> Rules { get; } = [];

    /// <summary>Opaque areas painted over text.</summary>
    public List<PageCover> Covers { get; } = [];

    /// <summary>Thin pictures, which may be lines through words.</summary>
    public List<BlockBox> Bars { get; } = [];

    /// <summary>What remarks strike out.</summary>
    public List<BlockBox> StruckAreas { get; } = [];

    /// <summary>Values of form fields, and what was typed onto the page.</summary>
    public List<TypedText> Typed { get; } = [];

    /// <summary>Pictures in the order of drawing.</summary>
    public List<PageImage> Images { get; } = [];

    /// <summary>Remarks and form fields.</summary>
    public List<PageField> Fields { get; } = [];

    /// <summary>Characters that no font could name, and such as a font gave that are no language.</summary>
    public int UnknownLetters { get; set; }

    /// <summary>The other characters.</summary>
    public int KnownLetters { get; set; }

    /// <summary>How sure text recognition was of the page's words, 0 to 1; null where the file itself holds
    /// them.</summary>
    public float? Confidence { get; set; }

    /// <summary>Whether its text could be read.</summary>
    public PdfPageState State
    {
        get
        {
            if (Confidence is not null)
                return PdfPageState.Recognised;
            if (UnknownLetters >= UnreadableFrom && UnknownLetters > KnownLetters)
                return PdfPageState.Unreadable;
            if (KnownLetters > 0)
                return PdfPageState.HasText;
            return PictureShare() >= ScannedShare ? PdfPageState.NeedsRecognition : PdfPageState.Empty;
        }
    }

    public ReadOnlySpan<char> TextOf(in TextPiece piece) => _text.AsSpan(piece.TextStart, piece.TextLength);

    public Span<char> Text(int start, int length) => _text.AsSpan(start, length);

    public void Clear()
    {
        PieceCount = 0;
        TextLength = 0;
        UnknownLetters = 0;
        KnownLetters = 0;
        Confidence = null;
        Marks.RemoveRange(1, Marks.Count - 1);
        Directions.RemoveRange(1, Directions.Count - 1);
        Fonts.Clear();
        Rules.Clear();
        Covers.Clear();
        Bars.Clear();
        StruckAreas.Clear();
        Typed.Clear();
        Images.Clear();
        Fields.Clear();
    }

    /// <returns>The font's place in <see cref="Fonts"/>, made where it has none.</returns>
    public ushort FontIndex(PdfFont font)
    {
        for (int i = Fonts.Count - 1; i >= 0; i--)
        {
            if (ReferenceEquals(Fonts[i], font))
                return (ushort)i;
        }

        if (Fonts.Count >= MostFonts)
            return MostFonts - 1;
        Fonts.Add(font);
        return (ushort)(Fonts.Count - 1);
    }

    public void Append(char letter)
    {
        if (TextLength == _text.Length)
            Array.Resize(ref _text, TextLength * 2);
        _text[TextLength++] = letter;
    }

    public void Append(ReadOnlySpan<char> letters)
    {
        if (TextLength + letters.Length > _text.Length)
            Array.Resize(ref _text, Math.Max(TextLength * 2, TextLength + letters.Length));
        letters.CopyTo(_text.AsSpan(TextLength));
        TextLength += letters.Length;
    }

    public ref TextPiece AddPiece()
    {
        if (PieceCount == _pieces.Length)
            Array.Resize(ref _pieces, PieceCount * 2);
        ref TextPiece piece = ref _pieces[PieceCount++];
        piece = default;
        return ref piece;
    }

    /// <summary>The letters of a piece as a box on the page: what a line of them is high, without what hangs below or
    /// rises above.</summary>
    public BlockBox BoxOf(in TextPiece piece)
    {
        TextDirection direction = Directions[piece.Direction];
        float above = direction.IsVertical ? 0.5f : 0.7f,
            below = direction.IsVertical ? 0.5f : 0;
        return direction.ToPage(piece.U0, piece.V - (above * piece.Size), piece.U1, piece.V + (below * piece.Size));
    }

    private float PictureShare()
    {
        float largest = 0;
        foreach (PageImage image in Images)
        {
            float width = Math.Min(image.Box.Right, Width) - Math.Max(image.Box.Left, 0);
            float height = Math.Min(image.Box.Bottom, Height) - Math.Max(image.Box.Top, 0);
            if (width > 0 && height > 0)
                largest = Math.Max(largest, width * height);
        }

        return largest / Math.Max(1, Width * Height);
    }

    /// <summary>Drops pieces from the end on.</summary>
    public void CutPieces(int count) => PieceCount = count;
}

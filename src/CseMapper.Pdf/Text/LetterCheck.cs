using CseMapper.Pdf.Fonts;
using CseMapper.Pdf.Fonts.Letters;
using CseMapper.Pdf.Text.Interpreting;

namespace CseMapper.Pdf.Text;

/// <summary>
/// Looks at what each font of a document makes of its codes: a font whose text is no language is mended where a
/// constant shift, the encoding or the embedded program's own names make language of it, and otherwise its text is left
/// out, so that nobody is shown gibberish. A font is judged on its first few hundred letters; after that looking costs
/// nothing.
/// </summary>
/// <param name="fonts">The document's fonts, where a mended one takes the place of the other.</param>
internal sealed class LetterCheck(FontCache fonts)
{
    private const int MostKept = 1024;

    private readonly Dictionary<PdfFont, FontLetters> _letters = new(ReferenceEqualityComparer.Instance);
    private readonly List<FontLetters> _ofPage = [];
    private readonly LetterTally _scattered = new();
    private LetterShift? _known;

    /// <summary>Judges the fonts of a page that has just been read.</summary>
    /// <returns>True where a font was mended, so that the page is to be read again.</returns>
    public bool MendsFonts(PageText page)
    {
        FindFonts(page);
        if (_ofPage.TrueForAll(static letters => letters.IsSettled))
            return false;
        foreach (ref TextPiece piece in page.Pieces)
        {
            if (Of(piece) is { IsSettled: false } letters)
                letters.Add(page.TextOf(piece));
        }

        bool isMended = false;
        for (int i = 0; i < page.Fonts.Count; i++)
        {
            if (_ofPage[i].Decide(_known) is not { } better)
                continue;
            fonts.Replace(page.Fonts[i], better);
            _letters[better] = _ofPage[i];
            _known = _ofPage[i].Shift ?? _known;
            isMended = true;
        }

        return isMended;
    }

    /// <summary>Takes out the text of fonts that could not be mended, and writes U+FFFD for single letters nobody
    /// knows.</summary>
    public void Clean(PageText page)
    {
        FindFonts(page);
        page.UnknownLetters = page.KnownLetters = 0;
        bool isScattered = IsScatteredGibberish(page);
        foreach (ref TextPiece piece in page.Pieces)
        {
            if (piece.Is(PieceFlags.Removed))
                continue;
            Span<char> text = page.Text(piece.TextStart, piece.TextLength);
            bool isGibberish =
                Of(piece) is { } letters && (letters.IsUnreadable || (isScattered && letters.IsUnjudged));
            int unknown = isGibberish ? text.Length : Blank(text);
            page.KnownLetters += text.Length - unknown;
            if (unknown == 0)
                continue;
            page.UnknownLetters += unknown;
            piece.Flags |= PieceFlags.UnknownLetters;
            if (isGibberish || (unknown == text.Length && unknown > 1))
                piece.Flags |= PieceFlags.Removed;
        }
    }

    /// <summary>Fonts that have a few letters each, as in files that make a font for every line, are judged together,
    /// page by page.</summary>
    private bool IsScatteredGibberish(PageText page)
    {
        if (_ofPage.TrueForAll(static letters => !letters.IsUnjudged))
            return false;
        _scattered.Reset();
        foreach (ref TextPiece piece in page.Pieces)
        {
            if (Of(piece) is { IsUnjudged: true })
                _scattered.Add(page.TextOf(piece));
        }

        return _scattered.Judge() == LetterVerdict.Gibberish;
    }

    /// <returns>What is known of the font that gave a piece; null for text that no font gave.</returns>
    private FontLetters? Of(in TextPiece piece) =>
        piece.Font < _ofPage.Count && !piece.Is(PieceFlags.Removed | PieceFlags.Replaced) ? _ofPage[piece.Font] : null;

    private void FindFonts(PageText page)
    {
        if (_letters.Count > MostKept)
            _letters.Clear();
        _ofPage.Clear();
        foreach (PdfFont font in page.Fonts)
        {
            if (!_letters.TryGetValue(font, out FontLetters? letters))
                _letters.Add(font, letters = new FontLetters(font));
            _ofPage.Add(letters);
        }
    }

    private static int Blank(Span<char> text)
    {
        if (!text.ContainsAnyInRange(LetterShift.FirstPlaceholder, '\uFFFD'))
            return 0;
        int unknown = 0;
        foreach (ref char letter in text)
        {
            if (letter is not ((>= LetterShift.FirstPlaceholder and <= LetterShift.LastPlaceholder) or '\uFFFD'))
                continue;
            letter = '\uFFFD';
            unknown++;
        }

        return unknown;
    }
}

using System.Text;

namespace CseMapper.Pdf.Fonts.Letters;

/// <summary>The text that a font gave so far, what it was judged to be, and what is tried to mend it.</summary>
internal sealed class FontLetters
{
    /// <summary>Letters after which a font that gives language is believed for good.</summary>
    private const int Enough = 600;

    private const int LongestSample = 3000;

    /// <summary>Mean logarithm a character below which a text that is not gibberish for certain is worth a
    /// trial.</summary>
    private const double Doubtful = -4.6;

    /// <summary>Fewer letters than these are a sign or a bullet.</summary>
    private const int FewestLetters = 4;

    private readonly LetterTally _tally = new();
    private readonly StringBuilder _sample = new();
    private readonly Queue<LetterSource> _untried = new([LetterSource.Encoding, LetterSource.Program]);
    private readonly PdfFont _original;
    private PdfFont _current;
    private int _nextTry = 32;
    private bool _isJudged;

    /// <param name="font">The font as its dictionary describes it.</param>
    public FontLetters(PdfFont font)
    {
        _original = font;
        _current = font;
    }

    /// <summary>The shift that mended the font, null where none did.</summary>
    public LetterShift? Shift { get; private set; }

    /// <summary>True when the font has been judged for good.</summary>
    public bool IsSettled { get; private set; }

    /// <summary>True when the font's text is no language and nothing mends it.</summary>
    public bool IsUnreadable { get; private set; }

    /// <summary>True while the font has given too few letters to be judged by itself.</summary>
    public bool IsUnjudged => !IsSettled && _tally.Visible < LetterTally.Least;

    public void Add(ReadOnlySpan<char> text)
    {
        if (IsSettled)
            return;
        _tally.Add(text);
        if (_sample.Length < LongestSample)
            _sample.Append(text[..Math.Min(text.Length, LongestSample)]).Append(' ');
        _isJudged = false;
    }

    /// <summary>Judges the text so far.</summary>
    /// <param name="known">A shift that mended another font of the document, null where none did.</param>
    /// <returns>Another form of the font to try, null where the present one stays.</returns>
    public PdfFont? Decide(LetterShift? known)
    {
        if (IsSettled || _isJudged)
            return null;
        _isJudged = true;
        LetterVerdict verdict = _tally.Judge();
        if (verdict == LetterVerdict.Readable && _tally.Visible >= Enough)
            IsSettled = true;
        return verdict == LetterVerdict.Gibberish ? Next() : MendDoubtful(known);
    }

    /// <summary>A few words are too few to call gibberish, but may be enough to see that a shift makes language of
    /// them.</summary>
    private PdfFont? MendDoubtful(LetterShift? known)
    {
        if (_tally.Visible < FewestLetters || _tally.Fit() > Doubtful)
            return null;
        LetterShift? shift = known is not null && known.Suits(_sample.ToString()) ? known : null;
        if (shift is null && _tally.Visible >= _nextTry)
        {
            _nextTry = _tally.Visible * 2;
            shift = LetterShift.Find(_sample.ToString());
        }

        return shift is null ? null : Mend(shift);
    }

    private PdfFont? Next()
    {
        if (LetterShift.Find(_sample.ToString()) is { } shift)
            return Mend(shift);
        while (_untried.TryDequeue(out LetterSource source))
        {
            if (_original.From(source) is { } other)
                return Use(other, isSettled: false);
        }

        IsUnreadable = true;
        return ReferenceEquals(_current, _original) ? Settle() : Use(_original, isSettled: true);
    }

    private PdfFont Mend(LetterShift shift)
    {
        Shift = shift;
        return Use(new MendedFont(_current, shift), isSettled: true);
    }

    private PdfFont? Settle()
    {
        IsSettled = true;
        return null;
    }

    private PdfFont Use(PdfFont other, bool isSettled)
    {
        _current = other;
        IsSettled = isSettled;
        _tally.Reset();
        _sample.Clear();
        return other;
    }
}

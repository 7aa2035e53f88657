using CseMapper.Pdf.Fonts.Simple;

namespace CseMapper.Pdf.Fonts.Letters;

/// <summary>
/// Letters that all stand a constant number away from where they should, as in fonts whose codes are the glyphs'
/// indexes: in nearly all TrueType fonts glyph 36 is "A", which is 29 less than its code.
/// </summary>
internal sealed class LetterShift
{
    /// <summary>Where a font puts the number of a code whose letter it cannot tell, so that a shift can still be found:
    /// U+E000 plus the number.</summary>
    public const char FirstPlaceholder = '\uE000';

    public const char LastPlaceholder = '\uF8FF';

    /// <summary>From glyph indexes to ASCII in fonts that begin with the Macintosh order.</summary>
    private const int GlyphOrder = 29;

    private const int Furthest = 96;

    /// <summary>Visible characters below which chance may make a word of anything.</summary>
    private const int Least = 32;

    /// <summary>The mended text must be this much likelier a character than the text as it stood.</summary>
    private const double Gain = 1.2;

    /// <summary>Mean logarithm a character that a few words reach.</summary>
    private const double LikelyWords = -4;

    private readonly int _distance;

    private LetterShift(int distance) => _distance = distance;

    /// <param name="mapped">What ToUnicode gives for the code, null where it gives nothing.</param>
    /// <param name="number">The code, or the CID of a composite font.</param>
    /// <returns>What stands for a letter nobody knows: its number as a private-use character where it is small
    /// enough.</returns>
    public static string Placeholder(string? mapped, int number)
    {
        if (mapped is [< FirstPlaceholder and var raw])
            number = raw;
        return number <= LastPlaceholder - FirstPlaceholder ? ((char)(FirstPlaceholder + number)).ToString() : "\uFFFD";
    }

    /// <summary>A letter for a number that no letter could be found for; what does not fit stays as it is.</summary>
    /// <param name="character">A character as the font gave it.</param>
    /// <returns>The text, null where the shift leads to no letter.</returns>
    public string? Mend(char character)
    {
        int number = NumberOf(character);
        int shifted = number + _distance;
        if (shifted is >= 32 and < 127)
            return SharedText.For((char)shifted);
        if (_distance == GlyphOrder)
        {
            return number < 258 && SimpleEncoding.MacGlyphs[number] is { } glyph
                ? ReadableText.OfGlyphName(glyph)
                : null;
        }

        return shifted is >= 0 and < 256 && SimpleEncoding.WinAnsi[shifted] is { } name
            ? ReadableText.OfGlyphName(name)
            : null;
    }

    /// <param name="sample">Text as the font gave it, pieces parted by spaces.</param>
    /// <returns>The shift that makes language of it, null where none does.</returns>
    public static LetterShift? Find(ReadOnlySpan<char> sample)
    {
        LetterTally tally = new();
        tally.Add(sample);
        if (tally.Visible < Least || tally.HasLanguageLetters())
            return null;
        double before = tally.FitOfEnglish();
        (double Fit, int Distance) best = (before + Gain, 0);
        for (int distance = -Furthest; distance <= Furthest; distance++)
        {
            tally.Reset();
            tally.Add(new LetterShift(distance).Apply(sample));
            double fit = tally.FitOfEnglish();
            if (fit > best.Fit)
                best = (fit, distance);
        }

        LetterShift shift = new(best.Distance);
        tally.Reset();
        tally.Add(shift.Apply(sample));
        return best.Distance != 0 && tally.IsClearlyLanguage() ? shift : null;
    }

    /// <returns>True where the shift, which mended another font of the document, makes likely letters of a few words as
    /// well.</returns>
    public bool Suits(ReadOnlySpan<char> sample)
    {
        LetterTally tally = new();
        tally.Add(sample);
        double before = tally.Fit();
        tally.Reset();
        tally.Add(Apply(sample));
        return tally.Fit() > Math.Max(LikelyWords, before + Gain);
    }

    private char[] Apply(ReadOnlySpan<char> sample)
    {
        char[] mended = new char[sample.Length];
        for (int i = 0; i < sample.Length; i++)
        {
            mended[i] =
                sample[i] == ' ' ? ' '
                : Mend(sample[i]) is [char letter] ? letter
                : '\uFFFD';
        }

        return mended;
    }

    private static int NumberOf(char character) =>
        character is >= FirstPlaceholder and <= LastPlaceholder ? character - FirstPlaceholder : character;
}

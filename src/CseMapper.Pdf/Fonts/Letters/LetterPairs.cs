namespace CseMapper.Pdf.Fonts.Letters;

/// <summary>
/// How likely each class of character follows each other one in 27 languages written in Latin letters, English first:
/// natural logarithms, counted on freely licensed manual pages and program texts. The fit of a text is that of the
/// language it fits best, so that Welsh or Polish is as readable as English.
/// </summary>
internal sealed class LetterPairs
{
    /// <summary>What an accent costs: no language has one on every letter.</summary>
    public const float Accent = 1.2f;

    private const int Pairs = LetterClass.Count * LetterClass.Count;

    private static readonly Lazy<LetterPairs> _lazyAll = new(static () =>
        new LetterPairs(FontTables.Lines("letterpairs.txt"))
    );

    private readonly float[][] _languages;

    private LetterPairs(string[] lines) =>
        _languages = [.. lines.Select(static line => Read(line.AsSpan(line.IndexOf(' ') + 1)))];

    public static LetterPairs All => _lazyAll.Value;

    /// <param name="counts">How often each pair of classes occurs.</param>
    /// <param name="lettersOnly">True to look only at letters that follow letters.</param>
    /// <returns>The sum of logarithms in the language that gives the largest.</returns>
    public double Best(ReadOnlySpan<int> counts, bool lettersOnly)
    {
        // A text has few of all pairs: they are looked for once and not in each language again.
        Span<short> places = stackalloc short[Pairs];
        int found = 0;
        for (int pair = 0; pair < Pairs; pair++)
        {
            if (counts[pair] != 0 && (!lettersOnly || IsOfLetters(pair)))
                places[found++] = (short)pair;
        }

        double best = double.NegativeInfinity;
        foreach (float[] language in _languages)
            best = Math.Max(best, Sum(language, counts, places[..found]));
        return best;
    }

    /// <param name="counts">How often each pair of classes occurs.</param>
    /// <returns>The sum of logarithms in English.</returns>
    public double OfEnglish(ReadOnlySpan<int> counts)
    {
        float[] english = _languages[0];
        double sum = 0;
        for (int pair = 0; pair < Pairs; pair++)
            sum += counts[pair] * (double)english[pair];
        return sum;
    }

    private static double Sum(float[] language, ReadOnlySpan<int> counts, ReadOnlySpan<short> places)
    {
        double sum = 0;
        foreach (short place in places)
            sum += counts[place] * (double)language[place];
        return sum;
    }

    private static bool IsOfLetters(int pair) =>
        LetterClass.IsLatin(pair / LetterClass.Count) && LetterClass.IsLatin(pair % LetterClass.Count);

    /// <summary>Each character is a tenth of a negative logarithm, counted from '!'.</summary>
    private static float[] Read(ReadOnlySpan<char> line)
    {
        float[] logarithms = new float[Pairs];
        for (int i = 0; i < Pairs; i++)
            logarithms[i] = (line[i] - '!') / -10f;
        return logarithms;
    }
}

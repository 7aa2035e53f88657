namespace CseMapper.Passages.Terms;

/// <summary>
/// The Snowball English stemmer ("Porter2"): brings the inflections of a word to one stem, "consultation" and
/// "consulted" to "consult".
/// </summary>
/// <remarks>Source: the algorithm's published description, https://snowballstem.org/algorithms/english/stemmer.html
/// (Snowball 3.1).</remarks>
internal static class EnglishStemmer
{
    /// <summary>Stems a word in place.</summary>
    /// <param name="word">Lower-case letters; an apostrophe counts as a letter. Overwritten.</param>
    /// <returns>The length of the stem that now stands at the start of <paramref name="word"/>.</returns>
    public static int Stem(Span<char> word)
    {
        if (word.Length <= 2)
            return word.Length;
        int exceptional = StemExceptionalWord(word);
        if (exceptional > 0)
            return exceptional;
        if (word[0] == '\'')
        {
            word[1..].CopyTo(word);
            word = word[..^1];
        }

        StemBuffer stem = new(word);
        EnglishStemmerSuffixes.RemoveApostrophe(ref stem);
        EnglishStemmerSuffixes.RemovePlural(ref stem);
        EnglishStemmerSuffixes.RemovePastAndParticiple(ref stem);
        EnglishStemmerSuffixes.ReplaceFinalY(ref stem);
        EnglishStemmerSuffixes.ShortenDoubleSuffix(ref stem);
        EnglishStemmerSuffixes.ShortenAdjective(ref stem);
        EnglishStemmerSuffixes.RemoveDerivation(ref stem);
        EnglishStemmerSuffixes.RemoveFinalEOrL(ref stem);
        stem.LowerConsonantY();
        return stem.Length;
    }

    /// <returns>The length of the stem of a word that the rules would treat wrongly, or 0 for every other
    /// word.</returns>
    private static int StemExceptionalWord(Span<char> word)
    {
        switch (word)
        {
            case "skis" or "idly" or "gently" or "singly":
                return word.Length - 1;
            case "skies":
                word[2] = 'y';
                return 3;
            case "ugly" or "early" or "only":
                word[^1] = 'i';
                return word.Length;
            case "sky" or "news" or "howe" or "atlas" or "cosmos" or "bias" or "andes":
                return word.Length;
            default:
                return 0;
        }
    }
}

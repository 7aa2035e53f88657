namespace CseMapper.Passages.Terms;

/// <summary>The steps of the stemmer, in the order and under the names of its description: 0, 1a, 1b, 1c, 2, 3, 4,
/// 5.</summary>
internal static class EnglishStemmerSuffixes
{
    /// <summary>Longest first among those that end alike.</summary>
    private static readonly (string Suffix, string Replacement)[] _step2 =
    [
        ("ational", "ate"),
        ("tional", "tion"),
        ("ization", "ize"),
        ("ation", "ate"),
        ("ator", "ate"),
        ("izer", "ize"),
        ("enci", "ence"),
        ("anci", "ance"),
        ("abli", "able"),
        ("entli", "ent"),
        ("alism", "al"),
        ("aliti", "al"),
        ("fulli", "ful"),
        ("alli", "al"),
        ("fulness", "ful"),
        ("ousli", "ous"),
        ("ousness", "ous"),
        ("iveness", "ive"),
        ("iviti", "ive"),
        ("biliti", "ble"),
        ("bli", "ble"),
        ("ogist", "og"),
        ("lessli", "less"),
    ];

    private static readonly (string Suffix, string Replacement)[] _step3 =
    [
        ("ational", "ate"),
        ("tional", "tion"),
        ("alize", "al"),
        ("icate", "ic"),
        ("iciti", "ic"),
        ("ical", "ic"),
        ("ful", ""),
        ("ness", ""),
    ];

    private static readonly string[] _step4 =
    [
        "ement",
        "ment",
        "ance",
        "ence",
        "able",
        "ible",
        "ant",
        "ent",
        "ism",
        "ate",
        "iti",
        "ous",
        "ive",
        "ize",
        "al",
        "er",
        "ic",
    ];

    /// <summary>Step 0.</summary>
    public static void RemoveApostrophe(ref StemBuffer word)
    {
        if (word.EndsWith("'s'"))
            word.Cut(3);
        else if (word.EndsWith("'s"))
            word.Cut(2);
        else if (word.EndsWith("'"))
            word.Cut(1);
    }

    /// <summary>Step 1a.</summary>
    public static void RemovePlural(ref StemBuffer word)
    {
        if (word.EndsWith("sses"))
            word.Cut(2);
        else if (word.EndsWith("ied") || word.EndsWith("ies"))
            word.Cut(word.Length > 4 ? 2 : 1);
        else if (word.EndsWith("us") || word.EndsWith("ss"))
            return;
        else if (word.EndsWith("s") && word.HasVowelBefore(word.Length - 2))
            word.Cut(1);
    }

    /// <summary>Step 1b.</summary>
    public static void RemovePastAndParticiple(ref StemBuffer word)
    {
        int eed =
            word.EndsWith("eedly") ? 5
            : word.EndsWith("eed") ? 3
            : 0;
        if (eed > 0)
        {
            bool stays = word.Word is "exceed" or "proceed" or "succeed";
            if (word.IsInR1(eed) && !stays)
                word.Replace(eed, "ee");
            return;
        }

        int suffix =
            word.EndsWith("ingly") ? 5
            : word.EndsWith("edly") ? 4
            : word.EndsWith("ing") ? 3
            : word.EndsWith("ed") ? 2
            : 0;
        if (
            suffix == 0
            || (suffix == 3 && HandleExceptionalParticiple(ref word))
            || !word.HasVowelBefore(word.Length - suffix)
        )
        {
            return;
        }

        word.Cut(suffix);
        RestoreEnd(ref word);
    }

    /// <summary>Step 1c.</summary>
    public static void ReplaceFinalY(ref StemBuffer word)
    {
        if (word.Length > 2 && word[word.Length - 1] is 'y' or 'Y' && !StemBuffer.IsVowel(word[word.Length - 2]))
            word.Replace(1, "i");
    }

    /// <summary>Step 2.</summary>
    public static void ShortenDoubleSuffix(ref StemBuffer word)
    {
        if (ReplaceFirst(ref word, _step2))
            return;
        if (word.EndsWith("ogi"))
        {
            if (word.IsInR1(3) && word.Length > 3 && word[word.Length - 4] == 'l')
                word.Cut(1);
        }
        else if (
            word.EndsWith("li")
            && word.IsInR1(2)
            && word[word.Length - 3] is 'c' or 'd' or 'e' or 'g' or 'h' or 'k' or 'm' or 'n' or 'r' or 't'
        )
        {
            word.Cut(2);
        }
    }

    /// <summary>Step 3.</summary>
    public static void ShortenAdjective(ref StemBuffer word)
    {
        if (ReplaceFirst(ref word, _step3))
            return;
        if (word.EndsWith("ative") && word.IsInR2(5))
            word.Cut(5);
    }

    /// <summary>Step 4.</summary>
    public static void RemoveDerivation(ref StemBuffer word)
    {
        foreach (string suffix in _step4)
        {
            if (!word.EndsWith(suffix))
                continue;
            if (word.IsInR2(suffix.Length))
                word.Cut(suffix.Length);
            return;
        }

        if (word.EndsWith("ion") && word.IsInR2(3) && word[word.Length - 4] is 's' or 't')
            word.Cut(3);
    }

    /// <summary>Step 5.</summary>
    public static void RemoveFinalEOrL(ref StemBuffer word)
    {
        if (word.EndsWith("e"))
        {
            if (word.IsInR2(1) || (word.IsInR1(1) && !word.EndsInShortSyllable(word.Length - 1)))
                word.Cut(1);
        }
        else if (word.EndsWith("ll") && word.IsInR2(1))
        {
            word.Cut(1);
        }
    }

    /// <returns>True when the word is one of those whose -ing is handled here or stays.</returns>
    private static bool HandleExceptionalParticiple(ref StemBuffer word)
    {
        if (word.Length == 5 && word[1] == 'y' && !StemBuffer.IsVowel(word[0]))
        {
            word.Replace(4, "ie");
            return true;
        }

        return word.Word is "inning" or "outing" or "canning" or "herring" or "earring" or "evening";
    }

    /// <summary>Gives back the e, or takes the doubled letter, of a verb that lost its ending: luxuriat(e), hop(p),
    /// hop(e).</summary>
    private static void RestoreEnd(ref StemBuffer word)
    {
        if (word.EndsWith("at") || word.EndsWith("bl") || word.EndsWith("iz"))
        {
            word.Replace(0, "e");
            return;
        }

        if (EndsWithDouble(word))
        {
            if (word.Length != 3 || word[0] is not ('a' or 'e' or 'o'))
                word.Cut(1);
        }
        else if (word.IsShort())
        {
            word.Replace(0, "e");
        }
    }

    private static bool EndsWithDouble(in StemBuffer word) =>
        word.Length >= 2
        && word[word.Length - 1] == word[word.Length - 2]
        && word[word.Length - 1] is 'b' or 'd' or 'f' or 'g' or 'm' or 'n' or 'p' or 'r' or 't';

    /// <returns>True when one of the suffixes was found, replaced or not.</returns>
    private static bool ReplaceFirst(ref StemBuffer word, (string Suffix, string Replacement)[] rules)
    {
        foreach ((string suffix, string replacement) in rules)
        {
            if (!word.EndsWith(suffix))
                continue;
            if (word.IsInR1(suffix.Length))
                word.Replace(suffix.Length, replacement);
            return true;
        }

        return false;
    }
}

using System.Collections.Frozen;

namespace CseMapper.Passages.Terms;

/// <summary>Brings British and American spelling together: "organise" and "organize", "behaviour" and "behavior" are
/// one word each.</summary>
internal static class SpellingVariants
{
    /// <summary>Words in -ise that are spelt so everywhere, without the ending.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _alwaysWithS = Set(
        """
        adv advert appra ar b bru c chast circumc compr comprom conc cru dem desp dev disenfranch disgu ent
        enterpr exc exerc expert franch gu improv inc likew
        merchand mort n no otherw parad ph po porpo pra prec prem prom ra r
        rev superv suprem surm surpr telev treat upr v w whit
        """
    );

    /// <summary>Stems of British forms and the stem they share with the American one; -lling and -lled need none, the
    /// stemmer joins them.</summary>
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _sharedStems =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["behaviour"] = "behavior",
            ["colour"] = "color",
            ["favour"] = "favor",
            ["favourit"] = "favorit",
            ["honour"] = "honor",
            ["labour"] = "labor",
            ["neighbour"] = "neighbor",
            ["neighbourhood"] = "neighborhood",
            ["endeavour"] = "endeavor",
            ["harbour"] = "harbor",
            ["humour"] = "humor",
            ["rigour"] = "rigor",
            ["centr"] = "center",
            ["theatr"] = "theater",
            ["metr"] = "meter",
            ["litr"] = "liter",
            ["fibr"] = "fiber",
            ["chequ"] = "check",
            ["licenc"] = "licens",
            ["defenc"] = "defens",
            ["offenc"] = "offens",
            ["practis"] = "practic",
            ["programm"] = "program",
            ["catalogu"] = "catalog",
            ["dialogu"] = "dialog",
            ["judgement"] = "judgment",
            ["enquiri"] = "inquiri",
            ["enquir"] = "inquiri",
            ["inquir"] = "inquiri",
            ["analyz"] = "analys",
            ["analysi"] = "analys",
            ["catalyz"] = "catalys",
            ["grey"] = "gray",
            ["paediatr"] = "pediatr",
            ["orthopaed"] = "orthoped",
            ["anaesthet"] = "anesthet",
            ["skilful"] = "skill",
            ["focuss"] = "focus",
        }
            .ToFrozenDictionary(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Writes the z of -ize, -ization and their inflections into a word that has an s there, because only
    /// those endings are known to the stemmer.</summary>
    /// <param name="word">In lower case; changed in place.</param>
    public static void WriteIze(Span<char> word)
    {
        int at = word.LastIndexOf("is");
        if (at < 3)
            return;
        bool isVerb =
            word[(at + 2)..] is "e" or "ed" or "es" or "er" or "ers" or "ing" or "ation" or "ations" or "ational";
        if (isVerb && !_alwaysWithS.Contains(word[..at]))
            word[at + 1] = 'z';
    }

    /// <returns>The stem under which a British form is kept, or null where its own serves.</returns>
    /// <param name="stem">A stem.</param>
    public static string? SharedStem(ReadOnlySpan<char> stem) =>
        _sharedStems.TryGetValue(stem, out string? shared) ? shared : null;

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words
            .Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}

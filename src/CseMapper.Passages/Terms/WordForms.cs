using System.Collections.Frozen;

namespace CseMapper.Passages.Terms;

/// <summary>Tells the words of one stem apart by a byte, so that "populate" can be searched for and "population" not
/// found.</summary>
/// <remarks>
/// Words of one stem differ in what follows the letters that they share with it. Endings that English makes have numbers
/// of their own; all others share what is left of the byte, so that two rare words of one stem are seldom taken for one
/// another. Raise the index's version when the list changes.
/// </remarks>
public static class WordForms
{
    /// <summary>The word is its own stem.</summary>
    public const byte Stem = 0;

    private static readonly FrozenDictionary<string, byte>.AlternateLookup<ReadOnlySpan<char>> _endings = Number(
        """
        s es ed d ing er ers ly e y ies ied ying ion ions ation ations ational al als ally ity ities ive ives ively
        iveness ness nesses ment ments able ably ible ibly ability ibility ful fully fulness ous ously ent ents ence
        ences ency encies ant ants ance ances ancy or ors ory ate ates ated ating ator ators ative ize izes ized izing
        izer izers ization izations ise ises ised ising iser isers isation isations isational ic ics ical ically ist ists
        ism 's ss ting ted ter ters ning ned ner ners ling led ler lers ming med mer ping ped per pers ging ged ger ding
        ded bing bed ring red rer ur urs ural urally ured uring re res red en ens ened ening
        ever r ne either without cannot except isn't aren't wasn't weren't don't doesn't didn't won't can't couldn't
        shouldn't wouldn't haven't hasn't hadn't mustn't
        """
    );

    private static readonly int _count = _endings.Dictionary.Count;

    /// <summary>The byte of a word.</summary>
    /// <param name="folded">The word in lower case without accents.</param>
    /// <param name="stem">Its stem.</param>
    public static byte CodeOf(ReadOnlySpan<char> folded, ReadOnlySpan<char> stem)
    {
        if (folded.SequenceEqual(stem))
            return Stem;
        ReadOnlySpan<char> ending = folded[folded.CommonPrefixLength(stem)..];
        if (ending.IsEmpty)
            return (byte)(_count + 1);
        if (_endings.TryGetValue(ending, out byte number))
            return number;
        uint hash = 2_166_136_261;
        foreach (char letter in ending)
            hash = (hash ^ letter) * 16_777_619;
        int first = _count + 2;
        return (byte)(first + (hash % (uint)(byte.MaxValue + 1 - first)));
    }

    private static FrozenDictionary<string, byte>.AlternateLookup<ReadOnlySpan<char>> Number(string endings) =>
        endings
            .Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.Ordinal)
            .Select((ending, i) => (ending, Number: (byte)(i + 1)))
            .ToFrozenDictionary(one => one.ending, one => one.Number, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}

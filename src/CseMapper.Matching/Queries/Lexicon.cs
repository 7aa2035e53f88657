using System.Runtime.InteropServices;
using System.Text;
using CseMapper.Matching.Loading;
using CseMapper.Passages.Searching;
using CseMapper.Passages.Terms;

namespace CseMapper.Matching.Queries;

/// <summary>Tells what the terms of documents mean to the features of a standard.</summary>
/// <remarks>
/// Terms go by a hash of their bytes. Only those that may mean something are remembered, so that the table stays small
/// whatever the documents' vocabulary: the standard's own and their synonyms from the start, and terms that begin like
/// one of them when they are first met.
/// </remarks>
internal sealed class Lexicon
{
    /// <summary>Occurrences are counted in twentieths, so that derivations and synonyms can count for a part of a
    /// word.</summary>
    public const int Whole = 20;

    private const int Derived = (int)(ElementQuery.DerivedShare * Whole);
    private const int Synonym = (int)(ElementQuery.SynonymShare * Whole);

    private readonly NumberTable _known = new(room: 1 << 12);
    private readonly List<TermMeaning> _meanings = [];
    private readonly NumberTable _roots = new(room: 1 << 10);
    private readonly Dictionary<string, int> _byTerm = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Term, int Feature)>> _byRoot = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _bySynonym = new(StringComparer.Ordinal);

    public Lexicon(IReadOnlyList<Feature> features)
    {
        for (int i = 0; i < features.Count; i++)
        {
            if (features[i].Kind == FeatureKind.Word)
                AddWord(features[i], i);
        }

        foreach (string term in _byTerm.Keys.Concat(_bySynonym.Keys))
            Known(term);
        for (int i = 0; i < features.Count; i++)
        {
            if (features[i].Kind == FeatureKind.Pair)
                AddPair(features[i].Terms, i);
            if (features[i].Kind == FeatureKind.Phrase)
                AddPhrase(features[i].Terms, i);
        }
    }

    /// <summary>What terms mean, in detail.</summary>
    public TermRoles Roles { get; } = new();

    /// <summary>What a term means to the standard.</summary>
    /// <param name="utf8">The term.</param>
    /// <param name="hash">Its <see cref="HashOf"/>.</param>
    public TermMeaning MeaningOf(ReadOnlySpan<byte> utf8, ulong hash)
    {
        int known = _known.Find(hash);
        if (known >= 0)
            return _meanings[known];
        return MayBeDerived(utf8) ? _meanings[Learn(hash, Encoding.UTF8.GetString(utf8))] : default;
    }

    /// <summary>What a word of a passage counts for: the features it is a form of.</summary>
    public ReadOnlySpan<WordUse> WordsOf(string term) => Roles.WordsOf(MeaningOf(term));

    /// <summary>64 bits stand for a term: among a million terms the chance that two of them meet is one in forty
    /// million.</summary>
    public static ulong HashOf(ReadOnlySpan<byte> bytes)
    {
        ulong hash = 0x9E3779B97F4A7C15UL ^ (ulong)bytes.Length;
        while (bytes.Length >= 8)
        {
            hash = Mix(hash ^ MemoryMarshal.Read<ulong>(bytes));
            bytes = bytes[8..];
        }

        ulong rest = 0;
        for (int i = 0; i < bytes.Length; i++)
            rest |= (ulong)bytes[i] << (8 * i);
        return Mix(hash ^ rest);
    }

    private static ulong Mix(ulong value)
    {
        value *= 0xD6E8FEB86659FD93UL;
        value ^= value >> 32;
        value *= 0xD6E8FEB86659FD93UL;
        return value ^ (value >> 29);
    }

    private TermMeaning MeaningOf(string term)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(term);
        return MeaningOf(utf8, HashOf(utf8));
    }

    private void AddWord(Feature word, int feature)
    {
        string term = word.Terms[0];
        _byTerm.Add(term, feature);
        if (WordRoots.RootOf(term) is { } root)
        {
            ListOf(_byRoot, root).Add((term, feature));
            _roots.FindOrAdd(HashOf(Encoding.UTF8.GetBytes(root)));
        }

        foreach (QuerySynonym synonym in word.Synonyms)
            ListOf(_bySynonym, synonym.Term).Add(feature);
    }

    private void AddPair(IReadOnlyList<string> terms, int feature)
    {
        int one = KnownWithRole(terms[0]);
        int other = KnownWithRole(terms[1]);
        (_meanings[one], _meanings[other]) = Roles.AddPair(_meanings[one], _meanings[other], feature);
    }

    private void AddPhrase(IReadOnlyList<string> terms, int feature)
    {
        int[] known = [.. terms.Select(KnownWithRole)];
        _meanings[known[1]] = Roles.AddPhrase([.. known.Select(term => _meanings[term])], feature);
    }

    private int Known(string term)
    {
        ulong hash = HashOf(Encoding.UTF8.GetBytes(term));
        return _known.Find(hash) is >= 0 and int known ? known : Learn(hash, term);
    }

    private int KnownWithRole(string term)
    {
        int known = Known(term);
        if (!_meanings[known].IsAny)
            _meanings[known] = Roles.AddEmpty();
        return known;
    }

    private int Learn(ulong hash, string term)
    {
        _meanings.Add(Roles.Add(WordsFor(term)));
        return _known.FindOrAdd(hash);
    }

    /// <summary>False for most terms that are no derivation of the standard's words, without a closer look.</summary>
    private bool MayBeDerived(ReadOnlySpan<byte> utf8) =>
        RootBytes(utf8) is > 0 and int length && _roots.Find(HashOf(utf8[..length])) >= 0;

    /// <returns>How many bytes the letters take that derivations share; 0 where there are fewer letters.</returns>
    private static int RootBytes(ReadOnlySpan<byte> utf8)
    {
        int letters = 0;
        for (int i = 0; i < utf8.Length; i++)
        {
            bool continues = (utf8[i] & 0xC0) == 0x80;
            if (!continues && letters++ == WordRoots.SharedLetters)
                return i;
        }

        return letters == WordRoots.SharedLetters ? utf8.Length : 0;
    }

    private List<WordUse> WordsFor(string term)
    {
        List<WordUse> words = [];
        if (_byTerm.TryGetValue(term, out int exact))
            words.Add(new WordUse(exact, Whole));
        if (
            WordRoots.RootOf(term) is { } root
            && _byRoot.TryGetValue(root, out List<(string Term, int Feature)>? siblings)
        )
        {
            words.AddRange(
                siblings
                    .Where(sibling => WordRoots.AreDerived(term, sibling.Term))
                    .Select(sibling => new WordUse(sibling.Feature, Derived))
            );
        }

        if (_bySynonym.TryGetValue(term, out List<int>? others))
        {
            words.AddRange(
                others
                    .Where(other => words.TrueForAll(word => word.Feature != other))
                    .Select(other => new WordUse(other, Synonym))
                    .ToList()
            );
        }

        return words;
    }

    private static List<T> ListOf<T>(Dictionary<string, List<T>> lists, string key)
    {
        if (!lists.TryGetValue(key, out List<T>? list))
            lists.Add(key, list = []);
        return list;
    }
}

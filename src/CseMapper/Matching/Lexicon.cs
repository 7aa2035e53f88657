using System.Runtime.InteropServices;
using System.Text;

namespace CseMapper.Matching;

/// <summary>Numbers the terms of all documents and tells what each of them means to the features of a standard.</summary>
internal sealed class Lexicon
{
    /// <summary>Occurrences are counted in twentieths, so that derivations and synonyms can count for a part of a word.</summary>
    public const int Whole = 20;

    private const int Derived = 5;
    private const int Synonym = 4;

    private readonly NumberTable _numbers = new(room: 1 << 14);
    private readonly List<TermMeaning> _meanings = [];
    private readonly Dictionary<string, int> _byTerm = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Term, int Feature)>> _byRoot = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _bySynonym = new(StringComparer.Ordinal);

    public Lexicon(IReadOnlyList<Feature> features, RelatedWords related)
    {
        for (int i = 0; i < features.Count; i++)
        {
            if (features[i].Kind == FeatureKind.Word) AddWord(features[i].Terms[0], i, related);
        }

        for (int i = 0; i < features.Count; i++)
        {
            if (features[i].Kind == FeatureKind.Pair) AddPair(features[i].Terms, i);
            if (features[i].Kind == FeatureKind.Phrase) AddPhrase(features[i].Terms, i);
        }
    }

    /// <summary>How many terms have a number.</summary>
    public int Count => _meanings.Count;

    /// <summary>What terms mean, in detail.</summary>
    public TermRoles Roles { get; } = new();

    /// <summary>The number of a term, and what it means to the standard.</summary>
    public int NumberOf(ReadOnlySpan<byte> utf8, out TermMeaning meaning)
    {
        int number = _numbers.FindOrAdd(Hash(utf8));
        if (number == _meanings.Count) _meanings.Add(Roles.Add(WordsFor(Encoding.UTF8.GetString(utf8))));
        meaning = _meanings[number];
        return number;
    }

    /// <summary>What a word of a passage counts for: the features it is a form of.</summary>
    public ReadOnlySpan<WordUse> WordsOf(string term)
    {
        NumberOf(Encoding.UTF8.GetBytes(term), out TermMeaning meaning);
        return Roles.WordsOf(meaning);
    }

    /// <summary>64 bits stand for a term: among a million terms the chance that two of them meet is one in forty million.</summary>
    private static ulong Hash(ReadOnlySpan<byte> bytes)
    {
        ulong hash = 0x9E3779B97F4A7C15UL ^ (ulong)bytes.Length;
        while (bytes.Length >= 8)
        {
            hash = Mix(hash ^ MemoryMarshal.Read<ulong>(bytes));
            bytes = bytes[8..];
        }

        ulong rest = 0;
        for (int i = 0; i < bytes.Length; i++) rest |= (ulong)bytes[i] << (8 * i);
        return Mix(hash ^ rest);
    }

    private static ulong Mix(ulong value)
    {
        value *= 0xD6E8FEB86659FD93UL;
        value ^= value >> 32;
        value *= 0xD6E8FEB86659FD93UL;
        return value ^ (value >> 29);
    }

    private void AddWord(string term, int feature, RelatedWords related)
    {
        _byTerm.Add(term, feature);
        if (RelatedWords.RootOf(term) is { } root) ListOf(_byRoot, root).Add((term, feature));
        foreach (string synonym in related.SynonymsOf(term)) ListOf(_bySynonym, synonym).Add(feature);
    }

    private void AddPair(IReadOnlyList<string> terms, int feature)
    {
        int one = NumberWithRole(terms[0]);
        int other = NumberWithRole(terms[1]);
        (_meanings[one], _meanings[other]) = Roles.AddPair(_meanings[one], _meanings[other], feature);
    }

    /// <summary>A phrase is looked for where its longest word stands.</summary>
    private void AddPhrase(IReadOnlyList<string> terms, int feature)
    {
        int[] numbers = [.. terms.Select(NumberWithRole)];
        int anchor = Enumerable.Range(0, terms.Count).MaxBy(i => terms[i].Length);
        _meanings[numbers[anchor]] = Roles.AddPhrase(_meanings[numbers[anchor]], new PhraseUse(numbers, anchor, feature));
    }

    private int NumberWithRole(string term)
    {
        int number = NumberOf(Encoding.UTF8.GetBytes(term), out TermMeaning meaning);
        if (!meaning.IsAny) _meanings[number] = Roles.AddEmpty();
        return number;
    }

    private List<WordUse> WordsFor(string term)
    {
        List<WordUse> words = [];
        if (_byTerm.TryGetValue(term, out int exact)) words.Add(new WordUse(exact, Whole));
        if (RelatedWords.RootOf(term) is { } root && _byRoot.TryGetValue(root, out List<(string Term, int Feature)>? siblings))
        {
            words.AddRange(siblings.Where(sibling => RelatedWords.AreDerived(term, sibling.Term)).Select(sibling => new WordUse(sibling.Feature, Derived)));
        }

        if (_bySynonym.TryGetValue(term, out List<int>? others)) words.AddRange(others.Where(other => words.TrueForAll(word => word.Feature != other)).Select(other => new WordUse(other, Synonym)).ToList());
        return words;
    }

    private static List<T> ListOf<T>(Dictionary<string, List<T>> lists, string key)
    {
        if (!lists.TryGetValue(key, out List<T>? list)) lists.Add(key, list = []);
        return list;
    }
}

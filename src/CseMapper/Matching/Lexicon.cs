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

    private readonly Dictionary<ulong, int> _numbers = [];
    private readonly List<TermRole?> _roles = [];
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
    public int Count => _roles.Count;

    /// <summary>The number of a term, and what it means to the standard, or null.</summary>
    public int NumberOf(ReadOnlySpan<byte> utf8, out TermRole? role)
    {
        ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, Hash(utf8), out bool isKnown);
        if (!isKnown)
        {
            number = _roles.Count;
            _roles.Add(MakeRole(Encoding.UTF8.GetString(utf8), number));
        }

        role = _roles[number];
        return number;
    }

    /// <summary>What a word of a passage counts for: the features it is a form of, in twentieths.</summary>
    public IReadOnlyList<(int Feature, int Parts)> WordsOf(string term)
    {
        NumberOf(Encoding.UTF8.GetBytes(term), out TermRole? role);
        return role?.Words ?? [];
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
        TermRole a = RoleOf(terms[0]);
        TermRole b = RoleOf(terms[1]);
        a.Pairs.Add((b.Number, feature));
        b.Pairs.Add((a.Number, feature));
    }

    /// <summary>A phrase is looked for where its longest word stands.</summary>
    private void AddPhrase(IReadOnlyList<string> terms, int feature)
    {
        int[] numbers = [.. terms.Select(term => RoleOf(term).Number)];
        int anchor = Enumerable.Range(0, terms.Count).MaxBy(i => terms[i].Length);
        RoleOf(terms[anchor]).Phrases.Add((numbers, anchor, feature));
    }

    private TermRole RoleOf(string term)
    {
        int number = NumberOf(Encoding.UTF8.GetBytes(term), out TermRole? role);
        return role ?? (_roles[number] = new TermRole(number));
    }

    private TermRole? MakeRole(string term, int number)
    {
        List<(int Feature, int Parts)> words = [];
        if (_byTerm.TryGetValue(term, out int exact)) words.Add((exact, Whole));
        if (RelatedWords.RootOf(term) is { } root && _byRoot.TryGetValue(root, out List<(string Term, int Feature)>? siblings))
        {
            words.AddRange(siblings.Where(sibling => RelatedWords.AreDerived(term, sibling.Term)).Select(sibling => (sibling.Feature, Derived)));
        }

        if (_bySynonym.TryGetValue(term, out List<int>? others)) words.AddRange(others.Where(other => words.TrueForAll(word => word.Feature != other)).Select(other => (other, Synonym)));
        return words.Count == 0 ? null : new TermRole(number) { Words = [.. words] };
    }

    private static List<T> ListOf<T>(Dictionary<string, List<T>> lists, string key)
    {
        if (!lists.TryGetValue(key, out List<T>? list)) lists.Add(key, list = []);
        return list;
    }
}

/// <summary>What a term of the documents means to a standard.</summary>
/// <param name="number">The term's number.</param>
internal sealed class TermRole(int number)
{
    public int Number { get; } = number;

    /// <summary>The words it is a form of, in twentieths: 20 for the word itself, less for a derivation or a synonym.</summary>
    public (int Feature, int Parts)[] Words { get; init; } = [];

    /// <summary>Terms it makes a pair with.</summary>
    public List<(int Partner, int Feature)> Pairs { get; } = [];

    /// <summary>Phrases that are looked for where it stands, and its own place in them.</summary>
    public List<(int[] Terms, int Place, int Feature)> Phrases { get; } = [];
}

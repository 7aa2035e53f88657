using System.Runtime.CompilerServices;

namespace CseMapper.Matching;

/// <summary>What the terms of documents mean to the features of a standard, flat: the words of all roles stand in one list, role after role.</summary>
internal sealed class TermRoles
{
    private WordUse[] _words = new WordUse[1024];
    private int[] _wordStarts = new int[1024];
    private readonly List<PhraseUse[]> _phrases = [[]];
    private readonly NumberTable _pairs = new(room: 1024);
    private readonly List<int> _pairFeatures = [];

    /// <summary>How many roles there are, the role of terms without any meaning included.</summary>
    public int Count => _phrases.Count;

    /// <summary>The features that a word is a form of.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<WordUse> WordsOf(TermMeaning meaning)
    {
        int start = _wordStarts[meaning.Role];
        return _words.AsSpan(start, _wordStarts[meaning.Role + 1] - start);
    }

    /// <summary>The phrases that are looked for where a word stands.</summary>
    public PhraseUse[] PhrasesOf(TermMeaning meaning) => _phrases[meaning.Role];

    /// <summary>The feature that two words make where they stand near each other, or -1.</summary>
    public int PairOf(int role, int other)
    {
        int number = _pairs.Find(PairKey(role, other));
        return number < 0 ? -1 : _pairFeatures[number];
    }

    /// <summary>Adds the role of a term.</summary>
    /// <param name="words">What it is a form of; a term that is none of anything has no role.</param>
    public TermMeaning Add(List<WordUse> words) => words.Count == 0 ? default : AddRole(words);

    /// <summary>Adds the role of a term that will be part of a phrase or a pair and nothing else.</summary>
    public TermMeaning AddEmpty() => AddRole([]);

    /// <returns>The meaning with the phrase in it.</returns>
    public TermMeaning AddPhrase(TermMeaning meaning, PhraseUse phrase)
    {
        _phrases[meaning.Role] = [.. _phrases[meaning.Role], phrase];
        return meaning.WithPhrases();
    }

    /// <returns>The meanings with the pair in them.</returns>
    public (TermMeaning One, TermMeaning Other) AddPair(TermMeaning one, TermMeaning other, int feature)
    {
        if (_pairs.FindOrAdd(PairKey(one.Role, other.Role)) == _pairFeatures.Count) _pairFeatures.Add(feature);
        return (one.WithPairs(), other.WithPairs());
    }

    private static ulong PairKey(int role, int other) => (((ulong)Math.Min(role, other) << 32) | (uint)Math.Max(role, other)) * 0x9E3779B97F4A7C15UL;

    private TermMeaning AddRole(List<WordUse> words)
    {
        int role = Count;
        _phrases.Add([]);
        if (role + 2 > _wordStarts.Length) Array.Resize(ref _wordStarts, _wordStarts.Length * 2);
        int start = _wordStarts[role];
        if (start + words.Count > _words.Length) Array.Resize(ref _words, Math.Max(_words.Length * 2, start + words.Count));
        words.CopyTo(_words, start);
        _wordStarts[role + 1] = start + words.Count;
        return TermMeaning.Of(role);
    }
}

/// <summary>What a term means to a standard, in brief: the number of its role, 0 for none, and whether phrases or pairs are looked for where it stands.</summary>
internal readonly struct TermMeaning
{
    private const int Phrases = 1;
    private const int Pairs = 2;
    private const int RoleShift = 2;
    private readonly int _bits;

    private TermMeaning(int bits) => _bits = bits;

    public bool IsAny => _bits != 0;

    public bool HasPhrases => (_bits & Phrases) != 0;

    public bool HasPairs => (_bits & Pairs) != 0;

    public int Role => _bits >> RoleShift;

    public static TermMeaning Of(int role) => new(role << RoleShift);

    public TermMeaning WithPhrases() => new(_bits | Phrases);

    public TermMeaning WithPairs() => new(_bits | Pairs);
}

/// <summary>A word that a term is a form of.</summary>
/// <param name="Feature">The word's feature.</param>
/// <param name="Parts">What it counts for in twentieths: 20 for the word itself, less for a derivation or a synonym.</param>
internal readonly record struct WordUse(int Feature, int Parts);

/// <summary>A phrase that a term is part of.</summary>
/// <param name="Terms">The numbers of all its terms.</param>
/// <param name="Place">The term's own place among them.</param>
/// <param name="Feature">The phrase's feature.</param>
internal sealed record PhraseUse(int[] Terms, int Place, int Feature);

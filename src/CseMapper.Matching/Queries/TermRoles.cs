using System.Runtime.CompilerServices;
using CseMapper.Matching.Loading;

namespace CseMapper.Matching.Queries;

/// <summary>What the terms of documents mean to the features of a standard, flat: the words of all roles stand in one
/// list, role after role.</summary>
internal sealed class TermRoles
{
    private WordUse[] _words = new WordUse[1024];
    private int[] _wordStarts = new int[1024];
    private readonly NumberTable _pairs = new(room: 1024);
    private readonly List<int> _pairFeatures = [];
    private readonly NumberTable _starts = new(room: 1024);
    private readonly List<PhraseUse[]> _phrases = [];
    private int _lastRole;

    /// <summary>The features that a word is a form of.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<WordUse> WordsOf(TermMeaning meaning)
    {
        int start = _wordStarts[meaning.Role];
        return _words.AsSpan(start, _wordStarts[meaning.Role + 1] - start);
    }

    /// <summary>The phrases that begin with two words.</summary>
    public PhraseUse[] PhrasesFrom(int first, int second)
    {
        int number = _starts.Find(OrderedKey(first, second));
        return number < 0 ? [] : _phrases[number];
    }

    /// <summary>The feature that two words make where they stand near each other, or -1.</summary>
    public int PairOf(int role, int other)
    {
        int number = _pairs.Find(OrderedKey(Math.Min(role, other), Math.Max(role, other)));
        return number < 0 ? -1 : _pairFeatures[number];
    }

    /// <summary>Adds the role of a term.</summary>
    /// <param name="words">What it is a form of; a term that is none of anything has no role.</param>
    public TermMeaning Add(List<WordUse> words) => words.Count == 0 ? default : AddRole(words);

    /// <summary>Adds the role of a term that will be part of a phrase or a pair and nothing else.</summary>
    public TermMeaning AddEmpty() => AddRole([]);

    /// <summary>Adds a phrase of two words or more, which will be looked for where its second word stands.</summary>
    /// <returns>The meaning of the second word with the phrase in it.</returns>
    public TermMeaning AddPhrase(TermMeaning[] terms, int feature)
    {
        int number = _starts.FindOrAdd(OrderedKey(terms[0].Role, terms[1].Role));
        if (number == _phrases.Count)
            _phrases.Add([]);
        _phrases[number] = [.. _phrases[number], new PhraseUse([.. terms.Skip(2).Select(term => term.Role)], feature)];
        return terms[1].WithPhrases();
    }

    /// <returns>The meanings with the pair in them.</returns>
    public (TermMeaning One, TermMeaning Other) AddPair(TermMeaning one, TermMeaning other, int feature)
    {
        if (
            _pairs.FindOrAdd(OrderedKey(Math.Min(one.Role, other.Role), Math.Max(one.Role, other.Role)))
            == _pairFeatures.Count
        )
        {
            _pairFeatures.Add(feature);
        }

        return (one.WithPairs(), other.WithPairs());
    }

    private static ulong OrderedKey(int first, int second) =>
        (((ulong)first << 32) | (uint)second) * 0x9E3779B97F4A7C15UL;

    private TermMeaning AddRole(List<WordUse> words)
    {
        int role = ++_lastRole;
        if (role + 2 > _wordStarts.Length)
            Array.Resize(ref _wordStarts, _wordStarts.Length * 2);
        int start = _wordStarts[role];
        if (start + words.Count > _words.Length)
            Array.Resize(ref _words, Math.Max(_words.Length * 2, start + words.Count));
        words.CopyTo(_words, start);
        _wordStarts[role + 1] = start + words.Count;
        return TermMeaning.OfRole(role);
    }
}

/// <summary>What a term means to a standard, in brief: the number of its role, 0 for none, and whether it is the second
/// word of a phrase and whether it makes pairs.</summary>
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

    public static TermMeaning OfRole(int role) => new(role << RoleShift);

    public TermMeaning WithPhrases() => new(_bits | Phrases);

    public TermMeaning WithPairs() => new(_bits | Pairs);
}

/// <summary>A word that a term is a form of.</summary>
/// <param name="Feature">The word's feature.</param>
/// <param name="Parts">What it counts for in twentieths: 20 for the word itself, less for a derivation or a
/// synonym.</param>
internal readonly record struct WordUse(int Feature, int Parts);

/// <summary>A phrase, known by its first two words.</summary>
/// <param name="Rest">The roles of the words after these.</param>
/// <param name="Feature">The phrase's feature.</param>
internal sealed record PhraseUse(int[] Rest, int Feature);

using CseMapper.Passages.Terms;

namespace CseMapper.Passages.Indexing;

/// <summary>What is looked for on behalf of all elements of a standard, as plain data that any index can make its own
/// queries of.</summary>
/// <param name="Elements">How many elements there are; they are counted from 0, in printed order.</param>
/// <param name="Terms">Each once, with all elements that look for it.</param>
public sealed record ElementQueries(int Elements, IReadOnlyList<SoughtTerms> Terms);

/// <summary>A word, pair or phrase that is looked for.</summary>
/// <param name="Kind">Which of them it is.</param>
/// <param name="Terms">As <see cref="TextAnalyzer"/> yields them: one for a word, two for a pair, all of a phrase in
/// order, stop words among them.</param>
/// <param name="Weights">The elements that look for it, and what it is worth to each before its rarity.</param>
public sealed record SoughtTerms(SoughtKind Kind, IReadOnlyList<string> Terms, IReadOnlyList<ElementWeight> Weights)
{
    /// <summary>Terms that policies use in place of a word; worth a fifth of it.</summary>
    public IReadOnlyCollection<string> Synonyms { get; init; } = [];
}

/// <summary>What something is worth to an element.</summary>
/// <param name="Element">The element's place, from 0.</param>
/// <param name="Weight">Above 0.</param>
public readonly record struct ElementWeight(int Element, float Weight);

/// <summary>What is looked for.</summary>
public enum SoughtKind
{
    /// <summary>A word, in any inflection.</summary>
    Word,

    /// <summary>Two words that stand near each other, in any order.</summary>
    Pair,

    /// <summary>Words one after the other.</summary>
    Phrase,
}

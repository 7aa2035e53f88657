namespace CseMapper.Decisions.Mapping;

/// <summary>Why an element has nothing or little, what was done to find something, and what would help.</summary>
/// <param name="Kind">How little it has.</param>
/// <param name="Why">What is missing, as sentences.</param>
/// <param name="Attach">What to attach, as a sentence.</param>
public sealed record MappingGap(GapKind Kind, string Why, string Attach)
{
    /// <summary>The parts of the element, counted from 1, that no strong or possible suggestion speaks of; empty where
    /// there is no such suggestion at all.</summary>
    public IReadOnlyList<int> UncoveredParts { get; init; } = [];

    /// <summary>The heaviest words and phrases that were looked for, and how many passages hold them: proof of the
    /// search. Filled where nothing was found.</summary>
    public IReadOnlyList<SearchedPhrase> SearchedFor { get; init; } = [];

    /// <summary>Ids of the weak suggestions that come closest, best first; each says why it was rejected. Filled where
    /// nothing was found.</summary>
    public IReadOnlyList<string> Closest { get; init; } = [];
}

/// <summary>How little an element has.</summary>
public enum GapKind
{
    /// <summary>Nothing, or weak candidates only.</summary>
    Missing,

    /// <summary>Something that an assessor will ask about: a part without evidence, a single weak document, sources
    /// that are drafts, replaced or overdue.</summary>
    Thin,

    /// <summary>Possible evidence only, with nothing else against it.</summary>
    NotStrong,
}

/// <summary>A word or phrase that was looked for.</summary>
/// <param name="Words">As the element or its vocabulary writes it.</param>
/// <param name="Passages">How many passages hold it, in any inflection.</param>
public sealed record SearchedPhrase(string Words, int Passages);

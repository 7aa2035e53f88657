using CseMapper.Matching.Remarks;
using CseMapper.Passages.Indexing;
using CseMapper.Passages.Splitting;

namespace CseMapper.Matching.Suggestions;

/// <summary>How much evidence was found for an element, or how sure a suggestion is.</summary>
public enum EvidenceStrength
{
    /// <summary>Nothing that a reviewer should look at.</summary>
    None,

    /// <summary>Shown on demand; most like it are rejected.</summary>
    Weak,

    /// <summary>Worth a look.</summary>
    Possible,

    /// <summary>Most like it are accepted.</summary>
    Strong,
}

/// <summary>All that matching has to say of one element.</summary>
/// <param name="Element">The element's number.</param>
/// <param name="Strength">The strength of its best suggestion.</param>
/// <param name="Suggestions">Best first.</param>
public sealed record ElementEvidence(string Element, EvidenceStrength Strength, IReadOnlyList<Suggestion> Suggestions)
{
    /// <summary>The words and phrases that were looked for, heaviest first: proof of the search where nothing was
    /// found.</summary>
    public IReadOnlyList<SearchedWord> SearchedFor { get; init; } = [];
}

/// <summary>A passage offered as evidence for an element.</summary>
/// <param name="Document">Key of the document's content (SHA-256 in hex).</param>
/// <param name="Passage">The passage.</param>
/// <param name="Score">Comparable within one element.</param>
/// <param name="Confidence">Probability that a reviewer accepts it, 0 to 1; comparable over elements.</param>
/// <param name="Strength">The band of its confidence.</param>
/// <param name="Quote">The part of the passage's text to show.</param>
/// <param name="Matches">The matched words, in order, as places in the passage's text.</param>
/// <param name="Why">How the score came about.</param>
public sealed record Suggestion(
    string Document,
    Passage Passage,
    double Score,
    double Confidence,
    EvidenceStrength Strength,
    TextSpan Quote,
    IReadOnlyList<MatchedWord> Matches,
    ScoreExplanation Why
)
{
    /// <summary>What a reviewer should know before accepting it.</summary>
    public IReadOnlyList<EvidenceRemark> Remarks { get; init; } = [];

    /// <summary>The parts of the element's sentence that it speaks of, counted from 1; none for an element that has no
    /// halves.</summary>
    public IReadOnlyList<int> Parts { get; init; } = [];

    /// <summary>What it is close to in meaning, whatever its words: a phrase of the element's vocabulary, or the element's
    /// wording; null where it is not, or where words alone were compared.</summary>
    public string? CloseTo { get; init; }

    /// <summary>Its place among all passages by score, before anything speaks against it; null where it stands in a list
    /// of the best.</summary>
    public int? Rank { get; init; }

    /// <summary>Where else nearly the same words stand.</summary>
    public IReadOnlyList<SuggestionCopy> Copies { get; init; } = [];

    /// <summary>How many more places there are than <see cref="Copies"/> names.</summary>
    public int MoreCopies { get; init; }

    /// <summary>Why it is no better, as sentences; none unless it is weak.</summary>
    public IReadOnlyList<string> Rejected { get; init; } = [];
}

/// <summary>A place where the words of a suggestion stand once more, or nearly.</summary>
/// <param name="Document">Key of the document's content (SHA-256 in hex).</param>
/// <param name="Passage">The passage.</param>
public sealed record SuggestionCopy(string Document, Passage Passage);

/// <summary>A word or phrase of the passage that made it a suggestion.</summary>
/// <param name="Span">Where it stands in the passage's text.</param>
/// <param name="Kind">How it matched.</param>
/// <param name="Term">The word of the element or its vocabulary that it matched.</param>
public readonly record struct MatchedWord(TextSpan Span, MatchKind Kind, string Term);

/// <summary>How a word matched.</summary>
public enum MatchKind
{
    /// <summary>A word of the element's wording or an inflection of it.</summary>
    Word,

    /// <summary>A derivation: supply / supplier.</summary>
    Related,

    /// <summary>A word that public bodies use for it: customer / tenant.</summary>
    Synonym,

    /// <summary>A word or phrase of the element's vocabulary.</summary>
    Vocabulary,
}

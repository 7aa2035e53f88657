using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping.Json;
using CseMapper.Documents;
using CseMapper.Documents.Files;
using CseMapper.Matching.Criteria;
using CseMapper.Matching.Suggestions;
using CseMapper.Passages.Indexing;
using CseMapper.Passages.Workspaces;

namespace CseMapper.Decisions.Mapping;

/// <summary>The mapping of a policy folder to a standard: what mapping.json holds and every report is made
/// from.</summary>
/// <param name="Generator">Program and version that made it, "CseMapper 0.1.0".</param>
/// <param name="Standard">The standard it was made with.</param>
/// <param name="Elements">Every element of the standard, in printed order.</param>
/// <param name="Documents">Every file of the folder, by path (ordinal).</param>
public sealed record MappingFile(
    string Generator,
    MappedStandard Standard,
    IReadOnlyList<MappingEntry> Elements,
    IReadOnlyList<MappingDocument> Documents
)
{
    /// <summary>Its name in the output folder.</summary>
    public const string FileName = "mapping.json";

    /// <summary>Version of mapping.json that is written.</summary>
    public const int FormatVersion = 1;

    /// <summary>The elements that need attention: those with nothing first, then thin ones, each kind in printed
    /// order.</summary>
    public IReadOnlyList<MappingEntry> Gaps { get; } =
    [.. Elements.Where(entry => entry.Gap is not null).OrderBy(entry => entry.Gap!.Kind)];

    /// <summary>The files that were not searched, or not whole, and may hold what is missing; by path.</summary>
    public IReadOnlyList<MappingDocument> NotSearched { get; } =
    [.. Documents.Where(document => document.Record.Status != ReadStatus.Read)];

    /// <summary>How many elements, documents, pages and passages.</summary>
    public MappingCounts Counts { get; } = MappingCounts.Count(Elements, Documents);

    /// <summary>How far the review has come.</summary>
    public DecisionCounts Review { get; } = DecisionCounts.Count(Elements);

    /// <summary>What the organisation's own decisions have made of our confidences; null where there are too
    /// few.</summary>
    public Recalibration? Recalibration { get; init; }

    /// <summary>Names the decision log it was made with.</summary>
    public LogHead Log { get; init; } = LogHead.None;

    /// <summary>Files and folders that a rule leaves out, by path; nothing is known of what they hold.</summary>
    public IReadOnlyList<LeftOutFile> LeftOut { get; init; } = [];

    /// <summary>The same mapping with other elements; the figures follow.</summary>
    internal MappingFile With(IReadOnlyList<MappingEntry> elements) => With(elements, Documents);

    /// <summary>The same mapping with other elements and documents; the figures follow.</summary>
    internal MappingFile With(IReadOnlyList<MappingEntry> elements, IReadOnlyList<MappingDocument> documents) =>
        new(Generator, Standard, elements, documents)
        {
            Recalibration = Recalibration,
            Log = Log,
            LeftOut = LeftOut,
        };
}

/// <summary>The standard a mapping was made with.</summary>
/// <param name="Id">Short name, "cse".</param>
/// <param name="Title">Full name.</param>
/// <param name="Fingerprint">SHA-256 in hex of the file it was read from.</param>
public sealed record MappedStandard(string Id, string Title, string Fingerprint);

/// <summary>A heading of the standard.</summary>
/// <param name="Number">As printed, "1.3".</param>
/// <param name="Title">In ordinary capitals; empty in a list without headings.</param>
public sealed record MappedHeading(string Number, string Title);

/// <summary>An element with all its evidence.</summary>
/// <param name="Number">As printed, "1.3.2".</param>
/// <param name="Wording">The sentence exactly as printed.</param>
/// <param name="Criterion">The criterion it belongs to.</param>
/// <param name="SubCriterion">The sub-criterion it belongs to.</param>
/// <param name="Suggestions">Best first, weak ones included.</param>
public sealed record MappingEntry(
    string Number,
    string Wording,
    MappedHeading Criterion,
    MappedHeading SubCriterion,
    IReadOnlyList<MappingSuggestion> Suggestions
)
{
    /// <summary>What counts as evidence for it.</summary>
    public EvidenceKind Kind { get; init; }

    /// <summary>The halves of its sentence; empty where it has none.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>Null for a sound wording; otherwise what is wrong with it.</summary>
    public string? Damage { get; init; }

    /// <summary>Why it needs attention, or null where there is strong evidence and nothing stands against all of
    /// it.</summary>
    public MappingGap? Gap { get; init; }

    /// <summary>What reviewers have decided about for it, in the order of the first decision.</summary>
    public IReadOnlyList<MappingDecision> Decisions { get; init; } = [];

    /// <summary>What the applicant writes for the assessor about it, or null.</summary>
    public MappingCommentary? Commentary { get; init; }

    /// <summary>The strength of its best suggestion, where weak counts as none: what is only weak is shown on
    /// demand.</summary>
    public EvidenceStrength State =>
        Suggestions.Count == 0 ? EvidenceStrength.None : Shown(Suggestions.Max(suggestion => suggestion.Strength));

    private static EvidenceStrength Shown(EvidenceStrength best) =>
        best == EvidenceStrength.Weak ? EvidenceStrength.None : best;
}

/// <summary>A passage offered as evidence for an element. Passages of the same words, or nearly, are one suggestion
/// with several places.</summary>
/// <param name="Id">16 hex digits made of the element's number and the passage's text: the same in every run, whatever
/// the order.</param>
/// <param name="Strength">The band of its confidence.</param>
/// <param name="Confidence">Probability that a reviewer accepts it, 0 to 1, rounded to three places.</param>
/// <param name="Score">Comparable within one element, rounded to four places.</param>
/// <param name="Quote">The words to show, as printed; blocks are separated by '\n'.</param>
/// <param name="Matches">The matched words as places in <paramref name="Quote"/>, in order.</param>
/// <param name="Places">Where it stands: the best-ranked place first.</param>
/// <param name="Why">How the score came about.</param>
public sealed record MappingSuggestion(
    string Id,
    EvidenceStrength Strength,
    double Confidence,
    double Score,
    string Quote,
    IReadOnlyList<MatchedWord> Matches,
    IReadOnlyList<MappingPlace> Places,
    ScoreExplanation Why
)
{
    /// <summary>What a reviewer should mind before accepting it, as short phrases.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>The parts of the element that it speaks of, counted from 1; empty for an element without
    /// halves.</summary>
    public IReadOnlyList<int> Parts { get; init; } = [];

    /// <summary>What it is close to in meaning, whatever its words: a phrase of the element's vocabulary, or the element's
    /// wording; null where it is not, or where words alone were compared.</summary>
    public string? CloseTo { get; init; }

    /// <summary>Why it is no better, as sentences; empty unless it is weak.</summary>
    public IReadOnlyList<string> Rejected { get; init; } = [];

    /// <summary>How many more places there are than <see cref="Places"/> names.</summary>
    public int MorePlaces { get; init; }

    /// <summary>Eight hex digits that change when the quote or its places change: what a reviewer saw when
    /// deciding.</summary>
    public string Revision { get; init; } = "";

    /// <summary>What became of suggestions of nearly the same confidence; null where too few were decided.</summary>
    public SimilarDecisions? Like { get; init; }

    /// <summary>What was decided about it, or null.</summary>
    public SuggestionDecision? Decision { get; init; }
}

/// <summary>Where a passage stands.</summary>
/// <param name="Document">SHA-256 in hex of the document's content.</param>
/// <param name="Paths">The files that hold this content, by path (ordinal); never empty.</param>
/// <param name="Passage">The passage's key within the document.</param>
/// <param name="Headings">The headings above it, outermost first.</param>
public sealed record MappingPlace(
    string Document,
    IReadOnlyList<string> Paths,
    string Passage,
    IReadOnlyList<string> Headings
)
{
    /// <summary>The page, counted from 1, or null where the format has no pages.</summary>
    public int? Page { get; init; }

    /// <summary>What the page is cited as ("iv"), or null where that is its number.</summary>
    public string? PageLabel { get; init; }

    /// <summary>True where the page is only approximate.</summary>
    public bool IsPageApproximate { get; init; }

    /// <summary>The clause number as printed, or null.</summary>
    public string? Clause { get; init; }

    /// <summary>True where the words are nearly those of the suggestion, but not the same.</summary>
    public bool IsNearlySame { get; init; }
}

/// <summary>A file of the policy folder and what it is good for.</summary>
/// <param name="Record">What reading it gave.</param>
/// <param name="SameContent">Other files of the folder with the same content, by path.</param>
/// <param name="Supports">The elements for which it holds strong or possible evidence, in printed order.</param>
public sealed record MappingDocument(
    DocumentRecord Record,
    IReadOnlyList<string> SameContent,
    IReadOnlyList<SupportedElement> Supports
);

/// <summary>An element that a document supports.</summary>
/// <param name="Element">The element's number.</param>
/// <param name="Strength">The strength of the best suggestion from this document.</param>
/// <param name="Suggestions">Ids of the suggestions from this document, best first.</param>
public sealed record SupportedElement(string Element, EvidenceStrength Strength, IReadOnlyList<string> Suggestions);

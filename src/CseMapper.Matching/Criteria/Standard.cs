namespace CseMapper.Matching.Criteria;

/// <summary>A standard: criteria, their sub-criteria and elements, in printed order.</summary>
/// <param name="Id">Short name without blanks, "cse".</param>
/// <param name="Title">Its full name.</param>
/// <param name="Criteria">The outermost headings; one untitled criterion where a list has no headings.</param>
/// <param name="Fingerprint">SHA-256 in hex of the file it was read from: a mapping made with another text of the
/// standard can be told.</param>
public sealed record Standard(string Id, string Title, IReadOnlyList<Criterion> Criteria, string Fingerprint)
{
    /// <summary>All elements in printed order.</summary>
    public IReadOnlyList<StandardElement> Elements { get; } =
    [.. Criteria.SelectMany(criterion => criterion.SubCriteria).SelectMany(sub => sub.Elements)];
}

/// <summary>A criterion: "1 Customer Insight".</summary>
/// <param name="Number">As printed.</param>
/// <param name="Title">In ordinary capitals.</param>
/// <param name="SubCriteria">Its sub-criteria in printed order.</param>
public sealed record Criterion(string Number, string Title, IReadOnlyList<SubCriterion> SubCriteria);

/// <summary>A sub-criterion: "1.1 Customer Identification".</summary>
/// <param name="Number">As printed.</param>
/// <param name="Title">In ordinary capitals.</param>
/// <param name="Elements">Its elements in printed order.</param>
public sealed record SubCriterion(string Number, string Title, IReadOnlyList<StandardElement> Elements);

/// <summary>What an organisation must show: one row of the assessor's sheet.</summary>
/// <param name="Number">As printed, "1.3.2".</param>
/// <param name="Wording">The sentence exactly as printed.</param>
/// <param name="SubCriterionTitle">The title above it, or empty.</param>
public sealed record StandardElement(string Number, string Wording, string SubCriterionTitle)
{
    /// <summary>The halves of its sentence, each of which needs evidence; the whole sentence as one part where it has
    /// no halves.</summary>
    public IReadOnlyList<ElementPart> Parts { get; init; } = [];

    /// <summary>What counts as evidence for it.</summary>
    public EvidenceKind Kind { get; init; }

    /// <summary>Words and phrases in which its evidence is usually written, apart from those of its parts.</summary>
    public IReadOnlyList<VocabularyEntry> Vocabulary { get; init; } = [];

    /// <summary>The vocabulary of the element and of its parts.</summary>
    public IEnumerable<VocabularyEntry> WholeVocabulary => Vocabulary.Concat(Parts.SelectMany(part => part.Vocabulary));

    /// <summary>Null for a sound wording; otherwise what is wrong with it, in a list that was imported from a damaged
    /// text.</summary>
    public string? Damage { get; init; }
}

/// <summary>What kind of thing proves an element.</summary>
public enum EvidenceKind
{
    /// <summary>A document that says it: policy, procedure, strategy.</summary>
    Document,

    /// <summary>Figures and results: "satisfaction levels are improving".</summary>
    Results,

    /// <summary>What an assessor sees on the day: "staff are polite and friendly".</summary>
    Observed,
}

/// <summary>One half of an element's sentence.</summary>
/// <param name="Text">Its words, taken from the element's wording.</param>
public sealed record ElementPart(string Text)
{
    /// <summary>Words and phrases in which evidence for this half is usually written, besides its own.</summary>
    public IReadOnlyList<VocabularyEntry> Vocabulary { get; init; } = [];
}

/// <summary>A word or phrase in which evidence is usually written.</summary>
/// <param name="Phrase">The word or phrase, in any capitals.</param>
/// <param name="Weight">How much it tells, above 0 and up to 3; a word of the element itself counts 1.</param>
public sealed record VocabularyEntry(string Phrase, double Weight = 1);

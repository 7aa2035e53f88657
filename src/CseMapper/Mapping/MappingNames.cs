using CseMapper.Criteria;
using CseMapper.Ingest;
using CseMapper.Matching;
using CseMapper.Review;

namespace CseMapper.Mapping;

/// <summary>The words that stand for enumerations in mapping.json and mapping.csv; part of the format, independent of
/// the names in the code.</summary>
internal static class MappingNames
{
    private static readonly (EvidenceStrength Value, string Name)[] s_strengths =
    [
        (EvidenceStrength.None, "none"),
        (EvidenceStrength.Weak, "weak"),
        (EvidenceStrength.Possible, "possible"),
        (EvidenceStrength.Strong, "strong"),
    ];

    private static readonly (EvidenceKind Value, string Name)[] s_kinds =
    [
        (EvidenceKind.Document, "document"),
        (EvidenceKind.Results, "results"),
        (EvidenceKind.Observed, "observed"),
    ];

    private static readonly (GapKind Value, string Name)[] s_gaps =
    [
        (GapKind.Missing, "missing"),
        (GapKind.Thin, "thin"),
        (GapKind.NotStrong, "not strong"),
    ];

    private static readonly (MatchKind Value, string Name)[] s_matches =
    [
        (MatchKind.Word, "word"),
        (MatchKind.Related, "related"),
        (MatchKind.Synonym, "synonym"),
        (MatchKind.Vocabulary, "vocabulary"),
    ];

    private static readonly (ReadStatus Value, string Name)[] s_statuses =
    [
        (ReadStatus.Read, "read"),
        (ReadStatus.PartlyRead, "partly read"),
        (ReadStatus.Unreadable, "unreadable"),
        (ReadStatus.Unsupported, "unsupported"),
        (ReadStatus.NeedsPassword, "needs password"),
        (ReadStatus.NeedsOcr, "needs OCR"),
    ];

    private static readonly (FileFormat Value, string Name)[] s_formats =
    [
        (FileFormat.Unknown, "unknown"),
        (FileFormat.Pdf, "pdf"),
        (FileFormat.WordOpenXml, "docx"),
        (FileFormat.WordBinary, "doc"),
        (FileFormat.RichText, "rtf"),
        (FileFormat.OpenDocumentText, "odt"),
        (FileFormat.Presentation, "pptx"),
        (FileFormat.Spreadsheet, "xlsx"),
        (FileFormat.PlainText, "text"),
        (FileFormat.Markdown, "markdown"),
        (FileFormat.Html, "html"),
    ];

    private static readonly (Verdict Value, string Name)[] s_verdicts =
    [
        (Verdict.Open, "open"),
        (Verdict.Accepted, "accepted"),
        (Verdict.AwaitsApproval, "awaits approval"),
        (Verdict.Rejected, "rejected"),
        (Verdict.Unsure, "unsure"),
        (Verdict.Conflict, "conflict"),
    ];

    private static readonly (AnchorState Value, string Name)[] s_anchors =
    [
        (AnchorState.Unchanged, "unchanged"),
        (AnchorState.Moved, "moved"),
        (AnchorState.Reworded, "reworded"),
        (AnchorState.Gone, "gone"),
        (AnchorState.Ambiguous, "ambiguous"),
    ];

    private static readonly (WordChangeKind Value, string Name)[] s_changes =
    [
        (WordChangeKind.Same, "same"),
        (WordChangeKind.Removed, "removed"),
        (WordChangeKind.Added, "added"),
    ];

    private static readonly (DecisionAction Value, string Name)[] s_actions =
    [
        (DecisionAction.Accept, "accept"),
        (DecisionAction.Reject, "reject"),
        (DecisionAction.Unsure, "unsure"),
    ];

    private static readonly (EvidenceExtent Value, string Name)[] s_extents =
    [
        (EvidenceExtent.Unstated, "unstated"),
        (EvidenceExtent.Partial, "partial"),
        (EvidenceExtent.Full, "full"),
    ];

    public static string Of(EvidenceStrength value) => Name(s_strengths, value);

    public static string Of(EvidenceKind value) => Name(s_kinds, value);

    public static string Of(GapKind value) => Name(s_gaps, value);

    public static string Of(MatchKind value) => Name(s_matches, value);

    public static string Of(ReadStatus value) => Name(s_statuses, value);

    public static string Of(FileFormat value) => Name(s_formats, value);

    public static string Of(Verdict value) => Name(s_verdicts, value);

    public static string Of(AnchorState value) => Name(s_anchors, value);

    public static string Of(WordChangeKind value) => Name(s_changes, value);

    public static string Of(DecisionAction value) => Name(s_actions, value);

    public static string Of(EvidenceExtent value) => Name(s_extents, value);

    public static Verdict VerdictOf(string name) => Value(s_verdicts, name);

    public static AnchorState Anchor(string name) => Value(s_anchors, name);

    public static WordChangeKind Change(string name) => Value(s_changes, name);

    public static DecisionAction Action(string name) => Value(s_actions, name);

    public static EvidenceExtent Extent(string name) => Value(s_extents, name);

    public static EvidenceStrength Strength(string name) => Value(s_strengths, name);

    public static EvidenceKind Kind(string name) => Value(s_kinds, name);

    public static GapKind Gap(string name) => Value(s_gaps, name);

    public static MatchKind Match(string name) => Value(s_matches, name);

    public static ReadStatus Status(string name) => Value(s_statuses, name);

    public static FileFormat Format(string name) => Value(s_formats, name);

    private static string Name<T>((T Value, string Name)[] names, T value)
        where T : struct, Enum
    {
        foreach ((T known, string name) in names)
        {
            if (EqualityComparer<T>.Default.Equals(known, value))
                return name;
        }

        throw new ArgumentOutOfRangeException(nameof(value), value, "No name stands for this value.");
    }

    private static T Value<T>((T Value, string Name)[] names, string name)
        where T : struct, Enum
    {
        foreach ((T value, string known) in names)
        {
            if (known == name)
                return value;
        }

        throw new InvalidDataException($"'{name}' is not a word of this version of mapping.json.");
    }
}

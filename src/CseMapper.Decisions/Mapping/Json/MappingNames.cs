using CseMapper.Decisions.Anchors;
using CseMapper.Decisions.Log;
using CseMapper.Documents;
using CseMapper.Matching.Criteria;
using CseMapper.Matching.Suggestions;

namespace CseMapper.Decisions.Mapping.Json;

/// <summary>The words that stand for enumerations in mapping.json and mapping.csv; part of the format, independent of
/// the names in the code.</summary>
public static class MappingNames
{
    private static readonly (EvidenceStrength Value, string Name)[] _strengths =
    [
        (EvidenceStrength.None, "none"),
        (EvidenceStrength.Weak, "weak"),
        (EvidenceStrength.Possible, "possible"),
        (EvidenceStrength.Strong, "strong"),
    ];

    private static readonly (EvidenceKind Value, string Name)[] _kinds =
    [
        (EvidenceKind.Document, "document"),
        (EvidenceKind.Results, "results"),
        (EvidenceKind.Observed, "observed"),
    ];

    private static readonly (GapKind Value, string Name)[] _gaps =
    [
        (GapKind.Missing, "missing"),
        (GapKind.Thin, "thin"),
        (GapKind.NotStrong, "not strong"),
    ];

    private static readonly (MatchKind Value, string Name)[] _matches =
    [
        (MatchKind.Word, "word"),
        (MatchKind.Related, "related"),
        (MatchKind.Synonym, "synonym"),
        (MatchKind.Vocabulary, "vocabulary"),
    ];

    private static readonly (ReadStatus Value, string Name)[] _statuses =
    [
        (ReadStatus.Read, "read"),
        (ReadStatus.PartlyRead, "partly read"),
        (ReadStatus.Unreadable, "unreadable"),
        (ReadStatus.Unsupported, "unsupported"),
        (ReadStatus.NeedsPassword, "needs password"),
        (ReadStatus.NeedsOcr, "needs OCR"),
    ];

    private static readonly (FileFormat Value, string Name)[] _formats =
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
        (FileFormat.SpreadsheetBinary, "xls"),
        (FileFormat.PresentationBinary, "ppt"),
        (FileFormat.OpenDocumentSpreadsheet, "ods"),
        (FileFormat.OpenDocumentPresentation, "odp"),
        (FileFormat.SeparatedValues, "csv"),
        (FileFormat.Email, "email"),
        (FileFormat.Archive, "zip"),
        (FileFormat.Picture, "picture"),
    ];

    private static readonly (Verdict Value, string Name)[] _verdicts =
    [
        (Verdict.Open, "open"),
        (Verdict.Accepted, "accepted"),
        (Verdict.AwaitsApproval, "awaits approval"),
        (Verdict.Rejected, "rejected"),
        (Verdict.Unsure, "unsure"),
        (Verdict.Conflict, "conflict"),
    ];

    private static readonly (AnchorState Value, string Name)[] _anchors =
    [
        (AnchorState.Unchanged, "unchanged"),
        (AnchorState.Moved, "moved"),
        (AnchorState.Reworded, "reworded"),
        (AnchorState.Gone, "gone"),
        (AnchorState.Ambiguous, "ambiguous"),
    ];

    private static readonly (WordChangeKind Value, string Name)[] _changes =
    [
        (WordChangeKind.Same, "same"),
        (WordChangeKind.Removed, "removed"),
        (WordChangeKind.Added, "added"),
    ];

    private static readonly (DecisionAction Value, string Name)[] _actions =
    [
        (DecisionAction.Accept, "accept"),
        (DecisionAction.Reject, "reject"),
        (DecisionAction.Unsure, "unsure"),
    ];

    private static readonly (EvidenceExtent Value, string Name)[] _extents =
    [
        (EvidenceExtent.Unstated, "unstated"),
        (EvidenceExtent.Partial, "partial"),
        (EvidenceExtent.Full, "full"),
    ];

    /// <summary>The word for it.</summary>
    /// <param name="value">A value of the enumeration.</param>
    public static string NameOf(EvidenceStrength value) => Name(_strengths, value);

    /// <summary>The word for it.</summary>
    /// <param name="value">A value of the enumeration.</param>
    public static string NameOf(EvidenceKind value) => Name(_kinds, value);

    /// <summary>The word for it.</summary>
    /// <param name="value">A value of the enumeration.</param>
    public static string NameOf(GapKind value) => Name(_gaps, value);

    /// <summary>The word for it.</summary>
    /// <param name="value">A value of the enumeration.</param>
    public static string NameOf(MatchKind value) => Name(_matches, value);

    /// <summary>The word for it.</summary>
    /// <param name="value">A value of the enumeration.</param>
    public static string NameOf(ReadStatus value) => Name(_statuses, value);

    /// <summary>The word for it.</summary>
    /// <param name="value">A value of the enumeration.</param>
    public static string NameOf(FileFormat value) => Name(_formats, value);

    /// <summary>The word for it.</summary>
    /// <param name="value">A value of the enumeration.</param>
    public static string NameOf(Verdict value) => Name(_verdicts, value);

    /// <summary>The word for it.</summary>
    /// <param name="value">A value of the enumeration.</param>
    public static string NameOf(AnchorState value) => Name(_anchors, value);

    /// <summary>The word for it.</summary>
    /// <param name="value">A value of the enumeration.</param>
    public static string NameOf(WordChangeKind value) => Name(_changes, value);

    /// <summary>The word for it.</summary>
    /// <param name="value">A value of the enumeration.</param>
    public static string NameOf(DecisionAction value) => Name(_actions, value);

    /// <summary>The word for it.</summary>
    /// <param name="value">A value of the enumeration.</param>
    public static string NameOf(EvidenceExtent value) => Name(_extents, value);

    /// <summary>What a word stands for.</summary>
    /// <param name="name">The word, as <c>Of</c> gives it.</param>
    public static Verdict VerdictOf(string name) => Value(_verdicts, name);

    /// <summary>What a word stands for.</summary>
    /// <param name="name">The word, as <c>Of</c> gives it.</param>
    public static AnchorState Anchor(string name) => Value(_anchors, name);

    /// <summary>What a word stands for.</summary>
    /// <param name="name">The word, as <c>Of</c> gives it.</param>
    public static WordChangeKind Change(string name) => Value(_changes, name);

    /// <summary>What a word stands for.</summary>
    /// <param name="name">The word, as <c>Of</c> gives it.</param>
    public static DecisionAction Action(string name) => Value(_actions, name);

    /// <summary>What a word stands for.</summary>
    /// <param name="name">The word, as <c>Of</c> gives it.</param>
    public static EvidenceExtent Extent(string name) => Value(_extents, name);

    /// <summary>What a word stands for.</summary>
    /// <param name="name">The word, as <c>Of</c> gives it.</param>
    public static EvidenceStrength Strength(string name) => Value(_strengths, name);

    /// <summary>What a word stands for.</summary>
    /// <param name="name">The word, as <c>Of</c> gives it.</param>
    public static EvidenceKind Kind(string name) => Value(_kinds, name);

    /// <summary>What a word stands for.</summary>
    /// <param name="name">The word, as <c>Of</c> gives it.</param>
    public static GapKind Gap(string name) => Value(_gaps, name);

    /// <summary>What a word stands for.</summary>
    /// <param name="name">The word, as <c>Of</c> gives it.</param>
    public static MatchKind Match(string name) => Value(_matches, name);

    /// <summary>What a word stands for.</summary>
    /// <param name="name">The word, as <c>Of</c> gives it.</param>
    public static ReadStatus Status(string name) => Value(_statuses, name);

    /// <summary>What a word stands for.</summary>
    /// <param name="name">The word, as <c>Of</c> gives it.</param>
    public static FileFormat Format(string name) => Value(_formats, name);

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

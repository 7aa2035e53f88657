using CseMapper.Criteria;
using CseMapper.Ingest;
using CseMapper.Matching;

namespace CseMapper.Mapping;

/// <summary>The words that stand for enumerations in mapping.json and mapping.csv; part of the format, independent of the names in the code.</summary>
internal static class MappingNames
{
    private static readonly (EvidenceStrength Value, string Name)[] s_strengths =
    [
        (EvidenceStrength.None, "none"), (EvidenceStrength.Weak, "weak"), (EvidenceStrength.Possible, "possible"), (EvidenceStrength.Strong, "strong"),
    ];

    private static readonly (EvidenceKind Value, string Name)[] s_kinds =
    [
        (EvidenceKind.Document, "document"), (EvidenceKind.Results, "results"), (EvidenceKind.Observed, "observed"),
    ];

    private static readonly (MatchKind Value, string Name)[] s_matches =
    [
        (MatchKind.Word, "word"), (MatchKind.Related, "related"), (MatchKind.Synonym, "synonym"), (MatchKind.Vocabulary, "vocabulary"),
    ];

    private static readonly (ReadStatus Value, string Name)[] s_statuses =
    [
        (ReadStatus.Read, "read"), (ReadStatus.PartlyRead, "partly read"), (ReadStatus.Unreadable, "unreadable"),
        (ReadStatus.Unsupported, "unsupported"), (ReadStatus.NeedsPassword, "needs password"), (ReadStatus.NeedsOcr, "needs OCR"),
    ];

    private static readonly (FileFormat Value, string Name)[] s_formats =
    [
        (FileFormat.Unknown, "unknown"), (FileFormat.Pdf, "pdf"), (FileFormat.WordOpenXml, "docx"), (FileFormat.WordBinary, "doc"),
        (FileFormat.RichText, "rtf"), (FileFormat.OpenDocumentText, "odt"), (FileFormat.Presentation, "pptx"), (FileFormat.Spreadsheet, "xlsx"),
        (FileFormat.PlainText, "text"), (FileFormat.Markdown, "markdown"), (FileFormat.Html, "html"),
    ];

    public static string Of(EvidenceStrength value) => Name(s_strengths, value);

    public static string Of(EvidenceKind value) => Name(s_kinds, value);

    public static string Of(MatchKind value) => Name(s_matches, value);

    public static string Of(ReadStatus value) => Name(s_statuses, value);

    public static string Of(FileFormat value) => Name(s_formats, value);

    public static EvidenceStrength Strength(string name) => Value(s_strengths, name);

    public static EvidenceKind Kind(string name) => Value(s_kinds, name);

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

using System.Text.Json.Serialization;

namespace CseMapper.Decisions.Changes;

/// <summary>A snapshot as last-mapping.json holds it: a line a file, because there may be a hundred thousand of
/// them.</summary>
/// <param name="Version">Of the format; 1 where the file does not say.</param>
/// <param name="Files">A mark each for read and overdue, the hash, a colon and the path: "r-0123…:policies/a.docx".
/// Null in version 1.</param>
/// <param name="Documents">The same in version 1; null later.</param>
/// <param name="Elements">Every element's evidence and decisions.</param>
internal sealed record SnapshotFile(
    int Version,
    IReadOnlyList<string>? Files,
    IReadOnlyList<SnapshotDocument>? Documents,
    IReadOnlyList<SnapshotElement> Elements
)
{
    private const int Latest = 2;
    private const char Read = 'r';
    private const char Overdue = 'o';
    private const char Not = '-';
    private const int Marks = 2;

    /// <summary>Ends the hash; no digit, and no sign that JSON writes as two.</summary>
    private const char End = ':';

    /// <summary>What it holds; null for a version that is not known, or with what is not of its form.</summary>
    [JsonIgnore]
    public MappingSnapshot? Content =>
        this switch
        {
            { Elements: null } => null,
            { Version: Latest, Files: { } files } => files.All(IsLine)
                ? new MappingSnapshot([.. files.Select(DocumentOf)], Elements)
                : null,
            { Version: 0 or 1, Documents: { } documents } => new MappingSnapshot(documents, Elements),
            _ => null,
        };

    /// <summary>Makes it out of a snapshot.</summary>
    public static SnapshotFile From(MappingSnapshot snapshot) =>
        new(Latest, [.. snapshot.Documents.Select(LineOf)], null, snapshot.Elements);

    private static string LineOf(SnapshotDocument document) =>
        $"{(document.IsRead ? Read : Not)}{(document.IsOverdue ? Overdue : Not)}{document.Hash}{End}{document.Path}";

    private static bool IsLine(string? line) => line?.IndexOf(End, StringComparison.Ordinal) >= Marks;

    private static SnapshotDocument DocumentOf(string line)
    {
        int end = line.IndexOf(End, StringComparison.Ordinal);
        return new SnapshotDocument(line[(end + 1)..], line[Marks..end], line[0] == Read, line[1] == Overdue);
    }
}

/// <summary>Reads and writes it without looking at its types at run time, which costs more than the file.</summary>
[JsonSerializable(typeof(SnapshotFile))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class SnapshotJson : JsonSerializerContext;

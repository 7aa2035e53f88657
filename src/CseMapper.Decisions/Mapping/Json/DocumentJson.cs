using CseMapper.Documents;
using CseMapper.Passages.Workspaces;

namespace CseMapper.Decisions.Mapping.Json;

/// <summary>A file of the policy folder as mapping.json holds it.</summary>
internal sealed record DocumentJson
{
    public required string Path { get; init; }
    public required string Hash { get; init; }
    public required string Format { get; init; }
    public required long Bytes { get; init; }
    public required string Status { get; init; }

    /// <summary>Follows from the problems; not read back.</summary>
    public string? Reason { get; init; }

    public int? Pages { get; init; }

    /// <summary>Every page by name, so that nobody has to count; null where the numbers are the names.</summary>
    public string[]? PageLabels { get; init; }

    public required int Passages { get; init; }
    public required int Comments { get; init; }
    public required int UnacceptedChanges { get; init; }
    public required DocumentFacts Facts { get; init; }
    public required bool ReviewOverdue { get; init; }
    public required IngestProblem[] Problems { get; init; }
    public KnownTrouble? Known { get; init; }
    public CrossCheckJson? CrossCheck { get; init; }
    public required string[] SameContent { get; init; }
    public required SupportedJson[] Supports { get; init; }

    public static DocumentJson Of(MappingDocument document)
    {
        DocumentRecord record = document.Record;
        string reason = record.Reason;
        return new DocumentJson
        {
            Path = record.Path,
            Hash = record.Hash,
            Format = MappingNames.NameOf(record.Format),
            Bytes = record.Bytes,
            Status = MappingNames.NameOf(record.Status),
            Reason = reason.Length > 0 ? reason : null,
            Pages = record.Pages,
            PageLabels = LabelsOf(record.PrintedPages),
            Passages = record.PassageCount,
            Comments = record.CommentCount,
            UnacceptedChanges = record.UnacceptedChangeCount,
            Facts = record.Facts,
            ReviewOverdue = record.IsReviewOverdue,
            Problems = [.. record.Problems],
            Known = record.KnownTrouble,
            CrossCheck = CrossCheckJson.Of(record.CrossCheck),
            SameContent = [.. document.SameContent],
            Supports = [.. document.Supports.Select(SupportedJson.Of)],
        };
    }

    public MappingDocument ToDocument() =>
        new(
            new DocumentRecord(Path, MappingNames.Format(Format), Bytes, Hash)
            {
                Status = MappingNames.Status(Status),
                Problems = Problems.Whole(),
                Pages = Pages,
                PrintedPages = PageLabels is null ? PrintedPages.None : PrintedPages.From(PageLabels.Whole()),
                PassageCount = Passages,
                Facts = Facts,
                CommentCount = Comments,
                UnacceptedChangeCount = UnacceptedChanges,
                IsReviewOverdue = ReviewOverdue,
                KnownTrouble = Known,
                CrossCheck = CrossCheck?.ToCheck(),
            },
            SameContent.Whole(),
            Supports.Read(one => one.ToSupported())
        );

    private static string[]? LabelsOf(PrintedPages pages) =>
        pages.Labels.Count == 0 ? null : [.. pages.Labels.Select((label, i) => PageCitation.Name(i + 1, label))];
}

/// <summary>An element that a document supports, as mapping.json holds it.</summary>
internal sealed record SupportedJson(string Element, string Strength, string[] Suggestions)
{
    public static SupportedJson Of(SupportedElement supported) =>
        new(supported.Element, MappingNames.NameOf(supported.Strength), [.. supported.Suggestions]);

    public SupportedElement ToSupported() => new(Element, MappingNames.Strength(Strength), Suggestions.Whole());
}

using CseMapper.Matching.Criteria;
using CseMapper.Matching.Loading;
using CseMapper.Matching.Scoring;
using CseMapper.Passages.Workspaces;

namespace CseMapper.Decisions.Evaluation;

/// <summary>How many of the documents that were handed in for an element we would have suggested for it, among the
/// first few.</summary>
/// <param name="Elements">By element, in printed order: those that the sheet names a document for that is in the
/// folder.</param>
/// <param name="NotFound">Documents of the sheet that no file of the folder is named like, as written, each
/// once.</param>
public sealed record SheetEvaluation(IReadOnlyList<SheetElement> Elements, IReadOnlyList<string> NotFound)
{
    private const int Depth = 200;

    /// <summary>Where recall is measured.</summary>
    public static IReadOnlyList<int> Cutoffs { get; } = [1, 3, 5, 10];

    /// <summary>The mean over elements of the share of handed-in documents among the first k.</summary>
    /// <param name="k">How many documents a reviewer looks at, 1 or more.</param>
    public double Recall(int k) => Elements.Count == 0 ? 0 : Elements.Average(element => element.Recall(k));

    /// <summary>Ranks the documents of the folder for every element: by their best passage, as the suggestions
    /// are.</summary>
    /// <param name="standard">The standard.</param>
    /// <param name="workspace">What was read.</param>
    /// <param name="sheet">What was handed in.</param>
    /// <param name="ranker">Ranks.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static SheetEvaluation Measure(
        Standard standard,
        Workspace workspace,
        AssessorSheet sheet,
        EvidenceRanker ranker,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(standard);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(ranker);
        Dictionary<string, string> hashes = workspace
            .Documents()
            .Where(document => document.PassageCount > 0)
            .ToDictionary(document => document.Path, document => document.Hash, StringComparer.Ordinal);
        DocumentNames names = new(hashes.Keys.Order(StringComparer.Ordinal));
        Dictionary<string, IReadOnlyList<string>> meant = sheet
            .Rows.Select(row => row.Document)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(name => name, names.Find, StringComparer.Ordinal);
        ILookup<string, string> wanted = sheet
            .Rows.Where(row => meant[row.Document].Count > 0)
            .ToLookup(row => row.Element, row => row.Document, StringComparer.Ordinal);
        List<SheetElement> elements = [];
        foreach (
            RankedElement element in ranker
                .RankPassages(
                    standard,
                    DocumentSource.Of(workspace, workspace.Documents()),
                    workspace.PassagesOf,
                    Depth,
                    cancellation
                )
                .Where(element => wanted.Contains(element.Element))
        )
        {
            List<string> ranked = [.. element.Places.Select(place => place.Document).Distinct(StringComparer.Ordinal)];
            // A name that several files bear is found when one of them is.
            int[] ranks =
            [
                .. wanted[element.Element]
                    .Distinct(StringComparer.Ordinal)
                    .Select(name =>
                        meant[name]
                            .Select(path => ranked.IndexOf(hashes[path]))
                            .Where(at => at >= 0)
                            .DefaultIfEmpty(int.MaxValue - 1)
                            .Min() + 1
                    ),
            ];
            elements.Add(new SheetElement(element.Element, ranks));
        }

        return new SheetEvaluation(elements, [.. meant.Where(name => name.Value.Count == 0).Select(name => name.Key)]);
    }
}

/// <summary>The handed-in documents of an element.</summary>
/// <param name="Element">The element's number.</param>
/// <param name="Ranks">The rank of each among the documents of the folder, from 1; <see cref="int.MaxValue"/> where it
/// was not suggested at all.</param>
public sealed record SheetElement(string Element, IReadOnlyList<int> Ranks)
{
    /// <summary>The share of them among the first k.</summary>
    /// <param name="k">How many documents a reviewer looks at, 1 or more.</param>
    public double Recall(int k) => Ranks.Count(rank => rank <= k) / (double)Ranks.Count;
}

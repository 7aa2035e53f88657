using CseMapper.Passages.CrossChecking;

namespace CseMapper.Decisions.Mapping.Json;

/// <summary>What a second reader found in a document, as mapping.json holds it.</summary>
/// <param name="Pages">Pages that were compared.</param>
/// <param name="Differences">The pages that differ.</param>
internal sealed record CrossCheckJson(int Pages, PageDifferenceJson[] Differences)
{
    /// <summary>Why there is nothing to compare, or null.</summary>
    public string? Problem { get; init; }

    public static CrossCheckJson? Of(CrossCheck? check) =>
        check is null
            ? null
            : new CrossCheckJson(
                check.Pages,
                [
                    .. check.Differences.Select(one => new PageDifferenceJson(
                        one.Page,
                        one.Lacking,
                        one.Surplus,
                        one.IsLack,
                        one.Words
                    )),
                ]
            )
            {
                Problem = check.Failure,
            };

    public CrossCheck ToCheck() =>
        new(
            Pages,
            Differences.Read(one => new PageDifference(one.Page, one.Lacking, one.Surplus, one.Attention)
            {
                Words = one.Words,
            })
        )
        {
            Failure = Problem,
        };
}

/// <summary>A page on which two readers differ, as mapping.json holds it.</summary>
internal sealed record PageDifferenceJson(int Page, int Lacking, int Surplus, bool Attention, string Words);

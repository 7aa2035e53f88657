using CseMapper.Decisions.Mapping;

namespace CseMapper.Reports;

/// <summary>What the cells of a row say of an element's commentary.</summary>
internal static class RowCommentary
{
    public static RowDecision Of(MappingEntry entry) =>
        Of(entry.Commentary?.Text ?? "", entry.Commentary?.Reviewer ?? "");

    public static RowDecision Of(string text, string reviewer) => new("", "", text, reviewer);
}

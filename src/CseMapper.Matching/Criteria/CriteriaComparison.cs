namespace CseMapper.Matching.Criteria;

/// <summary>One difference between two lists.</summary>
/// <param name="Number">The element, sub-criterion or criterion concerned.</param>
/// <param name="Message">What differs, with both wordings where it is a wording.</param>
public sealed record CriteriaDifference(string Number, string Message);

/// <summary>Compares two lists of the same standard: titles, numbers, order and wordings, character by
/// character.</summary>
public static class CriteriaComparison
{
    /// <summary>Lists every difference, in the order of the first list.</summary>
    /// <param name="standard">The list whose order the differences keep.</param>
    /// <param name="against">The list to compare it with.</param>
    public static IReadOnlyList<CriteriaDifference> Compare(Standard standard, Standard against)
    {
        List<CriteriaDifference> differences = [];
        CompareTitles(
            standard.Criteria.Select(item => (item.Number, item.Title)),
            against.Criteria.Select(item => (item.Number, item.Title)),
            differences
        );
        CompareTitles(SubCriteria(standard), SubCriteria(against), differences);
        CompareElements(standard, against, differences);
        return differences;
    }

    private static IEnumerable<(string Number, string Title)> SubCriteria(Standard standard) =>
        standard.Criteria.SelectMany(criterion => criterion.SubCriteria).Select(sub => (sub.Number, sub.Title));

    private static void CompareTitles(
        IEnumerable<(string Number, string Title)> titles,
        IEnumerable<(string Number, string Title)> against,
        List<CriteriaDifference> differences
    )
    {
        Dictionary<string, string> others = new(
            against.Where(item => item.Number.Length > 0).Select(item => KeyValuePair.Create(item.Number, item.Title))
        );
        foreach ((string number, string title) in titles.Where(item => item.Number.Length > 0))
        {
            if (!others.Remove(number, out string? other))
                differences.Add(new(number, $"heading \"{title}\" is only in the first list"));
            else if (title != other)
                differences.Add(new(number, $"the heading differs:\n  first  {Show(title)}\n  second {Show(other)}"));
        }

        foreach ((string number, string title) in others)
            differences.Add(new(number, $"heading \"{title}\" is only in the second list"));
    }

    private static string Show(string title) => title.Length == 0 ? "(none)" : title;

    private static void CompareElements(Standard standard, Standard against, List<CriteriaDifference> differences)
    {
        Dictionary<string, StandardElement> others = against.Elements.ToDictionary(element => element.Number);
        List<string> order = [.. against.Elements.Select(element => element.Number)];
        int furthest = -1;
        foreach (StandardElement element in standard.Elements)
        {
            if (element.Damage is not null)
                differences.Add(new(element.Number, $"damaged in the first list: {element.Damage}"));
            if (!others.Remove(element.Number, out StandardElement? other))
            {
                differences.Add(new(element.Number, $"only in the first list: {element.Wording}"));
                continue;
            }

            if (other.Damage is not null)
                differences.Add(new(element.Number, $"damaged in the second list: {other.Damage}"));
            if (element.Wording != other.Wording)
            {
                differences.Add(
                    new(element.Number, $"the wording differs:\n  first  {element.Wording}\n  second {other.Wording}")
                );
            }

            int place = order.IndexOf(element.Number);
            if (place < furthest)
            {
                differences.Add(
                    new(element.Number, $"stands in another order: in the second list before {order[furthest]}")
                );
            }

            furthest = Math.Max(furthest, place);
        }

        foreach (StandardElement other in against.Elements.Where(element => others.ContainsKey(element.Number)))
            differences.Add(new(other.Number, $"only in the second list: {other.Wording}"));
    }
}

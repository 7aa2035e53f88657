using CseMapper.Criteria;
using CseMapper.Matching;

namespace CseMapper.Mapping;

/// <summary>Tells why an element needs attention and what would help.</summary>
internal static class GapFinder
{
    private const int MostPhrases = 6;

    /// <summary>Null where strong evidence was found and nothing stands against all of it.</summary>
    /// <param name="element">The element.</param>
    /// <param name="found">What was found for it, weak suggestions included.</param>
    public static MappingGap? Find(StandardElement element, IReadOnlyList<Suggestion> found)
    {
        Suggestion[] shown = [.. found.Where(suggestion => suggestion.Strength >= EvidenceStrength.Possible)];
        string[] reasons = shown.Length == 0
            ? [found.Count == 0
                ? "Nothing on this subject was found in the documents that could be read."
                : "Only weak candidates were found; most like them are rejected."]
            : [.. Thin(element, shown)];
        return reasons.Length == 0 ? null : new MappingGap(string.Join(' ', reasons), Attach(element));
    }

    private static IEnumerable<string> Thin(StandardElement element, Suggestion[] shown)
    {
        if (!Array.Exists(shown, suggestion => suggestion.Strength == EvidenceStrength.Strong))
            yield return "Nothing found is strong: read the possible passages before relying on them.";
        if (Array.TrueForAll(shown, suggestion => suggestion.Remarks.Contains(EvidenceRemark.Superseded)))
            yield return "All of it stands in documents of which there is a newer version.";
        if (Array.TrueForAll(shown, IsDraft))
            yield return "All of it stands in drafts.";
        if (Array.TrueForAll(shown, suggestion => suggestion.Remarks.Contains(EvidenceRemark.Future)))
            yield return "All of it speaks of aims and plans.";
        if (element.Kind == EvidenceKind.Results && !Array.Exists(shown, suggestion => suggestion.Remarks.Contains(EvidenceRemark.ShowsFigures)))
            yield return "The element asks for results, and nothing found gives figures.";
    }

    private static bool IsDraft(Suggestion suggestion) => suggestion.Passage.HasUnacceptedChanges || suggestion.Remarks.Contains(EvidenceRemark.Draft);

    private static string Attach(StandardElement element)
    {
        string kind = element.Kind switch
        {
            EvidenceKind.Results => "Figures that show it: survey results, performance tables or trends over at least two periods, with their source and date.",
            EvidenceKind.Observed => "An assessor sees this on the day: support it with mystery shopping, call quality checks, customers' comments or observation records.",
            _ => "A policy, procedure, strategy, plan or minutes in which this is written down, and an example of it being done.",
        };
        string[] phrases = [.. element.WholeVocabulary
            .OrderByDescending(word => word.Weight)
            .Select(word => word.Phrase)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(MostPhrases)];
        return phrases.Length == 0 ? kind : $"{kind} Look for: {string.Join(", ", phrases)}.";
    }
}

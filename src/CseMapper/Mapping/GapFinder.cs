using CseMapper.Criteria;
using CseMapper.Matching;

namespace CseMapper.Mapping;

/// <summary>Tells why an element needs attention and what would help.</summary>
internal static class GapFinder
{
    /// <summary>Null where the element has strong evidence from more than one place or needs nothing else.</summary>
    public static MappingGap? Find(MappingEntry entry, StandardElement element)
    {
        string? why = entry.State switch
        {
            EvidenceStrength.None when entry.Suggestions.Count == 0 => "Nothing on this subject was found in the documents that could be read.",
            EvidenceStrength.None => "Only weak candidates were found; most like them are rejected.",
            EvidenceStrength.Possible => "Nothing found is strong: read the possible passages before relying on them.",
            _ => null,
        };
        return why is null ? null : new MappingGap(why, Attach(element));
    }

    private static string Attach(StandardElement element)
    {
        string kind = element.Kind switch
        {
            EvidenceKind.Results => "Figures that show it: survey results, performance tables or trends over at least two periods, with their source and date.",
            EvidenceKind.Observed => "An assessor sees this on the day: support it with mystery shopping, call quality checks, customers' comments or observation records.",
            _ => "A policy, procedure, strategy, plan or minutes in which this is written down, and an example of it being done.",
        };
        string[] phrases = [.. element.Vocabulary
            .OrderByDescending(word => word.Weight)
            .Select(word => word.Phrase)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(6)];
        return phrases.Length == 0 ? kind : $"{kind} Look for: {string.Join(", ", phrases)}.";
    }
}

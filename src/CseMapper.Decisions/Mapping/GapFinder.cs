using CseMapper.Matching.Criteria;
using CseMapper.Matching.Remarks;
using CseMapper.Matching.Suggestions;

namespace CseMapper.Decisions.Mapping;

/// <summary>Tells why an element needs attention, what was done to find more, and what would help.</summary>
internal static class GapFinder
{
    private const int MostPhrases = 6;
    private const int MostSearched = 12;
    private const int MostClosest = 3;

    /// <summary>Below this confidence a passage is not even close: naming it would only cost the reader time.</summary>
    public const double LeastClose = 0.2;

    private static readonly EvidenceRemark[] _badSources =
    [
        EvidenceRemark.Superseded,
        EvidenceRemark.ReviewOverdue,
        EvidenceRemark.Draft,
    ];

    /// <summary>Null where strong evidence was found for every part and nothing stands against all of it.</summary>
    /// <param name="element">The element.</param>
    /// <param name="found">What was found for it, weak suggestions included; null for nothing.</param>
    /// <param name="ids">The ids of its weak suggestions that are close, best first.</param>
    public static MappingGap? Find(StandardElement element, ElementEvidence? found, IReadOnlyList<string> ids)
    {
        Suggestion[] shown =
        [
            .. (found?.Suggestions ?? []).Where(suggestion => suggestion.Strength >= EvidenceStrength.Possible),
        ];
        if (shown.Length == 0)
            return Missing(element, found, ids);
        int[] uncovered = Uncovered(element, shown);
        List<string> thin =
        [
            .. uncovered.Select(part => $"Nothing found speaks of “{PartText(element, part)}”."),
            .. Thin(element, shown),
        ];
        if (!Array.Exists(shown, suggestion => suggestion.Strength == EvidenceStrength.Strong))
        {
            bool isOneDocument =
                shown.DistinctBy(suggestion => suggestion.Document, StringComparer.Ordinal).Count() == 1;
            if (thin.Count == 0 && !isOneDocument)
            {
                return new MappingGap(
                    GapKind.NotStrong,
                    "Nothing found is strong: read the possible passages before relying on them.",
                    Attach(element, [])
                );
            }

            thin.Add(
                isOneDocument
                    ? "It all comes from one document, and nothing there is strong."
                    : "Nothing found is strong."
            );
        }

        return thin.Count == 0
            ? null
            : new MappingGap(GapKind.Thin, string.Join(' ', thin), Attach(element, uncovered))
            {
                UncoveredParts = uncovered,
            };
    }

    /// <summary>A part as it can be quoted in a sentence.</summary>
    public static string PartText(string part) => part.Trim().TrimEnd('.', ',', ';', ':');

    private static int[] Uncovered(StandardElement element, Suggestion[] shown)
    {
        int[] uncovered =
        [
            .. Enumerable.Range(1, element.Parts.Count).Except(shown.SelectMany(suggestion => suggestion.Parts)),
        ];
        // Where no part at all is told, the parts were not looked at.
        return uncovered.Length == element.Parts.Count ? [] : uncovered;
    }

    private static MappingGap Missing(StandardElement element, ElementEvidence? found, IReadOnlyList<string> ids) =>
        new(
            GapKind.Missing,
            found is null or { Suggestions.Count: 0 }
                    ? "Nothing on this subject was found in the documents that could be read."
                : ids.Count == 0 ? "Nothing close to it was found in the documents that could be read."
                : "Only weak candidates were found; most like them are rejected.",
            Attach(element, [])
        )
        {
            SearchedFor =
            [
                .. (found?.SearchedFor ?? [])
                    .Take(MostSearched)
                    .Select(word => new SearchedPhrase(word.Words, word.Passages)),
            ],
            Closest = [.. ids.Take(MostClosest)],
        };

    private static IEnumerable<string> Thin(StandardElement element, Suggestion[] shown)
    {
        if (Array.TrueForAll(shown, HasBadSource))
        {
            yield return All(EvidenceRemark.Superseded)
                ? "All of it stands in documents of which there is a newer version."
            : Array.TrueForAll(shown, IsDraft) ? "All of it stands in drafts."
            : All(EvidenceRemark.ReviewOverdue) ? "All of it stands in documents whose review date has passed."
            : "All of it stands in drafts, in documents of which there is a newer version, or in documents whose "
                + "review date has passed.";
        }

        if (All(EvidenceRemark.Future))
            yield return "All of it speaks of aims and plans.";
        if (
            element.Kind == EvidenceKind.Results
            && !Array.Exists(shown, suggestion => suggestion.Remarks.Contains(EvidenceRemark.ShowsFigures))
        )
        {
            yield return "The element asks for results, and nothing found gives figures.";
        }

        bool All(EvidenceRemark remark) => Array.TrueForAll(shown, suggestion => suggestion.Remarks.Contains(remark));
    }

    private static bool HasBadSource(Suggestion suggestion) =>
        IsDraft(suggestion) || suggestion.Remarks.Any(_badSources.Contains);

    private static bool IsDraft(Suggestion suggestion) =>
        suggestion.Passage.HasUnacceptedChanges || suggestion.Remarks.Contains(EvidenceRemark.Draft);

    private static string PartText(StandardElement element, int part) => PartText(element.Parts[part - 1].Text);

    /// <summary>What proves an element of its kind, and in which words; for parts without evidence, in
    /// theirs.</summary>
    private static string Attach(StandardElement element, int[] uncovered)
    {
        string kind = element.Kind switch
        {
            EvidenceKind.Results =>
                "Figures that show it: survey results, performance tables or trends over at least two periods, "
                    + "with their source and date.",
            EvidenceKind.Observed =>
                "An assessor sees this on the day: support it with mystery shopping, call quality checks, "
                    + "customers' comments or observation records.",
            _ => "A policy, procedure, strategy, plan or minutes in which this is written down, and an example of "
                + "it being done.",
        };
        IEnumerable<VocabularyEntry> words = uncovered.SelectMany(part => element.Parts[part - 1].Vocabulary);
        string[] phrases =
        [
            .. (words.Any() ? words : element.WholeVocabulary)
                .OrderByDescending(word => word.Weight)
                .Select(word => word.Phrase)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Take(MostPhrases),
        ];
        return phrases.Length == 0 ? kind : $"{kind} Look for: {string.Join(", ", phrases)}.";
    }
}

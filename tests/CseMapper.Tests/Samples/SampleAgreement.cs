namespace CseMapper.Tests.Samples;

/// <summary>How far two mappings of the samples suggest the same.</summary>
internal static class SampleAgreement
{
    /// <summary>Two passages are the same evidence when half of the words of the shorter stand in the other: readers
    /// break text differently.</summary>
    private const double SharedWords = 0.5;

    /// <param name="run">What is to be found again.</param>
    /// <param name="other">Where.</param>
    /// <param name="counts">Which suggestions of the first run count.</param>
    /// <returns>The share of them that the other run suggests for the same element from the same document.</returns>
    public static double Of(SampleRun run, SampleRun other, Func<string, SampleSuggestion, bool> counts)
    {
        bool[] found =
        [
            .. run.Elements.SelectMany(element =>
                run.Suggestions(element)
                    .Where(suggestion => counts(element, suggestion))
                    .Select(suggestion =>
                        other
                            .Suggestions(element)
                            .Any(same =>
                                suggestion.Places.Any(place =>
                                    same.Places.Any(twin =>
                                        twin.Document == place.Document && AreSame(place.Text, twin.Text)
                                    )
                                )
                            )
                    )
            ),
        ];
        return found.Count(isFound => isFound) / (double)found.Length;
    }

    private static bool AreSame(string one, string other)
    {
        HashSet<string> words = [.. one.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        HashSet<string> others = [.. other.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        return words.Count(others.Contains) >= SharedWords * Math.Min(words.Count, others.Count);
    }
}

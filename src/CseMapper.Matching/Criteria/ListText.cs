namespace CseMapper.Matching.Criteria;

/// <summary>What the look of a line tells in a list of requirements.</summary>
internal static class ListText
{
    private static readonly HashSet<string> _smallWords =
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
    ];

    public static bool IsInCapitals(string text) => text.Any(char.IsLetter) && !text.Any(char.IsLower);

    public static bool EndsSentence(string text) =>
        text.TrimEnd('"', '\'', ')', '”', '’') is [.., '.' or '!' or '?' or ':' or ';'];

    public static bool BeginsInSentence(string text) => text.Length > 0 && char.IsLower(text[0]);

    /// <summary>"LEADERSHIP, POLICY &amp; CULTURE" becomes "Leadership, Policy &amp; Culture"; text with small letters
    /// stays.</summary>
    public static string TitleCase(string text) =>
        IsInCapitals(text)
            ? string.Join(
                ' ',
                text.ToLowerInvariant()
                    .Split(' ')
                    .Select((word, at) => at > 0 && _smallWords.Contains(word) ? word : Capital(word))
            )
            : text;

    /// <summary>The words in small letters, without what is not letter or digit.</summary>
    public static string[] Words(string text) =>
        [
            .. text.ToLowerInvariant()
                .Split(' ')
                .Select(word => new string([.. word.Where(char.IsLetterOrDigit)]))
                .Where(word => word.Length > 0),
        ];

    private static string Capital(string word)
    {
        int first = word.AsSpan().IndexOfAnyInRange('a', 'z');
        return first < 0
            ? word
            : string.Concat(word.AsSpan(0, first), [char.ToUpperInvariant(word[first])], word.AsSpan(first + 1));
    }
}

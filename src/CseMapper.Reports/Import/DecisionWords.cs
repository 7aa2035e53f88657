namespace CseMapper.Reports.Import;

/// <summary>Understands what people type in place of the words of a list; what is not surely meant is not
/// guessed.</summary>
internal static class DecisionWords
{
    private static readonly Dictionary<string, string> _decisions = Known(
        (
            "Accept",
            [
                "accept",
                "accepted",
                "accepts",
                "acc",
                "a",
                "yes",
                "y",
                "ok",
                "okay",
                "agree",
                "agreed",
                "approve",
                "approved",
                "true",
                "✓",
                "✔",
                "☑",
                "evidence",
            ]
        ),
        (
            "Reject",
            [
                "reject",
                "rejected",
                "rejects",
                "rej",
                "r",
                "no",
                "n",
                "disagree",
                "decline",
                "declined",
                "false",
                "✗",
                "✘",
                "☒",
                "not evidence",
                "no evidence",
            ]
        ),
        (
            "Unsure",
            [
                "unsure",
                "not sure",
                "uncertain",
                "u",
                "?",
                "??",
                "maybe",
                "perhaps",
                "query",
                "tbc",
                "tbd",
                "discuss",
                "to discuss",
                "check",
            ]
        ),
        (RowDecision.Conflict, ["conflict"]),
        ("", ["", "-", "–", "none", "open", "undecided", "not decided"])
    );

    private static readonly Dictionary<string, string> _extents = Known(
        ("Full", ["full", "fully", "f", "whole", "all", "complete", "completely", "in full"]),
        ("Partial", ["partial", "partially", "p", "part", "partly", "in part", "some", "half"]),
        ("", ["", "-", "–", "none"])
    );

    /// <summary>"Accept", "Reject", "Unsure", "Conflict" or empty; null for what is none of them.</summary>
    public static string? Decision(string typed) => _decisions.GetValueOrDefault(Plain(typed));

    /// <summary>"Full", "Partial" or empty; null for what is none of them.</summary>
    public static string? Extent(string typed) => _extents.GetValueOrDefault(Plain(typed));

    private static string Plain(string typed)
    {
        string words = string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .ToLowerInvariant();
        string bare = words.Trim('.', ',', ';', ':', '!', '"', '\'', '(', ')', '*');
        return bare.Length > 0 ? bare : words;
    }

    private static Dictionary<string, string> Known(params (string Word, string[] Typed)[] words) =>
        words
            .SelectMany(word => word.Typed.Select(typed => (typed, word.Word)))
            .ToDictionary(pair => pair.typed, pair => pair.Word, StringComparer.Ordinal);
}

using System.Globalization;

namespace CseMapper.Documents.Markdown;

/// <summary>The block between two lines of "---" with which many Markdown files begin: "key: value" a line.</summary>
internal static class FrontMatter
{
    private const int LongestBlock = 200;

    /// <summary>Takes the facts out of the first lines.</summary>
    /// <returns>The line after the block; 0 where there is none.</returns>
    public static int Read(List<string> lines, out DocumentFacts facts)
    {
        facts = DocumentFacts.None;
        if (lines.Count == 0 || lines[0] != "---")
            return 0;
        int end = lines.FindIndex(1, Math.Min(lines.Count - 1, LongestBlock), line => line is "---" or "...");
        if (end < 0)
            return 0;
        for (int i = 1; i < end; i++)
        {
            int colon = lines[i].IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
                continue;
            string value = lines[i][(colon + 1)..].Trim().Trim('"', '\'').Trim();
            if (value.Length > 0)
            {
                facts = With(
                    facts,
                    lines[i][..colon].Trim().ToLowerInvariant().Replace('-', '_').Replace(' ', '_'),
                    value
                );
            }
        }
        return end + 1;
    }

    private static DocumentFacts With(DocumentFacts facts, string key, string value)
    {
        DocumentFact fact = new(value, "front matter");
        DocumentFact dated = fact with
        {
            Date = DateOnly.TryParseExact(
                value,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out DateOnly date
            )
                ? date
                : null,
        };
        return key switch
        {
            "title" => facts with { Title = fact },
            "version" => facts with { Version = fact },
            "owner" or "policy_owner" or "document_owner" => facts with { Owner = fact },
            "approved" or "approved_on" or "date_approved" or "approval_date" or "issued" or "issue_date" => facts with
            {
                Approved = dated,
            },
            "review" or "review_date" or "next_review" or "review_by" or "next_review_date" => facts with
            {
                Review = dated,
            },
            _ => facts,
        };
    }
}

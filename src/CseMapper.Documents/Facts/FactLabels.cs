using System.Text.RegularExpressions;

namespace CseMapper.Documents.Facts;

/// <summary>What a document says about itself.</summary>
internal enum FactKind
{
    Version,
    Owner,
    Approved,
    Review,
}

/// <summary>The words by which documents name their version, owner and dates, alone in a cell or in front of a
/// colon.</summary>
internal static partial class FactLabels
{
    /// <summary>The fact that a label stands for, or null.</summary>
    public static FactKind? KindOf(string label)
    {
        string bare = label.Trim().TrimEnd(':', '.', '*').Trim();
        if (bare.Length is < 4 or > 60)
            return null;
        return Review().IsMatch(bare) ? FactKind.Review
            : Version().IsMatch(bare) ? FactKind.Version
            : Owner().IsMatch(bare) ? FactKind.Owner
            : Approved().IsMatch(bare) ? FactKind.Approved
            : null;
    }

    [GeneratedRegex(
        """
            ^(?:(?:document|policy|current|this|procedure)\s+)*version(?:\s+(?:number|no|control))?$
            | ^(?:issue|revision)\s+(?:number|no)$
            """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Version();

    [GeneratedRegex(
        """
            # "Policy owner", "Lead author", "Owner and author"
            ^(?:(?:document|policy|procedure|strategy|responsible|lead|accountable)\s+)*
              (?:owner|author|lead|holder|sponsor)(?:\s+(?:and|/)\s+\w+)?$
            # "Responsible officer"
            | ^(?:responsible|lead|accountable)\s+
              (?:officer|manager|director|person|department|service|team|individual)$
            | ^(?:owned|written|prepared|produced)\s+by$
            | ^person\s+responsible$
            | ^responsibility$
            """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Owner();

    [GeneratedRegex(
        """
            # "Approved", "Last adopted on", "Ratified by the Board"
            ^(?:(?:date|last)\s+)?
              (?:approved|adopted|ratified|agreed|issued|effective|published)
              (?:\s+(?:on|date|from|by(?:\s+[\w\s]{1,30})?))?$
            # "Approval date"
            | ^(?:approval|adoption|issue|effective|ratification|publication|implementation|policy|document)\s+date$
            # "Date of approval by the Board"
            | ^date\s+(?:of\s+)?
              (?:approval|adoption|issue|issued|approved|ratified|adopted|publication|policy)
              (?:\s+by\s+[\w\s]{1,30})?$
            # "Date agreed by Cabinet"
            | ^date\s+(?:approved|agreed|adopted)\s+by\s+[\w\s]{1,30}$
            """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Approved();

    [GeneratedRegex(
        """
            # "Next policy review", "Review due by"
            ^(?:(?:next|policy|document|planned|scheduled|due)\s+)*
              review(?:\s+(?:date|due|by|due\s+date|due\s+by|on))?$
            # "Date of the next review"
            | ^date\s+(?:for|of|due\s+for)\s+(?:next\s+|the\s+next\s+)?review$
            # "To be reviewed by"
            | ^(?:to\s+be|due\s+(?:for|to\s+be)|next)\s+review(?:ed)?(?:\s+(?:by|on|in|date))?$
            | ^(?:expiry|renewal)\s+date$
            """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Review();
}

using System.Text.RegularExpressions;

namespace CseMapper.Documents.Text;

/// <summary>Tells the numbers that stand in front of headings and clauses from the words after them, in formats that do
/// not mark them.</summary>
public static partial class PrintedNumbers
{
    /// <summary>"2.1 Scope" as ("2.1", "Scope"); the number is null where the line begins with none.</summary>
    /// <param name="line">A line of text.</param>
    public static (string? Number, string Text) OfHeading(string line)
    {
        Match match = Heading().Match(line);
        return match.Success ? (match.Groups["number"].Value, match.Groups["text"].Value) : (null, line);
    }

    /// <summary>"4.3.2 All complaints …" as ("4.3.2", "All complaints …"); a single number is none, since sentences
    /// begin with numbers too.</summary>
    /// <param name="line">The beginning of a paragraph.</param>
    public static (string? Number, string Text) OfClause(string line)
    {
        Match match = Clause().Match(line);
        return match.Success ? (match.Groups["number"].Value, match.Groups["text"].Value) : (null, line);
    }

    [GeneratedRegex(
        """
            ^(?<number>
              (
                \d{1,3}(\.\d{1,3})* # "4.3"
                |\d{4,5}(?=[.:]) # "2640."
                |[A-Z](\.\d{1,3})+ # "A.1"
                |(Appendix|Annex|Section|Part|Chapter|Schedule)\s+[A-Z0-9]{1,4}
              )
              [.:]?
            )
            \s+(?<text>\p{Lu}[^\n]*)$
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s*(?<number>\d{1,3}(\.\d{1,4})+\.?)\s+(?<text>\S.*)$", RegexOptions.Singleline)]
    private static partial Regex Clause();
}

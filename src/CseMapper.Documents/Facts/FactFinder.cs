using System.Text.RegularExpressions;

namespace CseMapper.Documents.Facts;

/// <summary>
/// Finds what a document says about itself: in document-control tables, in the lines of its title block, in headers and
/// footers, in its properties, in this order. Nothing is made up: a fact that is not written stays null.
/// </summary>
public static partial class FactFinder
{
    /// <summary>Blocks at the front in which a title block stands.</summary>
    private const int TitleBlock = 30;

    private const int LongestLine = 200;
    private const int LongestValue = 120;

    /// <summary>The document with its facts; those that its reader found by the format's own means stay.</summary>
    /// <param name="document">What its reader returned.</param>
    public static SourceDocument AddFacts(SourceDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        Found found = new();
        IEnumerable<Block> body = document.Blocks.Where(block =>
            block.Role is BlockRole.Body or BlockRole.Aside or BlockRole.FormField
        );
        foreach (TableBlock table in body.OfType<TableBlock>())
            TakeTable(table, found);
        foreach (Block block in body.Take(TitleBlock))
            TakeLines(block, "title block", found);
        foreach (Block block in document.Blocks.Where(block => block.Role == BlockRole.Header))
            TakeLines(block, "header", found);
        foreach (Block block in document.Blocks.Where(block => block.Role == BlockRole.Footer))
            TakeLines(block, "footer", found);
        DocumentFacts facts = document.Facts;
        return document with
        {
            Facts = facts with
            {
                Title = facts.Title ?? TitleOf(document),
                Version = facts.Version ?? found[FactKind.Version],
                Owner = facts.Owner ?? found[FactKind.Owner],
                Approved = facts.Approved ?? found[FactKind.Approved],
                Review = facts.Review ?? found[FactKind.Review],
            },
        };
    }

    /// <summary>The first heading before any text of length; else the title of the properties.</summary>
    private static DocumentFact? TitleOf(SourceDocument document)
    {
        Block? first = document.Blocks.FirstOrDefault(block => block.Role == BlockRole.Body);
        if (first is HeadingBlock { Number: null } heading && heading.Text.Length <= LongestValue)
            return new DocumentFact(heading.Text, "title block");
        string property = document.Properties.GetValueOrDefault("title") ?? "";
        return property.Length is > 2 and <= 300 ? new DocumentFact(property, "properties") : null;
    }

    /// <summary>Label and value beside one another, or column headings over a single row of values.</summary>
    private static void TakeTable(TableBlock table, Found found)
    {
        const int MostRows = 40;
        foreach (TableRow row in table.Rows.Take(MostRows))
        {
            for (int i = 0; i + 1 < row.Cells.Count; i++)
            {
                if (FactLabels.KindOf(row.Cells[i]) is { } kind && FactLabels.KindOf(row.Cells[i + 1]) is null)
                    Take(kind, row.Cells[i + 1], "document control table", found);
            }
        }

        if (table.Rows.Count != 2)
            return;
        for (int i = 0; i < Math.Min(table.Rows[0].Cells.Count, table.Rows[1].Cells.Count); i++)
        {
            if (FactLabels.KindOf(table.Rows[0].Cells[i]) is { } kind)
                Take(kind, table.Rows[1].Cells[i], "document control table", found);
        }
    }

    private static void TakeLines(Block block, string place, Found found)
    {
        string text = block switch
        {
            TextBlock paragraph => paragraph.Text,
            ListItemBlock item => item.Text,
            HeadingBlock heading => heading.Text,
            _ => "",
        };
        foreach (string line in text.Split('\n', '\t', '|'))
        {
            if (line.Length > LongestLine)
                continue;
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && FactLabels.KindOf(line[..colon]) is { } kind)
                Take(kind, line[(colon + 1)..], place, found);
            else
                TakeSentence(line, place, found);
        }
    }

    /// <summary>"Version 4.1, approved by Cabinet on 16 April 2024. Next review April 2027"</summary>
    private static void TakeSentence(string line, string place, Found found)
    {
        if (Version().Match(line) is { Success: true } version)
            found.Add(FactKind.Version, new DocumentFact(version.Groups["version"].Value, place));
        if (Approval().Match(line) is { Success: true } approval)
            Take(FactKind.Approved, approval.Groups["rest"].Value, place, found);
        if (NextReview().Match(line) is { Success: true } review)
            Take(FactKind.Review, review.Groups["rest"].Value, place, found);
    }

    private static void Take(FactKind kind, string value, string place, Found found)
    {
        string text = string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Trim(' ', ':', ',');
        if (text.Length is 0 or > LongestValue || IsEmpty().IsMatch(text))
            return;
        if (kind is FactKind.Version)
        {
            if (text.Any(char.IsDigit) && text.Length <= 30)
                found.Add(kind, new DocumentFact(text, place));
        }
        else if (kind is FactKind.Owner)
        {
            if (text.Any(char.IsLetter))
                found.Add(kind, new DocumentFact(text, place));
        }
        else if (FactDates.Find(text) is { } date)
        {
            found.Add(kind, new DocumentFact(date.Text, place, date.Date));
        }
    }

    [GeneratedRegex(
        """
            # "Version no. 2.1 draft"
            \b(?:version|issue)\s*(?:no\.?\s*|number\s*)?(?<version>v?\d{1,2}(?:\.\d{1,3})*(?:\s+draft)?)\b
            # "v2.1"
            | (?:^|[\s(])(?<version>v\d{1,2}(?:\.\d{1,3})+)\b
            """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Version();

    [GeneratedRegex(
        @"\b(?:approved|adopted|ratified|agreed|effective\s+from|issued)\b(?<rest>[^.;]{0,100})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Approval();

    [GeneratedRegex(
        """
            \b(?:
              next\s+review|review\s+(?:date|due)|due\s+for\s+review
              |date\s+(?:for|of)\s+(?:next\s+)?review|to\s+be\s+reviewed
            )\b
            (?<rest>[^.;]{0,60})
            """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex NextReview();

    [GeneratedRegex(
        @"^(?:[-–—_.…]+|n/?a|tbc|tba|to be confirmed|\[.*\]|<.*>|insert.*|click.*|dd/mm/yyyy)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex IsEmpty();

    /// <summary>The first of each kind: earlier places count more.</summary>
    private sealed class Found
    {
        private readonly Dictionary<FactKind, DocumentFact> _facts = [];

        public DocumentFact? this[FactKind kind] => _facts.GetValueOrDefault(kind);

        public void Add(FactKind kind, DocumentFact fact) => _facts.TryAdd(kind, fact);
    }
}

using System.Text;
using System.Text.RegularExpressions;
using CseMapper.Documents;
using CseMapper.Documents.Text;
using PrintedBlock = UglyToad.PdfPig.DocumentLayoutAnalysis.TextBlock;

namespace CseMapper.PdfPig;

/// <summary>Turns printed lines into headings, paragraphs and list items.</summary>
/// <param name="pages">The pages.</param>
/// <param name="headings">Which lines are headings.</param>
internal sealed partial class BlockMaker(IReadOnlyList<PageContent> pages, Headings headings)
{
    private readonly List<Block> _blocks = [];
    private readonly HashSet<string> _words =
    [
        .. pages
            .SelectMany(page => page.Lines)
            .SelectMany(line => line.Text.Split(' ').Skip(1))
            .Select(word => word.Trim(',', '.', ';', ':', ')', '('))
            .Where(word => word.Length > 0 && char.IsLower(word[0])),
    ];

    private PageLine[] _label = [];

    public List<Block> Make()
    {
        foreach (PageContent page in pages)
        {
            Dictionary<PrintedBlock, PrintedBlock?[][]> tables = [];
            foreach (
                PrintedBlock?[][] table in PrintedTables.Find([
                    .. page.Blocks.Where(block => page.RoleOf(block) == BlockRole.Body),
                ])
            )
            {
                foreach (PrintedBlock? cell in table.SelectMany(row => row))
                {
                    if (cell is not null)
                        tables[cell] = table;
                }
            }

            HashSet<PrintedBlock?[][]> done = [];
            foreach (IGrouping<PrintedBlock, PageLine> block in page.Lines.GroupBy(line => line.Block))
            {
                if (!tables.TryGetValue(block.Key, out PrintedBlock?[][]? table))
                    Add(page, [.. block], page.RoleOf(block.Key));
                else if (done.Add(table))
                    Add(page, table);
            }

            if (_label.Length > 0)
                Finish(page, [], BlockRole.Body);
        }

        return _blocks;
    }

    private void Add(PageContent page, PrintedBlock?[][] table)
    {
        ILookup<PrintedBlock, PageLine> lines = page.Lines.ToLookup(line => line.Block);
        TableRow[] rows =
        [
            .. table.Select(row => new TableRow(
                [.. row.Select(cell => cell is null ? "" : Join([.. lines[cell]]))],
                page.Number
            )),
        ];
        BlockLocation location = page.Locate([
            .. table.SelectMany(row => row).OfType<PrintedBlock>().SelectMany(cell => lines[cell]),
        ]);
        _blocks.Add(new TableBlock(location, rows, rows[0].Cells.All(cell => cell.Length > 0) ? 1 : 0));
    }

    /// <summary>A block of lines that lie close together may hold a heading, paragraphs and list items.</summary>
    private void Add(PageContent page, PageLine[] lines, BlockRole role)
    {
        for (int first = 0; first < lines.Length; )
        {
            int end = first + 1;
            while (end < lines.Length && !Begins(lines[first], lines[end]))
                end++;
            PageLine[] part = lines[first..end];
            first = end;
            // A number that stands far before its clause is a block of its own to the segmenter.
            if (role == BlockRole.Body && _label.Length == 0 && part.Length == 1 && LoneLabel().IsMatch(part[0].Text))
                _label = part;
            else
                Finish(page, part, role);
        }
    }

    private void Finish(PageContent page, PageLine[] part, BlockRole role)
    {
        PageLine[] lines = [.. _label, .. part];
        _label = [];
        string text = Join(lines);
        if (text.Length == 0)
            return;
        Block block = Make(part.Length > 0 ? part[0] : lines[0], page.Locate(lines), text);
        if (role == BlockRole.Body && block is TextBlock { Number: null } && Continue(text, page.Number))
            return;
        _blocks.Add(
            block with
            {
                Role = role == BlockRole.Body && ContentsLine().IsMatch(text) ? BlockRole.Contents : role,
            }
        );
    }

    /// <summary>Goes on with the paragraph that the page before broke off, and says whether there was one.</summary>
    private bool Continue(string text, int page)
    {
        int last = _blocks.FindLastIndex(block => block.Role == BlockRole.Body);
        if (
            last < 0
            || _blocks[last] is not TextBlock { Text: [.., not ('.' or ':' or ';' or '?' or '!')] } open
            || open.Location.Page != page - 1
            || !char.IsLower(text[0])
        )
        {
            return false;
        }

        _blocks[last] = open with
        {
            Text = $"{open.Text} {text}",
            PageStarts = [.. open.PageStarts, new PageStart(open.Text.Length + 1, page)],
        };
        return true;
    }

    private bool Begins(PageLine first, PageLine next)
    {
        if (headings.Continues(next))
            return false;
        return headings.At(first) is not null
            || headings.At(next) is not null
            || Label().IsMatch(next.Text)
            || PrintedNumbers.OfClause(next.Text).Number is not null;
    }

    private Block Make(PageLine line, BlockLocation location, string text)
    {
        if (headings.At(line) is { } heading)
        {
            (string? number, string words) = PrintedNumbers.OfHeading(text);
            return new HeadingBlock(location, heading.Level, number, words) { IsGuessed = heading.IsGuessed };
        }

        (string? clause, string rest) = PrintedNumbers.OfClause(text);
        if (clause is not null)
            return new TextBlock(location, clause, rest);
        return Label().Match(text) is { Success: true } label
            ? new ListItemBlock(location, 1, label.Groups["label"].Value, text[label.Length..])
            : new TextBlock(location, null, text);
    }

    /// <summary>Joins lines by blanks; a word broken at the line's end is made whole.</summary>
    private string Join(PageLine[] lines)
    {
        StringBuilder text = new();
        foreach (PageLine line in lines)
        {
            if (line.Text.Length == 0)
                continue;
            bool isBroken =
                text.Length > 1
                && text[^1] is '-' or '\u2010' or '\u00AD'
                && char.IsLetter(text[^2])
                && char.IsLower(line.Text[0]);
            if (!isBroken && text.Length > 0)
                text.Append(' ');
            // "ninety-/one" keeps its hyphen, "inform-/ation" does not: "one" is a word of the document, "ation" is
            // none.
            else if (isBroken && (text[^1] == '\u00AD' || !_words.Contains(FirstWord(line.Text))))
                text.Length--;
            text.Append(line.Text);
        }

        return text.ToString();
    }

    private static string FirstWord(string text) => new([.. text.TakeWhile(char.IsLetter)]);

    [GeneratedRegex(
        @"^(?<label>[•◦▪▫●○■□‣∙·➢➤►❖✓\uF0B7\uF0A7]|[-–](?=\s)|\(?([a-z]|[ivx]{1,4}|\d{1,2})\)|\d{1,2}\.(?=\s))\s+(?=\S)"
    )]
    private static partial Regex Label();

    [GeneratedRegex(@"^(\d{1,3}(\.\d{1,3})+\.?|\d{1,2}\.|[•◦▪●○■□·➢\uF0B7\uF0A7]|\(?([a-z]|[ivx]{1,4})\))$")]
    private static partial Regex LoneLabel();

    [GeneratedRegex(@"\.{4,}\s*\d{1,3}$")]
    private static partial Regex ContentsLine();
}

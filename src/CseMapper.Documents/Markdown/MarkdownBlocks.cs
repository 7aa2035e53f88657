using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CseMapper.Documents.Html;
using CseMapper.Documents.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Printed = CseMapper.Documents;

namespace CseMapper.Documents.Markdown;

/// <summary>Turns the tree of a Markdown text into blocks.</summary>
/// <param name="cancellation">Stops the reading.</param>
internal sealed class MarkdownBlocks(CancellationToken cancellation)
{
    private static readonly BlockLocation _nowhere = new(Page: null);
    private readonly List<Printed.Block> _blocks = [];
    private BlockRole _role = BlockRole.Body;

    /// <summary>All blocks of a text.</summary>
    /// <param name="document">The text.</param>
    /// <param name="notes">Its notes, cited or not; they come last.</param>
    public List<Printed.Block> Read(MarkdownDocument document, IEnumerable<Footnote> notes)
    {
        AddAll(document);
        _role = BlockRole.Note;
        foreach (Footnote note in notes)
            AddAll(note);
        return _blocks;
    }

    private void AddAll(ContainerBlock container)
    {
        foreach (Markdig.Syntax.Block block in container)
        {
            cancellation.ThrowIfCancellationRequested();
            AddOne(block, depth: 1);
        }
    }

    private void AddOne(Markdig.Syntax.Block block, int depth)
    {
        switch (block)
        {
            case LinkReferenceDefinitionGroup or FootnoteGroup:
                break;
            case Markdig.Syntax.HeadingBlock heading:
                AddHeading(heading);
                break;
            case ParagraphBlock paragraph:
                AddText(MarkdownWords.Of(paragraph));
                break;
            case CodeBlock code:
                Add(new TextBlock(_nowhere, null, code.Lines.ToString().TrimEnd()));
                break;
            case Markdig.Syntax.HtmlBlock html:
                AddPage(html.Lines.ToString());
                break;
            case Table table:
                AddTable(table);
                break;
            case ListBlock list:
                AddList(list, depth);
                break;
            case ContainerBlock inner:
                AddAll(inner);
                break;
        }
    }

    private void AddHeading(Markdig.Syntax.HeadingBlock heading)
    {
        (string? number, string words) = PrintedNumbers.OfHeading(MarkdownWords.Of(heading));
        if (words.Length > 0)
            Add(new Printed.HeadingBlock(_nowhere, heading.Level, number, words));
    }

    private void AddText(string words)
    {
        if (words.Length == 0)
            return;
        (string? number, string rest) = PrintedNumbers.OfClause(words);
        Add(new TextBlock(_nowhere, number, rest));
    }

    private void AddTable(Table table)
    {
        TableRow[] rows =
        [
            .. table
                .OfType<Markdig.Extensions.Tables.TableRow>()
                .Select(row => new TableRow([
                    .. row.OfType<TableCell>()
                        .Select(cell => string.Join('\n', cell.OfType<LeafBlock>().Select(MarkdownWords.Of))),
                ])),
        ];
        int heads = table.OfType<Markdig.Extensions.Tables.TableRow>().TakeWhile(row => row.IsHeader).Count();
        if (rows.Length > 0)
            Add(new TableBlock(_nowhere, rows, heads));
    }

    private void AddList(ListBlock list, int depth)
    {
        foreach (Markdig.Syntax.ListItemBlock item in list.OfType<Markdig.Syntax.ListItemBlock>())
        {
            string? number = list.IsOrdered
                ? item.Order.ToString(System.Globalization.CultureInfo.InvariantCulture)
                : null;
            // Paragraphs of an item belong to it until something else stands between them.
            Markdig.Syntax.Block[] paragraphs = [.. item.TakeWhile(block => block is ParagraphBlock)];
            string words = string.Join('\n', paragraphs.Cast<ParagraphBlock>().Select(MarkdownWords.Of));
            if (words.Length > 0)
            {
                Add(
                    new Printed.ListItemBlock(
                        _nowhere,
                        depth,
                        number is null ? "•" : number + list.OrderedDelimiter,
                        words
                    )
                    {
                        Number = number,
                    }
                );
            }
            foreach (Markdig.Syntax.Block block in item.Skip(paragraphs.Length))
                AddOne(block, depth + 1);
        }
    }

    private void AddPage(string html)
    {
        if (HtmlNesting.DeepestOf(html) > HtmlReader.DeepestNesting)
            return;
        using IHtmlDocument page = new HtmlParser().ParseDocument(html);
        if (page.Body is null)
            return;
        foreach (Printed.Block block in new HtmlBlocks(HtmlStyles.Of(page, cancellation), cancellation).Read(page.Body))
            Add(block);
    }

    private void Add(Printed.Block block) => _blocks.Add(_role == BlockRole.Body ? block : block with { Role = _role });
}

using CseMapper.Documents.Text;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;

namespace CseMapper.Documents.Markdown;

/// <summary>Reads Markdown: headings, paragraphs, lists, tables, notes and the facts of its front matter.</summary>
/// <remarks>CommonMark with the tables, notes, task lists and struck out words of its usual extensions, by
/// Markdig.</remarks>
public sealed class MarkdownReader : IDocumentReader
{
    /// <inheritdoc/>
    public IReadOnlyList<FileFormat> Formats { get; } = [FileFormat.Markdown];

    /// <inheritdoc/>
    public IngestResult Read(Stream stream, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        string text = TextDecoder.Decode(stream, options.MaxTextLength, out bool wasCut, cancellation);
        List<string> lines = [];
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
            lines.Add(line.TrimEnd().ToString());
        int start = FrontMatter.Read(lines, out DocumentFacts facts);
        List<Footnote> notes = [];
        MarkdownDocument document;
        try
        {
            document = Markdig.Markdown.Parse(string.Join('\n', lines.Skip(start)), Pipeline(notes));
        }
        catch (ArgumentException)
        {
            // Lists and quotes more than a hundred deep: no writer's text, and the library refuses them.
            return TooDeep(lines.Skip(start), facts);
        }
        cancellation.ThrowIfCancellationRequested();
        return TextLimits.Result(
            new SourceDocument(
                FileFormat.Markdown,
                new MarkdownBlocks(cancellation).Read(document, notes),
                PageCount: null,
                facts
            ),
            wasCut,
            options
        );
    }

    /// <summary>A pipeline for one text. The library drops notes that nothing cites; they are part of the text all the
    /// same, so each is kept as soon as it has been read.</summary>
    private static MarkdownPipeline Pipeline(List<Footnote> notes)
    {
        FootnoteParser parser = new();
        parser.Closed += (_, note) => notes.Add((Footnote)note);
        MarkdownPipelineBuilder builder = new();
        builder.BlockParsers.Insert(0, parser);
        return builder
            .UsePipeTables()
            .UseGridTables()
            .UseFootnotes()
            .UseTaskLists()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .Build();
    }

    private static IngestResult TooDeep(IEnumerable<string> lines, DocumentFacts facts)
    {
        List<Block> blocks =
        [
            .. lines
                .Where(line => !string.IsNullOrWhiteSpace(line))
                .Select(line => new TextBlock(new BlockLocation(Page: null), null, line.Trim())),
        ];
        return IngestResult.Partly(
            new SourceDocument(FileFormat.Markdown, blocks, PageCount: null, facts),
            new IngestProblem(
                "The text is nested too deeply to be shown as it is written; its words were read without headings, "
                    + "lists and tables."
            )
        );
    }
}

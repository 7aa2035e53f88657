using CseMapper.Documents.Text;

namespace CseMapper.Documents.Markdown;

/// <summary>Reads Markdown: headings, paragraphs, lists, tables, notes and the facts of its front matter.</summary>
/// <remarks>The part of CommonMark and its usual extensions that tells what is what; anything else is read as
/// text.</remarks>
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
        MarkdownBlocks blocks = new();
        for (int i = start; i < lines.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            blocks.Add(lines[i], i + 1 < lines.Count ? lines[i + 1] : "");
        }
        return TextLimits.Result(
            new SourceDocument(FileFormat.Markdown, blocks.TakeAll(), PageCount: null, facts),
            wasCut,
            options
        );
    }
}

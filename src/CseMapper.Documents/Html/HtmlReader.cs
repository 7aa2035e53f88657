using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CseMapper.Documents.Text;

namespace CseMapper.Documents.Html;

/// <summary>Reads web pages: headings, paragraphs, lists and tables of what a browser shows; menus and scripts left
/// out.</summary>
public sealed partial class HtmlReader : IDocumentReader
{
    /// <summary>Longer pages are cut: their tree takes many times their length.</summary>
    private const int LongestPage = 8_000_000;

    /// <summary>
    /// Building the tree takes time with the square of its depth. Browsers stop at 512 levels; pages that people write
    /// stay below 50.
    /// </summary>
    internal const int DeepestNesting = 512;

    /// <inheritdoc/>
    public IReadOnlyList<FileFormat> Formats { get; } = [FileFormat.Html];

    /// <inheritdoc/>
    public IngestResult Read(Stream stream, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        ReadOptions limits = options with { MaxTextLength = Math.Min(options.MaxTextLength, LongestPage) };
        string html = TextDecoder.Decode(
            stream,
            limits.MaxTextLength,
            out bool wasCut,
            cancellation,
            NamedEncoding(stream)
        );
        if (HtmlNesting.DeepestOf(html) > DeepestNesting)
            return Stripped(html);
        using IHtmlDocument page = new HtmlParser().ParseDocument(html);
        cancellation.ThrowIfCancellationRequested();
        string title = HtmlBlocks.OneLine(page.Title ?? "");
        DocumentFacts facts =
            title.Length == 0
                ? DocumentFacts.None
                : new DocumentFacts { Title = new DocumentFact(title, "properties") };
        List<Block> blocks = page.Body is null
            ? []
            : new HtmlBlocks(HtmlStyles.Of(page, cancellation), cancellation).Read(page.Body);
        return TextLimits.Result(new SourceDocument(FileFormat.Html, blocks, PageCount: null, facts), wasCut, limits);
    }

    /// <summary>The text without any tag, for a page that no browser would show as it is written.</summary>
    private static IngestResult Stripped(string html)
    {
        string text = System.Net.WebUtility.HtmlDecode(AnyTag().Replace(html, "\n"));
        List<Block> blocks = [];
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            if (!line.IsWhiteSpace())
                blocks.Add(new TextBlock(new BlockLocation(Page: null), null, line.Trim().ToString()));
        }

        return IngestResult.Partly(
            new SourceDocument(FileFormat.Html, blocks, PageCount: null, DocumentFacts.None),
            new IngestProblem(
                "The page is nested too deeply to be shown as it is written; its words were read without "
                    + "headings, lists and tables."
            )
        );
    }

    /// <summary>The encoding that the page itself names, for pages that are not UTF-8.</summary>
    private static Encoding? NamedEncoding(Stream stream)
    {
        byte[] head = new byte[2048];
        int length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        Match name = Charset().Match(Encoding.Latin1.GetString(head, 0, length));
        if (!name.Success)
            return null;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name.Groups["name"].Value)
                ?? Encoding.GetEncoding(name.Groups["name"].Value);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"<[^<>]{0,10000}>")]
    private static partial Regex AnyTag();

    [GeneratedRegex(
        @"<meta[^>]{0,500}charset\s*=\s*[""']?(?<name>[A-Za-z0-9_\-]{1,40})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Charset();
}

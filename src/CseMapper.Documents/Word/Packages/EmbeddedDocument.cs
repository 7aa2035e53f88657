using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CseMapper.Documents.Detection;
using CseMapper.Documents.Html;
using CseMapper.Documents.Rtf;
using CseMapper.Documents.Word.Stories;

namespace CseMapper.Documents.Word.Packages;

/// <summary>A document that another takes in whole (alternative format import, ECMA-376 part 1 §11.3.1).</summary>
internal static class EmbeddedDocument
{
    private const int MaxBytes = 64 << 20;

    /// <summary>Reads its paragraphs and tables; a kind that is not read is noted as a loss.</summary>
    internal static List<Draft> Read(WordContext context, WordPart part)
    {
        byte[] bytes = ReadBytes(context, part);
        using MemoryStream content = new MemoryStream(bytes);
        DetectedFormat format = FormatDetector.Detect(content, part.Name);
        switch (format.Format)
        {
            case FileFormat.WordOpenXml when !format.NeedsPassword:
                return ReadWord(context, content);
            case FileFormat.Html:
                return ReadHtml(context, bytes);
            case FileFormat.RichText:
                return ReadRichText(context, bytes);
            case FileFormat.PlainText or FileFormat.Markdown when WebArchive.FindPage(bytes) is null:
                using (StreamReader reader = new StreamReader(content, Encoding.UTF8))
                    return Lines(context, reader.ReadToEnd());
            default:
                if (WebArchive.FindPage(bytes) is { } page)
                    return ReadHtml(context, page);
                context.AddLoss(
                    $"The document takes in {format.Name}, which was not read. Open it in Word "
                        + "and save it again, so that Word takes the text in."
                );
                return [];
        }
    }

    private static byte[] ReadBytes(WordContext context, WordPart part)
    {
        MemoryStream bytes = new MemoryStream();
        try
        {
            using LimitedStream content = new LimitedStream(context.Package.Open(part), context.Limits, isXml: false);
            byte[] buffer = new byte[1 << 16];
            int read;
            while (bytes.Length < MaxBytes && (read = content.Read(buffer)) > 0)
                bytes.Write(buffer, 0, read);
        }
        catch (InvalidDataException)
        {
            context.AddLoss(
                $"{part.Name} (a document taken in) cannot be unpacked whole; what could not be read of it is missing."
            );
        }

        return bytes.ToArray();
    }

    private static List<Draft> ReadWord(WordContext outer, Stream content)
    {
        using WordPackage package = WordPackage.Open(content);
        WordContext context = new WordContext(package, outer.Limits) { Depth = outer.Depth + 1 };
        List<Draft> drafts = WordParts.ReadBody(context);
        outer.Changes += context.Changes;
        foreach (IngestProblem problem in context.Problems)
        {
            if (context.IsIncomplete)
                outer.AddLoss(problem.Message);
            else
                outer.AddRemark(problem.Message);
        }

        foreach (Draft draft in drafts)
        {
            draft.RenderedPage = outer.Pages.Rendered;
            draft.Breaks = outer.Pages.Breaks;
        }

        return drafts;
    }

    private static List<Draft> ReadRichText(WordContext context, byte[] bytes)
    {
        RtfText content = new(context.Limits);
        if (!content.Read(bytes))
            context.AddLoss("The end of a document taken in is missing; what is there was read.");
        context.Changes += content.Changes;
        using StringWriter text = new();
        ExtractWriter.WriteText(
            new SourceDocument(FileFormat.RichText, content.Blocks, PageCount: null, DocumentFacts.None),
            text
        );
        return Lines(context, text.ToString());
    }

    private static List<Draft> ReadHtml(WordContext context, byte[] bytes)
    {
        using MemoryStream content = new MemoryStream(bytes);
        using IDocument page = new HtmlParser().ParseDocument(content);
        StringBuilder text = new StringBuilder();
        if (page.Body is { } body)
            HtmlText.Append(text, body, HtmlStyles.Of(page, CancellationToken.None));
        return Lines(context, text.ToString());
    }

    private static List<Draft> Lines(WordContext context, string text)
    {
        List<Draft> drafts = new List<Draft>();
        foreach (
            string line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        )
        {
            if (!context.Limits.MayGoOn())
                break;
            context.Limits.TakePiece();
            drafts.Add(
                new DraftParagraph
                {
                    Text = line[..context.Limits.TakeText(line.Length)],
                    Style = context.Styles.Paragraph(null),
                    RenderedPage = context.Pages.Rendered,
                    Breaks = context.Pages.Breaks,
                }
            );
        }

        return drafts;
    }
}

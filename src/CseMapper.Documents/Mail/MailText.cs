using System.Globalization;
using System.Text;
using CseMapper.Documents.Html;
using CseMapper.Documents.Text;

namespace CseMapper.Documents.Mail;

/// <summary>What is shown of a message, whichever file it comes in.</summary>
/// <param name="Subject">Its subject.</param>
/// <param name="From">Who sent it, as shown.</param>
/// <param name="To">To whom, as shown.</param>
/// <param name="Date">When it was sent, by the clock of who sent it.</param>
/// <param name="Attachments">The names of what is attached.</param>
internal sealed record MailText(
    string Subject,
    string From,
    string To,
    DateTimeOffset? Date,
    IReadOnlyList<string> Attachments
)
{
    /// <summary>The text of the message as a web page, or null.</summary>
    public string? Page { get; init; }

    /// <summary>The text of the message without any form, or null.</summary>
    public string? Plain { get; init; }

    /// <summary>The text of the message where it came in another form, read already.</summary>
    public IReadOnlyList<Block> Body { get; init; } = [];

    /// <summary>The message as a document: subject, who to whom and when, the text, the names of the
    /// attachments.</summary>
    public IngestResult ToResult(ReadOptions options, CancellationToken cancellation)
    {
        List<Block> blocks = [];
        if (Subject.Length > 0)
            blocks.Add(new HeadingBlock(new BlockLocation(null), 1, null, Subject));
        string head = Head();
        if (head.Length > 0)
            blocks.Add(new TextBlock(new BlockLocation(null), null, head));
        IngestResult body = ReadBody(options, cancellation);
        blocks.AddRange(body.Document?.Blocks ?? []);
        if (Attachments.Count > 0)
        {
            blocks.Add(new TextBlock(new BlockLocation(null), null, "Attachments: " + string.Join(", ", Attachments)));
        }

        DocumentFacts facts =
            Subject.Length == 0
                ? DocumentFacts.None
                : new DocumentFacts { Title = new DocumentFact(Subject, "properties") };
        SourceDocument document = new(FileFormat.Email, blocks, PageCount: null, facts);
        if (body.Status == ReadStatus.PartlyRead)
            return IngestResult.Partly(document, body.Problems);
        return blocks.Count == 0
            ? IngestResult.Failed(ReadStatus.Unreadable, TextLimits.NoWords)
            : IngestResult.Read(document);
    }

    private string Head()
    {
        List<string> lines = [];
        if (From.Length > 0)
            lines.Add("From: " + From);
        if (To.Length > 0)
            lines.Add("To: " + To);
        if (Date is { } date)
            lines.Add("Date: " + date.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture));
        return string.Join('\n', lines);
    }

    private IngestResult ReadBody(ReadOptions options, CancellationToken cancellation)
    {
        if (Body.Count > 0 || (Page is null && Plain is null))
        {
            return IngestResult.Read(new SourceDocument(FileFormat.Email, Body, PageCount: null, DocumentFacts.None));
        }

        // The encoding was told by the message; a mark says so to the reader of the page.
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Page ?? Plain!)];
        using MemoryStream content = new(bytes, 0, bytes.Length, writable: false, publiclyVisible: true);
        return Page is not null
            ? new HtmlReader().Read(content, options, cancellation)
            : new PlainTextReader().Read(content, options, cancellation);
    }
}

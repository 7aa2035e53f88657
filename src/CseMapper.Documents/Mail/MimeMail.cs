using MimeKit;
using MimeKit.Tnef;

namespace CseMapper.Documents.Mail;

/// <summary>Reads messages as they travel (.eml, RFC 5322 and 2045), and web archives (.mht), by MimeKit.</summary>
internal static class MimeMail
{
    /// <summary>Deeper than any program nests the parts of a message.</summary>
    private const int DeepestNesting = 32;

    /// <summary>Opens a message, or gives null where the bytes are none.</summary>
    public static MimeMessage? Open(Stream stream, CancellationToken cancellation)
    {
        try
        {
            stream.Position = 0;
            return MimeMessage.Load(
                new ParserOptions { MaxMimeDepth = DeepestNesting },
                stream,
                persistent: true,
                cancellation
            );
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>What is shown of a message.</summary>
    public static MailText TextOf(MimeMessage message)
    {
        // A web archive is a message that nobody sent.
        bool isSent = message.To.Count > 0 || message.Cc.Count > 0 || message.From.Mailboxes.Any();
        return new MailText(
            (message.Subject ?? "").Trim(),
            isSent ? Shown(message.From) : "",
            Shown(message.To),
            isSent && message.Headers.Contains(HeaderId.Date) ? message.Date : null,
            [.. Attachments(message).Select(attachment => attachment.Name)]
        )
        {
            Page = message.HtmlBody,
            Plain = message.TextBody,
        };
    }

    /// <summary>What is attached to a message: its name, and its content when it is asked for.</summary>
    public static IEnumerable<(string Name, Func<Stream, bool> Write)> Attachments(MimeMessage message)
    {
        foreach (MimeEntity entity in message.BodyParts)
        {
            if (entity is TnefPart tnef)
            {
                foreach (MimeEntity inner in InsideOf(tnef))
                    yield return One(inner);
            }
            else if (IsAttached(entity))
            {
                yield return One(entity);
            }
        }
    }

    private static (string Name, Func<Stream, bool> Write) One(MimeEntity entity) =>
        entity switch
        {
            MessagePart { Message: { } inner } => (
                (string.IsNullOrWhiteSpace(inner.Subject) ? "message" : inner.Subject.Trim()) + ".eml",
                stream =>
                {
                    inner.WriteTo(stream);
                    return true;
                }
            ),
            MimePart part => (
                string.IsNullOrWhiteSpace(part.FileName) ? "attachment" : part.FileName,
                stream =>
                {
                    part.Content?.DecodeTo(stream);
                    return part.Content is not null;
                }
            ),
            _ => ("attachment", _ => false),
        };

    /// <summary>Pictures that the text itself shows belong to it.</summary>
    private static bool IsAttached(MimeEntity entity) =>
        entity.IsAttachment
        || entity is MessagePart
        || (
            entity is MimePart { FileName: { Length: > 0 } } part
            && !(
                part.ContentId is not null
                && part.ContentType.MediaType.Equals("image", StringComparison.OrdinalIgnoreCase)
            )
        );

    private static IEnumerable<MimeEntity> InsideOf(TnefPart tnef)
    {
        try
        {
            return [.. tnef.ExtractAttachments()];
        }
        catch (Exception damage) when (damage is FormatException or IOException or NotSupportedException)
        {
            return [];
        }
    }

    private static string Shown(InternetAddressList addresses) =>
        string.Join(
            ", ",
            addresses.Mailboxes.Select(mailbox =>
                string.IsNullOrWhiteSpace(mailbox.Name) ? mailbox.Address : $"{mailbox.Name.Trim()} ({mailbox.Address})"
            )
        );
}

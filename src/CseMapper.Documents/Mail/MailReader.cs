using CseMapper.Documents.Containers;
using CseMapper.Documents.Word.Stories;
using MimeKit;

namespace CseMapper.Documents.Mail;

/// <summary>Reads e-mail messages (.eml, .msg) and web archives (.mht): subject, who to whom and when, the text. What is
/// attached are documents of their own; see <see cref="Archives.InnerDocuments"/>.</summary>
public sealed class MailReader : IDocumentReader
{
    /// <inheritdoc/>
    public IReadOnlyList<FileFormat> Formats { get; } = [FileFormat.Email];

    /// <inheritdoc/>
    public IngestResult Read(Stream stream, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        if (stream.Length > options.MaxFileBytes)
            return IngestResult.Failed(ReadStatus.Unreadable, "The message is larger than is read.");
        byte[] head = new byte[8];
        stream.Position = 0;
        stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (head.AsSpan().SequenceEqual(CompoundFile.Signature))
        {
            CompoundFile file = CompoundFile.Open(stream);
            return file.Entries.FirstOrDefault(entry => entry.IsRoot) is { } root
                ? new OutlookMail(file, root)
                    .Read(new DocumentLimits(options, cancellation))
                    .ToResult(options, cancellation)
                : Damaged();
        }

        using MimeMessage? message = MimeMail.Open(stream, cancellation);
        return message is null ? Damaged() : MimeMail.TextOf(message).ToResult(options, cancellation);
    }

    private static IngestResult Damaged() =>
        IngestResult.Failed(
            ReadStatus.Unreadable,
            "The message is damaged and nothing of it was read. Open it in a mail program and save it again."
        );
}

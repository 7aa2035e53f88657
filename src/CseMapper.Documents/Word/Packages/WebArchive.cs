using MimeKit;

namespace CseMapper.Documents.Word.Packages;

/// <summary>Takes the page out of a web archive (MHTML, RFC 2557), as generators of Word files embed them.</summary>
internal static class WebArchive
{
    /// <summary>Deeper than any program nests the parts of a message.</summary>
    private const int DeepestNesting = 32;

    /// <summary>The first web page inside, decoded, or null where the bytes are no archive or hold none.</summary>
    /// <param name="archive">The bytes.</param>
    internal static byte[]? FindPage(byte[] archive)
    {
        using MemoryStream stream = new(archive, writable: false);
        try
        {
            MimeMessage message = MimeMessage.Load(
                new ParserOptions { MaxMimeDepth = DeepestNesting },
                stream,
                persistent: true
            );
            // Any text is a message of a kind; only this line says that somebody meant it as one.
            if (!message.Headers.Contains(HeaderId.MimeVersion))
                return null;
            MimePart? page = message.BodyParts.OfType<MimePart>().FirstOrDefault(IsPage);
            if (page?.Content is null)
                return null;
            using MemoryStream decoded = new();
            page.Content.DecodeTo(decoded);
            return decoded.ToArray();
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static bool IsPage(MimePart part) =>
        part.ContentType.IsMimeType("text", "html") || part.ContentType.IsMimeType("application", "xhtml+xml");
}

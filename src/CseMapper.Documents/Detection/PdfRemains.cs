namespace CseMapper.Documents.Detection;

/// <summary>
/// Tells a PDF whose header is damaged, or stands behind something else, by its parts. Readers find the objects of a PDF
/// from its end or one by one, so that nothing of it need be lost.
/// </summary>
internal static class PdfRemains
{
    private const int BlockLength = 1 << 16;

    /// <summary>How far into a file the parts are looked for; what stands before a document is shorter.</summary>
    private const long Most = 32L << 20;

    /// <summary>True where a file holds objects of a PDF.</summary>
    /// <param name="stream">The file; its position is moved.</param>
    /// <param name="anyPart">One object is enough; otherwise their table or the header must be there as well.</param>
    public static bool Hold(Stream stream, bool anyPart)
    {
        bool hasObject = false,
            hasFrame = anyPart;
        byte[] block = new byte[BlockLength];
        int kept = 0;
        stream.Position = 0;
        while (stream.Position < Most)
        {
            int read = stream.ReadAtLeast(block.AsSpan(kept), block.Length - kept, throwOnEndOfStream: false);
            ReadOnlySpan<byte> bytes = block.AsSpan(0, kept + read);
            hasObject = hasObject || bytes.IndexOf("endobj"u8) >= 0;
            hasFrame = hasFrame || bytes.IndexOf("%PDF-"u8) >= 0 || bytes.IndexOf("startxref"u8) >= 0;
            if (hasObject && hasFrame)
                return true;
            if (kept + read < block.Length)
                return false;
            // A mark may lie across the border of two blocks.
            kept = "startxref".Length;
            block.AsSpan(block.Length - kept).CopyTo(block);
        }

        return false;
    }
}

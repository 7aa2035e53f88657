namespace CseMapper.Pdf.Objects;

/// <summary>A stream (ISO 32000-2, 7.3.8): its dictionary and its bytes as stored in the file, decrypted but not yet unfiltered.</summary>
/// <param name="dictionary">The stream's dictionary.</param>
/// <param name="raw">The stored bytes; a slice of the file where the file is not encrypted.</param>
internal sealed class PdfStream(PdfDictionary dictionary, ReadOnlyMemory<byte> raw)
{
    public PdfDictionary Dictionary { get; } = dictionary;

    public ReadOnlyMemory<byte> Raw { get; } = raw;
}

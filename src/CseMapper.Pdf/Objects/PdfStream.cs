using CseMapper.Pdf.Objects.Encryption;

namespace CseMapper.Pdf.Objects;

/// <summary>A stream (ISO 32000-2, 7.3.8): its dictionary and its bytes as stored in the file, decrypted but not yet
/// unfiltered.</summary>
/// <param name="dictionary">The stream's dictionary.</param>
/// <param name="stored">The stored bytes; a slice of the file.</param>
/// <param name="cipher">What decrypts them; null where they are not encrypted.</param>
internal sealed class PdfStream(PdfDictionary dictionary, ReadOnlyMemory<byte> stored, ObjectCipher? cipher = null)
{
    public PdfDictionary Dictionary { get; } = dictionary;

    /// <summary>The stored bytes, decrypted anew at each call where the file is encrypted: what is never asked for
    /// costs nothing.</summary>
    public ReadOnlyMemory<byte> Raw => cipher is null ? stored : cipher.DecryptStream(stored.Span);
}

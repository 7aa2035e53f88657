namespace CseMapper.Pdf.Objects.Encryption;

/// <summary>Decrypts the strings and the stream of one object (ISO 32000-2, 7.6.3).</summary>
/// <param name="file">The file's key and methods.</param>
/// <param name="reference">The object's numbers, which go into its key.</param>
internal sealed class ObjectCipher(FileCipher file, PdfReference reference)
{
    public byte[] DecryptString(byte[] bytes) => file.Decrypt(bytes, file.Strings, reference);

    public byte[] DecryptStream(ReadOnlySpan<byte> bytes) => file.Decrypt(bytes, Streams, reference);

    /// <summary>How this object's stream is encrypted; a Crypt filter of its own may say otherwise than the
    /// file.</summary>
    public CipherMethod Streams { get; init; } = file.Streams;
}

using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CseMapper.Pdf.Objects.Encryption;

/// <summary>The key of an encrypted file and the methods it uses (ISO 32000-2, 7.6).</summary>
/// <param name="key">The file encryption key; empty where only attached files are encrypted, which are never
/// decrypted.</param>
/// <param name="encryption">The file's settings.</param>
internal sealed class FileCipher(byte[] key, EncryptionSettings encryption)
{
    private const int BlockLength = 16;

    public CipherMethod Strings => encryption.Strings;

    public CipherMethod Streams => encryption.Streams;

    /// <summary>What decrypts an object of the file.</summary>
    /// <param name="reference">The object.</param>
    public ObjectCipher For(PdfReference reference) => new(this, reference);

    /// <summary>What decrypts the stream of an object, after its dictionary has been seen.</summary>
    /// <returns>Null for a stream that is not encrypted.</returns>
    public ObjectCipher? ForStream(PdfReference reference, PdfDictionary dictionary)
    {
        string? type = dictionary["Type"].AsName();
        if (type == "XRef" || (type == "Metadata" && !encryption.EncryptsMetadata))
            return null;
        CipherMethod method = OwnFilter(dictionary) is { } own ? encryption.Method(own) : Streams;
        return method == CipherMethod.None ? null : new ObjectCipher(this, reference) { Streams = method };
    }

    /// <returns>The plain bytes; of damaged data what there is.</returns>
    public byte[] Decrypt(ReadOnlySpan<byte> bytes, CipherMethod method, PdfReference reference)
    {
        switch (key.Length == 0 ? CipherMethod.None : method)
        {
            case CipherMethod.Rc4:
                byte[] plain = bytes.ToArray();
                Rc4.Apply(ObjectKey(reference, isAes: false), plain);
                return plain;
            case CipherMethod.Aes128:
                return DecryptAes(bytes, ObjectKey(reference, isAes: true));
            case CipherMethod.Aes256:
                return DecryptAes(bytes, key);
            default:
                return bytes.ToArray();
        }
    }

    /// <summary>
    /// The name of the crypt filter that a stream names for itself (7.4.10); "Identity" when its Crypt filter names
    /// none.
    /// </summary>
    private static string? OwnFilter(PdfDictionary dictionary)
    {
        PdfValue filter = dictionary["Filter"];
        string? first = filter.AsName() ?? filter.AsArray()?[0].AsName();
        if (first != "Crypt")
            return null;
        PdfValue parameters = dictionary["DecodeParms"];
        PdfDictionary? own = parameters.AsDictionary() ?? parameters.AsArray()?[0].AsDictionary();
        return own?["Name"].AsName() ?? "Identity";
    }

    /// <summary>Algorithm 1 (7.6.3.1): the file's key, the object's numbers and for AES the word "sAlT".</summary>
    private byte[] ObjectKey(PdfReference reference, bool isAes)
    {
        Span<byte> material = stackalloc byte[key.Length + 9];
        key.CopyTo(material);
        Span<byte> rest = material[key.Length..];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(number, reference.Number);
        number[..3].CopyTo(rest);
        BinaryPrimitives.WriteInt32LittleEndian(number, reference.Generation);
        number[..2].CopyTo(rest[3..]);
        "sAlT"u8.CopyTo(rest[5..]);
        return Md5.Hash(isAes ? material : material[..^4])[..Math.Min(key.Length + 5, 16)];
    }

    /// <summary>The first block is the initialisation vector; the last byte says how long the padding is
    /// (7.6.3.1).</summary>
    private static byte[] DecryptAes(ReadOnlySpan<byte> bytes, byte[] aesKey)
    {
        int length = (bytes.Length - BlockLength) / BlockLength * BlockLength;
        if (length <= 0)
            return [];
        using Aes aes = Aes.Create();
        aes.Key = aesKey;
        byte[] plain = aes.DecryptCbc(bytes.Slice(BlockLength, length), bytes[..BlockLength], PaddingMode.None);
        int padding = plain[^1];
        return padding is >= 1 and <= BlockLength ? plain[..^padding] : plain;
    }
}

using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace CseMapper.Documents.Containers;

/// <summary>Encryption of Office 2007: AES block by block under a key made from the password (MS-OFFCRYPTO §2.3.4.5 to
/// 2.3.4.9).</summary>
[SuppressMessage("Security", "CA5350", Justification = "The file format asks for SHA-1; nothing new is encrypted.")]
[SuppressMessage("Security", "CA5358", Justification = "The file format asks for ECB; nothing new is encrypted.")]
internal sealed class StandardCipher : IOfficeCipher
{
    private const int Spins = 50_000;
    private const int SaltBytes = 16;
    private const int VerifierBytes = 16;
    private const int VerifierHashBytes = 32;

    private readonly byte[] _salt;
    private readonly byte[] _verifier;
    private readonly byte[] _verifierHash;
    private readonly int _keyBytes;

    private StandardCipher(byte[] salt, byte[] verifier, byte[] verifierHash, int keyBytes)
    {
        _salt = salt;
        _verifier = verifier;
        _verifierHash = verifierHash;
        _keyBytes = keyBytes;
    }

    /// <summary>Reads the description, or gives null where it is damaged or asks for what is not known.</summary>
    internal static StandardCipher? Read(ReadOnlySpan<byte> description)
    {
        const int Aes128 = 0x660E,
            Aes256 = 0x6610;
        if (description.Length < 4)
            return null;
        long headerBytes = BinaryPrimitives.ReadUInt32LittleEndian(description);
        if (
            headerBytes < 32
            || 4 + headerBytes + 4 + SaltBytes + VerifierBytes + 4 + VerifierHashBytes > description.Length
        )
        {
            return null;
        }

        ReadOnlySpan<byte> header = description.Slice(4, (int)headerBytes),
            verifier = description[(4 + (int)headerBytes)..];
        int algorithm = BinaryPrimitives.ReadInt32LittleEndian(header[8..]),
            keyBits = BinaryPrimitives.ReadInt32LittleEndian(header[16..]);
        if (algorithm is < Aes128 or > Aes256 || keyBits is not (128 or 192 or 256))
            return null;
        return new StandardCipher(
            verifier.Slice(4, SaltBytes).ToArray(),
            verifier.Slice(4 + SaltBytes, VerifierBytes).ToArray(),
            verifier.Slice(4 + SaltBytes + VerifierBytes + 4, VerifierHashBytes).ToArray(),
            keyBits / 8
        );
    }

    /// <inheritdoc/>
    public byte[]? KeyFor(string password)
    {
        byte[] key = Derive(password);
        byte[] verifier = Decrypt(key, _verifier),
            expected = Decrypt(key, _verifierHash);
        return SHA1.HashData(verifier).AsSpan().SequenceEqual(expected.AsSpan(0, SHA1.HashSizeInBytes)) ? key : null;
    }

    /// <inheritdoc/>
    public byte[] Decrypt(byte[] key, ReadOnlySpan<byte> package)
    {
        using Aes aes = Aes.Create();
        aes.Key = key;
        return aes.DecryptEcb(package[..(package.Length / 16 * 16)], PaddingMode.None);
    }

    private byte[] Derive(string password)
    {
        byte[] hash = SHA1.HashData([.. _salt, .. Encoding.Unicode.GetBytes(password)]);
        byte[] step = new byte[4 + hash.Length];
        for (int i = 0; i < Spins; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(step, i);
            hash.CopyTo(step, 4);
            SHA1.HashData(step, hash);
        }

        hash = SHA1.HashData([.. hash, 0, 0, 0, 0]);
        byte[] both = [.. Folded(hash, 0x36), .. Folded(hash, 0x5C)];
        return both[.._keyBytes];
    }

    private static byte[] Folded(byte[] hash, byte pad)
    {
        byte[] block = new byte[64];
        block.AsSpan().Fill(pad);
        for (int i = 0; i < hash.Length; i++)
            block[i] ^= hash[i];
        return SHA1.HashData(block);
    }
}

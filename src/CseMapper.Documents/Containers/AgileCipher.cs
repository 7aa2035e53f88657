using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;

namespace CseMapper.Documents.Containers;

/// <summary>Encryption since Office 2010: AES in chained segments, the key itself encrypted (MS-OFFCRYPTO §2.3.4.10 to
/// 2.3.4.15).</summary>
internal sealed class AgileCipher : IOfficeCipher
{
    private const int Segment = 4096;
    private const int MaxSpins = 2_000_000;

    private readonly Parameters _data;
    private readonly Parameters _password;

    private AgileCipher(Parameters data, Parameters password)
    {
        _data = data;
        _password = password;
    }

    private static ReadOnlySpan<byte> VerifierBlock => [0xFE, 0xA7, 0xD2, 0x76, 0x3B, 0x4B, 0x9E, 0x79];

    private static ReadOnlySpan<byte> VerifierHashBlock => [0xD7, 0xAA, 0x0F, 0x6D, 0x30, 0x61, 0x34, 0x4E];

    private static ReadOnlySpan<byte> KeyBlock => [0x14, 0x6E, 0x0B, 0xE7, 0xAB, 0xAC, 0xD0, 0xD6];

    /// <summary>Reads the description, or gives null where it is damaged or asks for what is not known.</summary>
    internal static AgileCipher? Read(ReadOnlySpan<byte> description)
    {
        Parameters? data = null,
            password = null;
        try
        {
            using XmlReader reader = XmlReader.Create(
                new MemoryStream(description.ToArray()),
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null }
            );
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element)
                    continue;
                if (reader.LocalName == "keyData")
                    data ??= Parameters.Read(reader);
                else if (reader.LocalName == "encryptedKey")
                    password ??= Parameters.Read(reader);
            }
        }
        catch (Exception exception) when (exception is XmlException or FormatException)
        {
            return null;
        }

        return
            data is null
            || password?.Key is null
            || password.Verifier is null
            || password.VerifierHash is null
            || password.Spins > MaxSpins
            ? null
            : new AgileCipher(data, password);
    }

    /// <inheritdoc/>
    public byte[]? KeyFor(string password)
    {
        byte[] hash = _password.Hash([.. _password.Salt, .. Encoding.Unicode.GetBytes(password)]);
        byte[] step = new byte[4 + hash.Length];
        for (int i = 0; i < _password.Spins; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(step, i);
            hash.CopyTo(step, 4);
            hash = _password.Hash(step);
        }

        byte[] verifier = Unwrap(hash, VerifierBlock, _password.Verifier!),
            expected = Unwrap(hash, VerifierHashBlock, _password.VerifierHash!);
        byte[] actual = _password.Hash(verifier);
        if (expected.Length < actual.Length || !expected.AsSpan(0, actual.Length).SequenceEqual(actual))
            return null;
        return Unwrap(hash, KeyBlock, _password.Key!)[..Math.Min(_data.KeyBytes, _password.Key!.Length)];
    }

    /// <inheritdoc/>
    public byte[] Decrypt(byte[] key, ReadOnlySpan<byte> package)
    {
        using Aes aes = Aes.Create();
        aes.Key = key;
        byte[] content = new byte[package.Length / _data.BlockBytes * _data.BlockBytes];
        byte[] salted = [.. _data.Salt, 0, 0, 0, 0];
        for (int at = 0; at < content.Length; at += Segment)
        {
            BinaryPrimitives.WriteInt32LittleEndian(salted.AsSpan(_data.Salt.Length), at / Segment);
            int length = Math.Min(Segment, content.Length - at);
            aes.DecryptCbc(
                package.Slice(at, length),
                Fitted(_data.Hash(salted), _data.BlockBytes),
                content.AsSpan(at, length),
                PaddingMode.None
            );
        }

        return content;
    }

    /// <summary>Decrypts one of the values in the description with the key that a block's bytes lead to.</summary>
    private byte[] Unwrap(byte[] hash, ReadOnlySpan<byte> block, byte[] value)
    {
        using Aes aes = Aes.Create();
        aes.Key = Fitted(_password.Hash([.. hash, .. block]), _password.KeyBytes);
        return aes.DecryptCbc(value, Fitted(_password.Salt, _password.BlockBytes), PaddingMode.None);
    }

    private static byte[] Fitted(byte[] value, int length)
    {
        byte[] fitted = new byte[length];
        fitted.AsSpan().Fill(0x36);
        value.AsSpan(0, Math.Min(value.Length, length)).CopyTo(fitted);
        return fitted;
    }

    private sealed record Parameters(byte[] Salt, int KeyBytes, int BlockBytes, string HashName, int Spins)
    {
        internal byte[]? Verifier { get; private init; }

        internal byte[]? VerifierHash { get; private init; }

        internal byte[]? Key { get; private init; }

        internal static Parameters? Read(XmlReader reader)
        {
            int Number(string name) =>
                int.Parse(reader.GetAttribute(name) ?? "0", NumberStyles.None, CultureInfo.InvariantCulture);
            byte[]? Bytes(string name) => reader.GetAttribute(name) is { } text ? Convert.FromBase64String(text) : null;
            int keyBits = Number("keyBits"),
                block = Number("blockSize");
            string hash = reader.GetAttribute("hashAlgorithm") ?? "";
            bool isKnown =
                reader.GetAttribute("cipherAlgorithm") == "AES"
                && reader.GetAttribute("cipherChaining") == "ChainingModeCBC"
                && block == 16
                && keyBits is 128 or 192 or 256
                && hash is "SHA1" or "SHA256" or "SHA384" or "SHA512";
            byte[]? verifier = Bytes("encryptedVerifierHashInput"),
                verifierHash = Bytes("encryptedVerifierHashValue"),
                key = Bytes("encryptedKeyValue");
            bool isWhole =
                (verifier?.Length ?? 16) % 16 == 0
                && (verifierHash?.Length ?? 16) % 16 == 0
                && (key?.Length ?? 16) % 16 == 0;
            return isKnown && isWhole && Bytes("saltValue") is { } salt
                ? new Parameters(salt, keyBits / 8, block, hash, Number("spinCount"))
                {
                    Verifier = verifier,
                    VerifierHash = verifierHash,
                    Key = key,
                }
                : null;
        }

        internal byte[] Hash(byte[] value) =>
            HashName switch
            {
                "SHA256" => SHA256.HashData(value),
                "SHA384" => SHA384.HashData(value),
                "SHA512" => SHA512.HashData(value),
                _ => Sha1(value),
            };
    }

    [SuppressMessage("Security", "CA5350", Justification = "The file format asks for it; nothing new is encrypted.")]
    private static byte[] Sha1(byte[] value) => SHA1.HashData(value);
}

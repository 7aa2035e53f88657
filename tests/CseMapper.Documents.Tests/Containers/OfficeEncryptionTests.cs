using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using CseMapper.Documents.Tests.Word;
using CseMapper.Documents.Word;

namespace CseMapper.Documents.Tests.Containers;

public sealed class OfficeEncryptionTests
{
    private static byte[] Document => new SmallWordFile(SmallWordFile.P("We reply within ten working days.")).ToBytes();

    [Theory]
    [InlineData("SHA512", 256)]
    [InlineData("SHA1", 128)]
    public void AnEncryptedDocumentIsReadWithItsPassword(string hash, int keyBits)
    {
        (FileFormat format, IngestResult result) = Read(
            Agile(Document, "opensesame", hash, keyBits),
            "wrong",
            "opensesame"
        );
        Assert.Equal((FileFormat.WordOpenXml, ReadStatus.Read), (format, result.Status));
        Assert.Equal("We reply within ten working days.", Reading.TextOf(result));
    }

    [Fact]
    public void WithoutItsPasswordItNeedsOne() =>
        Assert.Equal(
            ReadStatus.NeedsPassword,
            Read(Agile(Document, "opensesame", "SHA512", 256), "wrong").Result.Status
        );

    [Fact]
    public void ThePasswordThatStandsForNoneIsTried() =>
        Assert.Equal(ReadStatus.Read, Read(Agile(Document, "VelvetSweatshop", "SHA512", 256)).Result.Status);

    [Fact]
    public void TheEncryptionOfOffice2007IsReadToo()
    {
        byte[] file = Standard(Document, "sesame");
        Assert.Equal("We reply within ten working days.", Reading.TextOf(Read(file, "sesame").Result));
        Assert.Equal(ReadStatus.NeedsPassword, Read(file, "Sesame").Result.Status);
    }

    [Fact]
    public void DamagedEncryptionNeedsAPasswordAndHarmsNothing()
    {
        Random random = new Random(1);
        byte[] whole = Agile(Document, "opensesame", "SHA512", 256);
        for (int i = 0; i < 100; i++)
        {
            byte[] damaged = [.. whole];
            for (int k = 0; k < 40; k++)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            Assert.NotEmpty(Read(damaged, "opensesame").Result.Problems.Append(new IngestProblem("read")));
        }
    }

    private static (FileFormat Format, IngestResult Result) Read(byte[] file, params string[] passwords)
    {
        DocumentIngest ingest = new DocumentIngest(
            [new WordReader()],
            ReadOptions.Default with
            {
                Passwords = passwords,
            },
            TimeProvider.System
        );
        using MemoryStream stream = new MemoryStream(file);
        return ingest.Read(stream, "policy.docx", TestContext.Current.CancellationToken);
    }

    /// <summary>Encrypts a package as MS-OFFCRYPTO §2.3.4.10 says; with few rounds, since the tests' passwords keep no
    /// secret.</summary>
    private static byte[] Agile(byte[] package, string password, string hashName, int keyBits)
    {
        const int Rounds = 100;
        byte[] Hash(byte[] value) => CryptographicOperations.HashData(new HashAlgorithmName(hashName), value);
        byte[] Fit(byte[] value, int length) => [.. value.Concat(Enumerable.Repeat((byte)0x36, length)).Take(length)];
        byte[] salt = [.. Enumerable.Range(1, 16).Select(value => (byte)value)],
            secret = [.. Enumerable.Range(100, keyBits / 8).Select(value => (byte)value)];
        byte[] spun = Hash([.. salt, .. Encoding.Unicode.GetBytes(password)]);
        for (int i = 0; i < Rounds; i++)
            spun = Hash([.. BitConverter.GetBytes(i), .. spun]);
        string Wrap(string block, byte[] value)
        {
            using Aes aes = Aes.Create();
            aes.Key = Fit(Hash([.. spun, .. Convert.FromHexString(block)]), keyBits / 8);
            return Convert.ToBase64String(aes.EncryptCbc(Padded(value), salt, PaddingMode.None));
        }

        byte[] Encrypt(byte[] segment, int index)
        {
            using Aes aes = Aes.Create();
            aes.Key = secret;
            return aes.EncryptCbc(
                Padded(segment),
                Fit(Hash([.. salt, .. BitConverter.GetBytes(index)]), 16),
                PaddingMode.None
            );
        }

        byte[] verifier = salt;
        string shared =
            $"saltSize=\"16\" blockSize=\"16\" keyBits=\"{keyBits}\" cipherAlgorithm=\"AES\" "
            + $"cipherChaining=\"ChainingModeCBC\" hashAlgorithm=\"{hashName}\" saltValue=\""
            + $"{Convert.ToBase64String(salt)}\"";
        string xml =
            $"<encryption xmlns=\"http://schemas.microsoft.com/office/2006/encryption\"><keyData {shared}"
            + $"/><keyEncryptors><keyEncryptor><encryptedKey spinCount=\"{Rounds}\" {shared} "
            + $"encryptedVerifierHashInput=\"{Wrap("FEA7D2763B4B9E79", verifier)}\" encryptedVerifierHashValue=\""
            + $"{Wrap("D7AA0F6D3061344E", Hash(verifier))}\" encryptedKeyValue=\""
            + $"{Wrap("146E0BE7ABACD0D6", secret)}\"/></keyEncryptor></keyEncryptors></encryption>";
        byte[] info = [4, 0, 4, 0, 0x40, 0, 0, 0, .. Encoding.UTF8.GetBytes(xml.PadRight(4096))];
        byte[] encrypted = [.. BitConverter.GetBytes((long)package.Length), .. package.Chunk(4096).SelectMany(Encrypt)];
        return SmallCompoundFile.With(("EncryptionInfo", info), ("EncryptedPackage", Stretched(encrypted)));
    }

    private static byte[] Padded(byte[] value) => [.. value, .. new byte[(16 - value.Length % 16) % 16]];

    /// <summary>Encrypts a package with AES-128 as MS-OFFCRYPTO §2.3.4.5 says.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "The file format asks for SHA-1.")]
    [SuppressMessage("Security", "CA5358", Justification = "The file format asks for ECB.")]
    private static byte[] Standard(byte[] package, string password)
    {
        byte[] salt = [.. Enumerable.Range(1, 16).Select(value => (byte)value)],
            verifier = [.. Enumerable.Range(50, 16).Select(value => (byte)value)];
        byte[] hash = SHA1.HashData([.. salt, .. Encoding.Unicode.GetBytes(password)]);
        for (int i = 0; i < 50_000; i++)
            hash = SHA1.HashData([.. BitConverter.GetBytes(i), .. hash]);
        hash = SHA1.HashData([.. hash, 0, 0, 0, 0]);
        byte[] block = new byte[64];
        block.AsSpan().Fill(0x36);
        for (int i = 0; i < hash.Length; i++)
            block[i] ^= hash[i];
        using Aes aes = Aes.Create();
        aes.Key = SHA1.HashData(block)[..16];
        byte[] header = new byte[32];
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(8), 0x660E);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(16), 128);
        byte[] info =
        [
            3,
            0,
            2,
            0,
            0x24,
            0,
            0,
            0,
            .. BitConverter.GetBytes(header.Length),
            .. header,
            .. BitConverter.GetBytes(16),
            .. salt,
            .. aes.EncryptEcb(verifier, PaddingMode.None),
            .. BitConverter.GetBytes(20),
            .. aes.EncryptEcb([.. SHA1.HashData(verifier), .. new byte[12]], PaddingMode.None),
        ];
        byte[] padded = [.. package, .. new byte[16 - package.Length % 16]];
        byte[] encrypted =
        [
            .. BitConverter.GetBytes((long)package.Length),
            .. aes.EncryptEcb(padded, PaddingMode.None),
        ];
        return SmallCompoundFile.With(("EncryptionInfo", Stretched(info)), ("EncryptedPackage", Stretched(encrypted)));
    }

    /// <summary>Streams below 4096 bytes would need a second allocation table.</summary>
    private static byte[] Stretched(byte[] content) => [.. content, .. new byte[Math.Max(0, 4096 - content.Length)]];
}

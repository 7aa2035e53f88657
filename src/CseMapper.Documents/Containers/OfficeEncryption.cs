using System.Buffers.Binary;

namespace CseMapper.Documents.Containers;

/// <summary>Opens Office files since 2007 that are encrypted with a password (MS-OFFCRYPTO §2.3.4).</summary>
internal static class OfficeEncryption
{
    /// <summary>The password that Excel and others use where the author gave none (MS-OFFCRYPTO §2.4.2.3).</summary>
    private const string DefaultPassword = "VelvetSweatshop";

    /// <summary>Decrypts a file, or gives null where no password opens it.</summary>
    /// <param name="stream">The compound file.</param>
    /// <param name="passwords">Tried in order, after the ones that stand for none.</param>
    /// <param name="cancellation">Stops the trying, which takes a tenth of a second a password.</param>
    /// <returns>The package inside, to be read like any other.</returns>
    internal static MemoryStream? Open(Stream stream, IEnumerable<string> passwords, CancellationToken cancellation)
    {
        CompoundFile file = CompoundFile.Open(stream);
        if (file.Find("EncryptionInfo") is not { } infoEntry || file.Find("EncryptedPackage") is not { } packageEntry)
            return null;
        byte[] info = file.Read(infoEntry);
        if (info.Length < 8)
            return null;
        IOfficeCipher? cipher = BinaryPrimitives.ReadUInt16LittleEndian(info.AsSpan(2)) switch
        {
            4 => AgileCipher.Read(info.AsSpan(8)),
            2 or 3 => StandardCipher.Read(info.AsSpan(8)),
            _ => null,
        };
        if (cipher is null)
            return null;
        foreach (string password in passwords.Prepend(DefaultPassword).Prepend(""))
        {
            cancellation.ThrowIfCancellationRequested();
            if (cipher.KeyFor(password) is { } key)
                return Decrypt(cipher, key, file.Read(packageEntry));
        }

        return null;
    }

    /// <summary>The package stands behind its length in eight bytes and is padded to whole blocks.</summary>
    private static MemoryStream? Decrypt(IOfficeCipher cipher, byte[] key, byte[] package)
    {
        if (package.Length < 8)
            return null;
        byte[] content = cipher.Decrypt(key, package.AsSpan(8));
        // Anything but a package would lead round in circles.
        if (!content.AsSpan().StartsWith("PK"u8))
            return null;
        long length = Math.Clamp(BinaryPrimitives.ReadInt64LittleEndian(package), 0, content.Length);
        return new MemoryStream(content, 0, (int)length, writable: false);
    }
}

/// <summary>A way of encrypting packages; Office has had two.</summary>
internal interface IOfficeCipher
{
    /// <summary>The key that a password leads to, or null where it is wrong.</summary>
    byte[]? KeyFor(string password);

    /// <summary>Decrypts the package; what is missing at its end is left out.</summary>
    byte[] Decrypt(byte[] key, ReadOnlySpan<byte> package);
}

using System.Buffers.Binary;

namespace CseMapper.Pdf.Objects.Encryption;

/// <summary>
/// The standard security handler (ISO 32000-2, 7.6.4): from a password to the file's key. The empty user password,
/// which most encrypted documents have, is tried first, then each given one as user and as owner password.
/// </summary>
internal static class StandardSecurity
{
    /// <summary>Algorithm 2, step a: fills passwords up to 32 bytes.</summary>
    private static ReadOnlySpan<byte> Padding =>
        [
            0x28,
            0xBF,
            0x4E,
            0x5E,
            0x4E,
            0x75,
            0x8A,
            0x41,
            0x64,
            0x00,
            0x4E,
            0x56,
            0xFF,
            0xFA,
            0x01,
            0x08,
            0x2E,
            0x2E,
            0x00,
            0xB6,
            0xD0,
            0x68,
            0x3E,
            0x80,
            0x2F,
            0x0C,
            0xA9,
            0xFE,
            0x64,
            0x53,
            0x69,
            0x7A,
        ];

    /// <returns>The cipher, or null when no password opens the file.</returns>
    public static FileCipher? Open(EncryptionSettings settings, IReadOnlyList<string> passwords)
    {
        byte[]? key = Key(settings, []);
        for (int i = 0; i < passwords.Count && key is null; i++)
        {
            foreach (byte[] password in PasswordBytes.Candidates(passwords[i], settings.Revision))
            {
                key ??= Key(settings, password);
            }
        }

        if (key is not null)
            return new FileCipher(key, settings);

        // Only attached files are encrypted: the document itself needs no key.
        return settings is { Strings: CipherMethod.None, Streams: CipherMethod.None }
            ? new FileCipher([], settings)
            : null;
    }

    private static byte[]? Key(EncryptionSettings settings, byte[] password)
    {
        if (settings.Revision >= 5)
            return Aes256Security.Key(settings, password);
        if (settings.Owner.Length < 32 || settings.User.Length < 16)
            return null;
        foreach (int length in settings.KeyLengths)
        {
            byte[]? key =
                KeyOfUser(settings, password, length)
                ?? KeyOfUser(settings, UserPassword(settings, password, length), length);
            if (key is not null)
                return key;
        }

        return null;
    }

    /// <summary>Algorithm 6: the key, when the password is the user's.</summary>
    private static byte[]? KeyOfUser(EncryptionSettings settings, ReadOnlySpan<byte> password, int length)
    {
        byte[] key = FileKey(settings, password, length);
        if (settings.Revision == 2)
        {
            byte[] padding = Padding.ToArray();
            Rc4.Apply(key, padding);
            return padding.AsSpan().SequenceEqual(settings.User.AsSpan(0, Math.Min(32, settings.User.Length)))
                ? key
                : null;
        }

        byte[] check = Md5.Hash([.. Padding, .. settings.FileId]);
        for (int i = 0; i < 20; i++)
            Rc4.Apply(Xor(key, i), check);
        return check.AsSpan().SequenceEqual(settings.User.AsSpan(0, 16)) ? key : null;
    }

    /// <summary>Algorithm 2: the file encryption key out of the user password.</summary>
    private static byte[] FileKey(EncryptionSettings settings, ReadOnlySpan<byte> password, int length)
    {
        byte[] permissions = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(permissions, settings.Permissions);
        bool leavesMetadata = settings.Revision >= 4 && !settings.EncryptsMetadata;
        ReadOnlySpan<byte> mark = leavesMetadata ? [0xFF, 0xFF, 0xFF, 0xFF] : [];
        byte[] hash = Md5.Hash([
            .. Padded(password),
            .. settings.Owner.AsSpan(0, 32),
            .. permissions,
            .. settings.FileId,
            .. mark,
        ]);
        if (settings.Revision >= 3)
        {
            for (int i = 0; i < 50; i++)
                hash = Md5.Hash(hash.AsSpan(0, length));
        }

        return hash[..length];
    }

    /// <summary>Algorithm 7: the user password that the owner password hides.</summary>
    private static byte[] UserPassword(EncryptionSettings settings, ReadOnlySpan<byte> ownerPassword, int length)
    {
        byte[] hash = Md5.Hash(Padded(ownerPassword));
        if (settings.Revision >= 3)
        {
            for (int i = 0; i < 50; i++)
                hash = Md5.Hash(hash);
        }

        byte[] key = hash[..length];
        byte[] password = settings.Owner[..32];
        for (int i = settings.Revision == 2 ? 0 : 19; i >= 0; i--)
            Rc4.Apply(Xor(key, i), password);
        return password;
    }

    private static byte[] Padded(ReadOnlySpan<byte> password)
    {
        byte[] padded = new byte[32];
        int length = Math.Min(32, password.Length);
        password[..length].CopyTo(padded);
        Padding[..(32 - length)].CopyTo(padded.AsSpan(length));
        return padded;
    }

    private static byte[] Xor(byte[] key, int value)
    {
        byte[] changed = new byte[key.Length];
        for (int i = 0; i < key.Length; i++)
            changed[i] = (byte)(key[i] ^ value);
        return changed;
    }
}

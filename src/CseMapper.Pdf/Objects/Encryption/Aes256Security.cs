using System.Security.Cryptography;

namespace CseMapper.Pdf.Objects.Encryption;

/// <summary>The part of the standard security handler for AES-256: revisions 5 and 6 (ISO 32000-2, 7.6.4.3.3 and
/// 7.6.4.4).</summary>
internal static class Aes256Security
{
    private const int HashLength = 32;
    private const int SaltLength = 8;
    private const int EntryLength = HashLength + 2 * SaltLength;

    /// <summary>Algorithm 2.A: the file's key, when the password is the owner's or the user's.</summary>
    public static byte[]? Key(EncryptionSettings settings, byte[] password)
    {
        if (settings.User.Length < EntryLength || settings.Owner.Length < EntryLength)
            return null;
        byte[] user = settings.User[..EntryLength];
        return Key(settings.Revision, password, settings.Owner, user, settings.OwnerKey)
            ?? Key(settings.Revision, password, settings.User, [], settings.UserKey);
    }

    private static byte[]? Key(int revision, byte[] password, byte[] entry, byte[] user, byte[] wrappedKey)
    {
        byte[] validationSalt = entry[HashLength..(HashLength + SaltLength)];
        if (!Hash(revision, password, validationSalt, user).AsSpan().SequenceEqual(entry.AsSpan(0, HashLength)))
            return null;
        if (wrappedKey.Length < 32)
            return null;
        byte[] keySalt = entry[(HashLength + SaltLength)..EntryLength];
        using Aes aes = Aes.Create();
        aes.Key = Hash(revision, password, keySalt, user);
        return aes.DecryptCbc(wrappedKey.AsSpan(0, 32), new byte[16], PaddingMode.None);
    }

    /// <summary>Revision 5: plain SHA-256. Revision 6: algorithm 2.B, at least 64 rounds of AES and SHA-2.</summary>
    private static byte[] Hash(int revision, byte[] password, byte[] salt, byte[] user)
    {
        byte[] k = SHA256.HashData([.. password, .. salt, .. user]);
        if (revision == 5)
            return k;
        for (int round = 0; ; round++)
        {
            byte[] unit = [.. password, .. k, .. user];
            byte[] repeated = new byte[unit.Length * 64];
            for (int i = 0; i < 64; i++)
                unit.CopyTo(repeated, i * unit.Length);
            using Aes aes = Aes.Create();
            aes.Key = k[..16];
            byte[] encrypted = aes.EncryptCbc(repeated, k.AsSpan(16, 16), PaddingMode.None);

            // The first 16 bytes as one number, modulo 3: 256 leaves 1, so the sum of the bytes will do.
            int sum = 0;
            for (int i = 0; i < 16; i++)
                sum += encrypted[i];
            k = (sum % 3) switch
            {
                0 => SHA256.HashData(encrypted),
                1 => SHA384.HashData(encrypted),
                _ => SHA512.HashData(encrypted),
            };
            if (round >= 63 && encrypted[^1] <= round - 31)
                return k[..HashLength];
        }
    }
}

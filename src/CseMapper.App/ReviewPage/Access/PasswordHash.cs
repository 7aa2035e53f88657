using System.Globalization;
using System.Security.Cryptography;

namespace CseMapper.App.ReviewPage.Access;

/// <summary>A password as it is kept: PBKDF2 with HMAC-SHA-256 (RFC 8018), a salt of its own, and its count of
/// rounds.</summary>
/// <param name="Rounds">How often the hash is taken.</param>
/// <param name="Salt">Random bytes.</param>
/// <param name="Hash">What comes out.</param>
internal sealed record PasswordHash(int Rounds, byte[] Salt, byte[] Hash)
{
    /// <summary>The least that OWASP's password storage cheat sheet asks for with HMAC-SHA-256.</summary>
    public const int UsualRounds = 600_000;

    private const string Name = "pbkdf2-sha256";
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    /// <summary>Hides a password.</summary>
    public static PasswordHash Of(string password)
    {
        byte[] salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return new PasswordHash(UsualRounds, salt, Derive(password, salt, UsualRounds));
    }

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static PasswordHash? Parse(string text)
    {
        string[] parts = text.Split('$');
        if (
            parts.Length != 4
            || parts[0] != Name
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int rounds)
            || rounds is < 1 or > 10_000_000
        )
        {
            return null;
        }

        try
        {
            return new PasswordHash(rounds, Convert.FromBase64String(parts[2]), Convert.FromBase64String(parts[3]));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>True for the password it was made of; takes equally long for every other.</summary>
    public bool Fits(string password) => CryptographicOperations.FixedTimeEquals(Derive(password, Salt, Rounds), Hash);

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Name}${Rounds}${Convert.ToBase64String(Salt)}${Convert.ToBase64String(Hash)}"
        );

    private static byte[] Derive(string password, byte[] salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(password, salt, rounds, HashAlgorithmName.SHA256, HashBytes);
}

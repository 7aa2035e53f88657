using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CseMapper.App.ReviewPage.Access;

/// <summary>Secrets that cannot be guessed, and comparing them so that the time taken tells nothing.</summary>
internal static class RandomText
{
    /// <summary>256 random bits in letters that an address can hold.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>True when both are the same.</summary>
    public static bool Equal(string? given, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given ?? ""), Encoding.UTF8.GetBytes(expected));
}

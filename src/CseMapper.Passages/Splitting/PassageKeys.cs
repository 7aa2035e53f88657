using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CseMapper.Passages.Splitting;

/// <summary>Names passages by their words, so that a passage keeps its name whatever happens around it.</summary>
internal sealed class PassageKeys
{
    private const int KeyBytes = 8;
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    /// <summary>16 hex digits: the start of the SHA-256 of the units' words in UTF-8, parted by single blanks; with
    /// "-2", "-3" after it for repetitions.</summary>
    public string For(IReadOnlyList<PassageUnit> units)
    {
        string words = Spaces.Collapse(string.Join(' ', units.Select(unit => unit.Text)));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(words), hash);
        string key = Convert.ToHexStringLower(hash[..KeyBytes]);
        int count = _seen[key] = _seen.GetValueOrDefault(key) + 1;
        return count == 1 ? key : string.Create(CultureInfo.InvariantCulture, $"{key}-{count}");
    }
}

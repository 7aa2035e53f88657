namespace CseMapper.Passages.Terms;

/// <summary>Tells derivations of one root by their stems.</summary>
public static class WordRoots
{
    /// <summary>Derivations of one root have this many letters in common.</summary>
    public const int SharedLetters = 5;

    /// <summary>What derivations of one root share; null for stems too short to tell, and for figures.</summary>
    /// <param name="stem">A stem.</param>
    public static string? RootOf(string stem)
    {
        ArgumentNullException.ThrowIfNull(stem);
        return stem.Length >= SharedLetters && stem.All(char.IsLetter) ? stem[..SharedLetters] : null;
    }

    /// <summary>True for derivations of one root: "suppli" and "supplier", "complain" and "complaint".</summary>
    /// <remarks>Their common beginning leaves at most one letter of the shorter stem and four of the longer.</remarks>
    /// <param name="one">A stem.</param>
    /// <param name="other">Another; no stem is its own derivation.</param>
    public static bool AreDerived(string one, string other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        if (one == other || RootOf(one) is not { } root || root != RootOf(other))
            return false;
        int shared = one.AsSpan().CommonPrefixLength(other);
        return Math.Min(one.Length, other.Length) - shared <= 1 && Math.Max(one.Length, other.Length) - shared <= 4;
    }
}

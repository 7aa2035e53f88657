using System.Globalization;
using System.Text;

namespace CseMapper.Decisions.Log;

/// <summary>Tells whether two names are of one person: spelling with other capitals, another number or kind of spaces, or
/// with signs that nobody sees makes nobody else.</summary>
public sealed class ReviewerNames : IEqualityComparer<string>
{
    private ReviewerNames() { }

    /// <summary>Compares names so.</summary>
    public static ReviewerNames Folded { get; } = new();

    /// <inheritdoc/>
    public bool Equals(string? x, string? y) =>
        x is null || y is null ? x is null && y is null : Fold(x).Equals(Fold(y), StringComparison.Ordinal);

    /// <inheritdoc/>
    public int GetHashCode(string obj) => Fold(obj).GetHashCode(StringComparison.Ordinal);

    private static string Fold(string name)
    {
        StringBuilder folded = new(name.Length);
        bool isSpace = false;
        foreach (Rune letter in name.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.Control)
            {
                isSpace |= Rune.IsWhiteSpace(letter);
                continue;
            }

            if (Rune.IsWhiteSpace(letter))
            {
                isSpace = true;
                continue;
            }

            if (isSpace && folded.Length > 0)
                folded.Append(' ');
            isSpace = false;
            folded.Append(Rune.ToUpperInvariant(letter).ToString());
        }

        return folded.ToString();
    }
}

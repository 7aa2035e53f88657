namespace CseMapper.Matching.Suggestions;

/// <summary>A place in a text, in UTF-16 code units.</summary>
/// <param name="Start">The first character.</param>
/// <param name="Length">How many.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The first character after it.</summary>
    public int End => Start + Length;
}

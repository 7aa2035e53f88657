namespace CseMapper.Passages.Splitting;

/// <summary>How long passages are, in words: what stands between white space.</summary>
public sealed record PassageOptions
{
    /// <summary>Everything at its default.</summary>
    public static PassageOptions Default { get; } = new();

    /// <summary>Shorter pieces are joined to their neighbours under the same heading. Default 40.</summary>
    public int MinWords { get; init; } = 40;

    /// <summary>From here on a passage ends at the next block's end. Default 90.</summary>
    public int GoodWords { get; init; } = 90;

    /// <summary>No passage is longer. Default 180.</summary>
    public int MaxWords { get; init; } = 180;
}

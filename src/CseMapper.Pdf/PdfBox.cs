namespace CseMapper.Pdf;

/// <summary>
/// A place on a page in points (1/72 inch) of the page as shown, that is, after its /Rotate: the origin is the top left
/// corner of the crop box, x grows to the right and y downwards.
/// </summary>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Right">Right edge.</param>
/// <param name="Bottom">Lower edge.</param>
public readonly record struct PdfBox(float Left, float Top, float Right, float Bottom)
{
    /// <summary>Extent in x.</summary>
    public float Width => Right - Left;

    /// <summary>Extent in y.</summary>
    public float Height => Bottom - Top;

    /// <summary>The smallest box around both.</summary>
    /// <param name="other">The other box.</param>
    public PdfBox Union(PdfBox other) =>
        new(
            Math.Min(Left, other.Left),
            Math.Min(Top, other.Top),
            Math.Max(Right, other.Right),
            Math.Max(Bottom, other.Bottom)
        );
}

namespace CseMapper.Pdf.Objects;

/// <summary>A rectangle (ISO 32000-2, 7.9.5) in default user space: points from the lower left, y upwards.</summary>
/// <param name="Left">Smaller x.</param>
/// <param name="Bottom">Smaller y.</param>
/// <param name="Right">Greater x.</param>
/// <param name="Top">Greater y.</param>
internal readonly record struct PageBox(double Left, double Bottom, double Right, double Top)
{
    public double Width => Right - Left;

    public double Height => Top - Bottom;

    /// <summary>Four numbers, whichever corners they name.</summary>
    /// <returns>Null for anything but four finite numbers that span an area.</returns>
    public static PageBox? Read(PdfValue value)
    {
        if (value.AsArray() is not { Count: >= 4 } array)
            return null;
        for (int i = 0; i < 4; i++)
        {
            if (!array[i].IsNumber || Math.Abs(array[i].AsNumber()) > 1e7)
                return null;
        }

        double x1 = array[0].AsNumber();
        double y1 = array[1].AsNumber();
        double x2 = array[2].AsNumber();
        double y2 = array[3].AsNumber();
        PageBox box = new(Math.Min(x1, x2), Math.Min(y1, y2), Math.Max(x1, x2), Math.Max(y1, y2));
        return box is { Width: > 0, Height: > 0 } ? box : null;
    }

    /// <returns>What both share, or this one where they share nothing.</returns>
    public PageBox Within(PageBox other)
    {
        PageBox shared = new(
            Math.Max(Left, other.Left),
            Math.Max(Bottom, other.Bottom),
            Math.Min(Right, other.Right),
            Math.Min(Top, other.Top)
        );
        return shared is { Width: > 0, Height: > 0 } ? shared : this;
    }
}

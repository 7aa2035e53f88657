using CseMapper.Documents;

namespace CseMapper.Pdf.Text;

/// <summary>
/// A writing direction on the page, and the frame turned so that its lines run from left to right: u along the line,
/// v across it, growing from line to line. Layout works in this frame, whatever way the text stands on the page.
/// </summary>
/// <param name="Cos">Horizontal part of the direction on the page as shown.</param>
/// <param name="Sin">Vertical part, positive downwards.</param>
/// <param name="IsVertical">True for vertical writing, whose glyphs stand upright one below the other.</param>
internal readonly record struct TextDirection(double Cos, double Sin, bool IsVertical)
{
    public static TextDirection Upright { get; } = new(1, 0, false);

    public bool IsUpright => Sin == 0 && Cos == 1;

    /// <summary>True when boxes of the frame are boxes of the page.</summary>
    public bool IsAxisAligned => Sin == 0 || Cos == 0;

    public double U(double x, double y) => (x * Cos) + (y * Sin);

    public double V(double x, double y) => (y * Cos) - (x * Sin);

    /// <summary>The box on the page around a box of the frame.</summary>
    public BlockBox ToPage(double u0, double v0, double u1, double v1)
    {
        if (IsUpright)
            return new((float)u0, (float)v0, (float)u1, (float)v1);
        double left = double.MaxValue,
            top = double.MaxValue,
            right = double.MinValue,
            bottom = double.MinValue;
        ReadOnlySpan<(double U, double V)> corners = [(u0, v0), (u1, v0), (u0, v1), (u1, v1)];
        foreach ((double u, double v) in corners)
        {
            double x = (u * Cos) - (v * Sin);
            double y = (u * Sin) + (v * Cos);
            left = Math.Min(left, x);
            right = Math.Max(right, x);
            top = Math.Min(top, y);
            bottom = Math.Max(bottom, y);
        }

        return new((float)left, (float)top, (float)right, (float)bottom);
    }
}

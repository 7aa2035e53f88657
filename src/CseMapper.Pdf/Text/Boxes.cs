using CseMapper.Documents;

namespace CseMapper.Pdf.Text;

/// <summary>Arithmetic of places.</summary>
internal static class Boxes
{
    private const float Hair = 0.3f;

    /// <summary>The area that two boxes have in common, at least a hair of it.</summary>
    public static float Shared(this in BlockBox one, in BlockBox two)
    {
        float width = Math.Min(one.Right, two.Right) - Math.Max(one.Left, two.Left);
        float height = Math.Min(one.Bottom, two.Bottom) - Math.Max(one.Top, two.Top);
        return width > Hair && height > Hair ? width * height : 0;
    }
}

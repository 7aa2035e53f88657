using CseMapper.Documents;
using CseMapper.Pdf.Objects;
using CseMapper.Pdf.Text.Interpreting;

namespace CseMapper.Pdf.Text;

/// <summary>What a drawn line or rectangle may mean to a table.</summary>
internal enum RuleKind : byte
{
    /// <summary>A horizontal line: stroked, or a filled rectangle as thin as a line.</summary>
    Horizontal,

    /// <summary>A vertical line.</summary>
    Vertical,

    /// <summary>A small filled circle: a bullet drawn as a shape.</summary>
    Dot,

    /// <summary>A filled rectangle: the shading of a cell, row or box.</summary>
    Fill,
}

/// <summary>A line or filled rectangle on the page as shown, in points.</summary>
internal readonly record struct PageRule(RuleKind Kind, float Left, float Top, float Right, float Bottom);

/// <summary>Something opaque painted over what the page holds so far.</summary>
/// <param name="Box">Where, on the page as shown.</param>
/// <param name="PieceCount">How many pieces of text were drawn before it.</param>
internal readonly record struct PageCover(BlockBox Box, int PieceCount);

/// <summary>A picture's place on the page as shown.</summary>
/// <param name="Box">Where it stands.</param>
/// <param name="Stream">Its image XObject, or null for an inline image.</param>
/// <param name="Orientation">How it is turned, 1 for upright, counted as TIFF 6.0 does in tag 274.</param>
internal readonly record struct PageImage(BlockBox Box, PdfStream? Stream, byte Orientation = 1)
{
    /// <summary>Orientations by quarter turns to the right: of a picture as it is, and of one seen in a
    /// mirror.</summary>
    private static readonly byte[][] _turns =
    [
        [1, 6, 3, 8],
        [2, 7, 4, 5],
    ];

    /// <returns>The picture turned to the right by quarters.</returns>
    public PageImage Turned(int quarters)
    {
        byte orientation = Orientation;
        byte[] turns = Array.Find(_turns, turns => turns.Contains(orientation))!;
        return this with { Orientation = turns[(Array.IndexOf(turns, orientation) + quarters) % 4] };
    }

    /// <param name="matrix">From the picture's unit square, whose y grows upwards, to the page as shown, whose y grows
    /// downwards.</param>
    public static byte OrientationOf(in Matrix matrix)
    {
        bool isTurned = Math.Abs(matrix.B) + Math.Abs(matrix.C) > Math.Abs(matrix.A) + Math.Abs(matrix.D);
        int orientation = isTurned
            ? (matrix.B > 0, matrix.C > 0) switch
            {
                (true, true) => 6,
                (false, false) => 8,
                (true, false) => 5,
                _ => 7,
            }
            : (matrix.A > 0, matrix.D < 0) switch
            {
                (true, true) => 1,
                (false, false) => 3,
                (false, true) => 2,
                _ => 4,
            };
        return (byte)orientation;
    }
}

using CseMapper.Documents;

namespace CseMapper.Pdf.Text;

/// <summary>
/// Removes pieces that are drawn a second time over themselves (for boldness, as a shadow, or as a text layer below
/// visible text), pieces off the page or outside the clipping path, and pieces of layers that are switched off.
/// </summary>
internal sealed class DuplicateFilter
{
    /// <summary>A copy stands within this share of an em of the first.</summary>
    private const float Shift = 0.15f;

    /// <summary>Points a bucket of places is wide and high; larger than any shift that text below 60 points can
    /// have.</summary>
    private const float Cell = 10f;

    private const int Most = 1 << 18;

    /// <summary>A page that heaps everything on one place must not cost the square of its pieces.</summary>
    private const int MostInBucket = 64;

    private int[] _heads = new int[1024];
    private int[] _next = new int[1024];

    public void Apply(PageText page)
    {
        Span<TextPiece> pieces = page.Pieces;
        Prepare(pieces.Length);
        for (int i = 0; i < pieces.Length; i++)
        {
            ref TextPiece piece = ref pieces[i];
            if (piece.Is(PieceFlags.Clipped) || page.Marks[piece.Mark].IsHidden || IsOffPage(page, piece))
            {
                piece.Flags |= PieceFlags.Removed;
            }
            else if (i < Most && !AddIfNew(page, pieces, i))
            {
                piece.Flags |= PieceFlags.Removed;
            }
        }
    }

    private static bool IsOffPage(PageText page, in TextPiece piece)
    {
        BlockBox box = page.Directions[piece.Direction]
            .ToPage(piece.U0, piece.V - (0.3f * piece.Size), piece.U1, piece.V);
        return box.Right < 0 || box.Left > page.Width || box.Bottom < 0 || box.Top > page.Height;
    }

    private void Prepare(int count)
    {
        int size = 1024;
        while (size < count && size < Most)
            size *= 2;
        if (_heads.Length < size)
            _heads = new int[size];
        if (_next.Length < count)
            _next = new int[Math.Max(count, _next.Length * 2)];
        _heads.AsSpan().Fill(-1);
    }

    private bool AddIfNew(PageText page, Span<TextPiece> pieces, int index)
    {
        ref readonly TextPiece piece = ref pieces[index];
        float shift = Shift * piece.Size;
        ReadOnlySpan<char> text = page.TextOf(piece);
        int firstColumn = Column(piece.U0 - shift),
            lastColumn = Column(piece.U0 + shift);
        int firstRow = Column(piece.V - shift),
            lastRow = Column(piece.V + shift);
        if (lastColumn - firstColumn > 4 || lastRow - firstRow > 4)
            return true;
        for (int column = firstColumn; column <= lastColumn; column++)
        {
            for (int row = firstRow; row <= lastRow; row++)
            {
                int looked = 0;
                for (
                    int other = _heads[Bucket(column, row)];
                    other >= 0 && looked < MostInBucket;
                    other = _next[other], looked++
                )
                {
                    if (pieces[other].Is(PieceFlags.Removed) || !IsCopy(page, pieces[other], piece, shift, text))
                        continue;
                    if (!pieces[other].Is(PieceFlags.Covered) || piece.Is(PieceFlags.Covered))
                        return false;
                    // Drawn again above what hid it.
                    pieces[other].Flags |= PieceFlags.Removed;
                }
            }
        }

        int bucket = Bucket(Column(piece.U0), Column(piece.V));
        _next[index] = _heads[bucket];
        _heads[bucket] = index;
        return true;
    }

    private static bool IsCopy(
        PageText page,
        in TextPiece first,
        in TextPiece second,
        float shift,
        ReadOnlySpan<char> text
    ) =>
        first.Direction == second.Direction
        && first.TextLength == second.TextLength
        && Math.Abs(first.U0 - second.U0) <= shift
        && Math.Abs(first.V - second.V) <= shift
        && Math.Abs(first.Width - second.Width) <= shift + (0.1f * first.Width)
        && page.TextOf(first).SequenceEqual(text);

    private static int Column(float place) => (int)MathF.Floor(Math.Clamp(place, -1e6f, 1e6f) / Cell);

    private int Bucket(int column, int row) =>
        (int)((uint)((column * 73856093) ^ (row * 19349663)) & (uint)(_heads.Length - 1));
}

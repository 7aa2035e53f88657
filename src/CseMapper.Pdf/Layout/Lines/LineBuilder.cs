using CseMapper.Pdf.Text;

namespace CseMapper.Pdf.Layout.Lines;

/// <summary>
/// Joins pieces to lines. The order of the content stream is followed as long as it goes on along a baseline, which it
/// does in nearly every file; what is drawn out of turn is joined by its place, as nearest neighbours along the line in
/// O'Gorman, "The document spectrum for page layout analysis" (IEEE PAMI 15, 1993).
/// </summary>
internal sealed class LineBuilder
{
    /// <summary>A gap up to this many ems is inside a line.</summary>
    private const float WordGap = 0.8f;

    /// <summary>The same where drawn spaces bridge it, as in justified lines.</summary>
    private const float BridgedGap = 3f;

    /// <summary>What was drawn out of turn joins a line only this close, or columns would be joined.</summary>
    private const float OutOfTurnGap = 0.4f;

    /// <summary>Baselines of one line differ by at most this share of the size.</summary>
    private const float BaselineShift = 0.12f;

    /// <summary>Raised and lowered letters stand at most this share of the larger size off the baseline.</summary>
    private const float ScriptShift = 0.6f;

    /// <summary>Raised and lowered letters are at most this share of the size of the others.</summary>
    private const float ScriptSize = 0.86f;

    /// <summary>Into a line of more pieces nothing is put between others: looking for the place would be slow, and no
    /// text has such lines.</summary>
    private const int MostPieces = 4096;

    /// <summary>An initial over several lines is larger than the text beside it by at least this factor.</summary>
    private const float InitialSize = 1.9f;

    private const int Buckets = 1024;
    private const int MostInBucket = 64;

    private readonly int[] _heads = new int[Buckets];
    private int[] _cells = [];
    private int[] _chain = new int[256];

    /// <param name="page">The page.</param>
    /// <param name="lines">Takes the lines.</param>
    /// <param name="cells">For each mark the table cell it stands in, by the tags: pieces of different cells never
    /// join. Empty without tags.</param>
    public void Build(PageText page, LineSet lines, int[] cells)
    {
        _cells = cells;
        lines.Clear(page.PieceCount);
        _heads.AsSpan().Fill(-1);
        Span<TextPiece> pieces = page.Pieces;
        int current = -1;
        for (int i = 0; i < pieces.Length; i++)
        {
            ref TextPiece piece = ref pieces[i];
            if (piece.Is(PieceFlags.Removed))
                continue;
            if (i > 0 && piece.Is(PieceFlags.SpaceBefore) && VisualOrder.IsRightToLeft(page.TextOf(piece)[0]))
                TurnSpace(ref pieces[i - 1], ref piece);
            if (current >= 0 && Continues(ref lines.Lines[current], ref piece, pieces))
            {
                Append(ref lines.Lines[current], lines.Next, i, piece);
                continue;
            }

            current = FindNeighbour(lines, pieces, piece);
            if (current >= 0)
                Insert(ref lines.Lines[current], lines.Next, i, piece);
            else
                current = Begin(lines, i, piece);
        }

        foreach (ref TextLine line in lines.Lines)
        {
            if (line.NeedsSorting)
                LineSorter.Sort(ref line, lines.Next, pieces);
        }
    }

    /// <summary>A space drawn before a word that stands on the left of the last one is on its right.</summary>
    private static void TurnSpace(ref TextPiece last, ref TextPiece piece)
    {
        if (last.Direction != piece.Direction || last.U0 < piece.U0 || Math.Abs(last.V - piece.V) > piece.Size)
            return;
        piece.Flags &= ~PieceFlags.SpaceBefore;
        last.Flags |= PieceFlags.SpaceBefore;
    }

    private bool Continues(ref TextLine line, ref TextPiece piece, Span<TextPiece> pieces)
    {
        if (line.Direction != piece.Direction || !IsSameCell(pieces[line.Tail], piece))
            return false;
        float size = Math.Max(line.Size, piece.Size);
        float gap = piece.U0 - line.U1;
        if (gap < -0.5f * size || gap > BridgedGap * size)
            return false;
        if (gap > WordGap * size && piece.U0 - line.Pen > 0.6f * size)
            return false;
        float shift = piece.V - line.V;
        if (Math.Abs(shift) <= BaselineShift * size)
            return true;
        return Math.Abs(shift) <= ScriptShift * size
            && gap < 0.5f * size
            && IsScript(ref line, ref piece, shift, pieces);
    }

    /// <summary>Small letters off the baseline, before or behind larger ones.</summary>
    private static bool IsScript(ref TextLine line, ref TextPiece piece, float shift, Span<TextPiece> pieces)
    {
        if (
            line.PieceCount == 1
            && pieces[line.Head].TextLength == 1
            && shift < -0.2f * line.Size
            && line.Size >= InitialSize * piece.Size
        )
        {
            // The line is the text's: its size, its baseline, its left edge.
            (line.Size, line.V, line.U0) = (piece.Size, piece.V, piece.U0);
            return true;
        }

        if (piece.Size <= ScriptSize * line.Size)
        {
            piece.Flags |= shift < 0 ? PieceFlags.Raised : PieceFlags.Lowered;
            return true;
        }

        if (line.Size > ScriptSize * piece.Size || line.PieceCount > 2)
            return false;
        pieces[line.Head].Flags |= shift > 0 ? PieceFlags.Raised : PieceFlags.Lowered;
        return true;
    }

    private static void Append(ref TextLine line, Span<int> next, int index, in TextPiece piece)
    {
        next[line.Tail] = index;
        next[index] = -1;
        line.Tail = index;
        if (piece.U0 < line.U0)
            line.NeedsSorting = true;
        Include(ref line, piece);
        line.Pen = Math.Max(line.Pen, piece.Pen);
    }

    private static void Insert(ref TextLine line, Span<int> next, int index, in TextPiece piece)
    {
        if (piece.U0 < line.U1 - (0.2f * line.Size))
            line.NeedsSorting = true;
        Append(ref line, next, index, piece);
    }

    private static void Include(ref TextLine line, in TextPiece piece)
    {
        line.U0 = Math.Min(line.U0, piece.U0);
        line.U1 = Math.Max(line.U1, piece.U1);
        line.PieceCount++;
        if (piece.Size <= line.Size * 1.01f)
            return;
        line.Size = piece.Size;
        line.V = piece.V;
    }

    private int Begin(LineSet lines, int index, in TextPiece piece)
    {
        int number = lines.Count;
        ref TextLine line = ref lines.Add();
        line.U0 = piece.U0;
        line.U1 = piece.U1;
        line.Pen = piece.Pen;
        line.V = piece.V;
        line.Size = piece.Size;
        line.Head = line.Tail = line.Order = index;
        line.PieceCount = 1;
        line.Direction = piece.Direction;
        line.Cell = _cells.Length == 0 ? -1 : _cells[piece.Mark];
        line.IsCovered = piece.Is(PieceFlags.Covered);
        lines.Next[index] = -1;
        if (_chain.Length <= number)
            Array.Resize(ref _chain, number * 2);
        int bucket = Bucket(Row(piece.V), piece.Direction);
        _chain[number] = _heads[bucket];
        _heads[bucket] = number;
        return number;
    }

    private int FindNeighbour(LineSet lines, Span<TextPiece> pieces, in TextPiece piece)
    {
        int row = Row(piece.V);
        for (int near = row - 1; near <= row + 1; near++)
        {
            int looked = 0;
            for (
                int i = _heads[Bucket(near, piece.Direction)];
                i >= 0 && looked < MostInBucket;
                i = _chain[i], looked++
            )
            {
                if (IsNeighbour(lines, lines.Lines[i], pieces, piece))
                    return i;
            }
        }

        return -1;
    }

    /// <summary>Nor does what a reader does not see join what he sees.</summary>
    private bool IsSameCell(in TextPiece one, in TextPiece two) =>
        one.Is(PieceFlags.Covered) == two.Is(PieceFlags.Covered) && IsSameMark(one, two);

    private bool IsSameMark(in TextPiece one, in TextPiece two) =>
        _cells.Length == 0 || one.Mark == two.Mark || _cells[one.Mark] == _cells[two.Mark];

    private bool IsNeighbour(LineSet lines, in TextLine line, Span<TextPiece> pieces, in TextPiece piece)
    {
        if (!IsSameCell(pieces[line.Tail], piece))
            return false;
        if (line.Direction != piece.Direction || Math.Abs(line.V - piece.V) > BaselineShift * line.Size)
            return false;
        if (Math.Abs(line.Size - piece.Size) > 0.3f * line.Size)
            return false;
        float near = OutOfTurnGap * line.Size;
        float overlap = 0.1f * line.Size;
        if (piece.U0 > line.U1 - overlap)
            return piece.U0 - line.U1 < near;
        if (piece.U1 < line.U0 + overlap)
            return line.U0 - piece.U1 < near;
        if (line.PieceCount > MostPieces)
            return false;
        for (int i = line.Head; i >= 0; i = lines.Next[i])
        {
            if (pieces[i].U0 < piece.U1 - overlap && piece.U0 + overlap < pieces[i].U1)
                return false;
        }

        return true;
    }

    private static int Row(float v) => (int)MathF.Floor(Math.Clamp(v, -1e6f, 1e6f) / 4);

    private static int Bucket(int row, int direction) => ((row * 31) + direction) & (Buckets - 1);
}

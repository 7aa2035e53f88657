using CseMapper.Documents;

namespace CseMapper.Pdf.Text;

/// <summary>
/// Puts what was typed into a page among the page's own text, as if the page had been printed with it: behind the label
/// on its left, else behind the line above it, else before the first line below it.
/// </summary>
internal sealed class TypedTextPlacer
{
    /// <summary>A label stands within this many points above its field.</summary>
    private const float Above = 24f;

    /// <summary>What is so many sizes away on the left is another column where words stand right above.</summary>
    private const float FarLabel = 15f;

    /// <summary>Words within this share of their size are on one line.</summary>
    private const float SameLine = 0.6f;

    /// <summary>Comparing every value with every word of the page would be slow beyond this.</summary>
    private const int MostComparisons = 20_000_000;

    private readonly List<(int Before, int Order, int First, int Count)> _moves = [];
    private TextPiece[] _placed = [];

    public void Apply(PageText page)
    {
        if (page.Typed.Count == 0)
            return;
        int own = page.Typed.Min(static typed => typed.First);
        if ((long)own * page.Typed.Count > MostComparisons)
            return;
        _moves.Clear();
        foreach (TypedText typed in page.Typed)
        {
            if (typed.Count > 0)
                _moves.Add((Place(page, typed, own), _moves.Count, typed.First, typed.Count));
        }

        // Of several behind one label the left one comes first.
        _moves.Sort(
            (a, b) =>
                a.Before != b.Before ? a.Before.CompareTo(b.Before)
                : page.Pieces[a.First].V != page.Pieces[b.First].V
                    ? page.Pieces[a.First].V.CompareTo(page.Pieces[b.First].V)
                : page.Pieces[a.First].U0 != page.Pieces[b.First].U0
                    ? page.Pieces[a.First].U0.CompareTo(page.Pieces[b.First].U0)
                : a.Order.CompareTo(b.Order)
        );
        Move(page, own);
    }

    private void Move(PageText page, int own)
    {
        Span<TextPiece> pieces = page.Pieces;
        if (_placed.Length < pieces.Length)
            _placed = new TextPiece[pieces.Length];
        bool[] isMoved = new bool[pieces.Length - own];
        int at = 0,
            move = 0;
        for (int i = 0; i <= own; i++)
        {
            for (; move < _moves.Count && _moves[move].Before == i; move++)
            {
                for (int k = 0; k < _moves[move].Count; k++)
                {
                    int piece = _moves[move].First + k;
                    _placed[at++] = pieces[piece];
                    isMoved[piece - own] = true;
                }
            }

            if (i < own)
                _placed[at++] = pieces[i];
        }

        for (int i = own; i < pieces.Length; i++)
        {
            if (!isMoved[i - own])
                _placed[at++] = pieces[i];
        }

        _placed.AsSpan(0, pieces.Length).CopyTo(pieces);
    }

    /// <returns>The index of the piece of the page's own text before which a value belongs.</returns>
    private static int Place(PageText page, in TypedText typed, int own)
    {
        Span<TextPiece> pieces = page.Pieces;
        ref TextPiece first = ref pieces[typed.First];
        int left = -1,
            above = -1,
            below = -1;
        for (int i = 0; i < own; i++)
        {
            ref TextPiece piece = ref pieces[i];
            if (piece.Direction != first.Direction || piece.Is(PieceFlags.Removed))
                continue;
            float size = Math.Max(piece.Size, first.Size);
            if (Math.Abs(piece.V - first.V) < SameLine * size)
            {
                if (piece.U0 < first.U0 && (left < 0 || piece.U1 > pieces[left].U1))
                    left = i;
            }
            else if (piece.V < first.V)
            {
                bool isNear =
                    first.V - piece.V < Above + size && piece.U0 < typed.Box.Right && piece.U1 > typed.Box.Left;
                if (
                    isNear
                    && (above < 0 || piece.V > pieces[above].V + 1 || (piece.V > pieces[above].V - 1 && i > above))
                )
                {
                    above = i;
                }
            }
            else if (below < 0)
            {
                below = i;
            }
        }

        bool isFar = left >= 0 && above >= 0 && first.U0 - pieces[left].U1 > FarLabel * first.Size;
        if (isFar)
            left = -1;
        int anchor =
            left >= 0 ? left
            : above >= 0 ? EndOfLine(pieces[..own], above)
            : -1;
        if (anchor >= 0)
            Adopt(page, typed, pieces[anchor], left >= 0);
        return anchor >= 0 ? anchor + 1
            : below >= 0 ? below
            : own;
    }

    /// <summary>The last piece that is drawn on the line without a jump.</summary>
    private static int EndOfLine(ReadOnlySpan<TextPiece> pieces, int at)
    {
        while (
            at + 1 < pieces.Length
            && pieces[at + 1].Direction == pieces[at].Direction
            && Math.Abs(pieces[at + 1].V - pieces[at].V) < SameLine * pieces[at].Size
            && pieces[at + 1].U0 > pieces[at].U0
        )
        {
            at++;
        }

        return at;
    }

    /// <summary>The value belongs to the same tag as its label, and stands on its line though viewers set it a little
    /// higher or lower.</summary>
    private static void Adopt(PageText page, in TypedText typed, in TextPiece anchor, bool isOnLine)
    {
        Span<TextPiece> own = page.Pieces.Slice(typed.First, typed.Count);
        float shift = isOnLine ? anchor.V - own[0].V : 0;
        foreach (ref TextPiece piece in own)
        {
            piece.Mark = anchor.Mark;
            piece.V += shift;
        }

        own[0].Flags |= PieceFlags.SpaceBefore;
    }
}

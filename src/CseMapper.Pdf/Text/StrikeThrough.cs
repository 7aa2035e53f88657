using CseMapper.Documents;

namespace CseMapper.Pdf.Text;

/// <summary>
/// Finds words that a line or thin bar runs through. It ends where the words end: lines of tables and drawings run on.
/// </summary>
internal sealed class StrikeThrough
{
    /// <summary>A bar through a word runs between these heights above its baseline, in sizes.</summary>
    private const float Lowest = 0.12f;

    private const float Highest = 0.5f;

    /// <summary>A thicker bar, in sizes, hides the word.</summary>
    private const float Thickest = 0.25f;

    /// <summary>A bar runs at most this many sizes beyond the words.</summary>
    private const float Overhang = 0.7f;

    /// <summary>Share of a bar's length that must have letters under it.</summary>
    private const float WrittenShare = 0.5f;

    /// <summary>A bar that ends this close to a word's end, in sizes, strikes out its last letter.</summary>
    private const float Close = 0.15f;

    /// <summary>Parts of one bar are at most this many points apart, along it and across.</summary>
    private const float SameBar = 1.5f;

    private const int MostBars = 4_096;
    private const int MostComparisons = 5_000_000;

    private readonly List<Bar> _bars = [];

    /// <summary>The lines across them, with places and extents exchanged.</summary>
    private readonly List<Bar> _across = [];

    /// <summary>A level line in the frame of a direction.</summary>
    private record struct Bar(float V, float From, float To, float Thickness)
    {
        /// <summary>Where the letters that it runs through begin.</summary>
        public float FirstU = float.MaxValue;

        /// <summary>Where they end.</summary>
        public float LastU = float.MinValue;

        /// <summary>How much of it they take.</summary>
        public float Written;

        /// <summary>The size of the largest.</summary>
        public float Size;

        public readonly bool StrikesOut =>
            Written >= WrittenShare * (To - From)
            && From > FirstU - (Overhang * Size)
            && To < LastU + (Overhang * Size)
            && To - From > 0.3f * Size;
    }

    public void Apply(PageText page)
    {
        foreach (BlockBox area in page.StruckAreas)
            StrikeArea(page, area);
        if (page.Rules.Count + page.Bars.Count is 0 or > MostBars)
            return;
        for (int direction = 0; direction < page.Directions.Count; direction++)
        {
            if (!page.Directions[direction].IsAxisAligned || page.Directions[direction].IsVertical)
                continue;
            ReadBars(page, page.Directions[direction]);
            if (_bars.Count == 0)
                continue;
            Match(page, direction, (ref piece, ref bar) => Measure(piece, ref bar));
            _bars.RemoveAll(bar => !bar.StrikesOut || IsSide(bar));
            if (_bars.Count > 0)
                Match(page, direction, (ref piece, ref bar) => Strike(page, ref piece, bar.From, bar.To));
        }
    }

    /// <summary>The side of a box that is drawn around something ends where its other sides do.</summary>
    private bool IsSide(Bar bar) =>
        _across.Exists(side =>
            Math.Abs(side.V - bar.From) < SameBar && side.From < bar.V + SameBar && side.To > bar.V - SameBar
        )
        && _across.Exists(side =>
            Math.Abs(side.V - bar.To) < SameBar && side.From < bar.V + SameBar && side.To > bar.V - SameBar
        );

    private delegate void Meet(ref TextPiece piece, ref Bar bar);

    private void ReadBars(PageText page, TextDirection direction)
    {
        _bars.Clear();
        _across.Clear();
        foreach (PageRule rule in page.Rules)
        {
            if (rule.Kind is RuleKind.Horizontal or RuleKind.Vertical)
                Add(direction, new(rule.Left, rule.Top, rule.Right, rule.Bottom));
        }

        foreach (BlockBox bar in page.Bars)
            Add(direction, bar);
        _bars.Sort(static (a, b) => a.V != b.V ? a.V.CompareTo(b.V) : a.From.CompareTo(b.From));
        int kept = -1;
        for (int i = 0; i < _bars.Count; i++)
        {
            Bar bar = _bars[i];
            bool goesOn =
                kept >= 0
                && bar.V - _bars[kept].V < 0.5f
                && bar.From <= _bars[kept].To + SameBar
                && bar.From >= _bars[kept].From;
            if (goesOn)
                _bars[kept] = _bars[kept] with { To = Math.Max(_bars[kept].To, bar.To) };
            else
                _bars[++kept] = bar;
        }

        _bars.RemoveRange(kept + 1, _bars.Count - kept - 1);
    }

    private void Add(TextDirection direction, in BlockBox box)
    {
        float u0 = (float)direction.U(box.Left, box.Top),
            u1 = (float)direction.U(box.Right, box.Bottom);
        float v0 = (float)direction.V(box.Left, box.Top),
            v1 = (float)direction.V(box.Right, box.Bottom);
        if (Math.Abs(u1 - u0) > Math.Abs(v1 - v0))
            _bars.Add(new((v0 + v1) / 2, Math.Min(u0, u1), Math.Max(u0, u1), Math.Abs(v1 - v0)));
        else
            _across.Add(new((u0 + u1) / 2, Math.Min(v0, v1), Math.Max(v0, v1), Math.Abs(u1 - u0)));
    }

    private void Match(PageText page, int direction, Meet meet)
    {
        Span<Bar> bars = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_bars);
        int comparisons = 0;
        foreach (ref TextPiece piece in page.Pieces)
        {
            if (piece.Direction != direction || piece.Is(PieceFlags.Removed) || comparisons > MostComparisons)
                continue;
            float lowest = piece.V - (Lowest * piece.Size);
            for (int i = FirstFrom(piece.V - (Highest * piece.Size)); i < bars.Length && bars[i].V <= lowest; i++)
            {
                comparisons++;
                if (bars[i].To > piece.U0 && bars[i].From < piece.U1 && bars[i].Thickness <= Thickest * piece.Size)
                    meet(ref piece, ref bars[i]);
            }
        }
    }

    private int FirstFrom(float v)
    {
        int low = 0,
            high = _bars.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_bars[middle].V < v)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static void Measure(in TextPiece piece, ref Bar bar)
    {
        bar.FirstU = Math.Min(bar.FirstU, piece.U0);
        bar.LastU = Math.Max(bar.LastU, piece.U1);
        bar.Written += Math.Min(bar.To, piece.U1) - Math.Max(bar.From, piece.U0);
        bar.Size = Math.Max(bar.Size, piece.Size);
    }

    /// <summary>Letters of one word are taken to be equally wide, which figures are.</summary>
    private static void Strike(PageText page, ref TextPiece piece, float from, float to)
    {
        ReadOnlySpan<char> text = page.TextOf(piece);
        if (text.Length is 0 or > ushort.MaxValue || piece.Width <= 0 || !HasLetter(text))
            return;
        float letter = piece.Width / text.Length;
        int first = from < piece.U0 + (Close * piece.Size) ? 0 : (int)MathF.Round((from - piece.U0) / letter);
        int end = to > piece.U1 - (Close * piece.Size) ? text.Length : (int)MathF.Round((to - piece.U0) / letter);
        if (end >= text.Length && to < piece.U1 - (Close * piece.Size) && char.IsPunctuation(text[^1]))
            end = text.Length - 1;
        if (end <= first)
            return;
        bool isStruck = piece.StruckTo > 0;
        piece.StruckFrom = (ushort)(isStruck ? Math.Min(piece.StruckFrom, first) : first);
        piece.StruckTo = (ushort)Math.Max(piece.StruckTo, end);
    }

    private static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (char letter in text)
        {
            if (char.IsLetterOrDigit(letter))
                return true;
        }

        return false;
    }

    private static void StrikeArea(PageText page, in BlockBox area)
    {
        foreach (ref TextPiece piece in page.Pieces)
        {
            TextDirection direction = page.Directions[piece.Direction];
            if (!direction.IsAxisAligned || piece.Is(PieceFlags.Removed))
                continue;
            float v0 = (float)direction.V(area.Left, area.Top),
                v1 = (float)direction.V(area.Right, area.Bottom);
            float middle = piece.V - (0.3f * piece.Size);
            if (middle < Math.Min(v0, v1) || middle > Math.Max(v0, v1))
                continue;
            float u0 = (float)direction.U(area.Left, area.Top),
                u1 = (float)direction.U(area.Right, area.Bottom);
            Strike(page, ref piece, Math.Min(u0, u1), Math.Max(u0, u1));
        }
    }
}

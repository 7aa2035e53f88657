using System.Runtime.InteropServices;
using CseMapper.Documents;

namespace CseMapper.Pdf.Text;

/// <summary>Finds text that lies under opaque areas painted after it: a reader of the page does not see it, but whoever
/// copies it does.</summary>
internal sealed class CoveredText
{
    /// <summary>A word of which this share of its box lies under areas is not read.</summary>
    private const float CoveredShare = 0.6f;

    /// <summary>The page is cut into so many stripes, so that a word is compared with the areas at its height
    /// only.</summary>
    private const int Stripes = 64;

    /// <summary>A page that heaps areas on one place must not cost the product of its areas and words.</summary>
    private const int MostComparisons = 20_000_000;

    private readonly List<int>[] _stripes = [.. Enumerable.Range(0, Stripes).Select(static _ => new List<int>())];

    private readonly HashSet<int> _hiding = [];

    /// <summary>Marks the text; of the areas those that hide any are left.</summary>
    public void Apply(PageText page)
    {
        if (page.Covers.Count == 0)
            return;
        Prepare(page);
        _hiding.Clear();
        ReadOnlySpan<PageCover> covers = CollectionsMarshal.AsSpan(page.Covers);
        Span<TextPiece> pieces = page.Pieces;
        int comparisons = 0;
        int end = Math.Min(pieces.Length, page.Covers.Max(static cover => cover.PieceCount));
        for (int i = 0; i < end && comparisons < MostComparisons; i++)
        {
            ref TextPiece piece = ref pieces[i];
            // The text layer of a scan is not seen in any case.
            if (piece.Is(PieceFlags.Invisible | PieceFlags.Removed | PieceFlags.Clipped))
                continue;
            BlockBox box = page.BoxOf(piece);
            List<int> near = _stripes[Stripe(page, (box.Top + box.Bottom) / 2)];
            float covered = 0;
            foreach (int at in near)
            {
                if (covers[at].PieceCount > i)
                    covered += covers[at].Box.Shared(box);
            }

            comparisons += near.Count;
            if (covered <= CoveredShare * box.Width * box.Height || covered <= 0)
                continue;
            piece.Flags |= PieceFlags.Covered;
            foreach (int at in near)
            {
                if (covers[at].PieceCount > i && covers[at].Box.Shared(box) > 0)
                    _hiding.Add(at);
            }
        }

        int kept = 0;
        for (int i = 0; i < page.Covers.Count; i++)
        {
            if (_hiding.Contains(i))
                page.Covers[kept++] = page.Covers[i];
        }

        page.Covers.RemoveRange(kept, page.Covers.Count - kept);
    }

    private void Prepare(PageText page)
    {
        foreach (List<int> stripe in _stripes)
            stripe.Clear();
        for (int i = 0; i < page.Covers.Count; i++)
        {
            BlockBox box = page.Covers[i].Box;
            int last = Stripe(page, box.Bottom);
            for (int stripe = Stripe(page, box.Top); stripe <= last; stripe++)
                _stripes[stripe].Add(i);
        }
    }

    private static int Stripe(PageText page, float v) =>
        (int)Math.Clamp(v / Math.Max(1, page.Height) * Stripes, 0, Stripes - 1);
}

using CseMapper.Pdf.Text;

namespace CseMapper.Pdf.Layout.Lines;

/// <summary>The lines of a page in the order in which they were begun; storage is used again from page to
/// page.</summary>
internal sealed class LineSet
{
    private TextLine[] _lines = new TextLine[256];
    private int[] _next = new int[1024];

    public int Count { get; private set; }

    public Span<TextLine> Lines => _lines.AsSpan(0, Count);

    /// <summary>The piece after each piece on its line, -1 after the last.</summary>
    public Span<int> Next => _next;

    public void Clear(int pieceCount)
    {
        Count = 0;
        if (_next.Length < pieceCount)
            _next = new int[Math.Max(pieceCount, _next.Length * 2)];
    }

    public ref TextLine Add()
    {
        if (Count == _lines.Length)
            Array.Resize(ref _lines, Count * 2);
        ref TextLine line = ref _lines[Count++];
        line = default;
        return ref line;
    }

    /// <summary>Cuts a line behind one of its pieces.</summary>
    /// <returns>The index of the new line, which holds the rest.</returns>
    public int CutAfter(int line, int piece, PageText page)
    {
        int rest = Count;
        ref TextLine added = ref Add();
        ref TextLine cut = ref _lines[line];
        added = cut;
        added.Head = _next[piece];
        _next[piece] = -1;
        cut.Tail = piece;
        Measure(ref cut, page);
        Measure(ref added, page);
        return rest;
    }

    private void Measure(ref TextLine line, PageText page)
    {
        Span<TextPiece> pieces = page.Pieces;
        line.PieceCount = 0;
        line.U0 = float.MaxValue;
        line.U1 = float.MinValue;
        line.Size = 0;
        line.Order = int.MaxValue;
        for (int i = line.Head; i >= 0; i = _next[i])
        {
            line.U0 = Math.Min(line.U0, pieces[i].U0);
            line.U1 = Math.Max(line.U1, pieces[i].U1);
            line.Pen = pieces[i].Pen;
            line.PieceCount++;
            line.Order = Math.Min(line.Order, i);
            if (pieces[i].Size <= line.Size)
                continue;
            line.Size = pieces[i].Size;
            line.V = pieces[i].V;
        }
    }

    /// <summary>Goes through the pieces of a line from left to right.</summary>
    public PieceEnumerator PiecesOf(in TextLine line, PageText page) => new(line.Head, _next, page);

    /// <summary>Enumerates the pieces of a line.</summary>
    internal ref struct PieceEnumerator(int head, ReadOnlySpan<int> next, PageText page)
    {
        private readonly ReadOnlySpan<int> _next = next;
        private readonly Span<TextPiece> _pieces = page.Pieces;
        private int _following = head;

        /// <summary>The piece's index.</summary>
        public int Index { get; private set; } = -1;

        public readonly ref TextPiece Current => ref _pieces[Index];

        public readonly PieceEnumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_following < 0)
                return false;
            Index = _following;
            _following = _next[Index];
            return true;
        }
    }
}

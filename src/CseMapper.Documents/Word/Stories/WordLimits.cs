namespace CseMapper.Documents.Word.Stories;

/// <summary>What may still be taken from a document; shared by all its parts and by the documents embedded in
/// it.</summary>
public sealed class WordLimits(ReadOptions options, CancellationToken cancellation)
{
    // A book of a thousand pages has some thirty thousand paragraphs and cells.
    private const int MaxPieces = 1_000_000;

    private long _bytesLeft = options.MaxUnpackedBytes;
    private int _textLeft = options.MaxTextLength;
    private int _piecesLeft = MaxPieces;
    private int _checks;

    /// <summary>Why reading has to stop, as a sentence, or null while it may go on.</summary>
    internal string? Reached { get; private set; }

    /// <summary>Counts unpacked bytes; false when there are too many.</summary>
    internal bool TakeBytes(int count)
    {
        _bytesLeft -= count;
        if (_bytesLeft < 0)
        {
            Reached ??=
                "The file unpacks to far more than a document of its size would; reading stopped there. "
                + "Save it again without its pictures, or split it.";
        }
        return _bytesLeft >= 0;
    }

    /// <summary>Counts characters of text; gives how many of them may be kept.</summary>
    internal int TakeText(int count)
    {
        int kept = Math.Min(count, _textLeft);
        _textLeft -= kept;
        if (kept < count)
            Reached ??= "The document has more text than is read from one file; the rest was left out. Split it.";
        return kept;
    }

    /// <summary>Counts a paragraph or a cell.</summary>
    public void TakePiece()
    {
        if (--_piecesLeft < 0)
        {
            Reached ??=
                "The document has more paragraphs and table cells than are read from one file; the rest was left out. "
                + "Split it.";
        }
    }

    /// <summary>Says whether to go on, and stops when the caller asked for it.</summary>
    public bool MayGoOn()
    {
        if ((++_checks & 0xFFF) == 0)
            cancellation.ThrowIfCancellationRequested();
        return Reached is null;
    }
}

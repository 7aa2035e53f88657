using CseMapper.Documents.Text;

namespace CseMapper.Documents;

/// <summary>What may still be taken from a document; shared by all its parts and by the documents embedded in
/// it.</summary>
public sealed class DocumentLimits(ReadOptions options, CancellationToken cancellation)
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

    /// <summary>Concludes the reading of a format whose damage has been told by then.</summary>
    /// <param name="document">What was read, up to these limits.</param>
    /// <param name="remark">What the user should know, but cost no text; null for nothing.</param>
    internal IngestResult Conclude(SourceDocument document, string? remark)
    {
        IngestProblem[] problems =
        [
            .. new[] { Reached, remark }.OfType<string>().Select(message => new IngestProblem(message)),
        ];
        IngestProblem noWords = new(TextLimits.NoWords);
        if (document.Blocks.Count == 0)
            return new IngestResult(ReadStatus.Unreadable, document, [noWords, .. problems]);
        return Reached is null ? IngestResult.Read(document, problems) : IngestResult.Partly(document, problems);
    }
}

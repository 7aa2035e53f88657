namespace CseMapper.Pdf;

/// <summary>What a reader may use and where it stops.</summary>
public sealed record PdfOptions
{
    /// <summary>Everything at its default.</summary>
    public static PdfOptions Default { get; } = new();

    /// <summary>Passwords to try on an encrypted file, in order; the empty password is always tried first.</summary>
    public IReadOnlyList<string> Passwords { get; init; } = [];

    /// <summary>Longest text taken from one document, in characters; what is beyond is left out with a problem. Default
    /// 50 million.</summary>
    public int MaxTextLength { get; init; } = 50_000_000;

    /// <summary>Most bytes that the packed content of one file may unpack to. Default 2 GiB.</summary>
    public long MaxUnpackedBytes { get; init; } = 2L << 30;

    /// <summary>Largest file that is read from a stream, in bytes. Default 512 MiB.</summary>
    public long MaxFileBytes { get; init; } = 512L << 20;

    /// <summary>
    /// Reads the words of a picture, for pages that hold a picture and no readable text; null, the default, leaves such
    /// pages unread. Called page by page on the reading thread; an empty list leaves the page as it is.
    /// </summary>
    public Func<PdfPicture, CancellationToken, IReadOnlyList<PdfRecognisedWord>>? Recognise { get; init; }
}

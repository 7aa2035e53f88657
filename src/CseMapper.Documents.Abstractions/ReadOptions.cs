namespace CseMapper.Documents;

/// <summary>What a reader may use and where it stops.</summary>
public sealed record ReadOptions
{
    /// <summary>Everything at its default.</summary>
    public static ReadOptions Default { get; } = new();

    /// <summary>The file's name, for readers that tell formats or titles by it; no path.</summary>
    public string FileName { get; init; } = "";

    /// <summary>Passwords to try on encrypted files, in order; the empty password is always tried first.</summary>
    public IReadOnlyList<string> Passwords { get; init; } = [];

    /// <summary>Longest text taken from one document, in characters; what is beyond is left out with a problem. Default
    /// 50 million.</summary>
    public int MaxTextLength { get; init; } = 50_000_000;

    /// <summary>Most bytes that packed content of one document may unpack to. Default 512 MiB.</summary>
    public long MaxUnpackedBytes { get; init; } = 512L << 20;

    /// <summary>Largest file that is read, in bytes. Default 512 MiB.</summary>
    public long MaxFileBytes { get; init; } = 512L << 20;

    /// <summary>Also keep the text of each page line by line as printed (<see cref="SourceDocument.PageTexts"/>). Off
    /// by default: mapping needs only blocks.</summary>
    public bool KeepsPageTexts { get; init; }

    /// <summary>Which engine reads PDF files: "embedded", or another that is built in. Whoever puts the readers
    /// together follows it.</summary>
    public string PdfReader { get; init; } = "embedded";

    /// <summary>Hand pages that are pictures to text recognition, where a program for it is installed. Off by
    /// default.</summary>
    public bool Recognises { get; init; }
}

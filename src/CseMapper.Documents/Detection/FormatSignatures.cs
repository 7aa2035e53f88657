namespace CseMapper.Documents.Detection;

/// <summary>Kinds of files that are mostly not read, told by the bytes they begin with.</summary>
internal static class FormatSignatures
{
    private const string SaveAsPdf = "Save it as PDF.";
    private const string Recognise = "If it shows text, turn it into a PDF with text recognition.";
    private const string Unpack = "Unpack the documents in it into the folder.";

    /// <summary>What begins how; a second mark at a distance where the first is shared. Longer marks first.</summary>
    private static readonly Mark[] _marks =
    [
        new([0xFF, 0xD8, 0xFF], "a picture (JPEG)", Recognise) { Format = FileFormat.Picture },
        new([0x89, (byte)'P', (byte)'N', (byte)'G'], "a picture (PNG)", Recognise) { Format = FileFormat.Picture },
        new("GIF8"u8, "a picture (GIF)", Recognise),
        new("II*\0"u8, "a picture (TIFF)", Recognise) { Format = FileFormat.Picture },
        new("MM\0*"u8, "a picture (TIFF)", Recognise) { Format = FileFormat.Picture },
        new("RIFF"u8, "a picture (WebP)", Recognise) { Second = "WEBP"u8.ToArray(), At = 8 },
        new("RIFF"u8, "a sound file (WAV)") { Second = "WAVE"u8.ToArray(), At = 8 },
        new("RIFF"u8, "a video (AVI)") { Second = "AVI "u8.ToArray(), At = 8 },
        new([], "a picture (HEIC)", Recognise) { Second = "ftyphei"u8.ToArray(), At = 4 },
        new([], "a picture (HEIC)", Recognise) { Second = "ftypmif1"u8.ToArray(), At = 4 },
        new([], "a picture (AVIF)", Recognise) { Second = "ftypavif"u8.ToArray(), At = 4 },
        new([], "a sound file (M4A)") { Second = "ftypM4A"u8.ToArray(), At = 4 },
        new([], "a video (MP4)") { Second = "ftyp"u8.ToArray(), At = 4 },
        new([0, 0, 0, 0x0C, (byte)'j', (byte)'P'], "a picture (JPEG 2000)", Recognise),
        new("8BPS"u8, "a picture (Photoshop)", Recognise),
        new([0xD7, 0xCD, 0xC6, 0x9A], "a picture (Windows Metafile)"),
        new([1, 0, 0, 0], "a picture (Enhanced Metafile)") { Second = " EMF"u8.ToArray(), At = 40 },
        new([0, 0, 1, 0], "a picture (icon)"),
        new("AT&TFORM"u8, "a DjVu document", SaveAsPdf),
        new("%!PS"u8, "a PostScript file", SaveAsPdf),
        new([0xC5, 0xD0, 0xD3, 0xC6], "a PostScript file", SaveAsPdf),
        new([0xFF, (byte)'W', (byte)'P', (byte)'C'], "a WordPerfect document", "Save it as Word or PDF."),
        new("MZ"u8, "a program"),
        new([0x7F, (byte)'E', (byte)'L', (byte)'F'], "a program"),
        new([0xCF, 0xFA, 0xED, 0xFE], "a program"),
        new([0xCE, 0xFA, 0xED, 0xFE], "a program"),
        new([0xCA, 0xFE, 0xBA, 0xBE], "a program"),
        new("7z"u8, "a 7-Zip archive", Unpack) { Second = [0xBC, 0xAF, 0x27, 0x1C], At = 2 },
        new("Rar!"u8, "a RAR archive", Unpack),
        new([0x1F, 0x8B], "a gzip archive", Unpack),
        new("BZh"u8, "a bzip2 archive", Unpack),
        new([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0], "an xz archive", Unpack),
        new("MSCF"u8, "a cabinet archive", Unpack),
        new([], "a tar archive", Unpack) { Second = "ustar"u8.ToArray(), At = 257 },
        new([], "a disc image") { Second = "conectix"u8.ToArray(), At = 0 },
        new("ID3"u8, "a sound file (MP3)"),
        new([0xFF, 0xFB], "a sound file (MP3)"),
        new("OggS"u8, "a sound or video file (Ogg)"),
        new("fLaC"u8, "a sound file (FLAC)"),
        new([0x1A, 0x45, 0xDF, 0xA3], "a video (Matroska or WebM)"),
        new([0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11], "a sound or video file (Windows Media)"),
        new([0x4C, 0, 0, 0, 0x01, 0x14, 0x02, 0], "a Windows shortcut", "Put the document itself in the folder."),
        new("!BDN"u8, "an Outlook mailbox"),
        new("ITSF"u8, "a Windows help file"),
        new("SQLite format 3\0"u8, "a database (SQLite)"),
        new([0, 1, 0, 0, (byte)'S', (byte)'t', (byte)'a', (byte)'n'], "a database (Access)"),
        new([0xE4, 0x52, 0x5C, 0x7B, 0x8C, 0xD8, 0xA7, 0x4D], "a OneNote section", SaveAsPdf),
        new("wOFF"u8, "a font"),
        new("wOF2"u8, "a font"),
        new("OTTO"u8, "a font"),
        new([0, 1, 0, 0, 0], "a font"),
        new("AC10"u8, "an AutoCAD drawing", SaveAsPdf),
    ];

    /// <summary>Word before 97, of which nothing is read.</summary>
    internal static DetectedFormat OldWord { get; } =
        new(FileFormat.Unknown, "a document of a Word version before 97")
        {
            Advice = "Open it in Word and save it as .docx.",
        };

    /// <summary>Names a file by its first bytes, or null.</summary>
    /// <param name="head">The file's start; 300 bytes are enough.</param>
    internal static DetectedFormat? Find(ReadOnlySpan<byte> head)
    {
        foreach (Mark mark in _marks)
        {
            if (head.StartsWith(mark.First) && head.Length >= mark.At && head[mark.At..].StartsWith(mark.Second))
                return new DetectedFormat(mark.Format, mark.Name) { Advice = mark.Advice };
        }

        // A bitmap says its own length and has zeros after it; two letters alone would be too little.
        if (head.Length > 14 && head.StartsWith("BM"u8) && head[6..10].IndexOfAnyExcept((byte)0) < 0)
            return new DetectedFormat(FileFormat.Unknown, "a picture (BMP)") { Advice = Recognise };
        return IsOldWord(head) ? OldWord : null;
    }

    /// <summary>Word for DOS and Windows Write (31 BE), Word 1 and 2 for Windows (9B A5, DB A5), Word 4 and 5 for the
    /// Mac (FE 37), a bare Word 6 (DC A5).</summary>
    private static bool IsOldWord(ReadOnlySpan<byte> head) =>
        head
            is [0x31, 0xBE, 0, 0, ..]
                or [0x32, 0xBE, 0, 0, ..]
                or [0x9B, 0xA5, ..]
                or [0xDB, 0xA5, ..]
                or [0xDC, 0xA5, ..]
                or [0xFE, 0x37, 0, ..];

    private sealed class Mark(ReadOnlySpan<byte> first, string name, string? advice = null)
    {
        internal byte[] First { get; } = first.ToArray();

        internal string Name { get; } = name;

        internal string? Advice { get; } = advice;

        internal byte[] Second { get; init; } = [];

        internal FileFormat Format { get; init; }

        internal int At { get; init; }
    }
}

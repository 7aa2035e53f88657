using CseMapper.Documents.Containers;

namespace CseMapper.Documents.Detection;

/// <summary>Tells what a file is by its content; the extension only breaks ties.</summary>
public static class FormatDetector
{
    private const int HeadLength = 8192;

    /// <summary>Names the format of a file.</summary>
    /// <param name="stream">The file's content; readable and seekable; its position is where it was afterwards.</param>
    /// <param name="fileName">The file's name, with or without a path.</param>
    public static DetectedFormat Detect(Stream stream, string fileName)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(fileName);
        long position = stream.Position;
        try
        {
            stream.Position = 0;
            byte[] head = new byte[(int)Math.Min(HeadLength, stream.Length)];
            return Detect(
                stream,
                head.AsSpan(0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)),
                Path.GetFileName(fileName)
            );
        }
        finally
        {
            stream.Position = position;
        }
    }

    private static DetectedFormat Detect(Stream stream, ReadOnlySpan<byte> head, string name)
    {
        string extension = Path.GetExtension(name).ToUpperInvariant();
        if (head.IsEmpty)
        {
            return new DetectedFormat(FileFormat.Unknown, "an empty file")
            {
                Advice = "Ask for it again, or put the document in its place.",
            };
        }
        if (IsCompanion(head, name) is { } companion)
            return companion;
        if (head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8) || head.StartsWith("PK\x07\x08"u8))
            return ZipFormats.Detect(stream, extension);
        if (head.StartsWith(CompoundFile.Signature))
            return CompoundFormats.Detect(stream, extension);
        if (head.StartsWith(@"{\rtf"u8))
            return new DetectedFormat(FileFormat.RichText, "a Rich Text document");
        // Readers of PDF take up to a kilobyte of anything before the header (ISO 32000-1, implementation note 13).
        if (head[..Math.Min(head.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
            return new DetectedFormat(FileFormat.Pdf, "a PDF document");
        // What calls itself a PDF is one where it holds the parts of one, whatever stands before them.
        if (extension == ".PDF" && PdfRemains.Hold(stream, anyPart: true))
            return new DetectedFormat(FileFormat.Pdf, "a PDF document without its beginning");
        return PointerFiles.Find(head, extension)
            ?? FormatSignatures.Find(head)
            ?? TextFormats.Detect(head, extension)
            ?? Salvaged(stream, extension)
            ?? (
                extension.Length == 0 && PdfRemains.Hold(stream, anyPart: false)
                    ? new DetectedFormat(FileFormat.Pdf, "a PDF document without its beginning")
                    : null
            )
            ?? new DetectedFormat(FileFormat.Unknown, "a file of an unknown kind");
    }

    /// <summary>Files that stand beside documents and look like them by name alone.</summary>
    private static DetectedFormat? IsCompanion(ReadOnlySpan<byte> head, string name)
    {
        if (name.StartsWith("~$", StringComparison.Ordinal) && head.Length <= 1024)
        {
            return new DetectedFormat(
                FileFormat.Unknown,
                "a lock file that Office leaves while somebody has the document open"
            );
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0x00, 0x05, 0x16, 0x07]))
            return new DetectedFormat(FileFormat.Unknown, "a companion file that a Mac keeps beside the document");
        return null;
    }

    /// <summary>A package whose first bytes are lost may still hold parts that can be read.</summary>
    private static DetectedFormat? Salvaged(Stream stream, string extension)
    {
        if (extension is not (".DOCX" or ".DOCM" or ".DOTX" or ".DOTM" or ".PPTX" or ".XLSX" or ".ODT"))
            return null;
        DetectedFormat found = ZipFormats.Detect(stream, extension: "");
        return found.Format is FileFormat.Unknown or FileFormat.Archive ? null : found;
    }
}

using System.Globalization;
using CseMapper.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace CseMapper.PdfPig;

/// <summary>Opens files with PdfPig, and turns whatever it throws into a status and a reason.</summary>
internal static class PdfPigFile
{
    /// <summary>Opens a file and reads it.</summary>
    /// <param name="stream">Its content.</param>
    /// <param name="options">Passwords and limits.</param>
    /// <param name="read">Reads the opened file.</param>
    /// <param name="cancellation">Stops it.</param>
    public static IngestResult Read(
        Stream stream,
        ReadOptions options,
        Func<PdfDocument, IngestResult> read,
        CancellationToken cancellation
    )
    {
        cancellation.ThrowIfCancellationRequested();
        if (stream.Length > options.MaxFileBytes)
        {
            return IngestResult.Failed(
                ReadStatus.Unreadable,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The file is larger than {options.MaxFileBytes >> 20:N0} MB. Split it, or save it with "
                        + $"smaller pictures."
                )
            );
        }

        try
        {
            // PdfPig closes the stream it is given; bytes are the caller's to keep.
            using PdfDocument pdf = PdfDocument.Open(
                Content(stream),
                new ParsingOptions { Passwords = [.. options.Passwords], SkipMissingFonts = true }
            );
            return read(pdf);
        }
        catch (PdfDocumentEncryptedException)
        {
            return IngestResult.Failed(
                ReadStatus.NeedsPassword,
                options.Passwords.Count == 0
                    ? "This PDF opens only with a password. Give it with --password, or save a copy without one."
                    : "None of the passwords given opens this PDF. Give the right one with --password, or save a "
                        + "copy without one."
            );
        }
        catch (Exception fault) when (IsFaultOfTheFile(fault))
        {
            return IngestResult.Failed(
                ReadStatus.Unreadable,
                "This PDF is damaged beyond reading. Ask for it again, or open it in another program and save a copy."
            );
        }
    }

    /// <summary>PdfPig throws whatever its parsers meet (arguments, casts, indices, its own kinds) when a file is
    /// broken.</summary>
    public static bool IsFaultOfTheFile(Exception fault) =>
        fault is not (OperationCanceledException or OutOfMemoryException);

    private static byte[] Content(Stream stream)
    {
        stream.Position = 0;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

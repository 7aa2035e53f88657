using System.Diagnostics;

namespace CseMapper.Pdf.Tests.Fuzzing;

/// <summary>Reads a damaged file whole and tells what must not happen.</summary>
internal static class FuzzedReading
{
    /// <summary>Half of what a thread of the framework's pool has, so that a recursion without bound shows
    /// early.</summary>
    private const int StackBytes = 768 << 10;

    private const int MostSeconds = 20;
    private const long MostAllocated = 2L << 30;

    /// <returns>What went wrong, or null when the file ended in text or in a named problem.</returns>
    public static string? Check(byte[] file)
    {
        string? failure = null;
        Thread reader = new(() => failure = Read(file), StackBytes) { IsBackground = true };
        reader.Start();
        return reader.Join(TimeSpan.FromSeconds(MostSeconds)) ? failure : $"still reading after {MostSeconds} seconds";
    }

    private static string? Read(byte[] file)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            PdfDocument document = PdfDocument.Open(file);
            PdfContent content = document.ReadContent();
            int bookmarks = document.Bookmarks.Count + document.PageLabels.Count;
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            if (allocated > MostAllocated)
                return $"{allocated >> 20} MB allocated for {content.Blocks.Count} blocks and {bookmarks} bookmarks";
            bool isSilent =
                document.Status == PdfOpenStatus.Opened && document.PageCount == 0 && document.Problems.Count == 0;
            return isSilent ? "opened without pages, and no problem named" : null;
        }
#pragma warning disable CA1031 // Whatever is thrown is what this looks for.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return exception.ToString();
        }
    }
}

using CseMapper.Pdf.Syntax;

namespace CseMapper.Pdf.Objects;

/// <summary>How long a stream's data is, whatever its Length says (ISO 32000-2, 7.3.8.2).</summary>
internal static class StreamExtent
{
    /// <param name="file">The file.</param>
    /// <param name="start">The first byte of the data.</param>
    /// <param name="claimed">The Length, or -1 where there is none.</param>
    /// <returns>
    /// The claimed length where "endstream" follows it, else the distance to the next "endstream" or "endobj" or to the
    /// end of the file.
    /// </returns>
    public static int Length(ReadOnlySpan<byte> file, int start, long claimed) =>
        IsRight(file, start, claimed) ? (int)claimed : Search(file, start, EndOf(file, start));

    /// <summary>Whether "endstream" stands where the claimed length says.</summary>
    public static bool IsRight(ReadOnlySpan<byte> file, int start, long claimed)
    {
        if (claimed < 0 || start + claimed > file.Length)
            return false;
        int p = PdfCharacters.SkipSpace(file, start + (int)claimed);
        return file[p..].StartsWith("endstream"u8) || file[p..].StartsWith("endobj"u8);
    }

    /// <summary>Where "endstream" is missing the next one belongs to another object, so that "endobj" ends a stream as
    /// well.</summary>
    /// <returns>The place of the next end marker, or the end of the file.</returns>
    public static int EndOf(ReadOnlySpan<byte> file, int start)
    {
        // One search for what both begin with: a search for one of them would run to the end of the file again and
        // again.
        for (int p = start; ; p += 3)
        {
            int next = file[p..].IndexOf("end"u8);
            if (next < 0)
                return file.Length;
            p += next;
            if (file[(p + 3)..].StartsWith("stream"u8) || file[(p + 3)..].StartsWith("obj"u8))
                return p;
        }
    }

    /// <returns>The length up to an end marker, without the line end before it.</returns>
    public static int Search(ReadOnlySpan<byte> file, int start, int end)
    {
        if (end > start && file[end - 1] == '\n')
            end--;
        if (end > start && file[end - 1] == '\r')
            end--;
        return end - start;
    }
}

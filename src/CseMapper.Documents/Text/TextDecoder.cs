using System.Text;
using System.Text.Unicode;

namespace CseMapper.Documents.Text;

/// <summary>Turns the bytes of a text file into text: by its byte order mark, else as UTF-8, else as UTF-16 by its
/// look, else as Windows-1252 or, where that gives no words, as Mac Roman.</summary>
public static class TextDecoder
{
    /// <summary>The text of a stream, without its byte order mark.</summary>
    /// <param name="stream">From its start; not closed.</param>
    /// <param name="maxLength">Longest text, in characters.</param>
    /// <param name="wasCut">True where the text was longer.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <param name="otherwise">The encoding for bytes that are not UTF-8 and carry no mark, in place of
    /// Windows-1252.</param>
    public static string Decode(
        Stream stream,
        int maxLength,
        out bool wasCut,
        CancellationToken cancellation,
        Encoding? otherwise = null
    )
    {
        byte[] head = new byte[4096];
        int headLength = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        Encoding encoding =
            ByMark(head.AsSpan(0, headLength))
            ?? ByLook(head.AsSpan(0, headLength), stream, cancellation)
            ?? otherwise
            ?? WesternText.EncodingOf(stream, cancellation);
        wasCut = false;
        if (
            stream is MemoryStream memory
            && memory.Length <= maxLength
            && memory.TryGetBuffer(out ArraySegment<byte> bytes)
        )
        {
            return WithoutMark(encoding.GetString(bytes));
        }

        stream.Position = 0;
        using StreamReader reader = new(
            stream,
            encoding,
            detectEncodingFromByteOrderMarks: false,
            1 << 14,
            leaveOpen: true
        );
        StringBuilder text = new();
        char[] buffer = new char[1 << 14];
        for (int count = reader.Read(buffer); count > 0 && text.Length <= maxLength; count = reader.Read(buffer))
        {
            cancellation.ThrowIfCancellationRequested();
            text.Append(buffer, 0, count);
        }
        wasCut = text.Length > maxLength;
        if (wasCut)
            text.Length = char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength;
        return WithoutMark(text.ToString());
    }

    private static string WithoutMark(string text) => text.StartsWith('\uFEFF') ? text[1..] : text;

    private static Encoding? ByMark(ReadOnlySpan<byte> head) =>
        head switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
            [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32,
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };

    private static Encoding? ByLook(ReadOnlySpan<byte> head, Stream stream, CancellationToken cancellation)
    {
        // Western text in UTF-16 has a zero in nearly every second byte; other text has none at all.
        int evenZeros = 0;
        int oddZeros = 0;
        for (int i = 0; i < head.Length; i++)
        {
            if (head[i] == 0)
                _ = (i & 1) == 0 ? evenZeros++ : oddZeros++;
        }

        if (oddZeros > head.Length / 4)
            return Encoding.Unicode;
        if (evenZeros > head.Length / 4)
            return Encoding.BigEndianUnicode;
        return IsUtf8(stream, cancellation) ? Encoding.UTF8 : null;
    }

    private static bool IsUtf8(Stream stream, CancellationToken cancellation)
    {
        byte[] buffer = new byte[1 << 16];
        int kept = 0;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            int count = stream.ReadAtLeast(buffer.AsSpan(kept), 1, throwOnEndOfStream: false);
            if (count == 0)
                return Utf8.IsValid(buffer.AsSpan(0, kept));
            int length = kept + count;
            // A character may go on in the next piece: at most three bytes of it are in this one.
            int whole = length;
            while (whole > 0 && length - whole < 3 && (buffer[whole - 1] & 0xC0) == 0x80)
                whole--;
            if (whole > 0 && buffer[whole - 1] >= 0xC0)
                whole--;
            else
                whole = length;
            if (!Utf8.IsValid(buffer.AsSpan(0, whole)))
                return false;
            buffer.AsSpan(whole, length - whole).CopyTo(buffer);
            kept = length - whole;
        }
    }
}

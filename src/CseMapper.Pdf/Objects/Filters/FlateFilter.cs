using System.IO.Compression;

namespace CseMapper.Pdf.Objects.Filters;

/// <summary>
/// FlateDecode (ISO 32000-2, 7.4.4; RFC 1950 and 1951). The check sum is not looked at, and what was unpacked before
/// damage or a missing end is kept.
/// </summary>
internal static class FlateFilter
{
    private const int HeaderLength = 2;
    private const int Chunk = 1 << 14;

    /// <returns>
    /// False when the data is damaged or ends early; what could be unpacked is in <paramref name="output"/> all the
    /// same.
    /// </returns>
    public static bool Decode(ReadOnlyMemory<byte> input, PooledBuffer output)
    {
        input = SkipLineEnds(input);
        if (input.Length <= HeaderLength)
            return input.IsEmpty;
        bool hasHeader = HasHeader(input.Span);
        bool complete = Inflate(hasHeader ? input[HeaderLength..] : input, output);
        if (output.Length > 0 || hasHeader)
            return complete;

        // Neither header nor raw data: the header may be what is damaged.
        Inflate(input[HeaderLength..], output);
        return false;
    }

    /// <summary>Line ends left over from a badly written "stream" keyword.</summary>
    private static ReadOnlyMemory<byte> SkipLineEnds(ReadOnlyMemory<byte> input)
    {
        ReadOnlySpan<byte> span = input.Span;
        int skip = 0;
        while (skip < 2 && skip < span.Length && span[skip] is (byte)'\r' or (byte)'\n')
            skip++;
        return skip > 0 && HasHeader(span[skip..]) ? input[skip..] : input;
    }

    /// <summary>RFC 1950, 2.2: method 8, and the two bytes a multiple of 31.</summary>
    private static bool HasHeader(ReadOnlySpan<byte> input) =>
        input.Length >= HeaderLength && (input[0] & 0x0F) == 8 && (input[0] << 8 | input[1]) % 31 == 0;

    private static bool Inflate(ReadOnlyMemory<byte> input, PooledBuffer output)
    {
        int before = output.Length;
        int sure = before;
        try
        {
            using DeflateStream inflater = new(new MemorySliceStream(input), CompressionMode.Decompress);
            while (true)
            {
                Span<byte> room = output.Room(Chunk);
                if (room.IsEmpty)
                    return output.Cut();
                int count = inflater.Read(room);
                if (count == 0)
                    return true;
                output.Advance(count);
                sure = output.Length;
            }
        }
        catch (InvalidDataException)
        {
            Salvage(input, output, before, sure - before);
            return false;
        }
    }

    /// <summary>
    /// The framework does not tell how much of the failing read was good, so the last stretch is read again, byte by
    /// byte.
    /// </summary>
    private static void Salvage(ReadOnlyMemory<byte> input, PooledBuffer output, int start, int sure)
    {
        output.Truncate(start);
        try
        {
            using DeflateStream inflater = new(new MemorySliceStream(input), CompressionMode.Decompress);
            while (true)
            {
                int left = sure - (output.Length - start);
                Span<byte> room = output.Room(Math.Max(1, left));
                if (room.IsEmpty)
                    return;
                int count = inflater.Read(room[..(left > 0 ? Math.Min(left, room.Length) : 1)]);
                if (count == 0)
                    return;
                output.Advance(count);
            }
        }
        catch (InvalidDataException)
        {
            // All that is good has been taken.
        }
    }
}

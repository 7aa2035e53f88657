namespace CseMapper.Pdf.Objects.Filters;

/// <summary>LZWDecode (ISO 32000-2, 7.4.4): codes of 9 to 12 bits, most significant bit first.</summary>
internal static class LzwFilter
{
    private const int ClearTable = 256;
    private const int EndOfData = 257;
    private const int FirstFree = 258;
    private const int TableSize = 4096;

    /// <param name="input">The encoded bytes.</param>
    /// <param name="earlyChange">1 when codes grow longer one code early (the usual), otherwise 0.</param>
    /// <param name="output">Takes the bytes.</param>
    /// <returns>False when the data is damaged or the output limit was reached.</returns>
    public static bool Decode(ReadOnlySpan<byte> input, int earlyChange, PooledBuffer output)
    {
        // A sequence is the sequence of the code before it plus one byte, so it lies in the output already: place and
        // length are enough.
        Span<int> places = stackalloc int[TableSize];
        Span<int> lengths = stackalloc int[TableSize];
        int next = FirstFree;
        int width = 9;
        int previousPlace = -1;
        int previousLength = 0;
        uint bits = 0;
        int bitCount = 0;
        int i = 0;
        while (true)
        {
            while (bitCount < width && i < input.Length)
            {
                bits = bits << 8 | input[i++];
                bitCount += 8;
            }

            if (bitCount < width)
                return true;
            int code = (int)(bits >> (bitCount - width)) & ((1 << width) - 1);
            bitCount -= width;
            if (code == EndOfData)
                return true;
            if (code == ClearTable)
            {
                next = FirstFree;
                width = 9;
                previousPlace = -1;
                continue;
            }

            int place = output.Length;
            if (!Append(code, next, places, lengths, previousPlace, previousLength, output))
                return false;
            if (previousPlace >= 0 && next < TableSize)
            {
                // The sequence before plus the first byte of this one: both stand in the output one behind the other.
                places[next] = previousPlace;
                lengths[next++] = previousLength + 1;
            }

            previousPlace = place;
            previousLength = output.Length - place;
            int grown = next + earlyChange;
            width =
                grown >= 2048 ? 12
                : grown >= 1024 ? 11
                : grown >= 512 ? 10
                : 9;
        }
    }

    private static bool Append(
        int code,
        int next,
        ReadOnlySpan<int> places,
        ReadOnlySpan<int> lengths,
        int previousPlace,
        int previousLength,
        PooledBuffer output
    )
    {
        if (code < ClearTable)
            return output.Add((byte)code);
        bool isKnown = code < next;
        if (!isKnown && (code != next || previousPlace < 0))
            return false;
        int place = isKnown ? places[code] : previousPlace;
        int length = isKnown ? lengths[code] : previousLength + 1;
        Span<byte> room = output.Room(length);
        if (room.Length < length)
        {
            output.Cut();
            length = room.Length;
        }

        // Byte by byte: a sequence that is defined by this very code runs into its own first byte.
        ReadOnlySpan<byte> done = output.Span;
        for (int k = 0; k < length; k++)
            room[k] = place + k < done.Length ? done[place + k] : room[place + k - done.Length];
        output.Advance(length);
        return !output.IsCut;
    }
}

namespace CseMapper.Pdf.Objects.Filters;

/// <summary>RunLengthDecode (ISO 32000-2, 7.4.5).</summary>
internal static class RunLengthFilter
{
    private const byte EndOfData = 128;

    /// <returns>False when the data ends early or the output limit was reached.</returns>
    public static bool Decode(ReadOnlySpan<byte> input, PooledBuffer output)
    {
        for (int i = 0; i < input.Length; )
        {
            byte length = input[i++];
            if (length == EndOfData)
                return true;
            if (length < EndOfData)
            {
                int count = Math.Min(length + 1, input.Length - i);
                if (!output.Add(input.Slice(i, count)) || count <= length)
                    return false;
                i += count;
            }
            else if (i < input.Length)
            {
                int count = 257 - length;
                Span<byte> room = output.Room(count);
                int fits = Math.Min(count, room.Length);
                room[..fits].Fill(input[i++]);
                output.Advance(fits);
                if (fits < count)
                    return output.Cut();
            }
        }

        return true;
    }
}

using CseMapper.Pdf.Syntax;

namespace CseMapper.Pdf.Objects.Filters;

/// <summary>ASCIIHexDecode and ASCII85Decode (ISO 32000-2, 7.4.2 and 7.4.3); letters that belong to neither are passed
/// over.</summary>
internal static class AsciiFilters
{
    /// <returns>False when the output limit was reached.</returns>
    public static bool DecodeHex(ReadOnlySpan<byte> input, PooledBuffer output)
    {
        int end = input.IndexOf((byte)'>');
        if (end >= 0)
            input = input[..end];
        Span<byte> room = output.Room(input.Length / 2 + 1);
        if (room.Length < input.Length / 2 + 1)
        {
            input = input[..(Math.Max(0, room.Length - 1) * 2)];
            output.Cut();
        }

        output.Advance(StringSyntax.FromHex(input, room));
        return !output.IsCut;
    }

    /// <returns>False when the output limit was reached.</returns>
    public static bool Decode85(ReadOnlySpan<byte> input, PooledBuffer output)
    {
        Span<byte> four = stackalloc byte[4];
        if (input.StartsWith("<~"u8))
            input = input[2..];
        uint value = 0;
        int count = 0;
        foreach (byte c in input)
        {
            if (c == '~')
                break;
            if (c == 'z' && count == 0)
            {
                four.Clear();
                if (!output.Add(four))
                    return false;
                continue;
            }

            if (c is < (byte)'!' or > (byte)'u')
                continue;
            value = unchecked(value * 85 + (uint)(c - '!'));
            if (++count < 5)
                continue;
            System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(four, value);
            if (!output.Add(four))
                return false;
            value = 0;
            count = 0;
        }

        if (count < 2)
            return true;
        for (int i = count; i < 5; i++)
            value = unchecked(value * 85 + 84);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(four, value);
        return output.Add(four[..(count - 1)]);
    }
}

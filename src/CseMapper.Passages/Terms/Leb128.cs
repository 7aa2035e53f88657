using System.Runtime.CompilerServices;

namespace CseMapper.Passages.Terms;

/// <summary>Unsigned numbers in seven bits a byte, lowest first; a set top bit says that another byte
/// follows.</summary>
internal static class Leb128
{
    /// <returns>How many bytes were written, 1 to 5.</returns>
    public static int Write(Span<byte> target, uint value)
    {
        int length = 0;
        while (value >= 0x80)
        {
            target[length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        target[length++] = (byte)value;
        return length;
    }

    /// <summary>Reads a number and moves on.</summary>
    /// <exception cref="InvalidDataException">The bytes end inside it, or it has more than 32 bits.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Read(ReadOnlySpan<byte> source, ref int at)
    {
        if ((uint)at < (uint)source.Length && source[at] < 0x80)
            return source[at++];
        return ReadLong(source, ref at);
    }

    private static uint ReadLong(ReadOnlySpan<byte> source, ref int at)
    {
        uint value = 0;
        for (int shift = 0; shift < 35 && at < source.Length; shift += 7)
        {
            byte next = source[at++];
            value |= (uint)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }

        throw new InvalidDataException("Bytes of passage terms are damaged.");
    }
}

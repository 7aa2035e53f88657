using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace CseMapper.Matching.Loading;

/// <summary>The hits of one document as bytes that the workspace keeps, so that the next run need not find them in its
/// terms again.</summary>
/// <remarks>
/// A checksum over the document's key and the rest (CRC-32C, 4 bytes); the count of passages (4); the words in their
/// bodies and in their headings (8 each); for all passages the words of the body, then of the headings, then the length
/// of the hits (2 each); the hits as in <see cref="PassageHits"/>; a bit for each hit, set where the feature itself
/// stands there. Lowest byte first. What made them is named once for all of them.
/// </remarks>
internal static class StoredHits
{
    /// <summary>Names the layout.</summary>
    public const int FormatVersion = 1;

    private const int Head = 24;

    /// <summary>Writes the document added last.</summary>
    /// <returns>Null for a document that this layout does not hold.</returns>
    public static byte[]? Write(PassageHits hits, string key)
    {
        if (!BitConverter.IsLittleEndian)
            return null;
        int first = hits.FirstOf(hits.Documents - 1);
        int count = hits.Passages - first;
        int words = 0;
        long bodyWords = 0;
        long headingWords = 0;
        for (int passage = first; passage < hits.Passages; passage++)
        {
            int length = hits.WordsOf(passage).Length;
            // A length that was cut to 16 bits is no longer known.
            if (
                Math.Max(length, Math.Max(hits.BodyLength(passage), hits.HeadingLength(passage))) == ushort.MaxValue
                || length > ushort.MaxValue
            )
            {
                return null;
            }

            words += length;
            bodyWords += hits.BodyLength(passage);
            headingWords += hits.HeadingLength(passage);
        }

        ReadOnlySpan<byte> exact = MemoryMarshal.AsBytes<ulong>(hits.Exact);
        byte[] bytes = new byte[Head + (6 * count) + (2 * words) + exact.Length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), count);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), bodyWords);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(16), headingWords);
        Span<ushort> numbers = MemoryMarshal.Cast<byte, ushort>(bytes.AsSpan(Head, (6 * count) + (2 * words)));
        int at = 3 * count;
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<ushort> own = hits.WordsOf(first + i);
            numbers[i] = (ushort)hits.BodyLength(first + i);
            numbers[count + i] = (ushort)hits.HeadingLength(first + i);
            numbers[(2 * count) + i] = (ushort)own.Length;
            own.CopyTo(numbers[at..]);
            at += own.Length;
        }

        exact.CopyTo(bytes.AsSpan(Head + (2 * at)));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Checksum(bytes, key));
        return bytes;
    }

    /// <summary>Adds a document that was written.</summary>
    /// <returns>False, and nothing added, where the bytes are not what was written for this document.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> memory, string key, PassageHits hits)
    {
        ReadOnlySpan<byte> bytes = memory.Span;
        if (
            !BitConverter.IsLittleEndian
            || bytes.Length < Head
            || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Checksum(bytes, key)
        )
        {
            return false;
        }

        int count = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        if (count < 0 || count > (bytes.Length - Head) / 6)
            return false;
        ReadOnlySpan<ushort> numbers = MemoryMarshal.Cast<byte, ushort>(bytes[Head..]);
        ReadOnlySpan<ushort> lengths = numbers.Slice(2 * count, count);
        int words = 0;
        foreach (ushort length in lengths)
            words += length;
        if (words > numbers.Length - (3 * count))
            return false;
        Count(numbers.Slice(3 * count, words), lengths, bytes[(Head + (6 * count) + (2 * words))..], hits);
        hits.BeginDocument();
        int at = 3 * count;
        for (int i = 0; i < count; i++)
        {
            hits.AddPassage(numbers.Slice(at, lengths[i]), numbers[i], numbers[count + i]);
            at += lengths[i];
        }

        hits.AddLengths(
            BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[16..])
        );
        return true;
    }

    /// <summary>Counts in how many passages the features stand.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Count(
        ReadOnlySpan<ushort> words,
        ReadOnlySpan<ushort> lengths,
        ReadOnlySpan<byte> exact,
        PassageHits hits
    )
    {
        int[] frequency = hits.Frequency;
        int[] soft = hits.SoftFrequency;
        int hit = 0;
        foreach (ushort length in lengths)
        {
            Hits own = new(words[..length]);
            words = words[length..];
            for (; own.MoveNext(); hit++)
                ((exact[hit >> 3] & (1 << (hit & 7))) != 0 ? frequency : soft)[own.Feature]++;
        }
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes, string key)
    {
        uint sum = Add(uint.MaxValue, Encoding.UTF8.GetBytes(key));
        return ~Add(sum, bytes[4..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static uint Add(uint sum, ReadOnlySpan<byte> bytes)
    {
        foreach (ulong part in MemoryMarshal.Cast<byte, ulong>(bytes))
            sum = BitOperations.Crc32C(sum, part);
        foreach (byte one in bytes[(bytes.Length & ~7)..])
            sum = BitOperations.Crc32C(sum, one);
        return sum;
    }
}

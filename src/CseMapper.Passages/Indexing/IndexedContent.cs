using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CseMapper.Passages.Workspaces;
using Lucene.Net.Util;

namespace CseMapper.Passages.Indexing;

/// <summary>Names a content and the reading its text came from, as the index knows it: the content's hash, a line feed,
/// extension and access.</summary>
internal static class IndexedContent
{
    public static BytesRef KeyOf(StoredReading reading) => KeyOf(reading.Hash, reading.Mark);

    public static BytesRef KeyOf(string hash, ReadingMark mark) =>
        new(Encoding.UTF8.GetBytes($"{hash}\n{mark.Extension} {mark.Access}"));

    /// <summary>The hash in a key.</summary>
    public static string HashIn(BytesRef key)
    {
        ReadOnlySpan<byte> bytes = key.Bytes.AsSpan(key.Offset, key.Length);
        int end = bytes.LastIndexOf((byte)'\n');
        return Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]);
    }

    /// <summary>Names a set of keys, whatever their order.</summary>
    public static string NameOf(IEnumerable<BytesRef> keys)
    {
        ulong first = 0;
        ulong second = 0;
        int count = 0;
        Span<byte> hash = stackalloc byte[32];
        foreach (BytesRef key in keys)
        {
            SHA256.HashData(key.Bytes.AsSpan(key.Offset, key.Length), hash);
            first += BinaryPrimitives.ReadUInt64LittleEndian(hash);
            second += BinaryPrimitives.ReadUInt64LittleEndian(hash[8..]);
            count++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{count} {first:x16}{second:x16}");
    }
}

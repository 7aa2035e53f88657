using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using CseMapper.Documents.Containers;

namespace CseMapper.Documents.Tests.Containers;

public sealed class ZipContainerTests
{
    private const int EndLength = 22;

    [Theory]
    [InlineData(CompressionLevel.Optimal)]
    [InlineData(CompressionLevel.NoCompression)]
    public void EntriesAreUnpacked(CompressionLevel level) => Assert.Equal("some words", Text(Zip(level), "a/b.txt"));

    [Fact]
    public void NamesAreFoundInAnyCaseAndWithAnySeparator()
    {
        byte[] zip = Zip();
        foreach (int at in Places(zip, "a/b.txt"))
            zip[at + 1] = (byte)'\\';
        Assert.Equal("some words", Text(zip, "A/B.TXT"));
    }

    [Fact]
    public void TheEndOfALargeArchiveIsUnderstood()
    {
        byte[] zip = Zip();
        ReadOnlySpan<byte> end = zip.AsSpan(zip.Length - EndLength);
        byte[] large = new byte[56],
            locator = new byte[20],
            small = end.ToArray();
        "PK\x06\x06"u8.CopyTo(large);
        BinaryPrimitives.WriteInt64LittleEndian(large.AsSpan(32), BinaryPrimitives.ReadUInt16LittleEndian(end[10..]));
        BinaryPrimitives.WriteInt64LittleEndian(large.AsSpan(40), BinaryPrimitives.ReadUInt32LittleEndian(end[12..]));
        BinaryPrimitives.WriteInt64LittleEndian(large.AsSpan(48), BinaryPrimitives.ReadUInt32LittleEndian(end[16..]));
        "PK\x06\x07"u8.CopyTo(locator);
        BinaryPrimitives.WriteInt64LittleEndian(locator.AsSpan(8), zip.Length - EndLength);
        small.AsSpan(8, 12).Fill(0xFF);
        using MemoryStream stream = new MemoryStream([.. zip[..^EndLength], .. large, .. locator, .. small]);
        ZipContainer container = ZipContainer.Open(stream);
        Assert.False(container.IsDamaged);
        Assert.Equal(["a/b.txt", "c.txt"], container.Entries.Select(entry => entry.Name));
    }

    [Fact]
    public void WithoutADirectoryEntriesAreSearchedFor()
    {
        byte[] zip = Zip();
        Assert.Equal("some words", Text(zip[..Places(zip, "PK\u0001\u0002")[0]], "a/b.txt"));
    }

    [Fact]
    public void AnEncryptedEntryIsNotUnpacked()
    {
        byte[] zip = Zip();
        foreach (int at in Places(zip, "PK\u0001\u0002"))
            zip[at + 8] |= 1;
        using MemoryStream stream = new MemoryStream(zip);
        ZipContainer container = ZipContainer.Open(stream);
        Assert.Throws<InvalidDataException>(() => container.Unpack(container.Entries[0]));
    }

    [Fact]
    public void AnythingElseHasNoEntries()
    {
        using MemoryStream stream = new MemoryStream("no archive at all"u8.ToArray());
        Assert.Empty(ZipContainer.Open(stream).Entries);
    }

    private static byte[] Zip(CompressionLevel level = CompressionLevel.Optimal)
    {
        using MemoryStream stream = new MemoryStream();
        using (ZipArchive zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (string name in (ReadOnlySpan<string>)["a/b.txt", "c.txt"])
            {
                using Stream entry = zip.CreateEntry(name, level).Open();
                entry.Write("some words"u8);
            }
        }

        return stream.ToArray();
    }

    private static string Text(byte[] zip, string name)
    {
        using MemoryStream stream = new MemoryStream(zip);
        ZipContainer container = ZipContainer.Open(stream);
        return Encoding.UTF8.GetString(container.ReadStart(container.Find(name)!, 100));
    }

    private static List<int> Places(byte[] bytes, string text)
    {
        byte[] wanted = Encoding.Latin1.GetBytes(text);
        return [.. Enumerable.Range(0, bytes.Length - wanted.Length).Where(at => bytes.AsSpan(at).StartsWith(wanted))];
    }
}

using System.IO.Compression;
using System.Text;
using CseMapper.Pdf.Objects.Filters;

namespace CseMapper.Pdf.Tests.Objects.Filters;

public sealed class FlateFilterTests
{
    private static readonly byte[] _text = Encoding.Latin1.GetBytes(
        string.Concat(Enumerable.Range(0, 3000).Select(i => $"{i} 0 Td (line {i}) Tj\n"))
    );

    [Fact]
    public void PackedBytesAreUnpacked()
    {
        PropertyTest.Holds<byte[]>(bytes =>
            Decode(Pack(bytes), out bool isComplete).SequenceEqual(bytes) && isComplete
        );
    }

    [Fact]
    public void TruncatedDataGivesWhatStandsBeforeTheCut()
    {
        byte[] packed = Pack(_text);
        byte[] read = Decode(packed.AsMemory(0, packed.Length / 2), out _);
        Assert.InRange(read.Length, _text.Length / 4, _text.Length);
        Assert.True(_text.AsSpan().StartsWith(read));
    }

    [Fact]
    public void DamagedDataGivesWhatStandsBeforeTheDamage()
    {
        byte[] packed = Pack(_text);
        packed.AsSpan(packed.Length / 2, 40).Fill(0xFF);
        byte[] read = Decode(packed, out _);
        int same = read.AsSpan().CommonPrefixLength(_text);
        Assert.InRange(same, _text.Length / 4, _text.Length);
    }

    [Fact]
    public void AWrongCheckSumIsNoDamage()
    {
        byte[] packed = Pack(_text);
        packed[^1] ^= 0x55;
        Assert.Equal(_text, Decode(packed, out bool isComplete));
        Assert.True(isComplete);
    }

    [Fact]
    public void DataWithoutAHeaderIsUnpacked()
    {
        byte[] packed = Pack(_text);
        Assert.Equal(_text, Decode(packed.AsMemory(2), out _));
    }

    [Fact]
    public void DataWithAWrongHeaderIsUnpacked()
    {
        byte[] packed = Pack(_text);
        (packed[0], packed[1]) = (0xFF, 0xFF);
        Assert.Equal(_text, Decode(packed, out bool isComplete));
        Assert.False(isComplete);
    }

    [Fact]
    public void LineEndsBeforeTheDataAreSteppedOver()
    {
        byte[] packed = [(byte)'\r', (byte)'\n', .. Pack(_text)];
        Assert.Equal(_text, Decode(packed, out _));
    }

    [Fact]
    public void NoMoreIsUnpackedThanTheLimitAllows()
    {
        using PooledBuffer output = new(100, 1000);
        Assert.False(FlateFilter.Decode(Pack(new byte[10_000_000]), output));
        Assert.Equal(1000, output.Length);
        Assert.True(output.IsCut);
    }

    [Fact]
    public void NoBytesMakeItThrow()
    {
        PropertyTest.Holds<byte[]>(bytes => Decode(bytes, out _) is not null);
    }

    private static byte[] Decode(ReadOnlyMemory<byte> packed, out bool isComplete)
    {
        using PooledBuffer output = new(16, 1 << 24);
        isComplete = FlateFilter.Decode(packed, output);
        return output.Span.ToArray();
    }

    private static byte[] Pack(byte[] bytes)
    {
        using MemoryStream stream = new();
        using (ZLibStream packer = new(stream, CompressionLevel.Optimal, leaveOpen: true))
            packer.Write(bytes);
        return stream.ToArray();
    }
}

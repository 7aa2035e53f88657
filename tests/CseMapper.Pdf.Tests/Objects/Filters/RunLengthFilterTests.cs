using CseMapper.Pdf.Objects.Filters;

namespace CseMapper.Pdf.Tests.Objects.Filters;

public sealed class RunLengthFilterTests
{
    [Fact]
    public void RunsAndCopiesAreUnpacked()
    {
        Assert.Equal(
            "abcXXXXX"u8.ToArray(),
            Decode([2, .. "abc"u8, 252, (byte)'X', 128, 9, 9], 1000, out bool isComplete)
        );
        Assert.True(isComplete);
    }

    [Fact]
    public void DataThatEndsEarlyGivesWhatIsThere()
    {
        Assert.Equal("ab"u8.ToArray(), Decode([5, .. "ab"u8], 1000, out bool isComplete));
        Assert.False(isComplete);
    }

    [Fact]
    public void NoMoreIsUnpackedThanTheLimitAllows()
    {
        Assert.Equal(100, Decode([.. Enumerable.Repeat((byte)129, 1000)], 100, out bool isComplete).Length);
        Assert.False(isComplete);
    }

    [Fact]
    public void PackedBytesAreUnpacked()
    {
        PropertyTest.Holds<byte[]>(bytes =>
        {
            List<byte> packed = [];
            foreach (byte[] part in bytes.Chunk(128))
                packed.AddRange([(byte)(part.Length - 1), .. part]);
            return Decode([.. packed, 128], 1 << 20, out _).SequenceEqual(bytes);
        });
    }

    private static byte[] Decode(byte[] packed, int limit, out bool isComplete)
    {
        using PooledBuffer output = new(16, limit);
        isComplete = RunLengthFilter.Decode(packed, output);
        return output.Span.ToArray();
    }
}

using CseMapper.Pdf.Objects.Filters;

namespace CseMapper.Pdf.Tests.Objects.Filters;

public sealed class LzwFilterTests
{
    [Fact]
    public void TheExampleOfTheStandardIsUnpacked()
    {
        // ISO 32000-2, 7.4.4.2, example.
        byte[] packed = [0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01];
        Assert.Equal([45, 45, 45, 45, 45, 65, 45, 45, 45, 66], Decode(packed, earlyChange: 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void PackedBytesAreUnpacked(int earlyChange)
    {
        PropertyTest.Holds<byte[]>(bytes => Decode(Pack(bytes, earlyChange), earlyChange).SequenceEqual(bytes));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void LongRunsFillTheTableAndAreUnpacked(int earlyChange)
    {
        Random random = new(7);
        byte[] bytes = [.. Enumerable.Range(0, 60_000).Select(_ => (byte)random.Next(6))];
        Assert.Equal(bytes, Decode(Pack(bytes, earlyChange), earlyChange));
    }

    [Fact]
    public void NoBytesMakeItThrow()
    {
        PropertyTest.Holds<byte[]>(bytes => Decode(bytes, 1) is not null);
    }

    private static byte[] Decode(byte[] packed, int earlyChange)
    {
        using PooledBuffer output = new(16, 1 << 20);
        LzwFilter.Decode(packed, earlyChange, output);
        return output.Span.ToArray();
    }

    /// <summary>A plain encoder after the same clause: codes grow with the table, which is cleared when it is
    /// full.</summary>
    private static byte[] Pack(byte[] bytes, int earlyChange)
    {
        List<byte> packed = [];
        Dictionary<string, int> table = [];
        int bits = 0;
        int bitCount = 0;
        int width = 9;

        void Write(int code)
        {
            bits = bits << width | code;
            bitCount += width;
            for (; bitCount >= 8; bitCount -= 8)
                packed.Add((byte)(bits >> (bitCount - 8)));
            bits &= (1 << bitCount) - 1;
        }

        void Clear()
        {
            Write(256);
            table = Enumerable.Range(0, 256).ToDictionary(i => $"{(char)i}", i => i);
            width = 9;
        }

        Clear();
        string run = "";
        foreach (byte b in bytes)
        {
            string longer = run + (char)b;
            if (table.ContainsKey(longer))
            {
                run = longer;
                continue;
            }

            Write(table[run]);
            int code = table.Count + 2;
            table[longer] = code;
            run = $"{(char)b}";
            if (code == 4094)
            {
                Write(table[run]);
                Clear();
                run = "";
            }
            else
            {
                // The decoder's table lags one code behind.
                int grown = code + earlyChange;
                width =
                    grown >= 2048 ? 12
                    : grown >= 1024 ? 11
                    : grown >= 512 ? 10
                    : 9;
            }
        }

        if (run.Length > 0)
        {
            Write(table[run]);
            int grown = table.Count + 2 + earlyChange;
            width =
                grown >= 2048 ? 12
                : grown >= 1024 ? 11
                : grown >= 512 ? 10
                : 9;
        }

        Write(257);
        if (bitCount > 0)
            packed.Add((byte)(bits << (8 - bitCount)));
        return [.. packed];
    }
}

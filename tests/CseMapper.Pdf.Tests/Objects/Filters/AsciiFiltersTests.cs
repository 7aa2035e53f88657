using System.Text;
using CseMapper.Pdf.Objects.Filters;

namespace CseMapper.Pdf.Tests.Objects.Filters;

public sealed class AsciiFiltersTests
{
    [Theory]
    [InlineData("87cURD_*#4DfTZ)~>", "Hello, World")]
    [InlineData("<~87cUR\nD_*#4 DfTZ)", "Hello, World")]
    [InlineData("z~>", "\0\0\0\0")]
    [InlineData("87~>", "H")]
    [InlineData("8~>", "")]
    [InlineData("", "")]
    public void Base85IsDecoded(string encoded, string expected)
    {
        using PooledBuffer output = new(16, 1000);
        Assert.True(AsciiFilters.Decode85(Encoding.Latin1.GetBytes(encoded), output));
        Assert.Equal(expected, Encoding.Latin1.GetString(output.Span));
    }

    [Theory]
    [InlineData("48 65 6c6C\r6f>garbage", "Hello")]
    [InlineData("487", "Hp")]
    public void HexadecimalIsDecoded(string encoded, string expected)
    {
        using PooledBuffer output = new(16, 1000);
        Assert.True(AsciiFilters.DecodeHex(Encoding.Latin1.GetBytes(encoded), output));
        Assert.Equal(expected, Encoding.Latin1.GetString(output.Span));
    }

    [Fact]
    public void Base85IsReadBack()
    {
        PropertyTest.Holds<byte[]>(bytes =>
        {
            using PooledBuffer output = new(16, 1 << 20);
            AsciiFilters.Decode85(Encoding.Latin1.GetBytes(Encode85(bytes)), output);
            return output.Span.SequenceEqual(bytes);
        });
    }

    [Fact]
    public void HexadecimalIsReadBack()
    {
        PropertyTest.Holds<byte[]>(bytes =>
        {
            using PooledBuffer output = new(16, 1 << 20);
            AsciiFilters.DecodeHex(Encoding.Latin1.GetBytes(Convert.ToHexString(bytes) + ">"), output);
            return output.Span.SequenceEqual(bytes);
        });
    }

    [Fact]
    public void NoMoreIsDecodedThanTheLimitAllows()
    {
        using PooledBuffer hex = new(16, 100);
        Assert.False(AsciiFilters.DecodeHex(Encoding.Latin1.GetBytes(new string('4', 10_000)), hex));
        Assert.InRange(hex.Length, 90, 100);
        using PooledBuffer base85 = new(16, 100);
        Assert.False(AsciiFilters.Decode85(Encoding.Latin1.GetBytes(new string('z', 10_000)), base85));
        Assert.Equal(100, base85.Length);
    }

    private static string Encode85(byte[] bytes)
    {
        StringBuilder encoded = new();
        for (int i = 0; i < bytes.Length; i += 4)
        {
            int count = Math.Min(4, bytes.Length - i);
            uint value = 0;
            for (int k = 0; k < 4; k++)
                value = value << 8 | (k < count ? bytes[i + k] : 0u);
            char[] five = new char[5];
            for (int k = 4; k >= 0; k--, value /= 85)
                five[k] = (char)('!' + value % 85);
            encoded.Append(five, 0, count + 1);
        }

        return encoded.Append("~>").ToString();
    }
}

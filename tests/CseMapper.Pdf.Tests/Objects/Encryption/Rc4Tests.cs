using CseMapper.Pdf.Objects.Encryption;

namespace CseMapper.Pdf.Tests.Objects.Encryption;

public sealed class Rc4Tests
{
    /// <summary>The first bytes of the key streams in RFC 6229, section 2.</summary>
    [Theory]
    [InlineData("0102030405", "b2396305f03dc027ccc3524a0a1118a8")]
    [InlineData("01020304050607", "293f02d47f37c9b633f2af5285feb46b")]
    [InlineData("0102030405060708090a0b0c0d0e0f10", "9ac7cc9a609d1ef7b2932899cde41b97")]
    [InlineData("833222772a", "80ad97bdc973df8a2e879e92a497efda")]
    public void ThePublishedKeyStreamsComeOut(string key, string stream)
    {
        byte[] bytes = new byte[16];
        Rc4.Apply(Convert.FromHexString(key), bytes);
        Assert.Equal(stream, Convert.ToHexStringLower(bytes));
    }

    [Fact]
    public void TwiceIsNothing()
    {
        PropertyTest.Holds<byte[]>(bytes =>
        {
            byte[] copy = [.. bytes];
            Rc4.Apply("key"u8, copy);
            Rc4.Apply("key"u8, copy);
            return copy.SequenceEqual(bytes);
        });
    }
}

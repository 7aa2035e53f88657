using System.Text;
using CseMapper.Pdf.Objects;

namespace CseMapper.Pdf.Tests.Objects;

public sealed class TextStringTests
{
    [Theory]
    [InlineData("506C61696E", "Plain")]
    [InlineData("FEFF00C9D83DDE00", "É😀")]
    [InlineData("FFFEC9003DD800DE", "É😀")]
    [InlineData("EFBBBFC389", "É")]
    [InlineData("43616601E9", "Caf\u0001é")]
    [InlineData("8D7175C38E", "“quÃ”")]
    [InlineData("C389", "É")]
    [InlineData("A0", "€")]
    [InlineData("FEFF001B0065006E001B00480069", "Hi")]
    [InlineData("FEFF0041FF", "A�")]
    [InlineData("", "")]
    public void EveryEncodingIsRead(string hex, string expected)
    {
        Assert.Equal(expected, TextString.Decode(Convert.FromHexString(hex)));
    }

    [Fact]
    public void WhatIsEncodedIsReadBack()
    {
        const string Text = "Ready “now” — 5 € • Žižek ﬁ";
        Assert.Equal(Text, TextString.Decode(TextString.Encode(Text)!));
        Assert.Null(TextString.Encode("☂"));
    }

    [Fact]
    public void NoBytesMakeItThrow()
    {
        PropertyTest.Holds<byte[]>(bytes =>
            TextString.Decode(bytes) is not null && TextString.Decode([0xFE, 0xFF, .. bytes]) is not null
        );
    }

    [Fact]
    public void OnlyStringsAreText()
    {
        Assert.Null(TextString.Decode(PdfValue.Integer(3)));
        Assert.Equal("x", TextString.Decode(PdfValue.String(Encoding.Latin1.GetBytes("x"))));
    }
}

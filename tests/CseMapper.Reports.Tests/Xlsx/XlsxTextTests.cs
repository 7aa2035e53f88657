using CseMapper.Reports.Xlsx;

namespace CseMapper.Reports.Tests.Xlsx;

public sealed class XlsxTextTests
{
    [Theory]
    [InlineData("plain\ttext\n😀", "plain\ttext\n😀")]
    [InlineData("a\u0000b\rc\u001F", "a_x0000_b_x000D_c_x001F_")]
    [InlineData("_x0041_", "_x005F_x0041_")]
    [InlineData("__x0041_ _x00G1_ _x0041", "__x005F_x0041_ _x00G1_ _x0041")]
    public void WhatXmlCannotHoldIsEscaped(string text, string expected) =>
        Assert.Equal(expected, XlsxText.Escape(text));

    [Fact]
    public void HalvesOfCharactersAreEscaped() =>
        Assert.Equal("_xD800_ _xDC00_ _xFFFF_", XlsxText.Escape("\uD800 \uDC00 \uFFFF"));

    [Fact]
    public void NoCharacterIsCutInHalf()
    {
        string text = new string('x', XlsxText.MaxLength - 2) + "😀😀";

        string cut = XlsxText.Cut(text);

        Assert.Equal(new string('x', XlsxText.MaxLength - 2) + "…", cut);
        Assert.Same("short", XlsxText.Cut("short"));
    }
}

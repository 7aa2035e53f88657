using CseMapper.Decisions.Mapping;

namespace CseMapper.Reports.Tests;

public sealed class DisplayTextTests
{
    [Theory]
    [InlineData("plain – “text” 顧客 😀\nnext\tcell", "plain – “text” 顧客 😀\nnext\tcell")]
    [InlineData("a\u0000b\u001Bc\u007Fd\u009Fe", "a�b�c�d�e")]
    [InlineData("a\r\nb\vc\fd\u0085e\u2028f", "a \nb c d e f")]
    [InlineData("left\u202Eright\u202C \u2066x\u2069", "left�right� �x�")]
    [InlineData("\uFEFFa\uFFFEb\uFFFF\uFDD0", "�a�b��")]
    [InlineData("", "")]
    public void WhatWouldHarmALineIsReplacedInItsPlace(string text, string expected)
    {
        Assert.Equal(expected, DisplayText.Clean(text));
        Assert.Equal(text.Length, DisplayText.Clean(text).Length);
    }

    [Fact]
    public void HalvesOfCharactersAreReplaced() => Assert.Equal("�a�b�😀", DisplayText.Clean("\uD800a\uDC00b\uD83D😀"));

    [Fact]
    public void OneLineHasNoBreaks() => Assert.Equal("a b  c", DisplayText.OneLine("a\nb\t\rc"));

    [Fact]
    public void PlacesReadAsPeopleSayThem()
    {
        MappingPlace place = new("hash", ["a.docx"], "key", ["4 Complaints", "4.2 Stage\none"])
        {
            Page = 7,
            Clause = "4.2(b)",
        };

        Assert.Equal("page 7, clause 4.2(b)", DisplayText.Where(place));
        Assert.Equal("about page 7", DisplayText.Where(place with { IsPageApproximate = true, Clause = " " }));
        Assert.Equal("", DisplayText.Where(place with { Page = null, Clause = null }));
        Assert.Equal("4 Complaints › 4.2 Stage one", DisplayText.Section(place));
    }
}

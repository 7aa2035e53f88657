using CseMapper.Pdf.Fonts;
using CseMapper.Pdf.Fonts.Simple;

namespace CseMapper.Pdf.Tests.Fonts;

public class ReadableTextTests
{
    [Theory]
    [InlineData("A", "A")]
    [InlineData("\uFB01", "fi")]
    [InlineData("\uFB04", "ffl")]
    [InlineData("\u00A0", " ")]
    [InlineData("\u2009", " ")]
    [InlineData("\u3000", " ")]
    [InlineData("\t", " ")]
    [InlineData("\u00AD", "\u00AD")]
    [InlineData("\u2011", "-")]
    [InlineData("\u0092", "’")]
    [InlineData("e\u0301", "é")]
    [InlineData("\u0131\u0308", "ï")]
    [InlineData("\uF0B7", "•")]
    [InlineData("\uF761", "a")]
    [InlineData("\uF734", "4")]
    [InlineData("\uF7E9", "é")]
    [InlineData("\uF6DA", "®")]
    [InlineData("\uFEFB", "\u0644\u0627")]
    [InlineData("\U0001F600", "\U0001F600")]
    [InlineData("\u200B", "")]
    [InlineData("a\u0001", "a")]
    public void CharactersComeOutAsPeopleReadThem(string raw, string text) =>
        Assert.Equal(text, ReadableText.Of(raw, null));

    [Theory]
    [InlineData("")]
    [InlineData("\u0000")]
    [InlineData("\u001F")]
    [InlineData("\u007F")]
    [InlineData("\uFFFD")]
    [InlineData("\uFFFF")]
    [InlineData("\uFDD0")]
    [InlineData("\uE123")]
    public void WhatIsNoCharacterTellsNothing(string raw) => Assert.Null(ReadableText.Of(raw, null));

    [Fact]
    public void HalvesOfPairsAndPrivatePlanesAreLeftOut()
    {
        Assert.Equal("ab", ReadableText.Of("a\uD800b", null));
        Assert.Null(ReadableText.Of("\uDC00", null));
        Assert.Null(ReadableText.Of("\uD800", null));
        Assert.Null(ReadableText.Of("\uDBFF\uDFFC", null));
    }

    [Fact]
    public void NothingUnreadableEverComesThrough()
    {
        for (int value = 0; value < 0x10000; value++)
        {
            foreach (char letter in ReadableText.Of(((char)value).ToString(), null) ?? "")
            {
                Assert.False(
                    char.IsControl(letter)
                        || char.IsSurrogate(letter)
                        || letter is >= '\uE000' and <= '\uF8FF' or >= '\uFFF0',
                    $"U+{value:X4}"
                );
            }
        }
    }

    [Theory]
    [InlineData("Wingdings-Regular", "\u00FC", "✓")]
    [InlineData("Wingdings", "\u00A7", "▪")]
    [InlineData("Wingdings", "\u0076", "❖")]
    [InlineData("Wingdings", "\uF0D8", "➢")]
    [InlineData("Wingdings", "✓", "✓")]
    [InlineData("Wingdings2", "\uF050", "✓")]
    [InlineData("Wingdings 3", "\u007D", "▶")]
    [InlineData("Webdings", "\u0061", "✔")]
    [InlineData("SymbolMT", "\uF0B7", "•")]
    [InlineData("SymbolMT", "\u00B7", "•")]
    [InlineData("Symbol", "\uF061", "α")]
    [InlineData("Symbol", "a", "a")]
    public void SymbolFontsGiveTheSymbolTheyShow(string font, string raw, string text) =>
        Assert.Equal(text, ReadableText.Of(raw, SymbolSet.Find(font)));

    [Fact]
    public void FontsOfLettersAreNoSymbolFonts()
    {
        Assert.Null(SymbolSet.Find("Arial"));
        Assert.Null(SymbolSet.Find("SegoeUISymbol"));
    }
}

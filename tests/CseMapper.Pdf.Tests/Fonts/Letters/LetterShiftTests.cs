using CseMapper.Pdf.Fonts.Letters;

namespace CseMapper.Pdf.Tests.Fonts.Letters;

public class LetterShiftTests
{
    [Theory]
    [InlineData(-29)]
    [InlineData(-3)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(13)]
    [InlineData(-30)]
    public void AConstantShiftIsFoundAndUndone(int distance)
    {
        string moved = LetterTexts.Moved(LetterTexts.English, distance);
        LetterShift? shift = LetterShift.Find(moved);
        Assert.NotNull(shift);
        Assert.Equal(LetterTexts.English, string.Concat(moved.Select(shift.Mend)));
    }

    [Fact]
    public void GlyphIndexesBeyondAsciiFollowTheMacintoshOrder()
    {
        LetterShift? shift = LetterShift.Find(LetterTexts.ByGlyphIndex(LetterTexts.English));
        Assert.NotNull(shift);
        Assert.Equal(
            ["’", "–", "•"],
            new[] { 183, 178, 135 }.Select(glyph => shift.Mend((char)(LetterShift.FirstPlaceholder + glyph)))
        );
    }

    [Theory]
    [MemberData(nameof(LetterTexts.Languages), MemberType = typeof(LetterTexts))]
    public void TextThatReadsIsLeftAlone(string text) => Assert.Null(LetterShift.Find(text));

    [Fact]
    public void WhatNoShiftMendsIsLeftAlone()
    {
        Assert.Null(LetterShift.Find(LetterTexts.Swapped(LetterTexts.English)));
        Assert.Null(LetterShift.Find(LetterTexts.Renumbered(LetterTexts.English, '!')));
        Assert.Null(
            LetterShift.Find(
                "Name ______________________ Date ____________ Signed ______________________ ____ ____ ____"
            )
        );
    }
}

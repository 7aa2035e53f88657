using CseMapper.Documents.Ocr;
using CseMapper.Pdf;

namespace CseMapper.Documents.Tests.Ocr;

public class TesseractTableTests
{
    private const string Head =
        "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n";

    [Fact]
    public void WordsComeWithTheirLinePlaceAndConfidence()
    {
        IReadOnlyList<PdfRecognisedWord> words = TesseractTable.Read(
            Head
                + "4\t1\t1\t1\t1\t0\t10\t20\t200\t30\t-1\t\n"
                + "5\t1\t1\t1\t1\t1\t10\t20\t60\t30\t96.5\tWithin\r\n"
                + "5\t1\t1\t1\t1\t2\t80\t20\t40\t30\t88\tfive\n"
                + "5\t1\t1\t1\t2\t1\t10\t60\t50\t30\t42.0\tdays\n"
        );
        Assert.Equal(
            [
                new("Within", 1, 10, 20, 70, 50, 0.965f),
                new("five", 1, 80, 20, 120, 50, 0.88f),
                new("days", 2, 10, 60, 60, 90, 0.42f),
            ],
            words
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("no table at all")]
    [InlineData("5\t1\t1\t1\t1\t1\t10\t20\t60\t30\t96.5\t ")]
    [InlineData("5\t1\t1\t1")]
    public void WhatIsNoWordIsPassedOver(string table) => Assert.Empty(TesseractTable.Read(table));

    [Fact]
    public void NumbersThatMakeNoSenseAreHeldInBounds()
    {
        PdfRecognisedWord word = Assert.Single(TesseractTable.Read("5\t1\t1\t1\t1\t1\t99999999999\t-5\tx\t\t700\tA"));
        Assert.Equal((0, 0, 1f), (word.Left, word.Top, word.Confidence));
    }
}

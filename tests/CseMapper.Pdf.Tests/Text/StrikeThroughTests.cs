using CseMapper.Pdf.Tests.Objects;

namespace CseMapper.Pdf.Tests.Text;

public sealed class StrikeThroughTests
{
    private const string Text = "BT /F 11 Tf 1 0 0 1 60 700 Tm (We answer within 20 10 working days.) Tj ET ";
    private const string Struck = "We answer within ~~20~~ 10 working days.\n";
    private const string Living = "We answer within 20 10 working days.\n";

    [Theory]
    [InlineData("0.6 w 149.2 703.6 m 161.5 703.6 l S")]
    [InlineData("0.6 w 161.5 703.6 m 149.2 703.6 l S")]
    [InlineData("149.2 703.2 12.3 0.7 re f")]
    [InlineData("149.2 703.2 m 161.5 703.2 l 161.5 704 l 149.2 704 l f")]
    [InlineData("149.2 702.2 15 1.6 re f")]
    [InlineData("149.2 703.2 6 0.7 re f 155.2 703.2 6.3 0.7 re f")]
    [InlineData("0.4 w 149.2 703 m 161.5 703 l S 149.2 704.2 m 161.5 704.2 l S")]
    [InlineData("q 12.3 0 0 0.8 149.2 703.2 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q")]
    public void AThinLineThroughAWordStrikesItOut(string line) => Assert.Equal(Struck, DrawnPage.TextOf(Text + line));

    [Fact]
    public void ALineMayBeDrawnFirst() => Assert.Equal(Struck, DrawnPage.TextOf("149.2 703.2 12.3 0.7 re f " + Text));

    [Theory]
    [InlineData("0.6 w 149.2 698.5 m 161.5 698.5 l S")]
    [InlineData("0.6 w 149.2 709 m 161.5 709 l S")]
    [InlineData("0.6 w 30 703.6 m 500 703.6 l S")]
    [InlineData("0.6 w 100 703.6 m 161.5 650 l S")]
    [InlineData("0.6 w 154 660 m 154 740 l S")]
    public void OtherLinesDoNot(string line) => Assert.Equal(Living, DrawnPage.TextOf(Text + line));

    [Fact]
    public void ALineThroughSeveralWordsStrikesThemOutTogether() =>
        Assert.Equal(
            "We ~~answer within 20~~ 10 working days.\n",
            DrawnPage.TextOf(Text + "0.6 w 78.9 703.6 m 161.5 703.6 l S")
        );

    [Fact]
    public void APartOfAWordIsStruckOutAlone() =>
        Assert.Equal(
            "within ~~20~~10 days\n",
            DrawnPage.TextOf(
                "BT /F 11 Tf 1 0 0 1 60 700 Tm (within 2010 days) Tj ET 0.6 w 92.4 703.6 m 104.6 703.6 l S"
            )
        );

    [Fact]
    public void ParagraphsOfStruckLinesAreMarkedOnce()
    {
        string content =
            "BT /F 11 Tf 1 0 0 1 60 700 Tm (This clause applies to all staff and to) Tj 1 0 0 1 60 686 Tm (everybody who works with us.) "
            + "Tj ET 0.6 w 60 703.6 m 240 703.6 l S 60 689.6 m 205.5 689.6 l S";
        Assert.Equal(
            ["~~This clause applies to all staff and to everybody who works with us.~~"],
            DrawnPage.Read(DrawnPage.Make(content)).Blocks.Select(block => ((Documents.TextBlock)block).Text)
        );
    }

    [Theory]
    [InlineData("/Subtype/StrikeOut/Rect[149 698 162 710]/QuadPoints[149.2 709 161.5 709 149.2 698 161.5 698]", Struck)]
    [InlineData("/Subtype/StrikeOut/Rect[149.2 698 161.5 709]", Struck)]
    [InlineData("/Subtype/StrikeOut/Rect[149.2 698 161.5 709]/F 2", Living)]
    [InlineData("/Subtype/Underline/Rect[149.2 698 161.5 709]", Living)]
    [InlineData("/Subtype/Highlight/Rect[149.2 698 161.5 709]", Living)]
    public void RemarksStrikeOut(string annotation, string expected)
    {
        SmallPdf pdf = DrawnPage.Make(Text);
        pdf.Add(
            3,
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Annots[7 0 R]/Resources<</Font<</F 5 0 R>>>>>>"
        );
        pdf.Add(7, $"<</Type/Annot{annotation}>>");
        Assert.Equal(expected, DrawnPage.Read(pdf).Pages[0].Text);
    }

    [Theory]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    public void TurnedPagesAreStruckOutAlike(int turn)
    {
        SmallPdf pdf = DrawnPage.Make(Text + "0.6 w 149.2 703.6 m 161.5 703.6 l S");
        pdf.Add(
            3,
            $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Rotate {turn}/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
        );
        Assert.Equal(Struck, DrawnPage.Read(pdf).Pages[0].Text);
    }

    [Fact]
    public void PunctuationBehindAStruckWordIsKept() =>
        Assert.Equal(
            "We answer ~~soon~~, always\n",
            DrawnPage.TextOf(
                "BT /F 11 Tf 1 0 0 1 60 700 Tm (We answer soon, always) Tj ET 0.6 w 118.1 703.6 m 141.9 703.6 l S"
            )
        );

    [Theory]
    [InlineData("149 690 13 13.6 re S")]
    [InlineData("149 690 m 149 703.6 l 162 703.6 l 162 690 l s")]
    public void TheSideOfABoxStrikesOutNothing(string box) => Assert.Equal(Living, DrawnPage.TextOf(Text + box));

    [Fact]
    public void RulesOfATableStrikeOutNothing() =>
        Assert.DoesNotContain(
            "~~",
            DrawnPage.TextOf(
                "60 690 200 20 re S 60 710 200 20 re S 160 690 m 160 730 l S "
                    + "BT /F 11 Tf 1 0 0 1 62 696 Tm (Calls) Tj 1 0 0 1 162 696 Tm (95%) Tj "
                    + "1 0 0 1 62 716 Tm (Measure) Tj 1 0 0 1 162 716 Tm (Target) Tj ET"
            ),
            StringComparison.Ordinal
        );
}

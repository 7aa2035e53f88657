using CseMapper.Pdf.Tests.Objects;

namespace CseMapper.Pdf.Tests.Text;

public sealed class ClippedTextTests
{
    private const string Old = "BT /F 11 Tf 1 0 0 1 60 640 Tm (We answer within 20 working days.) Tj ET ";
    private const string Shown = "BT /F 11 Tf 1 0 0 1 60 640 Tm (We answer within 10 working days.) Tj ET ";
    private const string Right = "We answer within 10 working days.\n";

    [Theory]
    [InlineData("q 50 690 300 20 re W n ", " Q ")]
    [InlineData("q 50 690 300 20 re W* n ", " Q ")]
    [InlineData("q 50 690 m 350 690 l 350 710 l 50 710 l h W n ", " Q ")]
    [InlineData("q 0 0 600 800 re W n 50 690 300 20 re W n ", " Q ")]
    [InlineData("q 50 630 300 20 re W n q 400 0 200 800 re W n ", " Q Q ")]
    [InlineData("q 100 700 m 100 705 95 710 90 710 c 85 710 80 705 80 700 c h W n ", " Q ")]
    [InlineData("q 0 0 0 0 re W n ", " Q ")]
    public void WhatTheClippingPathHidesIsNoTextAndHidesNoOther(string begin, string end) =>
        Assert.Equal(Right, DrawnPage.TextOf(begin + Old + end + Shown));

    [Theory]
    [InlineData("q 50 630 300 20 re W n ", " Q ")]
    [InlineData("q W n ", " Q ")]
    [InlineData(
        "q 0.7 0.7 -0.7 0.7 300 100 cm 0 0 700 700 re W n 0.7143 -0.7143 0.7143 0.7143 -285.71 142.86 cm ",
        " Q "
    )]
    [InlineData("q 40 500 m 40 900 600 900 600 500 c h W n ", " Q ")]
    [InlineData("q 50 643 300 20 re W n ", " Q ")]
    public void WhatIsSeenAtLeastInPartIsRead(string begin, string end) =>
        Assert.Equal(Right, DrawnPage.TextOf(begin + Shown + end));

    [Theory]
    [InlineData("/BBox[0 680 600 720]", "")]
    [InlineData("/BBox[0 0 600 40]/Matrix[1 0 0 1 0 10]", "")]
    [InlineData("/BBox[0 0 600 800]", Right)]
    public void TheBoxOfAFormClips(string entries, string expected)
    {
        SmallPdf pdf = DrawnPage.Make("/X Do");
        pdf.Add(
            3,
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 7 0 "
                + "R>>>>>>"
        );
        pdf.AddStream(7, "/Type/XObject/Subtype/Form" + entries, Shown);
        Assert.Equal(expected, DrawnPage.Read(pdf).Pages[0].Text);
    }

    [Theory]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    public void TurnedPagesClipAlike(int turn)
    {
        SmallPdf pdf = DrawnPage.Make("q 50 690 300 20 re W n " + Old + " Q " + Shown);
        pdf.Add(
            3,
            $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Rotate {turn}/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
        );
        Assert.Equal(Right, DrawnPage.Read(pdf).Pages[0].Text);
    }

    [Fact]
    public void OneLineDrawnUnderSeveralPathsIsOneLine() =>
        Assert.Equal(
            Right,
            DrawnPage.TextOf(
                "q 50 630 80 20 re W n BT /F 11 Tf 1 0 0 1 60 640 Tm (We answer wi) Tj ET Q "
                    + "q 50 630 300 20 re W n BT /F 11 Tf 1 0 0 1 123.58 640 Tm (thin 10 working days.) Tj ET Q "
            )
        );
}

using CseMapper.Documents;
using CseMapper.Pdf.Tests.Objects;

namespace CseMapper.Pdf.Tests.Text;

public sealed class CoveredTextTests
{
    private const string Text =
        "BT /F 11 Tf 1 0 0 1 60 700 Tm (The complainant is) Tj ET BT /F 11 Tf 1 0 0 1 160 700 Tm (Jo Example) Tj ET ";

    private const string Resources =
        "/ExtGState<</Half<</ca .5/CA .5>>/Multiply<</BM/Multiply>>/Full<</ca 1/BM/Normal>>>>/XObject<</Picture 8 0 "
        + "R/Masked 9 0 R/Form 10 0 R>>/Pattern<</P 11 0 R>>";

    [Theory]
    [InlineData("0 g 158 696 70 14 re f")]
    [InlineData("1 g 158 696 70 14 re f")]
    [InlineData("1 1 1 rg 158 696 m 228 696 l 228 710 l 158 710 l h f*")]
    [InlineData("0 g 158 696 70 14 re B")]
    [InlineData(
        "0 g 160 696 m 226 696 l 228 696 228 696 228 698 c 228 708 l 228 710 228 710 226 710 c "
            + "160 710 l 158 710 158 710 158 708 c 158 698 l 158 696 158 696 160 696 c f"
    )]
    [InlineData("0 g 158 696 30 14 re f 188 696 40 14 re f")]
    [InlineData("0 g 158 696 30 14 re 188 696 40 14 re f")]
    [InlineData("14 w 158 703 m 228 703 l S")]
    [InlineData("q 70 0 0 14 158 696 cm /Picture Do Q")]
    [InlineData("q 70 0 0 14 158 696 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q")]
    [InlineData("q 70 0 0 14 158 696 cm BI /W 1 /H 1 /IM true ID x EI Q")]
    [InlineData("/Half gs /Full gs 158 696 70 14 re f")]
    [InlineData("q 158 696 70 14 re W n 0 0 600 800 re f Q")]
    [InlineData("/Form Do")]
    public void TextUnderAnOpaqueBoxIsCovered(string box)
    {
        PdfContent content = Read(Text + box);
        Assert.Equal(
            [("The complainant is", false), ("Jo Example", true)],
            content.Blocks.Select(block => (TextOf(block), block.IsCovered))
        );
    }

    [Theory]
    [InlineData("/Half gs 158 696 70 14 re f")]
    [InlineData("/Multiply gs 1 1 0 rg 158 696 70 14 re f")]
    [InlineData("/Half gs /Form Do")]
    [InlineData("158 696 70 14 re S")]
    [InlineData("0 g 158 690 70 5 re f")]
    [InlineData("0 g 158 701 70 3.2 re f")]
    [InlineData("/Pattern cs /P scn 158 696 70 14 re f")]
    [InlineData("q 70 0 0 14 158 696 cm /Masked Do Q")]
    [InlineData("q 70 0 0 14 158 696 cm BI /W 8 /H 8 /IM true ID xxxxxxxx EI Q")]
    [InlineData("q 600 0 0 800 0 0 cm /Picture Do Q")]
    [InlineData("q 0 0 10 10 re W n 158 696 70 14 re f Q")]
    public void WhatIsSeenThroughOrBesideItIsNot(string box) =>
        Assert.DoesNotContain(Read(Text + box).Blocks, block => block.IsCovered);

    [Theory]
    [InlineData("0 g 158 696 70 14 re f 1 g ")]
    [InlineData("0 g 50 696 400 14 re f 1 g ")]
    public void TextDrawnAboveABoxIsSeen(string box) =>
        Assert.DoesNotContain(Read(box + Text).Blocks, block => block.IsCovered);

    [Fact]
    public void TextDrawnAgainAboveTheBoxIsSeenOnce() =>
        Assert.Equal(
            [("The complainant is Jo Example", false)],
            Read(Text + "1 g 50 696 400 14 re f 0 g " + Text).Blocks.Select(block => (TextOf(block), block.IsCovered))
        );

    [Fact]
    public void NewWordsAboveAWhiteBoxStandInTheLine() =>
        Assert.Equal(
            [("We answer within 10 working days.", false), ("20", true)],
            Read(
                "BT /F 11 Tf 1 0 0 1 60 700 Tm (We answer within 20 working days.) Tj ET 1 g 148.5 697 13.5 11 re f 0 g "
                    + "BT /F 11 Tf 1 0 0 1 149.2 700 Tm (10) Tj ET"
            )
                .Blocks.Select(block => (TextOf(block), block.IsCovered))
        );

    [Theory]
    [InlineData("/Subtype/Redact/Rect[150 690 230 715]/QuadPoints[158 710 228 710 158 696 228 696]", true)]
    [InlineData("/Subtype/Redact/Rect[158 696 228 710]", true)]
    [InlineData("/Subtype/Square/Rect[158 696 228 710]/IC[0 0 0]", true)]
    [InlineData("/Subtype/Square/Rect[158 696 228 710]/IC[0 0 0]/CA .4", false)]
    [InlineData("/Subtype/Square/Rect[158 696 228 710]/IC[]", false)]
    [InlineData("/Subtype/Square/Rect[158 696 228 710]", false)]
    [InlineData("/Subtype/Square/Rect[158 696 228 710]/IC[0 0 0]/F 2", false)]
    [InlineData("/Subtype/Stamp/Rect[158 696 228 710]/AP<</N 10 0 R>>", true)]
    [InlineData("/Subtype/Highlight/Rect[158 696 228 710]/AP<</N 10 0 R>>", false)]
    [InlineData("/Subtype/Widget/FT/Btn/Rect[158 696 228 710]/AP<</N 10 0 R>>", false)]
    public void RemarksCoverAsTheyAreDrawn(string annotation, bool isCovered) =>
        Assert.Equal(isCovered, Read(Text, annotation).Blocks.Any(block => block.IsCovered));

    [Theory]
    [InlineData(90)]
    [InlineData(270)]
    public void TurnedPagesAreCoveredAlike(int turn) =>
        Assert.Equal(
            ["Jo Example"],
            Read(Text + "0 g 158 696 70 14 re f", turn: turn).Blocks.Where(block => block.IsCovered).Select(TextOf)
        );

    [Fact]
    public void ThePageIsNamedOnce()
    {
        SmallPdf pdf = Make(Text + "0 g 158 696 70 14 re f 50 696 100 14 re f", "", 0);
        PdfDocument document = PdfDocument.Open(pdf.End().Bytes());
        document.ReadContent(TestContext.Current.CancellationToken);
        PdfProblem problem = Assert.Single(document.Problems);
        Assert.Equal((PdfProblemKind.Covered, 1), (problem.Kind, problem.Page));
    }

    private static string TextOf(Block block) =>
        block switch
        {
            TextBlock text => text.Text,
            ListItemBlock item => (item.Label + " " + item.Text).Trim(),
            _ => "",
        };

    private static PdfContent Read(string content, string annotation = "", int turn = 0) =>
        DrawnPage.Read(Make(content, annotation, turn));

    private static SmallPdf Make(string content, string annotation, int turn) =>
        DrawnPage
            .Make(content)
            .Add(
                3,
                $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Rotate {turn}/Contents 4 0 R/Annots[7 0 R]/Resources<</Font<</F "
                    + $"5 0 R>>{Resources}>>>>"
            )
            .Add(7, $"<</Type/Annot{annotation}>>")
            .AddStream(8, "/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", "x")
            .AddStream(9, "/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/SMask 8 0 R", "x")
            .AddStream(10, "/Subtype/Form/BBox[158 696 228 710]/Group<</S/Transparency>>", "0 g 158 696 70 14 re f")
            .AddStream(11, "/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9", "0 0 m 9 9 l S");
}

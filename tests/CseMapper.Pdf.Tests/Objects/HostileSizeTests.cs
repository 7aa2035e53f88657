using System.Text;
using CseMapper.Documents;
using CseMapper.Pdf.Files;

namespace CseMapper.Pdf.Tests.Objects;

/// <summary>Small files that once cost the square of their size, or memory without end.</summary>
public sealed class HostileSizeTests
{
    [Fact]
    public void StreamsWithoutAnEndAreFoundInOnePass()
    {
        const int count = 150_000;
        StringBuilder text = new("%PDF-1.7\n");
        for (int i = 1; i <= count; i++)
            text.Append(i).Append(" 0 obj<<>>stream\nx\nendobj\n");
        Assert.Equal(count, FileScan.Objects(Encoding.Latin1.GetBytes(text.ToString())).Count);
    }

    [Fact]
    public void InlineImagesThatEndWithoutASpaceDoNotHideText()
    {
        string images = string.Concat(Enumerable.Repeat("BI/W 1/H 1 ID xEI\n", 60_000));
        Assert.Equal("After all\n", DrawnPage.TextOf(images + "BT /F 10 Tf 20 700 Td (After all) Tj ET"));
    }

    [Fact]
    public void OneLongTextThatReplacesManySequencesIsCounted()
    {
        StringBuilder content = new("BT /F 10 Tf 20 700 Td ");
        for (int i = 0; i < 100_000; i++)
            content.Append("/Span/R BDC (x) Tj EMC ");
        SmallPdf pdf = DrawnPage.Make(content + "ET");
        pdf.Add(
            3,
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 "
                + "R>>/Properties<</R 7 0 R>>>>>>"
        );
        pdf.Add(7, $"<</ActualText({new string('a', 1_000_000)})>>");
        PdfDocument document = PdfDocument.Open(pdf.End().Bytes());
        document.ReadContent(TestContext.Current.CancellationToken);
        Assert.Contains(document.Problems, problem => problem.Kind == PdfProblemKind.LimitReached);
    }

    [Fact]
    public void ADescriptionSharedByManyFiguresIsKeptForAFewOfThem()
    {
        SmallPdf pdf = DrawnPage.Make("BT /F 10 Tf 20 700 Td (Text) Tj ET");
        pdf.Add(1, "<</Type/Catalog/Pages 2 0 R/StructTreeRoot 7 0 R>>");
        pdf.Add(7, $"<</K[{string.Concat(Enumerable.Repeat("<</S/Figure/Pg 3 0 R/Alt 8 0 R>>", 20_000))}]>>");
        pdf.Add(8, $"({new string('a', 100_000)})");
        PdfContent content = DrawnPage.Read(pdf);
        Assert.InRange(content.Blocks.OfType<TextBlock>().Sum(block => (long)block.Text.Length), 1_000_000, 11_000_000);
    }

    [Fact]
    public void AVeryDeepStructureTreeStillTagsItsText()
    {
        SmallPdf pdf = DrawnPage.Make(
            "/P<</MCID 0>>BDC BT /F 10 Tf 20 700 Td (A tagged heading) Tj ET EMC BT /F 10 Tf 20 680 Td (and text "
                + "below it) Tj ET"
        );
        pdf.Add(1, "<</Type/Catalog/Pages 2 0 R/StructTreeRoot 10 0 R>>").Add(10, "<</K 11 0 R>>");
        for (int i = 11; i < 3_000; i++)
            pdf.Add(i, $"<</S/Sect/K {i + 1} 0 R>>");
        pdf.Add(3_000, "<</S/H2/Pg 3 0 R/K 0>>");
        Assert.Equal(
            "A tagged heading and text below it",
            string.Join(
                ' ',
                DrawnPage
                    .Read(pdf)
                    .Blocks.Select(block => block is HeadingBlock heading ? heading.Text : ((TextBlock)block).Text)
            )
        );
    }
}

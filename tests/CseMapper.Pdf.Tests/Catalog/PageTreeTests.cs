using CseMapper.Pdf.Files;
using CseMapper.Pdf.Objects;
using CseMapper.Pdf.Tests.Objects;

namespace CseMapper.Pdf.Tests.Catalog;

public sealed class PageTreeTests
{
    [Fact]
    public void PagesInheritFromTheNodesAboveThem()
    {
        PdfFile file = new SmallPdf()
            .Add(1, "<</Type/Catalog/Pages 2 0 R>>")
            .Add(2, "<</Type/Pages/Kids[3 0 R 6 0 R]/Rotate 90/MediaBox[0 0 100 200]/Resources<</Font<</F 9 0 R>>>>>>")
            .Add(3, "<</Type/Pages/Kids[4 0 R 5 0 R]/MediaBox 7 0 R>>")
            .Add(4, "<</Type/Page/CropBox[10 10 9999 50]>>")
            .Add(5, "<</Type/Page/Rotate -90/Resources<<>>>>")
            .Add(6, "<</Type/Page>>")
            .Add(7, "[300 400 0 0]")
            .End()
            .Open();
        Assert.Equal(3, file.Pages.Count);
        Assert.Equal(new PageBox(0, 0, 300, 400), file.Pages[0].MediaBox);
        Assert.Equal(new PageBox(10, 10, 300, 50), file.Pages[0].CropBox);
        Assert.Equal(90, file.Pages[0].Rotate);
        Assert.Equal(270, file.Pages[1].Rotate);
        Assert.Equal(0, file.Pages[1].Resources.Count);
        Assert.Equal(100, file.Pages[2].MediaBox.Width);
        Assert.Equal(1, file.Pages[2].Resources.Count);
        Assert.Equal(1, file.Pages.IndexOf(new PdfReference(5, 0)));
        Assert.Null(file.Pages.IndexOf(new PdfReference(2, 0)));
    }

    [Theory]
    [InlineData("[3 0 R 2 0 R null 99 0 R]")]
    [InlineData("[<</Kids[3 0 R]>> 1]")]
    [InlineData("5 0 R")]
    public void CyclesAndGapsAreBorne(string kids)
    {
        PdfFile file = SmallPdf.OnePage().Add(2, $"<</Kids {kids}/Count -7>>").Add(5, "[3 0 R]").End().Open();
        Assert.Single(file.Pages);
        Assert.Equal("Hello", ShownStrings.Of(file));
    }

    [Fact]
    public void ALostPageKeepsItsPlaceAndARepeatedOneStandsTwice()
    {
        PdfProblemLog log = new();
        PdfFile file = SmallPdf.OnePage().Add(2, "<</Kids[99 0 R 3 0 R 3 0 R]/Count 3>>").End().Open(log);
        Assert.Equal(3, file.Pages.Count);
        Assert.Equal("", ShownStrings.Of(file, 0));
        Assert.Equal("Hello", ShownStrings.Of(file, 1));
        Assert.Equal("Hello", ShownStrings.Of(file, 2));
        Assert.Contains("Page 1", Assert.Single(log.Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<</Type/Pages>>")]
    [InlineData("<</Type/Pages/Kids[]/Count 1>>")]
    [InlineData("null")]
    public void WithoutATreeThePagesAreGathered(string root)
    {
        PdfProblemLog log = new();
        PdfFile file = SmallPdf.OnePage().Add(2, root).End().Open(log);
        Assert.Equal("Hello", ShownStrings.Of(file));
        Assert.Contains(log.Problems, problem => problem.Kind == PdfProblemKind.Damaged);
    }

    [Fact]
    public void GatheredPagesHaveTheFontsOfTheNodesAboveThem()
    {
        SmallPdf pdf = DrawnPage
            .Make("BT /F 10 Tf 20 700 Td (Found) Tj ET")
            .Add(1, "<</Type/Catalog>>")
            .Add(2, "<</Type/Pages/Resources<</Font<</F 5 0 R>>>>>>")
            .Add(3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>");
        Assert.Equal("Found\n", DrawnPage.Read(pdf).Pages[0].Text);
    }

    [Fact]
    public void AVeryDeepTreeIsRead()
    {
        const int Depth = 20_000;
        SmallPdf pdf = new SmallPdf().Add(1, "<</Type/Catalog/Pages 2 0 R>>");
        for (int i = 2; i < Depth; i++)
            pdf.Add(i, $"<</Type/Pages/Kids[{i + 1} 0 R]>>");
        Assert.Single(pdf.Add(Depth, "<</Type/Page>>").End().Open().Pages);
    }

    [Fact]
    public void MorePagesThanTheLimitAreLeftOutAndNamed()
    {
        PdfProblemLog log = new();
        PdfFile file = new SmallPdf()
            .Add(1, "<</Type/Catalog/Pages 2 0 R>>")
            .Add(2, "<</Kids[<</Type/Page>><</Type/Page>><</Type/Page>>]>>")
            .End()
            .Open(log, PdfLimits.Default with { Pages = 2 });
        Assert.Equal(2, file.Pages.Count);
        Assert.Equal(PdfProblemKind.LimitReached, Assert.Single(log.Problems).Kind);
    }

    [Theory]
    [InlineData("[0 0 0 0]")]
    [InlineData("[0 0 1e30 5]")]
    [InlineData("[1 2 3]")]
    [InlineData("(x)")]
    public void APageWithoutASaneBoxIsA4(string box)
    {
        PdfFile file = SmallPdf.OnePage().Add(3, $"<</Type/Page/MediaBox {box}>>").End().Open();
        Assert.Equal(new PageBox(0, 0, 595, 842), file.Pages[0].MediaBox);
    }
}

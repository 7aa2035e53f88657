using CseMapper.Pdf.Tests.Objects;

namespace CseMapper.Pdf.Tests.Catalog;

public sealed class UnreadPartsTests
{
    private const string Files = "/Names<</EmbeddedFiles<</Names[(a)7 0 R(b)8 0 R]>>>>";

    [Fact]
    public void AttachedFilesAreNamed()
    {
        PdfProblem problem = Assert.Single(Problems(Files, "A policy"));
        Assert.Equal(PdfProblemKind.Omitted, problem.Kind);
        Assert.StartsWith(
            "2 files (annex.docx, table.xlsx) attached to this PDF were not read.",
            problem.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void OfAPortfolioOnlyTheCoverPageIsRead()
    {
        PdfProblem problem = Assert.Single(Problems(Files + "/Collection<<>>", "Cover"));
        Assert.Equal(PdfProblemKind.Unsupported, problem.Kind);
        Assert.Contains("portfolio of 2 files", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFilePinnedToAPageIsNamedWithThePage()
    {
        SmallPdf pdf = DrawnPage
            .Make("BT /F 10 Tf 20 700 Td (See the annex) Tj ET")
            .Add(
                3,
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 "
                    + "R>>>>/Annots[7 0 R]>>"
            )
            .Add(7, "<</Type/Annot/Subtype/FileAttachment/FS<</F(annex.docx)>>/Rect[200 700 210 710]>>");
        PdfDocument document = PdfDocument.Open(pdf.End().Bytes());
        document.ReadContent(TestContext.Current.CancellationToken);
        PdfProblem problem = Assert.Single(document.Problems);
        Assert.Equal((PdfProblemKind.Omitted, 1), (problem.Kind, problem.Page));
        Assert.Contains("annex.docx", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/NeedsRendering true", "Please wait...", true)]
    [InlineData("", "If this message is not eventually replaced by the proper contents of the document, wait", true)]
    [InlineData("", "A form whose page is there", false)]
    public void AFormThatOnlyItsProgramDrawsIsNamed(string entries, string text, bool isNamed) =>
        Assert.Equal(
            isNamed,
            Problems("/AcroForm<</XFA[(template)9 0 R]>>" + entries, text)
                .Any(problem => problem.Kind == PdfProblemKind.Unsupported)
        );

    private static IReadOnlyList<PdfProblem> Problems(string catalog, string text)
    {
        SmallPdf pdf = DrawnPage
            .Make($"BT /F 8 Tf 20 700 Td ({text}) Tj ET")
            .Add(1, $"<</Type/Catalog/Pages 2 0 R{catalog}>>")
            .Add(7, "<</Type/Filespec/F(annex.docx)>>")
            .Add(8, "<</Type/Filespec/F(x)/UF(table.xlsx)>>")
            .AddStream(9, "", "<template/>");
        PdfDocument document = PdfDocument.Open(pdf.End().Bytes());
        document.ReadContent(TestContext.Current.CancellationToken);
        return document.Problems;
    }
}

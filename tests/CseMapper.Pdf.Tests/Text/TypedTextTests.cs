using CseMapper.Pdf.Tests.Objects;

namespace CseMapper.Pdf.Tests.Text;

public sealed class TypedTextTests
{
    private const string Labels =
        "BT /F 11 Tf 1 0 0 1 60 700 Tm (Policy owner:) Tj 1 0 0 1 60 680 Tm (Review date:) Tj 1 0 0 1 60 640 Tm (Text below.) Tj "
        + "ET";

    [Theory]
    [InlineData("/Subtype/Widget/FT/Tx/V(Head of Service)/DA(/F 11 Tf)")]
    [InlineData("/Subtype/Widget/FT/Tx/V(Head of Service)/AP<</N 8 0 R>>")]
    [InlineData("/Subtype/Widget/FT/Ch/V(h)/Opt[[(h)(Head of Service)][(d)(Director)]]")]
    [InlineData("/Subtype/FreeText/Contents(Head of Service)/DA(/F 11 Tf)")]
    [InlineData("/Subtype/FreeText/Contents(Head of Service)/AP<</N 8 0 R>>")]
    [InlineData("/Subtype/Widget/Parent 9 0 R")]
    public void AValueStandsBehindItsLabel(string annotation) =>
        Assert.Equal(
            ["Policy owner: Head of Service", "Review date:", "Text below."],
            Lines(Read(Labels, annotation + "/Rect[150 696 400 712]"))
        );

    [Fact]
    public void AValueBelowItsLabelFollowsIt() =>
        Assert.Equal(
            ["Policy owner:", "Head of Service", "Text below."],
            Lines(
                Read(
                    "BT /F 11 Tf 1 0 0 1 60 700 Tm (Policy owner:) Tj 1 0 0 1 60 640 Tm (Text below.) Tj ET",
                    "/Subtype/Widget/FT/Tx/V(Head of Service)/DA(/F 11 Tf)/Rect[60 680 300 696]"
                )
            )
        );

    [Fact]
    public void SeveralValuesStandBehindTheirLabelsOnOneLine() =>
        Assert.Equal(
            ["Name: Alma Date: 1 May 2026"],
            Lines(
                Read(
                    "BT /F 11 Tf 1 0 0 1 60 700 Tm (Name:) Tj 1 0 0 1 300 700 Tm (Date:) Tj ET",
                    "/Subtype/Widget/FT/Tx/V(1 May 2026)/DA(/F 11 Tf)/Rect[340 696 400 712]",
                    "/Subtype/Widget/FT/Tx/V(Alma)/DA(/F 11 Tf)/Rect[100 696 200 712]"
                )
            )
        );

    [Fact]
    public void AnOldAppearanceThatShowsLessThanTheValueGivesWay() =>
        Assert.Contains(
            "Head of Service and Director of Housing",
            Read(
                Labels,
                "/Subtype/Widget/FT/Tx/V(Head of Service and Director of Housing)/AP<</N 8 0 R>>/Rect[150 696 400 712]"
            )
                .Pages[0]
                .Text,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("/Subtype/Widget/FT/Tx/Ff 8192/V(opensesame)/DA(/F 11 Tf)")]
    [InlineData("/Subtype/Widget/FT/Tx/Ff 8192/V(opensesame)/AP<</N 8 0 R>>")]
    [InlineData("/Subtype/Widget/FT/Tx/V(opensesame)/Parent 10 0 R")]
    public void APasswordIsNeverShown(string field)
    {
        PdfContent content = Read(Labels, field + "/Rect[150 696 400 712]");
        Assert.Equal(["Policy owner:", "Review date:", "Text below."], Lines(content));
        Assert.All(content.Blocks, block => Assert.Equal(Documents.BlockRole.Body, block.Role));
    }

    [Fact]
    public void ARemarkIsNoText()
    {
        PdfContent content = Read(Labels, "/Subtype/Text/Contents(Please check)/Rect[150 696 170 712]");
        Assert.Equal(["Policy owner:", "Review date:", "Text below."], Lines(content));
        Assert.Equal(
            "Please check",
            Assert.Single(content.Blocks, block => block.Role == Documents.BlockRole.Annotation)
                is Documents.TextBlock text
                ? text.Text
                : ""
        );
    }

    [Fact]
    public void OnATurnedPageTheyStandBehindTheirLabelsToo()
    {
        SmallPdf pdf = Make(Labels, ["/Subtype/Widget/FT/Tx/V(Head of Service)/AP<</N 8 0 R>>/Rect[150 696 400 712]"]);
        pdf.Add(
            3,
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Rotate 90/Contents 4 0 R/Annots[20 0 R]/Resources<</Font<</F 5 0 R>>>>>>"
        );
        Assert.StartsWith(
            "Policy owner:\tHead of Service\n",
            DrawnPage.Read(pdf).Pages[0].Text,
            StringComparison.Ordinal
        );
    }

    private static string[] Lines(PdfContent content) =>
        content.Pages[0].Text.Replace('\t', ' ').Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static PdfContent Read(string content, params string[] annotations) =>
        DrawnPage.Read(Make(content, annotations));

    private static SmallPdf Make(string content, string[] annotations)
    {
        SmallPdf pdf = DrawnPage.Make(content);
        string list = string.Join(' ', annotations.Select((_, i) => $"{i + 20} 0 R"));
        pdf.Add(
            3,
            $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Annots[{list}]/Resources<</Font<</F 5 0 R>>>>>>"
        );
        pdf.AddStream(
            8,
            "/Subtype/Form/BBox[0 0 250 16]/Resources<</Font<</F 5 0 R>>>>",
            "/Tx BMC q 1 1 248 14 re W n BT /F 11 Tf 2 4 Td (Head of Service) Tj ET Q EMC"
        );
        pdf.Add(9, "<</FT/Tx/T(owner)/V(Head of Service)/DA(/F 11 Tf)>>");
        pdf.Add(10, "<</FT/Tx/T(pass)/Ff 8192>>");
        for (int i = 0; i < annotations.Length; i++)
            pdf.Add(i + 20, $"<</Type/Annot{annotations[i]}>>");
        return pdf;
    }
}

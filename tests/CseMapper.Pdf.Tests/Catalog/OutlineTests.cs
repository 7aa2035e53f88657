using CseMapper.Pdf.Catalog;
using CseMapper.Pdf.Files;
using CseMapper.Pdf.Objects;
using CseMapper.Pdf.Tests.Objects;

namespace CseMapper.Pdf.Tests.Catalog;

public sealed class OutlineTests
{
    [Fact]
    public void BookmarksComeWithTitleLevelAndPlace()
    {
        PdfFile file = TwoPages(
                "/Outlines 10 0 R/Dests<</old 8 0 R>>/Names<</Dests<</Kids[<</Names[(new)<</D[4 0 R/FitH 120]>>]>>]>>>>"
            )
            .Add(8, "[3 0 R/Fit]")
            .Add(10, "<</First 11 0 R>>")
            .Add(11, "<</Title(1  Purpose\r)/Dest[3 0 R/XYZ 0 700 0]/First 12 0 R/Next 13 0 R>>")
            .Add(12, "<</Title(1.1 Scope)/A<</S/GoTo/D(new)>>>>")
            .Add(13, "<</Title<FEFF0032>/Dest/old/Next 14 0 R>>")
            .Add(14, "<</Title(Elsewhere)/A<</S/URI/URI(x)>>/Next 15 0 R>>")
            .Add(15, "<</Title(By number)/Dest[1/Fit]/Next 11 0 R/First 15 0 R>>")
            .End()
            .Open();
        Assert.Equal(
            [
                new("1 Purpose", 1, new Destination(0, 700)),
                new("1.1 Scope", 2, new Destination(1, 120)),
                new("2", 1, new Destination(0, null)),
                new("Elsewhere", 1, null),
                new("By number", 1, new Destination(1, null)),
            ],
            Outline.Read(file)
        );
    }

    [Fact]
    public void AFileWithoutBookmarksHasNone()
    {
        Assert.Empty(Outline.Read(TwoPages("").End().Open()));
        Assert.Empty(Outline.Read(TwoPages("/Outlines 3").End().Open()));
    }

    [Fact]
    public void NamesThatStandForThemselvesLeadNowhere()
    {
        PdfFile file = TwoPages("/Dests<</a/b/b/a>>").End().Open();
        Assert.Null(new Destinations(file).Find(PdfValue.Name("a")));
    }

    internal static SmallPdf TwoPages(string catalog) =>
        new SmallPdf()
            .Add(1, $"<</Type/Catalog/Pages 2 0 R{catalog}>>")
            .Add(2, "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>")
            .Add(3, "<</Type/Page>>")
            .Add(4, "<</Type/Page>>");
}

using System.Globalization;
using CseMapper.Documents.Pdf;
using CseMapper.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace CseMapper.Documents.Tests;

public sealed class PrintedPagesTests
{
    [Theory]
    [InlineData("1|2|3", "")]
    [InlineData("i|ii|1|2", "i|ii|1|2")]
    [InlineData("Cover|2|3", "Cover|2|3")]
    [InlineData("||1|2", "1 of the file|2 of the file|1|2")]
    [InlineData("|ii|1", "1 of the file|ii|1")]
    [InlineData("|i", "1|i")]
    [InlineData("1|2|1|2", "")]
    [InlineData("x|x", "")]
    [InlineData("Page  A-1|page Page 2|3", "A-1|2|3")]
    [InlineData("a\u0007b|i", "1|i")]
    [InlineData("\u202Eiv|i", "1|i")]
    [InlineData("a label of far more than forty characters in all|i", "1|i")]
    public void PagesAreCitedByTheirLabelsWhereThoseTellThem(string labels, string cited)
    {
        PrintedPages pages = PrintedPages.From(labels.Split('|'));

        Assert.Equal(cited, string.Join('|', pages.Labels.Select((label, at) => PageCitation.Name(at + 1, label))));
    }

    [Fact]
    public void APageOutsideHasNoLabel()
    {
        PrintedPages pages = PrintedPages.From(["i", "ii"]);

        Assert.Equal(("ii", null, null), (pages.LabelOf(2), pages.LabelOf(3), pages.LabelOf(null)));
    }

    [Fact]
    public void NoTwoPagesAreCitedAlikeWhateverTheLabels()
    {
        Gen<string> label = Gen.Elements("", "", "1", "2", "3", "4", "i", "ii", "iii", "A-1", " 2 ", "page 3", "Cover");

        PropertyTest.Holds(
            label.ListOf(),
            labels =>
            {
                PrintedPages pages = PrintedPages.From([.. labels]);
                string[] cited =
                [
                    .. Enumerable.Range(1, labels.Count).Select(page => PageCitation.Name(page, pages.LabelOf(page))),
                ];
                return cited.Distinct(StringComparer.Ordinal).Count() == cited.Length
                    && PrintedPages.From(cited).Labels.SequenceEqual(pages.Labels);
            }
        );
    }

    [Fact]
    public void APdfBringsItsLabels()
    {
        using MemoryStream file = new(LabelledPdf.Write("0<</S/r>>2<</S/D/P(A-)>>", "One.", "Two.", "Three.", "Four."));

        SourceDocument document = new PdfReader()
            .Read(file, ReadOptions.Default, TestContext.Current.CancellationToken)
            .Document!;

        Assert.Equal(["i", "ii", "A-1", "A-2"], document.PrintedPages.Labels);
        Assert.Equal([1, 2, 3, 4], document.Blocks.Select(block => block.Location.Page));
    }

    [Theory]
    [InlineData(6, "iv", "page iv", "iv (6th of the file)", "page iv is the 6th of the file")]
    [InlineData(21, "A-1", "page A-1", "A-1 (21st of the file)", "page A-1 is the 21st of the file")]
    [InlineData(112, "x", "page x", "x (112th of the file)", "page x is the 112th of the file")]
    [InlineData(2, "2 of the file", "page 2 of the file", "2 of the file", "")]
    [InlineData(4, null, "page 4", "4", "")]
    public void APageIsNamed(int page, string? label, string shortly, string full, string physical)
    {
        Assert.Equal(
            (shortly, full, physical),
            (PageCitation.Brief(page, label), PageCitation.Full(page, label), PageCitation.Physical(page, label))
        );
    }

    [Fact]
    public void WherePagesAreNotCountedNothingIsSaid()
    {
        Assert.Equal(("", ""), (PageCitation.Brief(null, null), PageCitation.Physical(null, null)));
        Assert.Equal("about page 4", PageCitation.Brief(4, null, isApproximate: true));
        Assert.Equal(
            "1st 2nd 3rd 4th 11th 12th 13th 22nd 103rd",
            string.Join(' ', new[] { 1, 2, 3, 4, 11, 12, 13, 22, 103 }.Select(PageCitation.Ordinal))
        );
    }
}

using CseMapper.Documents;
using CseMapper.Testing;

namespace CseMapper.PdfPig.Tests;

public sealed class PdfPigWordsTests
{
    [Fact]
    public void EveryPageHasItsWordsLineByLine()
    {
        using FileStream stream = File.OpenRead(
            RepositoryFiles.Path("corpus-samples", "Accessible Information Policy.pdf")
        );

        SourceDocument document = new PdfPigWords()
            .Read(stream, ReadOptions.Default, TestContext.Current.CancellationToken)
            .Document!;

        Assert.Equal(document.PageCount, document.PageTexts.Count);
        Assert.Contains("Choosing the right way", document.PageTexts[1], StringComparison.Ordinal);
        Assert.True(document.PageTexts[0].Split('\n').Length > 10);
    }

    [Fact]
    public void LinesThatNoViewerShowsAreThereAsWell()
    {
        using MemoryStream stream = new(LayeredPdf.Of(["What is shown."], "What is switched off."));

        SourceDocument document = new PdfPigWords()
            .Read(stream, ReadOptions.Default, TestContext.Current.CancellationToken)
            .Document!;

        Assert.Equal("What is shown.\nWhat is switched off.", Assert.Single(document.PageTexts));
    }

    [Fact]
    public void ABrokenFileIsAStatusAndNoException()
    {
        using MemoryStream stream = new("%PDF-1.7\nnothing"u8.ToArray());

        IngestResult result = new PdfPigWords().Read(
            stream,
            ReadOptions.Default,
            TestContext.Current.CancellationToken
        );

        Assert.Equal((ReadStatus.Unreadable, null), (result.Status, result.Document));
    }
}

using static CseMapper.Documents.Tests.Word.SmallWordFile;

namespace CseMapper.Documents.Tests.Word;

public sealed class PageEstimateTests
{
    private const string Sentence =
        "We answer every letter within ten working days, tell the customer who is dealing with it, and say how to complain. ";

    [Fact]
    public void WordsFillPagesWhereWordHasLeftNoMarks()
    {
        // About 2,300 words in letters of ten points: three pages and a bit.
        int[] pages = Pages(new SmallWordFile(Paragraphs(35)));

        Assert.Equal(1, pages[0]);
        Assert.InRange(pages[^1], 3, 4);
        Assert.Equal(pages.Order(), pages);
    }

    [Fact]
    public void ABreakOfTheAuthorsBeginsAPage()
    {
        int[] pages = Pages(
            new SmallWordFile(P("Title") + P("Contents", "<w:pageBreakBefore/>") + P("Scope", "<w:pageBreakBefore/>"))
        );

        Assert.Equal([1, 2, 3], pages);
    }

    [Fact]
    public void RowsOfATableTakeTheirRoom()
    {
        string row = $"<w:tr><w:tc>{P("Measure")}</w:tc><w:tc>{P(Sentence + Sentence)}</w:tc></w:tr>";

        TableBlock table = Assert.IsType<TableBlock>(
            Reading.Of(new SmallWordFile($"<w:tbl>{string.Concat(Enumerable.Repeat(row, 60))}</w:tbl>")).Blocks[0]
        );

        Assert.Equal(1, table.Rows[0].Page);
        Assert.InRange(table.Rows[^1].Page!.Value, 5, 9);
    }

    [Theory]
    [InlineData(2300, 9, 8, 10)]
    [InlineData(4, 9, 3, 4)]
    public void TheCountOfTheProgramThatSavedItIsKeptToWhereItsWordsAreRight(
        int words,
        int counted,
        int least,
        int most
    )
    {
        SmallWordFile file = new SmallWordFile(Paragraphs(35)).PackagePart(
            "docProps/app.xml",
            "application/vnd.openxmlformats-officedocument.extended-properties+xml",
            "extended-properties",
            $"<Properties><Pages>{counted}</Pages><Words>{words}</Words></Properties>"
        );

        Assert.InRange(Pages(file)[^1], least, most);
    }

    [Fact]
    public void MarksThatWordHasLeftGoBefore()
    {
        string marked = $"<w:p><w:r><w:lastRenderedPageBreak/><w:t>{Sentence}</w:t></w:r></w:p>";

        Assert.Equal(2, Pages(new SmallWordFile(Paragraphs(35) + marked))[^1]);
    }

    private static string Paragraphs(int count) =>
        string.Concat(Enumerable.Repeat(P(Sentence + Sentence + Sentence), count));

    private static int[] Pages(SmallWordFile file) =>
        [.. Reading.Of(file).Blocks.Select(block => block.Location.Page!.Value)];
}

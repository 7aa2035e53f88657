using System.Text;
using CseMapper.Documents.Sheets;
using CseMapper.Testing;

namespace CseMapper.Documents.Tests.Sheets;

public sealed class CsvTableReaderTests
{
    [Theory]
    [InlineData("Name,Target\r\nLetters,10 days\r\n", "table with 1 heads: Name | Target / Letters | 10 days")]
    [InlineData(
        "Name;Target\nLetters;\"ten; \"\"working\"\"\ndays\"",
        "table with 1 heads: Name | Target / Letters | ten; \"working\"\ndays"
    )]
    [InlineData("a\tb, c\rd\te", "table with 1 heads: a | b, c / d | e")]
    [InlineData("sep=|\na|b", "table: a | b")]
    [InlineData("one, two, three, four; five\n\n", "table: one | two | three | four; five")]
    public void ValuesAreATable(string text, string expected) => Assert.Equal([expected], Blocks(text));

    [Fact]
    public void AnUnclosedQuotationMarkEndsWithTheFile() => Assert.Equal(["table: a | b\nc"], Blocks("a,\"b\nc"));

    [Fact]
    public void AnEmptyTableSaysSo() =>
        Assert.Equal(ReadStatus.Unreadable, OfficeFiles.Read(new CsvTableReader(), ",,\n,,\n").Status);

    private static string[] Blocks(string text) =>
        ShownBlocks.Of(OfficeFiles.Read(new CsvTableReader(), Encoding.UTF8.GetBytes(text)));
}

public sealed class CsvTableReaderRules : DocumentReaderRules
{
    protected override IDocumentReader Reader { get; } = new CsvTableReader();

    protected override byte[] Sample { get; } =
        Encoding.UTF8.GetBytes(
            "Measure,Target\n" + string.Concat(Enumerable.Range(1, 60).Select(n => $"Measure {n},{n} working days\n"))
        );
}

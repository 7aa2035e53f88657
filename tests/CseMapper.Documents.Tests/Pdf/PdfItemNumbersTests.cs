using CseMapper.Documents.Pdf;
using CseMapper.Pdf;

namespace CseMapper.Documents.Tests.Pdf;

public sealed class PdfItemNumbersTests
{
    [Theory]
    [InlineData("7", 1, "(b)", "7(b)")]
    [InlineData("7", 1, "3.", "3")]
    [InlineData(null, 1, "(b)", "b")]
    [InlineData("7", 1, "•", null)]
    public void ItemsAreNumberedUnderTheirClause(string? clause, int depth, string label, string? number)
    {
        PdfItemNumbers numbers = new();
        numbers.Pass(new PdfParagraph(1, default, clause, "The officer shall:"));
        Assert.Equal(number, numbers.Of(new PdfListItem(1, default, depth, label, "reply")));
    }

    [Fact]
    public void ItemsInsideItemsCarryTheNumbersAround()
    {
        PdfItemNumbers numbers = new();
        numbers.Pass(new PdfHeading(1, default, 1, "7", "Duties"));
        numbers.Pass(new PdfListItem(1, default, 1, "(b)", "The officer shall:"));
        Assert.Equal("7(b)(ii)", numbers.Of(new PdfListItem(1, default, 2, "(ii)", "reply")));
    }
}

using CseMapper.Documents;
using CseMapper.Pdf.Layout.Structure;

namespace CseMapper.Pdf.Tests.Layout.Structure;

public sealed class ItemNumbersTests
{
    [Theory]
    [InlineData("7", 1, "(b)", "7(b)")]
    [InlineData("7", 1, "3.", "3")]
    [InlineData(null, 1, "(b)", "b")]
    [InlineData("7", 1, "•", null)]
    public void ItemsAreNumberedUnderTheirClause(string? clause, int depth, string label, string? number)
    {
        ItemNumbers numbers = new();
        numbers.Pass(new TextBlock(default, clause, "The officer shall:"));
        Assert.Equal(number, numbers.NumberOf(depth, label));
    }

    [Fact]
    public void ItemsInsideItemsCarryTheNumbersAround()
    {
        ItemNumbers numbers = new();
        numbers.Pass(new HeadingBlock(default, 1, "7", "Duties"));
        numbers.Pass(
            new ListItemBlock(default, 1, "(b)", "The officer shall:") { Number = numbers.NumberOf(1, "(b)") }
        );
        Assert.Equal("7(b)(ii)", numbers.NumberOf(2, "(ii)"));
    }
}

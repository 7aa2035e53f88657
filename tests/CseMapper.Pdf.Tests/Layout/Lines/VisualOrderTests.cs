using CseMapper.Pdf.Layout.Lines;
using FsCheck;
using FsCheck.Fluent;

namespace CseMapper.Pdf.Tests.Layout.Lines;

public sealed class VisualOrderTests
{
    [Theory]
    [InlineData("םולש", "שלום")]
    [InlineData("?םולש המ", "מה שלום?")]
    [InlineData("12.5 ףיעס", "סעיף 12.5")]
    [InlineData("see םולש here", "see שלום here")]
    public void LinesAreTurnedIntoTheOrderOfReading(string drawn, string read)
    {
        char[] line = drawn.ToCharArray();
        VisualOrder.ToLogical(line);
        Assert.Equal(read, new string(line));
    }

    [Fact]
    public void NoLetterIsLostOrAdded() =>
        Prop.ForAll<string>(text =>
            {
                char[] line = (text ?? "")
                    .Where(letter => !"()[]{}<>«»‹›".Contains(letter, StringComparison.Ordinal))
                    .ToArray();
                char[] before = [.. line.Order()];
                VisualOrder.ToLogical(line);
                return before.SequenceEqual(line.Order());
            })
            .QuickCheckThrowOnFailure();
}

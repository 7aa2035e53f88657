using CseMapper.Documents;
using CseMapper.Pdf.Tests.Objects;

namespace CseMapper.Pdf.Tests.Layout.Lines;

public sealed class HyphensTests
{
    /// <summary>A column as wide as its widest line, so that every line is full.</summary>
    private static string BlockOf(params string[] lines)
    {
        (double, double, double, string)[] placed = [.. lines.Select((line, i) => (50d, 700d - (12 * i), 10d, line))];
        return string.Join(
            '\n',
            DrawnPage.Read(DrawnPage.Make(DrawnPage.Lines(placed))).Blocks.Cast<TextBlock>().Select(block => block.Text)
        );
    }

    [Fact]
    public void TheRestOfABrokenWordIsNoWordOfTheDocument() =>
        Assert.Equal(
            "whether it is two councils or one, or other organisations that we write to in the",
            BlockOf("whether it is two councils or one, or other or-", "ganisations that we write to in the")
        );

    [Fact]
    public void AProgramThatBreaksWordsBreaksThemAtPrefixesToo() =>
        Assert.Equal(
            "the administration of departmental money is what officers are responsible for and do",
            BlockOf(
                "the admini-",
                "stration of depart-",
                "mental money is what officers are re-",
                "sponsible for and do"
            )
        );

    [Fact]
    public void WhereNoWordIsBrokenAHyphenAfterAPrefixIsWritten() =>
        Assert.Equal(
            "officers of the council meet its customers to co-design all of the services",
            BlockOf("officers of the council meet its customers to co-", "design all of the services")
        );

    [Theory]
    [InlineData(
        "the form that is used for all complaints is at https://council.example/forms/complaints-",
        "form-for-all.pdf"
    )]
    [InlineData("the council keeps every record on its long IT-", "enabled register of records")]
    public void TheHyphenOfAnAddressOrAnAbbreviationStays(string above, string below) =>
        Assert.Equal(above + below, BlockOf(above, below));

    [Fact]
    public void AWordBrokenTwiceIsWholeInTheTextOfThePage() =>
        Assert.Equal(
            "telecommunications\nare here\n",
            DrawnPage
                .TextOf(
                    DrawnPage.Lines(
                        (50, 700, 10, "telecom-"),
                        (50, 688, 10, "munica-"),
                        (50, 676, 10, "tions are"),
                        (50, 664, 10, "here")
                    )
                )
                .Replace("\nhere", " here", StringComparison.Ordinal)
        );
}

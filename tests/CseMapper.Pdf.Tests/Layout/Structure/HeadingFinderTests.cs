using System.Globalization;
using System.Text;
using CseMapper.Documents;
using CseMapper.Pdf.Tests.Objects;

namespace CseMapper.Pdf.Tests.Layout.Structure;

public sealed class HeadingFinderTests
{
    private const string Body =
        "The council answers every complaint within ten working days, and writes to|everybody who complained about what it has "
        + "learnt from it and what it will do|so that nobody has to complain again.";

    [Theory]
    [InlineData("Why do we need your data?")]
    [InlineData("What happens to the complaint that you have made to us?")]
    [InlineData("Our promise to customers")]
    public void BoldLinesAboveTextAreHeadings(string words) =>
        Assert.Equal([words], Headings(("B", words), ("F", Body)));

    [Theory]
    [InlineData("F", "Why do we need your data?")]
    [InlineData("B", "We answer every complaint within ten days.")]
    [InlineData("B", "Complaints are answered by the head of the")]
    [InlineData("B", "Date of the complaint: ______________")]
    public void OtherLinesAreNone(string font, string words) => Assert.Empty(Headings((font, words), ("F", Body)));

    [Fact]
    public void ASentenceThatIntroducesAListIsNone() =>
        Assert.Empty(
            Headings(
                ("B", "Every answer to a complaint must include:"),
                ("F", "\\225 what was found|\\225 what will be done"),
                ("F", Body)
            )
        );

    [Fact]
    public void BoldWordsThatASentenceGoesOnFromAreNone() =>
        Assert.Empty(
            Headings(
                ("B", "The head of service"),
                ("F", "answers every complaint that is made to the council."),
                ("F", Body)
            )
        );

    [Fact]
    public void ATitleThatBreaksOffGoesOnInTheNextLine() =>
        Assert.Equal(
            ["Prioritization of complaints and compliments"],
            Headings(("B", "Prioritization of complaints and|compliments"), ("F", Body))
        );

    [Theory]
    [InlineData(
        60,
        "The team writes to everybody who has complained about a service of the",
        "PACS unit that was set up last year and",
        "that answers to the council."
    )]
    [InlineData(60, "The team writes to everybody who has complained about a service of the", "NHS.", null)]
    [InlineData(
        84,
        "The team writes to everybody who has complained about a service of the",
        "council and of those who work for it and",
        "who have agreed to it."
    )]
    public void AParagraphGoesOnBelowAFullLine(double left, string first, string second, string? third)
    {
        StringBuilder content = new();
        Add(content, "F", 60, 700, first);
        Add(content, "F", left, 686, second);
        if (third is not null)
            Add(content, "F", left, 672, third);
        Add(content, "F", 60, 640, "This line is there to show how wide the column of the text on this page is.");
        PdfContent page = DrawnPage.Read(DrawnPage.Make(content.ToString()));
        Assert.Equal(
            string.Join(' ', new[] { first, second, third }.OfType<string>()),
            Assert.IsType<TextBlock>(page.Blocks[0]).Text
        );
    }

    private static IEnumerable<string> Headings(params (string Font, string Words)[] parts)
    {
        StringBuilder content = new();
        double y = 740;
        foreach ((string font, string words) in parts)
        {
            foreach (string line in words.Split('|'))
            {
                Add(content, font, 60, y, line);
                y -= 14;
            }
        }

        return DrawnPage
            .Read(DrawnPage.Make(content.ToString()))
            .Blocks.OfType<HeadingBlock>()
            .Select(heading => heading.Text);
    }

    private static void Add(StringBuilder content, string font, double x, double y, string words) =>
        content.Append(CultureInfo.InvariantCulture, $"BT /{font} 11 Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET\n");
}

using CseMapper.Pdf.Tests.Objects;

namespace CseMapper.Pdf.Tests.Layout.Structure;

public sealed class BlockJoinerTests
{
    private const string Full = "Words that fill the whole line of a column to its edge";
    private const string End = "and a sentence that ends just where the line does end.";
    private const string Next = "The paragraph goes on with a sentence in a column now.";

    [Fact]
    public void ASentenceThatEndsWithTheLastFullLineOfAColumnDoesNotEndTheParagraph() =>
        Assert.Equal(1, Paragraphs(indent: 0, width: 250));

    [Fact]
    public void WhereTheNextColumnBeginsSetInAParagraphEnded() => Assert.Equal(2, Paragraphs(indent: 12, width: 250));

    [Fact]
    public void ALastLineThatEndsBeforeTheEdgeEndsTheParagraph() => Assert.Equal(2, Paragraphs(indent: 0, width: 240));

    /// <summary>Two columns of justified lines; the last of the first ends with a full stop and is
    /// <paramref name="width"/> points wide.</summary>
    private static int Paragraphs(double indent, double width)
    {
        List<(double, double, string, double)> lines = [];
        for (int i = 0; i < 5; i++)
            lines.Add((40, 700 - (12 * i), Full, 250));
        lines.Add((40, 640, End, width));
        lines.Add((310 + indent, 700, Next, 250 - indent));
        for (int i = 1; i < 6; i++)
            lines.Add((310, 700 - (12 * i), Full, 250));
        string content = string.Concat(lines.Select(line => Justified(line.Item1, line.Item2, line.Item3, line.Item4)));
        return DrawnPage.Read(DrawnPage.Make(content)).Blocks.Count;
    }

    /// <summary>A line stretched to a width, its letters as wide as Helvetica's are.</summary>
    private static string Justified(double x, double y, string text, double width)
    {
        double natural = DrawnPage
            .Read(DrawnPage.Make($"BT /F 9 Tf 40 700 Td ({text}) Tj ET"))
            .Blocks[0]
            .Location.Box!.Value.Width;
        return FormattableString.Invariant($"BT /F 9 Tf {100 * width / natural:F3} Tz {x} {y} Td ({text}) Tj ET\n");
    }
}

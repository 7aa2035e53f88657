using static CseMapper.Documents.Tests.Word.NumberingCases;
using static CseMapper.Documents.Tests.Word.SmallWordFile;

namespace CseMapper.Documents.Tests.Word;

/// <summary>What a paragraph is to the document: heading, clause, list item, table, text.</summary>
public sealed class WordStructureTests
{
    private const string HeadingStyles =
        "<w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:name w:val=\"heading 1\"/></w:style><w:style "
        + "w:type=\"paragraph\" w:styleId=\"H2\"><w:name w:val=\"heading 2\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Mine\"><w:name w:val=\"Council heading\"/><w:basedOn "
        + "w:val=\"H2\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Level3\"><w:name w:val=\"Level 3\"/><w:pPr><w:outlineLvl "
        + "w:val=\"2\"/></w:pPr></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"T\"><w:name w:val=\"Title\"/></w:style>";

    private static readonly string _legal =
        Abstract(
            1,
            Level(0, "decimal", "%1."),
            Level(1, "decimal", "%1.%2"),
            Level(2, "lowerLetter", "(%3)"),
            Level(3, "lowerRoman", "(%4)")
        ) + Num(1, 1);

    [Fact]
    public void HeadingsAreToldByStyleChainAndOutlineLevel()
    {
        SourceDocument document = Reading.Of(
            new SmallWordFile(
                P("A", "<w:pStyle w:val=\"H1\"/>")
                    + P("B", "<w:pStyle w:val=\"Mine\"/>")
                    + P("C", "<w:pStyle w:val=\"Level3\"/>")
                    + P("D", "<w:outlineLvl w:val=\"3\"/>")
                    + P("E", "<w:pStyle w:val=\"T\"/>")
                    + P("F", "<w:pStyle w:val=\"H1\"/><w:outlineLvl w:val=\"9\"/>")
            ).Styles(HeadingStyles)
        );
        Assert.Equal(
            ["A1", "B2", "C3", "D4", "E1"],
            document.Blocks.OfType<HeadingBlock>().Select(heading => heading.Text + heading.Level)
        );
        Assert.Equal("F", Assert.IsType<TextBlock>(document.Blocks[^1]).Text);
    }

    [Fact]
    public void AHeadingStyleIsKnownByItsIdWhenTheStylesAreLost() =>
        Assert.Equal(
            2,
            Assert
                .IsType<HeadingBlock>(
                    Assert.Single(Reading.Of(new SmallWordFile(P("Scope", "<w:pStyle w:val=\"Heading2\"/>"))).Blocks)
                )
                .Level
        );

    [Fact]
    public void AClauseInAHeadingStyleIsText()
    {
        Block block = Assert.Single(
            Reading
                .Of(
                    new SmallWordFile(
                        P("We will reply to every complaint within ten working days.", "<w:pStyle w:val=\"H2\"/>")
                    ).Styles(HeadingStyles)
                )
                .Blocks
        );
        Assert.IsType<TextBlock>(block);
    }

    [Theory]
    [InlineData("4.3 Complaints", "4.3", "Complaints")]
    [InlineData("7. How to complain", "7.", "How to complain")]
    [InlineData("Appendix A – Forms", "Appendix A", "– Forms")]
    [InlineData("2 Purpose", "2", "Purpose")]
    [InlineData("24 hours a day", null, "24 hours a day")]
    public void ATypedNumberIsTakenOffAHeading(string typed, string? number, string text)
    {
        HeadingBlock heading = Assert.IsType<HeadingBlock>(
            Assert.Single(Reading.Of(new SmallWordFile(P(typed, "<w:outlineLvl w:val=\"0\"/>"))).Blocks)
        );
        Assert.Equal((number, text), (heading.Number, heading.Text));
    }

    [Theory]
    [InlineData("4.3.2 We reply.", "4.3.2", "We reply.")]
    [InlineData("4.3.2\twe reply.", "4.3.2", "we reply.")]
    [InlineData("10.5 million people live here.", null, "10.5 million people live here.")]
    [InlineData("2027 was a good year.", null, "2027 was a good year.")]
    public void ATypedClauseNumberIsTakenOffAParagraph(string typed, string? number, string text)
    {
        TextBlock block = Assert.IsType<TextBlock>(Assert.Single(Reading.Of(new SmallWordFile(P(typed))).Blocks));
        Assert.Equal((number, text), (block.Number, block.Text));
    }

    [Theory]
    [InlineData("(a) reply", "(a)", "reply")]
    [InlineData("1. reply", "1.", "reply")]
    [InlineData("iv) reply", "iv)", "reply")]
    [InlineData("• reply", "•", "reply")]
    [InlineData("-\treply", "-", "reply")]
    public void ATypedLabelMakesAListItem(string typed, string label, string text)
    {
        ListItemBlock item = Assert.IsType<ListItemBlock>(
            Assert.Single(Reading.Of(new SmallWordFile(P(typed))).Blocks)
        );
        Assert.Equal((label, text), (item.Label, item.Text));
    }

    [Fact]
    public void ClausesCarryTheirNumberAndItemsTheWholeOne()
    {
        SourceDocument document = Reading.Of(
            List(
                _legal,
                Item("Complaints", 1),
                Item("We reply:", 1, 1),
                Item("by letter", 1, 2),
                Item("second class", 1, 3),
                Item("We listen.", 1, 1),
                Item("always", 1, 2)
            )
        );
        Assert.Equal(["1.", "1.1", "1.2"], document.Blocks.OfType<TextBlock>().Select(text => text.Number));
        Assert.Equal(
            ["1.1(a)", "1.1(a)(i)", "1.2(a)"],
            document.Blocks.OfType<ListItemBlock>().Select(item => item.Number)
        );
        Assert.Equal(["(a)", "(i)", "(a)"], document.Blocks.OfType<ListItemBlock>().Select(item => item.Label));
        Assert.Equal([3, 4, 3], document.Blocks.OfType<ListItemBlock>().Select(item => item.Depth));
    }

    [Fact]
    public void ItemsUnderATypedClauseCarryItsNumber()
    {
        string letters = Abstract(1, Level(0, "lowerLetter", "(%1)")) + Num(1, 1);
        SourceDocument document = Reading.Of(
            List(
                letters,
                P("7.2 We will:"),
                Item("listen", 1),
                P("Scope", "<w:outlineLvl w:val=\"0\"/>"),
                Item("reply", 1)
            )
        );
        Assert.Equal(
            ["7.2(a)", "b"],
            document
                .Blocks.OfType<ListItemBlock>()
                .Select(item => item.Number!.Trim('(', ')') == "b" ? "b" : item.Number)
        );
    }

    [Fact]
    public void BulletsHaveNoNumber()
    {
        SourceDocument document = Reading.Of(List(Abstract(1, Level(0, "bullet", "•")) + Num(1, 1), Item("a", 1)));
        Assert.Null(Assert.IsType<ListItemBlock>(Assert.Single(document.Blocks)).Number);
    }

    [Fact]
    public void BoldNumberedLinesAreGuessedHeadings()
    {
        SourceDocument document = Reading.Of(
            new SmallWordFile(
                Bold("1. Purpose")
                    + P("This policy says how we deal with complaints.")
                    + Bold("1.1 Aim")
                    + P("To put things right.")
                    + Bold("2. Scope")
                    + P("All customers are covered by this.")
            )
        );
        Assert.Equal(
            [("1.", "Purpose", 1, true), ("1.1", "Aim", 2, true), ("2.", "Scope", 1, true)],
            document
                .Blocks.OfType<HeadingBlock>()
                .Select(heading => (heading.Number!, heading.Text, heading.Level, heading.IsGuessed))
        );
    }

    [Fact]
    public void LabelsOfATitlePageAreNoHeadings()
    {
        SourceDocument document = Reading.Of(
            new SmallWordFile(
                Bold("Version:")
                    + Bold("Date:")
                    + Bold("Owner:")
                    + P("x")
                    + P("A long paragraph of text that this document begins with.")
            )
        );
        Assert.DoesNotContain(document.Blocks, block => block is HeadingBlock);
    }

    [Fact]
    public void BoldSentencesAndLastLinesAreNoHeadings()
    {
        SourceDocument document = Reading.Of(
            new SmallWordFile(
                Bold("You must not be late.") + P("Text that follows the sentence.") + Bold("End of document")
            )
        );
        Assert.DoesNotContain(document.Blocks, block => block is HeadingBlock);
    }

    [Fact]
    public void AGuessedHeadingStandsBelowAMarkedOne()
    {
        SourceDocument document = Reading.Of(
            new SmallWordFile(
                P("Complaints", "<w:outlineLvl w:val=\"1\"/>")
                    + Bold("How we reply")
                    + P("We reply by letter within ten days.")
            )
        );
        Assert.Equal([2, 3], document.Blocks.OfType<HeadingBlock>().Select(heading => heading.Level));
    }

    [Theory]
    [InlineData("<w:trPr><w:tblHeader/></w:trPr>", "", "", 1)]
    [InlineData("", "<w:b/>", "", 1)]
    [InlineData("", "", "<w:shd w:fill=\"D9D9D9\"/>", 1)]
    [InlineData("", "", "", 0)]
    public void HeaderRowsAreMarkedOrRecognised(string row, string letters, string cell, int expected)
    {
        string Cell(string text) => $"<w:tc><w:tcPr>{cell}</w:tcPr><w:p>{R(text, letters)}</w:p></w:tc>";
        SourceDocument document = Reading.Of(
            new SmallWordFile(
                $"<w:tbl><w:tr>{row}{Cell("Role")}{Cell("Duty")}</w:tr><w:tr><w:tc>{P("Owner")}</w:tc><w:tc>"
                    + $"{P("Reviews the policy")}</w:tc></w:tr></w:tbl>"
            )
        );
        Assert.Equal(expected, Assert.IsType<TableBlock>(Assert.Single(document.Blocks)).HeaderRows);
    }

    [Fact]
    public void ARowOverTheWholeWidthNamesTheTableNotItsColumns()
    {
        string Cell(string text) => $"<w:tc><w:p>{R(text, "<w:b/>")}</w:p></w:tc>";
        SourceDocument document = Reading.Of(
            new SmallWordFile(
                $"<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>{P("Who does what")}"
                    + $"</w:tc></w:tr><w:tr>{Cell("Role")}{Cell("Duty")}</w:tr><w:tr><w:tc>{P("Owner")}</w:tc><w:tc>"
                    + $"{P("Reviews")}</w:tc></w:tr></w:tbl>"
            )
        );
        Assert.Equal("Who does what", Assert.IsType<TextBlock>(document.Blocks[0]).Text);
        TableBlock table = Assert.IsType<TableBlock>(document.Blocks[1]);
        Assert.Equal((1, 2), (table.HeaderRows, table.Rows.Count));
    }

    [Fact]
    public void AFirstRowThatTheTableStyleSetsApartIsAHeader()
    {
        SourceDocument document = Reading.Of(
            new SmallWordFile(
                "<w:tbl><w:tblPr><w:tblStyle w:val=\"Grid4\"/><w:tblLook w:val=\"0420\"/></w:tblPr><w:tr><w:tc>"
                    + $"{P("Role")}</w:tc><w:tc>{P("Duty")}</w:tc></w:tr><w:tr><w:tc>{P("Owner")}</w:tc><w:tc>"
                    + $"{P("Reviews")}</w:tc></w:tr></w:tbl>"
            ).Styles(
                "<w:style w:type=\"table\" w:styleId=\"Grid4\"><w:name w:val=\"Grid Table 4\"/><w:tblStylePr "
                    + "w:type=\"firstRow\"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>"
            )
        );
        Assert.Equal(1, Assert.IsType<TableBlock>(Assert.Single(document.Blocks)).HeaderRows);
    }

    private static string Bold(string text) => $"<w:p>{R(text, "<w:b/>")}</w:p>";
}

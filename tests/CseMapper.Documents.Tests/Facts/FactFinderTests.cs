using CseMapper.Documents.Facts;

namespace CseMapper.Documents.Tests.Facts;

public sealed class FactFinderTests
{
    private static readonly BlockLocation _here = new(1);

    [Theory]
    [InlineData("Review date: 31/03/2027", "31/03/2027", "2027-03-31")]
    [InlineData("Next review due: March 2027", "March 2027", "2027-03-31")]
    [InlineData("Date for review: 1st April 2027", "1st April 2027", "2027-04-01")]
    [InlineData("Date of next review – Sept 2026", "Sept 2026", "2026-09-30")]
    [InlineData("To be reviewed by: 2028", "2028", "2028-12-31")]
    [InlineData("Version 2.0\tReview due 2026-02-28", "2026-02-28", "2026-02-28")]
    public void ReviewDatesAreReadInTheirSpellings(string line, string text, string date)
    {
        DocumentFact? fact = Facts(new TextBlock(_here, null, line)).Review;

        Assert.Equal(
            (text, DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture)),
            (fact?.Text, fact?.Date)
        );
    }

    [Fact]
    public void TitleBlockGivesVersionAndApproval()
    {
        DocumentFacts facts = Facts(
            new HeadingBlock(_here, 1, null, "Customer Care Policy"),
            new TextBlock(_here, null, "Version 4.1, approved by Cabinet on 16 April 2024")
        );

        Assert.Equal(new DocumentFact("Customer Care Policy", "title block"), facts.Title);
        Assert.Equal(new DocumentFact("4.1", "title block"), facts.Version);
        Assert.Equal(new DocumentFact("16 April 2024", "title block", new DateOnly(2024, 4, 16)), facts.Approved);
    }

    [Fact]
    public void ControlTableComesBeforeTheTitleBlock()
    {
        DocumentFacts facts = Facts(
            new TextBlock(_here, null, "Version 1.0"),
            Table(
                ["Policy owner", "Head of Customer Services"],
                ["Version", "2.1"],
                ["Approved by", "Cabinet"],
                ["Date approved", "3.5.24"],
                ["Next review", "April 2027, or earlier if the law changes"]
            )
        );

        Assert.Equal(new DocumentFact("2.1", "document control table"), facts.Version);
        Assert.Equal(new DocumentFact("Head of Customer Services", "document control table"), facts.Owner);
        Assert.Equal(new DateOnly(2024, 5, 3), facts.Approved?.Date);
        Assert.Equal(new DateOnly(2027, 4, 30), facts.Review?.Date);
    }

    [Fact]
    public void FooterIsReadLast()
    {
        DocumentFacts facts = Facts(
            new TextBlock(_here, null, "Text of the policy."),
            new TextBlock(_here, null, "Complaints Policy v3.0\tPage 1") { Role = BlockRole.Footer }
        );

        Assert.Equal(new DocumentFact("v3.0", "footer"), facts.Version);
    }

    [Theory]
    [InlineData("Owner: TBC")]
    [InlineData("Review date: [insert date]")]
    [InlineData("The version control system is reviewed by the owner.")]
    [InlineData("We review complaints in 2024 and answer within 10.5 days.")]
    [InlineData("Review date: soon")]
    [InlineData("Date approved: 31/02/2024")]
    public void NothingIsInvented(string line)
    {
        DocumentFacts facts = Facts(new TextBlock(_here, null, line));

        Assert.Equal(DocumentFacts.None, facts);
    }

    [Theory]
    [InlineData("version 2", "2")]
    [InlineData("Version no. 2.1", "2.1")]
    [InlineData("Version number 3.10", "3.10")]
    [InlineData("Issue no 4", "4")]
    [InlineData("issue 5 draft", "5 draft")]
    [InlineData("Version v1.2", "v1.2")]
    [InlineData("Complaints (v2.0)", "v2.0")]
    [InlineData("v2.0.1 of the policy", "v2.0.1")]
    public void VersionsInSentencesAreRead(string line, string version) =>
        Assert.Equal(version, Facts(new TextBlock(_here, null, line)).Version?.Text);

    [Theory]
    [InlineData("Next review 2028")]
    [InlineData("Review date 2028")]
    [InlineData("Review due 2028")]
    [InlineData("Due for review 2028")]
    [InlineData("Date for review 2028")]
    [InlineData("Date of next review 2028")]
    [InlineData("To be reviewed 2028")]
    public void ReviewsInSentencesAreRead(string line) =>
        Assert.Equal(new DateOnly(2028, 12, 31), Facts(new TextBlock(_here, null, line)).Review?.Date);

    [Theory]
    [InlineData("Approved 2028")]
    [InlineData("Adopted 2028")]
    [InlineData("Ratified 2028")]
    [InlineData("Agreed 2028")]
    [InlineData("Effective from 2028")]
    [InlineData("Issued 2028")]
    public void ApprovalsInSentencesAreRead(string line) =>
        Assert.Equal(new DateOnly(2028, 12, 31), Facts(new TextBlock(_here, null, line)).Approved?.Date);

    [Theory]
    [InlineData("-")]
    [InlineData("—")]
    [InlineData("…")]
    [InlineData("___")]
    [InlineData("n/a")]
    [InlineData("NA")]
    [InlineData("tbc")]
    [InlineData("tba")]
    [InlineData("to be confirmed")]
    [InlineData("[x]")]
    [InlineData("<x>")]
    [InlineData("insert name")]
    [InlineData("click here")]
    [InlineData("dd/mm/yyyy")]
    public void PlaceholdersAreNoOwner(string value) => Assert.Null(Facts(Table(["Owner", value])).Owner);

    private static DocumentFacts Facts(params Block[] blocks) =>
        FactFinder.AddFacts(new SourceDocument(FileFormat.WordOpenXml, blocks, null, DocumentFacts.None)).Facts;

    private static TableBlock Table(params string[][] rows) =>
        new(_here, [.. rows.Select(cells => new TableRow(cells))], 0);
}

using CseMapper.Decisions.Evaluation;
using CseMapper.Documents;
using CseMapper.Testing;

namespace CseMapper.Decisions.Tests.Evaluation;

public sealed class AssessorSheetTests
{
    [Fact]
    public void ColumnsAreKnownByTheirHeadingsWhereverTheyStand()
    {
        AssessorSheet sheet = Read(
            ["Customer Service Excellence 2025", "", "", ""],
            ["Criterion", "What we say", "Evidence supplied", "CSE ref."],
            ["Customer Insight", "We know them.", "Customer Profile.docx\nCensus report", "1.1.1 We understand"],
            ["", "", "Equality Policy, p. 4; Annual Report", ""],
            ["Complaints", "", "Complaints Policy", "2.1.1"],
            ["Not ours", "", "Other", "9.9.9"]
        );

        Assert.Equal(
            [
                ("1.1.1", "Customer Profile.docx"),
                ("1.1.1", "Census report"),
                ("1.1.1", "Equality Policy, p. 4"),
                ("1.1.1", "Annual Report"),
                ("2.1.1", "Complaints Policy"),
            ],
            sheet.Rows.Select(row => (row.Element, row.Document))
        );
    }

    [Fact]
    public void ASheetWithoutTheColumnsIsRefusedWithTheHeadingsSeen()
    {
        InvalidDataException fault = Assert.Throws<InvalidDataException>(() => Read(["Name", "Amount"], ["a", "1"]));

        Assert.Contains("Headings seen: Name, Amount", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Complaints Policy v2 (p. 4)", "Complaints & Feedback/Complaints Policy v3.0.docx")]
    [InlineData("complaints_policy.pdf", "Complaints & Feedback/Complaints Policy v3.0.docx")]
    [InlineData("Annual Complaints Report 2024-25", "Annual Complaints Report 2024–25.pdf")]
    [InlineData("Newsletter", "Residents' Newsletter.pdf")]
    [InlineData("Policy", null)]
    [InlineData("Something else", null)]
    public void FilesAreFoundByTheNamesPeopleGiveThem(string name, string? path)
    {
        DocumentNames names = new([
            "Complaints & Feedback/Complaints Policy v3.0.docx",
            "Annual Complaints Report 2024–25.pdf",
            "Annual Complaints Report 2023–24.pdf",
            "Residents' Newsletter.pdf",
        ]);

        Assert.Equal(path is null ? [] : [path], names.Find(name));
    }

    private static AssessorSheet Read(params string[][] rows) =>
        AssessorSheet.Read(
            new SourceDocument(
                FileFormat.Spreadsheet,
                [new TableBlock(new BlockLocation(null), [.. rows.Select(cells => new TableRow(cells))], 1)],
                null,
                DocumentFacts.None
            ),
            SampleMapping.Standard
        );
}

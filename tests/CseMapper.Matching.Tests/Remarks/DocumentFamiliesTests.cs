using CseMapper.Documents;
using CseMapper.Matching.Loading;
using CseMapper.Matching.Remarks;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Terms;

namespace CseMapper.Matching.Tests.Remarks;

public sealed class DocumentFamiliesTests
{
    private const string Policy =
        "Anyone may complain by telephone, by letter or in person. We acknowledge every complaint within three "
        + "working days and answer it within twenty.";

    private static IndexedDocument Document(string path, string text, DateOnly? approved = null) =>
        new(path, "")
        {
            Passages = [new Passage("p", 0, text, [])],
            Path = path,
            Facts = new DocumentFacts { Approved = approved is { } date ? new DocumentFact("", "", date) : null },
        };

    [Fact]
    public void TheOlderVersionOfADocumentIsSuperseded()
    {
        DocumentFamilies families = new(
            DocumentSource.Of([
                Document("a.docx", Policy, new DateOnly(2019, 5, 1)),
                Document("b.pdf", Policy + " Learning is published.", new DateOnly(2023, 5, 1)),
            ])
        );
        Assert.True(families.IsSuperseded("a.docx"));
        Assert.False(families.IsSuperseded("b.pdf"));
    }

    [Fact]
    public void VersionNumbersInFileNamesTellWhatIsNewerWhereNoDateDoes()
    {
        DocumentFamilies families = new(
            DocumentSource.Of([Document("Complaints v2.1.docx", Policy), Document("Complaints v3.0.docx", Policy)])
        );
        Assert.True(families.IsSuperseded("Complaints v2.1.docx"));
        Assert.False(families.IsSuperseded("Complaints v3.0.docx"));
    }

    [Fact]
    public void DocumentsOnOtherSubjectsAreNoFamily()
    {
        DocumentFamilies families = new(
            DocumentSource.Of([
                Document("a.docx", Policy, new DateOnly(2019, 5, 1)),
                Document(
                    "b.docx",
                    "The depot has lockers, a kitchen and a place where coats dry after a wet round.",
                    new DateOnly(2023, 5, 1)
                ),
            ])
        );
        Assert.False(families.IsSuperseded("a.docx"));
    }
}

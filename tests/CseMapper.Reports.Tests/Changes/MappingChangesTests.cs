using System.Text;
using CseMapper.Decisions.Changes;
using CseMapper.Decisions.Mapping;
using CseMapper.Matching.Suggestions;
using CseMapper.Passages.Indexing;
using CseMapper.Testing;

namespace CseMapper.Reports.Tests.Changes;

public sealed class MappingChangesTests
{
    private const string Old = "Every complaint is answered within ten working days by the complaints team.";
    private const string New = "Every complaint is answered within fifteen working days by the complaints team.";

    [Fact]
    public void EqualMappingsHaveNothingToTell() =>
        Assert.True(MappingChanges.Between(MappingSnapshot.Take(SampleMapping.Build()), SampleMapping.Build()).IsNone);

    [Fact]
    public void TheFirstMappingHasNothingToTell() =>
        Assert.True(MappingChanges.Between(null, SampleMapping.Build()).IsNone);

    [Fact]
    public void EvidenceThatCameOrWentIsToldByElement()
    {
        MappingFile without = With([]);
        MappingFile with = With([Suggestion("a", Old)]);

        ElementChanges gained = Assert.Single(MappingChanges.Between(MappingSnapshot.Take(without), with).Elements);
        ElementChanges lost = Assert.Single(MappingChanges.Between(MappingSnapshot.Take(with), without).Elements);

        Assert.Equal((Old, 0), (Assert.Single(gained.Gained).Quote, gained.Lost.Count));
        Assert.Equal((Old, 0), (Assert.Single(lost.Lost).Quote, lost.Gained.Count));
    }

    [Fact]
    public void AnEditedPassageIsOneRewordedAndNotALossAndAGain()
    {
        MappingChanges changes = MappingChanges.Between(
            MappingSnapshot.Take(With([Suggestion("a", Old)])),
            With([Suggestion("b", New)])
        );

        ElementChanges element = Assert.Single(changes.Elements);
        Assert.Equal((0, 0), (element.Gained.Count, element.Lost.Count));
        Assert.Equal((Old, New), (element.Reworded.Single().Before.Quote, element.Reworded.Single().After.Quote));
        Assert.False(changes.NeedsAction);
        Assert.Contains("- Reworded: “" + Old, Text(changes), StringComparison.Ordinal);
    }

    [Fact]
    public void WeakCandidatesAreNoNews() =>
        Assert.True(
            MappingChanges
                .Between(
                    MappingSnapshot.Take(With([])),
                    With([Suggestion("a", Old) with { Strength = EvidenceStrength.Weak }])
                )
                .IsNone
        );

    [Fact]
    public void AReviewDateThatHasPassedIsToldToTheElementsThatRelyOnTheDocument()
    {
        MappingFile before = SampleMapping.Build();
        MappingDocument document = before.Documents.First(candidate => candidate.Supports.Count > 0);
        MappingFile after = before with
        {
            Documents =
            [
                .. before.Documents.Select(other =>
                    other == document ? other with { Record = other.Record with { IsReviewOverdue = true } } : other
                ),
            ],
        };

        MappingChanges changes = MappingChanges.Between(MappingSnapshot.Take(before), after);

        Assert.Equal(
            document.Supports.Select(supported => supported.Element),
            changes.Elements.Select(element => element.Number)
        );
        Assert.All(changes.Elements, element => Assert.Equal([document.Record.Path], element.ReviewPassed));
        Assert.True(changes.NeedsAction);
        Assert.True(MappingChanges.Between(MappingSnapshot.Take(after), after).IsNone);
    }

    [Fact]
    public void ASnapshotIsReadAsItWasWritten()
    {
        using TemporaryFolder folder = new();
        MappingSnapshot.Take(SampleMapping.Build()).Write(folder.FullPath);

        MappingSnapshot? read = MappingSnapshot.Read(folder.FullPath, folder.FullPath);

        Assert.True(MappingChanges.Between(read, SampleMapping.Build()).IsNone);
        Assert.NotNull(read);
    }

    [Fact]
    public void ASnapshotOfTheFirstFormatIsStillRead()
    {
        using TemporaryFolder folder = new();
        folder.Write(
            "last-mapping.json",
            File.ReadAllBytes(
                RepositoryFiles.Path("tests", "CseMapper.Reports.Tests", "Changes", "Golden", "last-mapping.1.json")
            )
        );

        MappingChanges changes = MappingChanges.Between(
            MappingSnapshot.Read(folder.FullPath, folder.FullPath),
            SampleMapping.Build()
        );

        Assert.Equal(["gone.docx"], changes.Gone);
        Assert.Equal(["partly.pdf"], changes.Changed);
        Assert.Equal([("copies/minus.pdf", "copies/minus again.pdf")], changes.Moved);
        Assert.Equal(
            "Every complaint was answered.",
            Assert.Single(changes.Elements, element => element.Number == "1.1.1").Lost[0].Quote
        );
    }

    [Theory]
    [InlineData("""{"Version":3,"Files":[],"Elements":[]}""")]
    [InlineData("""{"Version":2,"Files":["r-no end"],"Elements":[]}""")]
    [InlineData("""{"Version":2,"Files":[null],"Elements":[]}""")]
    [InlineData("""{"Version":2,"Elements":[]}""")]
    [InlineData("""{"Version":2,"Files":[]}""")]
    [InlineData("[]")]
    [InlineData("")]
    public void ASnapshotThatCannotBeUnderstoodIsNothingToCompareWith(string content)
    {
        using TemporaryFolder folder = new();
        folder.Write("last-mapping.json", Encoding.UTF8.GetBytes(content));

        Assert.Null(MappingSnapshot.Read(folder.FullPath, folder.FullPath));
    }

    [Fact]
    public void FilesAreComparedWhateverTheirOrder()
    {
        MappingFile mapping = SampleMapping.Build();
        SnapshotDocument scan = Document(
            "moved/scan.pdf",
            mapping.Documents.Single(document => document.Record.Path == "scan.pdf").Record.Hash,
            isRead: true
        );
        MappingSnapshot now = MappingSnapshot.Take(mapping);
        MappingSnapshot before = now with
        {
            Documents =
            [
                Document("zz gone.pdf", "z", isRead: true),
                .. now.Documents.Where(document => document.Path is not ("scan.pdf" or "locked.docx")).Reverse(),
                scan,
                Document(" gone.pdf", "y", isRead: false),
            ],
        };

        MappingChanges changes = MappingChanges.Between(before, mapping);

        Assert.Equal([" gone.pdf", "zz gone.pdf"], changes.Gone);
        Assert.Equal([("moved/scan.pdf", "scan.pdf")], changes.Moved);
        Assert.Equal(["locked.docx"], changes.Added);
        Assert.Empty(changes.Changed);
        // One is new, the other was read before it was moved.
        Assert.Equal(["locked.docx", "scan.pdf"], changes.Unreadable.Select(document => document.Path));
    }

    private static SnapshotDocument Document(string path, string hash, bool isRead) =>
        new(path, hash, isRead, IsOverdue: false);

    private static MappingFile With(MappingSuggestion[] suggestions)
    {
        MappingFile sample = SampleMapping.Build();
        return sample with
        {
            Elements =
            [
                .. sample.Elements.Select(element =>
                    element.Number == "1.1.1" ? element with { Suggestions = suggestions } : element
                ),
            ],
        };
    }

    private static MappingSuggestion Suggestion(string id, string quote) =>
        new(
            id,
            EvidenceStrength.Possible,
            0.5,
            1,
            quote,
            [],
            [new MappingPlace("hash", ["complaints.docx"], "key", [])],
            new ScoreExplanation(1, "", [])
        );

    private static string Text(MappingChanges changes)
    {
        using MemoryStream stream = new();
        ChangesReport.WriteText(changes, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

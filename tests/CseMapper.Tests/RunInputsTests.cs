using CseMapper.Documents;
using CseMapper.Documents.Files;
using CseMapper.Documents.Pdf;
using CseMapper.Documents.Text;
using CseMapper.Matching.Scoring;
using CseMapper.Passages.Indexing;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;
using CseMapper.Pdf;
using CseMapper.PdfPig;
using CseMapper.Testing;

namespace CseMapper.Tests;

public sealed class RunInputsTests
{
    private static readonly Type[] _readingSteps =
    [
        typeof(IDocumentReader),
        typeof(PdfDocument),
        typeof(FoundFile),
        typeof(PassageSplitter),
    ];

    [Fact]
    public void CachesDependOnWhatReadsAndCutsDocumentsAndOnNothingElse() =>
        Assert.Equal(BuildsOf(_readingSteps), BuildsIn([new PlainTextReader(), new PdfReader()]));

    [Fact]
    public void TheOtherPdfReaderCountsWhereItReads() =>
        Assert.Equal(
            BuildsOf([.. _readingSteps, typeof(PdfPigReader)]),
            BuildsIn([new PlainTextReader(), new PdfPigReader()])
        );

    [Fact]
    public void KeptHitsDependOnWhatMakesTermsAndNotOnHowTheyAreRanked()
    {
        using TemporaryFolder folder = new();
        folder.Write("policies/a.txt", "We answer every complaint within ten working days and tell the customer why.");
        new MappingPipeline(
            new DocumentIngest([new PlainTextReader()], ReadOptions.Default, TimeProvider.System),
            new PassageSplitter(PassageOptions.Default),
            new EvidenceRanker(),
            "Test 1",
            TimeProvider.System
        ).Run(
            new MapOptions(folder.At("policies"), folder.At("out"))
            {
                CriteriaFile = RepositoryFiles.Path("criteria", "cse.json"),
            },
            new Progress<MapProgress>(),
            TestContext.Current.CancellationToken
        );
        using Workspace workspace = Workspace.OpenExisting(folder.At("out/.csemapper"))!;

        Assert.Equal(BuildsOf([typeof(PassageIndex)]), BuildsNamedIn(workspace.Setting("hits of")!));
        Assert.NotEmpty(workspace.Hits());
    }

    private static Guid[] BuildsOf(IEnumerable<Type> types) =>
        [.. types.Select(type => type.Module.ModuleVersionId).Order()];

    /// <summary>The builds that the fingerprint of reading names.</summary>
    private static Guid[] BuildsIn(IReadOnlyList<IDocumentReader> readers)
    {
        DocumentIngest ingest = new(readers, ReadOptions.Default, TimeProvider.System);
        return BuildsNamedIn(RunInputs.OfReading(ingest.ReaderBuilds, ReadOptions.Default));
    }

    private static Guid[] BuildsNamedIn(string name) =>
        [.. name.Split(' ').Where(word => Guid.TryParse(word, out _)).Select(Guid.Parse).Order()];
}

using System.Globalization;
using CseMapper.Documents;
using CseMapper.Documents.Text;
using CseMapper.Matching.Scoring;
using CseMapper.Passages.Splitting;
using CseMapper.Testing;

namespace CseMapper.Tests;

/// <summary>What a run makes of documents that are no longer there.</summary>
public sealed class VanishedDocumentsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public VanishedDocumentsTests()
    {
        for (int i = 0; i < 6; i++)
        {
            _folder.Write(
                string.Create(CultureInfo.InvariantCulture, $"policies/{i}.txt"),
                $"Document {i}: we answer complaints of customers within {i + 5} working days."
            );
        }

        Run("policies");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AnEmptiedFolderIsNotBelieved()
    {
        Empty();

        MapSummary summary = Run("policies");

        Assert.Equal(6, summary.Kept.Count);
        Assert.Equal(6, summary.Counts.Documents);
    }

    [Fact]
    public void AnEmptiedFolderIsNotBelievedEitherWhenTheCacheIsLost()
    {
        byte[] before = File.ReadAllBytes(_folder.At("out/mapping.json"));
        Empty();
        Directory.Delete(_folder.At("out/.csemapper"), recursive: true);

        IOException refusal = Assert.Throws<IOException>(() => Run("policies"));

        Assert.Contains("--accept-deletions", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_folder.At("out/mapping.json")));
    }

    [Fact]
    public void MovedDocumentsAreNotMissedWhenTheCacheIsLost()
    {
        Directory.Move(_folder.At("policies"), _folder.At("moved"));
        _folder.Write("policies/readme.txt", "The policies lie below.");
        Directory.Move(_folder.At("moved"), _folder.At("policies/below"));
        Directory.Delete(_folder.At("out/.csemapper"), recursive: true);

        Assert.Equal(7, Run("policies").Counts.Documents);
    }

    [Fact]
    public void AnotherFolderTakesThePlaceOfTheFirst()
    {
        _folder.Write(
            "others/a.txt",
            "The car park is open from six to ten. Tickets are sold at the gate of the car park."
        );

        MapSummary summary = Run("others");

        Assert.Empty(summary.Kept);
        Assert.Equal(1, summary.Counts.Documents);
    }

    private void Empty()
    {
        foreach (string file in Directory.GetFiles(_folder.At("policies")))
            File.Delete(file);
    }

    private MapSummary Run(string policies)
    {
        MapOptions options = new(_folder.At(policies), _folder.At("out"))
        {
            CriteriaFile = RepositoryFiles.Path("criteria", "cse.json"),
            AsOf = new DateOnly(2026, 1, 1),
        };
        DocumentIngest ingest = new([new PlainTextReader()], ReadOptions.Default, TimeProvider.System);
        return new MappingPipeline(
            ingest,
            new PassageSplitter(PassageOptions.Default),
            new EvidenceRanker(),
            "CseMapper test",
            TimeProvider.System
        ).Run(options, new Progress<MapProgress>(), CancellationToken.None);
    }
}

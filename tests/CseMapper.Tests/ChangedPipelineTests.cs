using System.Text.Json;
using CseMapper.Decisions.Changes;
using CseMapper.Documents;
using CseMapper.Documents.Text;
using CseMapper.Matching.Scoring;
using CseMapper.Passages.Splitting;
using CseMapper.Testing;

namespace CseMapper.Tests;

/// <summary>What a run tells about the changes since the run before.</summary>
public sealed class ChangedPipelineTests : IDisposable
{
    private const string Complaints =
        "We publish an easy to use complaints procedure, answer every complaint within ten working days, tell "
        + "the customer the outcome, and use complaints to improve the service.";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TheFirstRunHasNothingToTell()
    {
        _folder.Write("policies/a.txt", Complaints);

        MapSummary summary = Run();

        Assert.True(summary.News.IsNone);
        Assert.False(File.Exists(_folder.At("out/changes.md")));
    }

    [Fact]
    public void WhatHappenedToDocumentsIsTold()
    {
        _folder.Write("policies/complaints.txt", Complaints);
        _folder.Write(
            "policies/moved.txt",
            "The library opens at nine. Books may be kept for three weeks by every reader of the library in town."
        );
        _folder.Write(
            "policies/gone.txt",
            "Staff are polite and friendly to customers and have an understanding of customer needs at all times."
        );
        _folder.Write("policies/read.txt", "The car park is open.");
        Run();
        _folder.Write(
            "policies/complaints.txt",
            Complaints.Replace("ten working days", "fifteen working days", StringComparison.Ordinal)
        );
        File.Move(_folder.At("policies/moved.txt"), _folder.At("policies/elsewhere.txt"));
        File.Delete(_folder.At("policies/gone.txt"));
        _folder.Write(
            "policies/new.txt",
            "We consult customers about the service with surveys and panels, and tell them what we did with the "
                + "results of the consultation."
        );
        _folder.Write("policies/read.txt", [0, 1, 2, 3, 255, 254]);

        MappingChanges news = Run().News;

        Assert.Equal(["new.txt"], news.Added);
        Assert.Equal(["complaints.txt", "read.txt"], news.Changed);
        Assert.Equal([("moved.txt", "elsewhere.txt")], news.Moved);
        Assert.Equal(["gone.txt"], news.Gone);
        Assert.Equal("read.txt", Assert.Single(news.Unreadable).Path);
        Assert.True(news.NeedsAction);
        AssertFiles();
    }

    [Fact]
    public void ARunWithoutChangesTellsNothingAndLeavesTheLastReport()
    {
        _folder.Write("policies/a.txt", Complaints);
        Run();
        _folder.Write("policies/b.txt", Complaints + " And more.");
        Run();
        byte[] told = File.ReadAllBytes(_folder.At("out/changes.md"));

        MapSummary summary = Run();

        Assert.True(summary.News.IsNone);
        Assert.Equal(told, File.ReadAllBytes(_folder.At("out/changes.md")));
    }

    [Fact]
    public void ALostCacheIsNotTakenForChanges()
    {
        _folder.Write("policies/a.txt", Complaints);
        Run();
        Directory.Delete(_folder.At("out/.csemapper"), recursive: true);

        Assert.True(Run().News.IsNone);
    }

    private void AssertFiles()
    {
        string text = File.ReadAllText(_folder.At("out/changes.md"));
        Assert.Contains("- moved.txt → elsewhere.txt", text, StringComparison.Ordinal);
        Assert.Contains("- **!** read.txt: ", text, StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(_folder.At("out/changes.json")));
        Assert.Equal("gone.txt", json.RootElement.GetProperty("documents").GetProperty("gone")[0].GetString());
        Assert.True(json.RootElement.GetProperty("needsAction").GetBoolean());
        Assert.Contains(
            """<section id="changes" """,
            File.ReadAllText(_folder.At("out/report.html")),
            StringComparison.Ordinal
        );
    }

    private MapSummary Run()
    {
        MapOptions options = new(_folder.At("policies"), _folder.At("out"))
        {
            CriteriaFile = RepositoryFiles.Path("criteria", "cse.json"),
            AsOf = new DateOnly(2026, 1, 1),
            MostGone = 1,
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

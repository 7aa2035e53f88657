using System.Globalization;
using CseMapper.Documents;
using CseMapper.Documents.Files;
using CseMapper.Documents.Text;
using CseMapper.Matching.Scoring;
using CseMapper.Passages.CrossChecking;
using CseMapper.Passages.Intake;
using CseMapper.Passages.Splitting;
using CseMapper.Testing;

namespace CseMapper.Tests;

/// <summary>A share that goes away while it is being read, and a clock that goes back.</summary>
public sealed class UnsteadySurroundingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTime _time = new(new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero));

    public UnsteadySurroundingsTests()
    {
        for (int i = 0; i < 6; i++)
            Write(i, 0);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AShareThatGoesAwayWhileItIsReadLeavesTheMappingAndIsReadWhenItIsBack()
    {
        Run();
        byte[] before = File.ReadAllBytes(_folder.At("out/mapping.json"));
        for (int i = 0; i < 6; i++)
            Write(i, 1);

        Assert.Throws<IOException>(() => Run(() => Directory.Move(_folder.At("policies"), _folder.At("away"))));
        byte[] during = File.ReadAllBytes(_folder.At("out/mapping.json"));
        Directory.Move(_folder.At("away"), _folder.At("policies"));
        MapSummary back = Run();

        Assert.Equal(before, during);
        Assert.Equal((6, 0, 6), (back.Counts.Read, back.NotRead.Count, back.News.Changed.Count));
    }

    [Fact]
    public void AClockThatWasSetBackHidesNoChangeAndInventsNone()
    {
        Run();
        _time.Set(_time.GetUtcNow().AddYears(-1));

        MapSummary same = Run();
        Write(3, 1);
        File.SetLastWriteTimeUtc(_folder.At("policies/3.txt"), _time.GetUtcNow().UtcDateTime);
        MapSummary changed = Run();

        Assert.True(same.WasUpToDate);
        Assert.Equal(["3.txt"], changed.Changes.Changed);
    }

    private MapSummary Run(Action? whenReading = null)
    {
        DocumentIngest ingest = new([new PlainTextReader()], ReadOptions.Default, _time);
        ReaderOptions reading = ReaderOptions.From(ReadOptions.Default);
        MappingPipeline pipeline = new(
            ingest.ReaderBuilds,
            reading,
            options => new Interrupted(
                new FileIntake(ingest, new PassageSplitter(PassageOptions.Default), options.Access, _time),
                whenReading
            ),
            new EvidenceRanker(),
            "test",
            _time
        );
        return pipeline.Run(
            new MapOptions(_folder.At("policies"), _folder.At("out"))
            {
                Jobs = 1,
                CriteriaFile = RepositoryFiles.Path("criteria", "cse.json"),
            },
            new Heard(null),
            TestContext.Current.CancellationToken
        );
    }

    private void Write(int document, int version) =>
        _folder.Write(
            string.Create(CultureInfo.InvariantCulture, $"policies/{document}.txt"),
            string.Create(
                CultureInfo.InvariantCulture,
                $"Document {document}, version {version}: we answer complaints of customers within "
                    + $"{document + 5} working days."
            )
        );

    /// <summary>Something happens after the folder was listed and before the first file is opened.</summary>
    private sealed class Interrupted(IFileIntake inner, Action? whenReading) : IFileIntake
    {
        private Action? _next = whenReading;

        public void Begin() => inner.Begin();

        public FileReading Read(FoundFile file, Func<string, bool> claim, CancellationToken cancellation)
        {
            Interlocked.Exchange(ref _next, null)?.Invoke();
            return inner.Read(file, claim, cancellation);
        }

        public CrossCheckReading? CrossCheck(FoundFile file, string hash, CancellationToken cancellation) =>
            inner.CrossCheck(file, hash, cancellation);

        public void Dispose() => inner.Dispose();
    }
}

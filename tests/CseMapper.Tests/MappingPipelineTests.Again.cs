using CseMapper.Documents;
using CseMapper.Documents.Markdown;
using CseMapper.Documents.Pdf;
using CseMapper.Matching.Scoring;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;
using CseMapper.Reports;
using CseMapper.Testing;

namespace CseMapper.Tests;

public sealed partial class MappingPipelineTests
{
    [Fact]
    public void ARunThatIsStoppedAnywhereIsTakenUpAgain()
    {
        for (int i = 0; i < 12; i++)
            _folder.Write($"policies/policy {i}.txt", $"{Complaints} {i}.\n\n{Staff} {i}.");
        Run(options => options with { OutputFolder = _folder.At("whole") });
        int reports = 0;
        for (int stopAt = 1; ; stopAt++)
        {
            using CancellationTokenSource stop = new();
            reports = 0;
            try
            {
                Run(
                    onProgress: _ =>
                    {
                        if (++reports == stopAt)
                            stop.Cancel();
                    },
                    stop: stop
                );
                break;
            }
            catch (OperationCanceledException)
            {
                Assert.Equal(stopAt, Math.Min(stopAt, reports));
            }
        }

        AssertSame(Contents("whole"), Contents("out"));
    }

    [Fact]
    public void WhatWasReadBeforeAStopIsNotReadAgain()
    {
        for (int i = 0; i < 40; i++)
            _folder.Write($"policies/policy {i}.txt", $"{Complaints} {i}.");
        using CancellationTokenSource stop = new();
        _reader.BeforeEach = count =>
        {
            if (count == 20)
                stop.Cancel();
        };
        Assert.ThrowsAny<OperationCanceledException>(() => Run(options => options with { Jobs = 1 }, stop: stop));

        Run();

        Assert.Equal(43 + 1, _reader.Count);
    }

    [Theory]
    [InlineData("mapping.json", null)]
    [InlineData("mapping.csv", "changed by hand")]
    public void AFileOfTheMappingThatIsNotAsItWasWrittenIsWrittenAgain(string name, string? text)
    {
        Run();
        byte[] before = File.ReadAllBytes(_folder.At("out/" + name));
        if (text is null)
            File.Delete(_folder.At("out/" + name));
        else
            _folder.Write("out/" + name, text);

        MapSummary summary = Run();

        Assert.False(summary.WasUpToDate);
        Assert.Equal(before, File.ReadAllBytes(_folder.At("out/" + name)));
        Assert.Equal(3, _reader.Count);
    }

    [Fact]
    public void RebuildReadsEverythingAgainAndComesToTheSame()
    {
        Run();
        Dictionary<string, byte[]> before = Contents("out");

        MapSummary summary = Run(options => options with { Rebuild = true });

        Assert.Equal(6, _reader.Count);
        Assert.False(summary.WasUpToDate);
        AssertSame(before, Contents("out"));
    }

    [Fact]
    public void WithoutItsCacheARunComesToTheSame()
    {
        Run();
        Dictionary<string, byte[]> before = Contents("out");
        Directory.Delete(_folder.At("out/.csemapper"), recursive: true);

        Run();

        AssertSame(before, Contents("out"));
    }

    [Fact]
    public void ADamagedCacheIsSetAsideAndBuiltAnew()
    {
        Run();
        Dictionary<string, byte[]> before = Contents("out");
        string path = _folder.At("out/.csemapper/" + Workspace.FileName);
        byte[] bytes = File.ReadAllBytes(path);
        for (int i = 4096; i < bytes.Length; i += 7)
            bytes[i] ^= 0x55;
        File.WriteAllBytes(path, bytes);
        File.Delete(_folder.At("out/mapping.json"));

        Run();

        AssertSame(before, Contents("out"));
    }
}

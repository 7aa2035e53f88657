using CseMapper.Documents;
using CseMapper.Documents.Markdown;
using CseMapper.Documents.Pdf;
using CseMapper.Matching.Scoring;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;
using CseMapper.Reports;
using CseMapper.Testing;

namespace CseMapper.Tests;

public sealed partial class MappingPipelineTests : IDisposable
{
    private const string Complaints =
        "We publish how to complain, answer every complaint within ten working days, tell the customer the "
        + "outcome, and use complaints to improve the service we deliver to all customers.";
    private const string Staff =
        "Staff are trained in customer care every year, treat customers with respect, and leaders at every level "
        + "recognise and value staff who deliver customer focused service to all groups.";
    private const string Surveys =
        "We survey customer satisfaction each spring, analyse and publicise the results with our targets, and "
        + "change our services as a result of what customers told us in the survey.";

    private readonly TemporaryFolder _folder = new();
    private readonly CountingReader _reader = new();

    public MappingPipelineTests()
    {
        _folder.Write("policies/complaints.txt", Complaints);
        _folder.Write("policies/hr/staff.txt", Staff);
        _folder.Write("policies/surveys.txt", Surveys);
        _folder.Age();
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AFolderBecomesAMapping()
    {
        MapSummary summary = Run();

        Assert.Equal((3, 3, 57), (summary.Counts.Documents, summary.Counts.Passages, summary.Counts.Elements));
        Assert.Equal("mapping.json", summary.Files[0]);
        Assert.All(summary.Files, file => Assert.True(File.Exists(_folder.At("out/" + file))));
        Assert.False(summary.NeedsAttention);
        Assert.Equal(3, summary.Changes.Added.Count);
    }

    [Fact]
    public void ASecondRunReadsAndWritesNothing()
    {
        MapSummary first = Run();
        Dictionary<string, DateTime> written = Written();

        MapSummary second = Run();

        Assert.Equal(3, _reader.Count);
        Assert.True(second.WasUpToDate);
        Assert.True(second.Changes.IsNone);
        Assert.Equal(first.Counts, second.Counts);
        Assert.Equal(first.Files, second.Files);
        Assert.Equal(written, Written());
    }

    [Fact]
    public void ANewFileIsReadAlone()
    {
        Run();
        _folder.Write("policies/new.txt", Staff + " And more.");

        MapSummary summary = RunAndCompare();

        Assert.Equal(["new.txt"], summary.Changes.Added);
        Assert.Equal(4, _reader.Count);
    }

    [Fact]
    public void AChangedFileIsReadAlone()
    {
        Run();
        _folder.Write("policies/surveys.txt", Surveys + " And more.");

        Assert.Equal(["surveys.txt"], RunAndCompare().Changes.Changed);
        Assert.Equal(4, _reader.Count);
    }

    [Fact]
    public void AFileWithOtherContentIsNoticedThoughSizeAndTimeAreTheSame()
    {
        Run();
        string path = _folder.Write(
            "policies/surveys.txt",
            Surveys.Replace("spring", "autumn", StringComparison.Ordinal)
        );
        File.SetLastWriteTimeUtc(path, File.GetLastWriteTimeUtc(_folder.At("policies/complaints.txt")));

        Assert.Equal(["surveys.txt"], RunAndCompare().Changes.Changed);
    }

    [Fact]
    public void ATouchedFileIsNotReadAgain()
    {
        Run();
        File.SetLastWriteTimeUtc(
            _folder.At("policies/surveys.txt"),
            new DateTime(2024, 2, 29, 12, 0, 0, DateTimeKind.Utc)
        );

        MapSummary summary = RunAndCompare();

        Assert.True(summary.WasUpToDate);
        Assert.Equal(3, _reader.Count);
    }

    [Fact]
    public void AMovedOrRenamedFileIsNotReadAgain()
    {
        Run();
        File.Move(_folder.At("policies/surveys.txt"), _folder.At("policies/hr/survey 2026.txt"));

        MapSummary summary = RunAndCompare();

        Assert.Equal([("surveys.txt", "hr/survey 2026.txt")], summary.Changes.Moved);
        Assert.False(summary.WasUpToDate);
        Assert.Equal(3, _reader.Count);
    }

    [Fact]
    public void ACopyIsListedAndNotReadAgain()
    {
        Run();
        File.Copy(_folder.At("policies/surveys.txt"), _folder.At("policies/a copy.txt"));

        MapSummary summary = RunAndCompare();

        Assert.Equal((4, 3), (summary.Counts.Documents, summary.Counts.Passages));
        Assert.Equal(3, _reader.Count);
    }

    [Fact]
    public void ADeletedFileTakesItsEvidenceWithIt()
    {
        Run();
        File.Delete(_folder.At("policies/surveys.txt"));

        MapSummary summary = RunAndCompare();

        Assert.Equal(["surveys.txt"], summary.Changes.Removed);
        Assert.Equal(2, summary.Counts.Documents);
        Assert.DoesNotContain("autumn", File.ReadAllText(_folder.At("out/mapping.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void EqualContentUnderTwoNamesIsReadUnderTheFirstOfThemInEveryRun()
    {
        _folder.Write("policies/z.md", "# Care\n\n" + Staff + " More.");
        Run();
        _folder.Write("policies/a.txt", "# Care\n\n" + Staff + " More.");

        RunAndCompare();
        File.Delete(_folder.At("policies/a.txt"));
        RunAndCompare();
    }

    [Fact]
    public void AFileThatCannotBeReadIsARowAndNothingMore()
    {
        _folder.Write("policies/broken.pdf", "%PDF-1.7\nnothing");
        _folder.Write("policies/picture.png", "\u0089PNG\r\n\u001a\n");
        _folder.Write("policies/empty.docx", "");

        MapSummary summary = Run();

        Assert.Equal((6, 3), (summary.Counts.Documents, summary.Counts.Read));
        Assert.Equal(["broken.pdf", "empty.docx", "picture.png"], summary.NotRead.Select(document => document.Path));
        Assert.All(
            summary.NotRead,
            document => Assert.False(string.IsNullOrWhiteSpace(Assert.Single(document.Problems).Message))
        );
        Assert.True(summary.NeedsAttention);
        Assert.True(Run().WasUpToDate);
    }

    [Fact]
    public void APasswordGivenLaterOpensWhatItCanAndReadsNothingElseAgain()
    {
        File.Copy(
            RepositoryFiles.Path("corpus-samples", "Internal Audit Report – Cash Handling.pdf"),
            _folder.At("policies/audit.pdf")
        );
        Assert.Equal(ReadStatus.NeedsPassword, Assert.Single(Run().NotRead).Status);

        MapSummary summary = Run(reading: ReadOptions.Default with { Passwords = ["Corn-Street-17"] });

        Assert.Empty(summary.NotRead);
        Assert.False(summary.WasUpToDate);
        Assert.Contains("audit.pdf", File.ReadAllText(_folder.At("out/mapping.json")), StringComparison.Ordinal);
        Assert.Equal(3, _reader.Count);
        Assert.True(Run(reading: ReadOptions.Default with { Passwords = ["Corn-Street-17"] }).WasUpToDate);
    }

    [Fact]
    public void AFileThatVanishesAfterTheListingIsARow()
    {
        _folder.Write("policies/a vanishing.txt", "x");

        // The smallest file is read last, so it can still go while the first is being read.
        _reader.BeforeEach = count =>
        {
            if (count == 1)
                File.Delete(_folder.At("policies/a vanishing.txt"));
        };

        MapSummary summary = Run(options => options with { Jobs = 1 });

        Assert.Equal("a vanishing.txt", Assert.Single(summary.NotRead).Path);
        Assert.Contains(
            "removed or renamed",
            Assert.Single(summary.NotRead[0].Problems).Message,
            StringComparison.Ordinal
        );
        Assert.Equal(["a vanishing.txt"], Run().Changes.Removed);
    }

    [Fact]
    public void TheMappingIsTheSameForAnyNumberOfJobs()
    {
        for (int i = 0; i < 30; i++)
            _folder.Write($"policies/{i % 7}/policy {i}.txt", $"{Complaints} {i / 2}.\n\n{Surveys} {i}.");
        Run(options => options with { Jobs = 1 });
        Dictionary<string, byte[]> one = Contents("out");

        Run(options => options with { Jobs = 8, OutputFolder = _folder.At("eight") });

        AssertSame(one, Contents("eight"));
    }

    [Fact]
    public void AnEmptyFolderIsAMappingWithoutEvidence()
    {
        Directory.CreateDirectory(_folder.At("empty"));

        MapSummary summary = Run(options => options with { Folder = _folder.At("empty") });

        Assert.Equal((0, 57), (summary.Counts.Documents, summary.Counts.None));
    }

    [Fact]
    public void NothingOfThePolicyFolderIsTouched()
    {
        Dictionary<string, DateTime> before = Directory
            .GetFiles(_folder.At("policies"), "*", SearchOption.AllDirectories)
            .ToDictionary(file => file, File.GetLastWriteTimeUtc);

        Run();

        Assert.Equal(
            before,
            Directory
                .GetFiles(_folder.At("policies"), "*", SearchOption.AllDirectories)
                .ToDictionary(file => file, File.GetLastWriteTimeUtc)
        );
    }

    [Fact]
    public void ProgressCountsFilesAndEndsWhole()
    {
        List<MapProgress> heard = [];
        Run(onProgress: heard.Add);

        MapProgress last = heard.Last(progress => progress.Stage == MapStage.Reading);
        Assert.Equal((3, 3, last.BytesTotal), (last.FilesDone, last.FilesTotal, last.BytesDone));
        Assert.Equal(
            [MapStage.Listing, MapStage.Reading, MapStage.Matching, MapStage.Writing],
            heard.Select(progress => progress.Stage).Distinct()
        );
    }

    [Fact]
    public void TheDayOfTheRunChangesNothingUntilAReviewDatePasses()
    {
        _folder.Write("policies/complaints.txt", "Next review: 31 March 2026\n\n" + Complaints);
        MapSummary RunOn(int month) => Run(options => options with { AsOf = new DateOnly(2026, month, 1) });
        RunOn(1);
        Dictionary<string, byte[]> before = Contents("out");

        Assert.True(RunOn(3).WasUpToDate);
        Assert.DoesNotContain(
            "\"reviewOverdue\": true",
            File.ReadAllText(_folder.At("out/mapping.json")),
            StringComparison.Ordinal
        );
        Assert.False(RunOn(4).WasUpToDate);
        Dictionary<string, byte[]> after = Contents("out");
        Assert.Contains(
            "\"reviewOverdue\": true",
            File.ReadAllText(_folder.At("out/mapping.json")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "review date has passed",
            File.ReadAllText(_folder.At("out/mapping.csv")),
            StringComparison.Ordinal
        );
        Run(options => options with { AsOf = new DateOnly(2026, 6, 1), Rebuild = true });
        AssertSame(after, Contents("out"));
        Run(options => options with { AsOf = new DateOnly(2026, 2, 1), Rebuild = true });
        AssertSame(before, Contents("out"));
    }

    /// <summary>Runs, and checks that a run from nothing comes to the same files.</summary>
    private MapSummary RunAndCompare()
    {
        int before = _reader.Count;
        MapSummary summary = Run();
        int read = _reader.Count - before;
        string fresh = _folder.At("fresh-" + Guid.NewGuid().ToString("N"));
        Run(options => options with { OutputFolder = fresh });
        AssertSame(Contents(fresh), Contents("out"));
        _reader.Count = before + read;
        return summary;
    }

    private MapSummary Run(
        Func<MapOptions, MapOptions>? change = null,
        Action<MapProgress>? onProgress = null,
        CancellationTokenSource? stop = null,
        ReadOptions? reading = null
    )
    {
        MapOptions options = new(_folder.At("policies"), _folder.At("out"))
        {
            CriteriaFile = RepositoryFiles.Path("criteria", "cse.json"),
            Jobs = 2,
        };
        DocumentIngest ingest = new(
            [_reader, new MarkdownReader(), new PdfReader()],
            reading ?? ReadOptions.Default,
            TimeProvider.System
        );
        MappingPipeline pipeline = new(
            ingest,
            new PassageSplitter(PassageOptions.Default),
            new EvidenceRanker(),
            "CseMapper test",
            TimeProvider.System
        );
        return pipeline.Run(
            change?.Invoke(options) ?? options,
            new Heard(onProgress),
            stop?.Token ?? CancellationToken.None
        );
    }

    private Dictionary<string, DateTime> Written() =>
        Directory.GetFiles(_folder.At("out")).ToDictionary(file => file, File.GetLastWriteTimeUtc);

    /// <summary>The files of the mapping; what changed since the run before is no part of it.</summary>
    private Dictionary<string, byte[]> Contents(string folder) =>
        Directory
            .GetFiles(_folder.At(folder))
            .Where(ReportFiles.IsOfTheMapping)
            .ToDictionary(file => Path.GetFileName(file), WithoutChanges, StringComparer.Ordinal);

    private static byte[] WithoutChanges(string file) =>
        Path.GetExtension(file) == ".html"
            ? System.Text.Encoding.UTF8.GetBytes(
                System.Text.RegularExpressions.Regex.Replace(
                    File.ReadAllText(file),
                    "<section id=\"changes\".*?</section>\n",
                    "",
                    System.Text.RegularExpressions.RegexOptions.Singleline
                )
            )
            : File.ReadAllBytes(file);

    private static void AssertSame(Dictionary<string, byte[]> expected, Dictionary<string, byte[]> actual)
    {
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected, file => Assert.Equal(file.Value, actual[file.Key]));
    }
}

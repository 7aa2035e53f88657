using System.Globalization;
using CseMapper.Documents;
using CseMapper.Documents.Files;
using CseMapper.Documents.Text;
using CseMapper.Passages.CrossChecking;
using CseMapper.Passages.Intake;
using CseMapper.Passages.Workspaces;
using CseMapper.Testing;

namespace CseMapper.Passages.Tests.Intake;

/// <summary>Real reading processes, with a reader that fails as it is told (tests/CseMapper.TestReader).</summary>
public sealed class ProcessIntakeTests : IDisposable
{
    private const string Sound = "We answer every complaint within ten working days and tell the customer the outcome.";
    private static readonly ReadingLimits _limits = new(TimeSpan.FromMinutes(2), 192 << 20, 1 << 20);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("overflow", "brought the reader down, twice")]
    [InlineData("end", "brought the reader down, twice")]
    [InlineData("babble", "")]
    [InlineData("swell", "needed more than 192 MB of memory, twice")]
    [InlineData("swell-outside", "")]
    [InlineData("flood", "Its text is longer than 1 MB")]
    public void ADocumentThatBreaksTheReaderIsLeftOutAndTakesNoOtherWithIt(string order, string reason)
    {
        _folder.Write("04.txt", order + " as told");
        for (int i = 0; i < 9; i++)
        {
            if (i != 4)
                _folder.Write($"0{i.ToString(CultureInfo.InvariantCulture)}.txt", $"{Sound} {i}");
        }

        FileReading[] readings = ReadAll();

        Assert.Equal(9, readings.Length);
        Assert.All(
            readings.Where(reading => reading.File.Path != "04.txt"),
            reading => Assert.Equal(ReadStatus.Read, reading.Content?.Summary.Status)
        );
        FileReading broken = readings.Single(reading => reading.File.Path == "04.txt");
        Assert.Equal(ReadStatus.Unreadable, broken.Content?.Summary.Status);
        Assert.Equal(64, broken.File.Hash.Length);
        string said = Assert.Single(ProblemsOf(broken));
        Assert.Contains(reason, said, StringComparison.Ordinal);
        Assert.Contains("It is left alone until it changes.", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("overflow", "This document brought the second reader down")]
    [InlineData("swell", "The second reader needed more than 192 MB of memory")]
    public void ADocumentThatBreaksTheSecondReaderAloneIsARemark(string order, string reason)
    {
        _folder.Write("broken.txt", order + " as told");
        _folder.Write("sound.txt", Sound);
        using ProcessIntake intake = new(Program(), Options(), TimeProvider.System);

        CrossCheckReading? broken = intake.CrossCheck(Found("broken.txt"), "", TestContext.Current.CancellationToken);
        CrossCheckReading? sound = intake.CrossCheck(Found("sound.txt"), "", TestContext.Current.CancellationToken);

        Assert.StartsWith(reason, broken?.Result.Failure, StringComparison.Ordinal);
        Assert.False(broken!.Result.FoundMore);
        Assert.Null(sound?.Result.Failure);
    }

    [Fact]
    public void AContentThatHasChangedSinceItWasReadIsNotCompared()
    {
        _folder.Write("sound.txt", Sound);
        using ProcessIntake intake = new(Program(), Options(), TimeProvider.System);

        Assert.Null(intake.CrossCheck(Found("sound.txt"), "0123", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ADocumentThatNeverEndsIsGivenUpWhenItsTimeIsOver()
    {
        _folder.Write("spin.txt", "spin for ever");
        ManualTime time = new(DateTimeOffset.UnixEpoch);

        Task<FileReading[]> reading = Task.Run(() => ReadAll(time), TestContext.Current.CancellationToken);
        while (!reading.IsCompleted)
        {
            time.Advance(TimeSpan.FromMinutes(3));
            await Task.WhenAny(reading, Task.Delay(20, TestContext.Current.CancellationToken));
        }

        Assert.Contains(
            "took longer than 120 seconds, twice",
            Assert.Single(ProblemsOf((await reading)[0])),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void WhatIsReadIsTheSameAsInThisProcess()
    {
        _folder.Write(
            "a.txt",
            string.Join("\n\n", Enumerable.Range(0, 40).Select(i => $"{i}. Complaints\n\n{Sound} {i}"))
        );
        _folder.Write("b.txt", "");
        FoundFile[] files = [.. FolderWalk.List(_folder.FullPath, null, TestContext.Current.CancellationToken)];
        using FileIntake here = new(
            new DocumentIngest([new PlainTextReader()], ReadOptions.Default, TimeProvider.System),
            new(CseMapper.Passages.Splitting.PassageOptions.Default),
            Options().Access,
            TimeProvider.System
        );

        FileReading[] expected =
        [
            .. files.Select(file => here.Read(file, _ => true, TestContext.Current.CancellationToken)),
        ];
        FileReading[] actual = ReadAll();

        for (int i = 0; i < files.Length; i++)
        {
            Assert.Equal(
                Bytes(expected[i] with { File = expected[i].File with { ReadAt = 0 } }),
                Bytes(actual[i] with { File = actual[i].File with { ReadAt = 0 } })
            );
            Assert.Equal(expected[i].Content?.Passages, actual[i].Content?.Passages);
        }
    }

    [Fact]
    public void AContentThatAnotherFileBringsIsNotRead()
    {
        _folder.Write("a.txt", Sound);
        using ProcessIntake intake = new(Program(), Options(), TimeProvider.System);

        FileReading reading = intake.Read(
            FolderWalk.List(_folder.FullPath, null, TestContext.Current.CancellationToken)[0],
            _ => false,
            TestContext.Current.CancellationToken
        );

        Assert.Null(reading.Content);
        Assert.Equal(64, reading.File.Hash.Length);
    }

    [Fact]
    public void AProgramThatIsNoReaderEndsTheRunWithAReason()
    {
        _folder.Write("a.txt", Sound);
        using ProcessIntake intake = new(
            new ReaderProgram(Environment.ProcessPath!, ["--help"]),
            Options(),
            TimeProvider.System
        );

        Exception? fault = Record.Exception(() =>
            intake.Read(
                FolderWalk.List(_folder.FullPath, null, TestContext.Current.CancellationToken)[0],
                _ => true,
                TestContext.Current.CancellationToken
            )
        );

        Assert.NotNull(fault);
    }

    [Fact]
    public void AReaderOfAnotherBuildEndsTheRunWithAReason()
    {
        _folder.Write("a.txt", Sound);
        using ProcessIntake intake = new(
            Program() with
            {
                Arguments = ["another-build"],
            },
            Options(),
            TimeProvider.System
        );

        IOException fault = Assert.Throws<IOException>(() =>
            intake.Read(Files()[0], _ => true, TestContext.Current.CancellationToken)
        );

        Assert.Contains("was replaced while it ran", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TwoFilesOfOneContentAreReadOnce()
    {
        _folder.Write("a.txt", Sound);
        _folder.Write("b.txt", Sound);
        ContentClaims claims = new(new Dictionary<string, StoredContent>(StringComparer.Ordinal), Options().Access);
        using ProcessIntake intake = new(Program(), Options(), TimeProvider.System);

        FileReading[] readings =
        [
            .. Files()
                .AsParallel()
                .Select(file => intake.Read(file, claims.Claim, TestContext.Current.CancellationToken)),
        ];

        Assert.Single(readings, reading => reading.Content is not null);
        Assert.Equal(readings[0].File.Hash, readings[1].File.Hash);
    }

    [Fact]
    public void OneAndEightThreadsReadTheSame()
    {
        for (int i = 0; i < 12; i++)
            _folder.Write($"{i.ToString(CultureInfo.InvariantCulture)}.txt", $"{Sound} {i}");

        FileReading[] one = ReadAll(jobs: 1);
        FileReading[] eight = ReadAll(jobs: 8);

        for (int i = 0; i < one.Length; i++)
        {
            Assert.Equal(
                Bytes(one[i] with { File = one[i].File with { ReadAt = 0 } }),
                Bytes(eight[i] with { File = eight[i].File with { ReadAt = 0 } })
            );
        }
    }

    [Fact]
    public void CancellingEndsTheWaitForADocumentThatNeverEnds()
    {
        _folder.Write("spin.txt", "spin for ever");
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(
            TestContext.Current.CancellationToken
        );
        using ProcessIntake intake = new(Program(), Options(), TimeProvider.System);

        Assert.ThrowsAny<OperationCanceledException>(() => intake.Read(Files()[0], Granted, stop.Token));

        bool Granted(string hash)
        {
            stop.CancelAfter(TimeSpan.FromMilliseconds(50));
            return true;
        }
    }

    private FoundFile Found(string path) => Files().Single(file => file.Path == path);

    private FoundFile[] Files() => [.. FolderWalk.List(_folder.FullPath, null, TestContext.Current.CancellationToken)];

    private FileReading[] ReadAll(TimeProvider? time = null, int jobs = 3)
    {
        using ProcessIntake intake = new(Program(), Options() with { Jobs = jobs }, time ?? TimeProvider.System);
        FoundFile[] files = [.. FolderWalk.List(_folder.FullPath, null, TestContext.Current.CancellationToken)];
        FileReading[] readings = new FileReading[files.Length];
        Parallel.For(
            0,
            files.Length,
            new ParallelOptions { MaxDegreeOfParallelism = jobs },
            i => readings[i] = intake.Read(files[i], _ => true, TestContext.Current.CancellationToken)
        );
        return readings;
    }

    private static ReaderOptions Options() => new(ReadOptions.Default, _limits, 3);

    private static ReaderProgram Program() =>
        new(
            Path.Combine(
                AppContext.BaseDirectory,
                "CseMapper.TestReader" + (OperatingSystem.IsWindows() ? ".exe" : "")
            ),
            []
        );

    private static IEnumerable<string> ProblemsOf(FileReading reading) =>
        reading.File.Refusal is { } refusal
            ? [refusal.Reason]
            : reading.Content!.Summary.Describe(reading.File).Problems.Select(problem => problem.Message);

    private static byte[] Bytes(FileReading reading)
    {
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes);
        FileReadingCodec.Write(writer, reading);
        return bytes.ToArray();
    }
}

using System.Text;
using CseMapper.Decisions.Anchors;
using CseMapper.Decisions.Log;

namespace CseMapper.Decisions.Tests.Log;

public sealed class DecisionLogTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("decisions").FullName;

    private string LogPath => Path.Combine(_folder, "out", DecisionLog.FileName);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void WithoutAFileTheLogIsEmpty()
    {
        using DecisionLog log = Open();

        Assert.Equal(
            new DecisionLogContent([], null, null, false).ToString(),
            (log.Read() with { Decisions = [] }).ToString()
        );
        Assert.Empty(log.Read().Decisions);
    }

    [Fact]
    public async Task EveryFieldComesBackAsItWasWritten()
    {
        Decision decision = new(
            "a-1",
            new DateTimeOffset(2026, 3, 29, 0, 59, 59, 123, TimeSpan.Zero),
            "Zoë \"Z\" O’Neill",
            "4.3.2",
            DecisionAction.Accept
        )
        {
            Extent = EvidenceExtent.Partial,
            Parts = [1, 3],
            Reason = "out-of-date",
            Comment = "line one\nline two\t\u0001 end",
            Target = "b-2",
            Anchor = new EvidenceAnchor(
                "within 10 working days\nof receipt",
                "policies/a & b.docx",
                new string('a', 64)
            )
            {
                Before = "we reply ",
                After = " always",
                Headings = ["4 Complaints", "4.3 Stages"],
                Clause = "4.3.2",
                Page = 7,
            },
        };
        using (DecisionLog log = Open())
            await log.AppendAsync([decision], CancellationToken.None);

        using DecisionLog again = Open();
        Decision read = Assert.Single(again.Read().Decisions);

        Assert.Equal(
            (decision with { Anchor = null, Parts = read.Parts }).ToString(),
            (read with { Anchor = null }).ToString()
        );
        Assert.Equal(decision.Parts, read.Parts);
        Assert.Equal(decision.Anchor.Headings, read.Anchor!.Headings);
        Assert.Equal((decision.Anchor with { Headings = read.Anchor.Headings }).ToString(), read.Anchor.ToString());
        Assert.Single(File.ReadAllLines(LogPath));
    }

    [Fact]
    public async Task LinesAreChainedAndVerifiedByAFreshReader()
    {
        using DecisionLog log = Open();
        for (int i = 0; i < 5; i++)
            await log.AppendAsync([Accept($"d{i}")], CancellationToken.None);

        using DecisionLog fresh = Open();
        DecisionLogContent content = fresh.Read();

        Assert.Equal(["d0", "d1", "d2", "d3", "d4"], content.Decisions.Select(decision => decision.Id));
        Assert.Null(content.BadLine);
    }

    [Theory]
    [InlineData(2, "changed", 3)]
    [InlineData(3, "taken out", 3)]
    [InlineData(2, "garbled", 2)]
    public async Task FirstLineThatBreaksTheChainIsNamed(int line, string damage, int named)
    {
        using (DecisionLog log = Open())
        {
            await log.AppendAsync([.. Enumerable.Range(0, 5).Select(i => Accept($"d{i}"))], CancellationToken.None);
        }

        List<string> lines = [.. File.ReadAllLines(LogPath)];
        if (damage == "changed")
            lines[line - 1] = lines[line - 1].Replace("accept", "reject", StringComparison.Ordinal);
        if (damage == "taken out")
            lines.RemoveAt(line - 1);
        if (damage == "garbled")
            lines[line - 1] = "{ not json";
        File.WriteAllText(LogPath, string.Join('\n', lines) + "\n");

        using DecisionLog damaged = Open();
        DecisionLogContent content = damaged.Read();

        Assert.Equal(named, content.BadLine);
        Assert.NotNull(content.Fault);
    }

    [Fact]
    public async Task CutLastLineIsSetAsideAndNothingElseIsTouched()
    {
        using (DecisionLog log = Open())
            await log.AppendAsync([Accept("d0"), Accept("d1")], CancellationToken.None);
        byte[] whole = File.ReadAllBytes(LogPath);
        byte[] cut = Encoding.UTF8.GetBytes("{\"v\":1,\"id\":\"d2\",\"ti");
        File.WriteAllBytes(LogPath, [.. whole, .. cut]);

        using DecisionLog after = Open();
        Assert.True(after.Read().HasCutLine);
        string? aside = await after.AppendAsync([Accept("d3")], CancellationToken.None);

        Assert.Equal(cut, File.ReadAllBytes(aside!));
        Assert.Equal(whole, File.ReadAllBytes(LogPath)[..whole.Length]);
        Assert.Equal(["d0", "d1", "d3"], after.Read().Decisions.Select(decision => decision.Id));
        Assert.Null(after.Read().BadLine);
    }

    [Theory]
    [InlineData("byte order mark")]
    [InlineData("turned line ends")]
    [InlineData("empty lines")]
    [InlineData("no line end")]
    public async Task WhatEditorsAndSyncToolsAddTakesNoDecisionAwayAndBreaksNothing(string change)
    {
        using (DecisionLog log = Open())
            await log.AppendAsync([Accept("d0"), Accept("d1")], CancellationToken.None);
        string text = File.ReadAllText(LogPath);
        if (change == "byte order mark")
            File.WriteAllText(LogPath, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        if (change == "turned line ends")
            File.WriteAllText(LogPath, text.Replace("\n", "\r\n", StringComparison.Ordinal));
        if (change == "empty lines")
            File.WriteAllText(LogPath, text.Replace("\n", "\n\n  \n", StringComparison.Ordinal));
        if (change == "no line end")
            File.WriteAllText(LogPath, text.TrimEnd('\n'));

        using DecisionLog after = Open();
        Assert.Equal(["d0", "d1"], after.Read().Decisions.Select(decision => decision.Id));
        Assert.False(after.Read().HasCutLine);
        Assert.Null(await after.AppendAsync([Accept("d2")], CancellationToken.None));

        using DecisionLog again = Open();
        Assert.Equal(["d0", "d1", "d2"], again.Read().Decisions.Select(decision => decision.Id));
        Assert.Null(again.Read().BadLine);
    }

    [Fact]
    public async Task AnotherLogPutInItsPlaceIsReadFromItsBeginning()
    {
        using DecisionLog open = Open();
        await open.AppendAsync([Accept("d0"), Accept("d1")], CancellationToken.None);
        string other = Path.Combine(_folder, "other.jsonl");
        using (DecisionLog log = new(other, TimeProvider.System))
            await log.AppendAsync([Accept("e0"), Accept("e1"), Accept("e2")], CancellationToken.None);
        File.Copy(other, LogPath, overwrite: true);

        Assert.Equal(["e0", "e1", "e2"], open.Read().Decisions.Select(decision => decision.Id));
        await open.AppendAsync([Accept("d2")], CancellationToken.None);

        using DecisionLog fresh = Open();
        Assert.Equal(["e0", "e1", "e2", "d2"], fresh.Read().Decisions.Select(decision => decision.Id));
        Assert.Null(fresh.Read().BadLine);
        File.Delete(LogPath);
        Assert.Empty(open.Read().Decisions);
    }

    [Fact]
    public async Task TwoCopiesPutTogetherByHandDoubleNothing()
    {
        using (DecisionLog log = Open())
            await log.AppendAsync([Accept("d0"), Accept("d1")], CancellationToken.None);
        string copy = Path.Combine(_folder, "decisions-conflicted copy.jsonl");
        File.Copy(LogPath, copy);
        using (DecisionLog log = Open())
            await log.AppendAsync([Accept("d2")], CancellationToken.None);
        using (DecisionLog log = new(copy, TimeProvider.System))
            await log.AppendAsync([Accept("d3")], CancellationToken.None);
        File.AppendAllText(LogPath, File.ReadAllText(copy));

        using DecisionLog merged = Open();
        DecisionLogContent content = merged.Read();

        Assert.Equal(["d0", "d1", "d2", "d3"], content.Decisions.Select(decision => decision.Id));
        Assert.Equal(4, content.BadLine);
    }

    [Fact]
    public async Task WhatWasComparedWithAnOlderLogIsNotAdded()
    {
        using DecisionLog log = Open();
        await log.AppendAsync([Accept("d0")], CancellationToken.None);
        string seen = log.Read().LastHash;
        using (DecisionLog other = Open())
            await other.AppendAsync([Accept("d1")], CancellationToken.None);

        Assert.False((await log.AppendAsync([Accept("d2")], seen, CancellationToken.None)).IsAdded);
        Assert.True((await log.AppendAsync([Accept("d2")], log.Read().LastHash, CancellationToken.None)).IsAdded);
        Assert.Equal(["d0", "d1", "d2"], log.Read().Decisions.Select(decision => decision.Id));
    }

    [Fact]
    public async Task SameRequestSentTwiceIsRecordedOnce()
    {
        using DecisionLog log = Open();
        await log.AppendAsync([Accept("d0")], CancellationToken.None);
        await log.AppendAsync([Accept("d0"), Accept("d1"), Accept("d1")], CancellationToken.None);

        Assert.Equal(["d0", "d1"], log.Read().Decisions.Select(decision => decision.Id));
    }

    [Fact]
    public async Task ManyWritersAtOnceLoseAndDoubleNothing()
    {
        const int Writers = 8;
        const int Each = 25;
        await Task.WhenAll(
            Enumerable
                .Range(0, Writers)
                .Select(writer =>
                    Task.Run(async () =>
                    {
                        using DecisionLog log = Open();
                        for (int i = 0; i < Each; i++)
                            await log.AppendAsync([Accept($"w{writer}-{i}")], CancellationToken.None);
                    })
                )
        );

        using DecisionLog reader = Open();
        DecisionLogContent content = reader.Read();

        Assert.Null(content.BadLine);
        Assert.Equal(Writers * Each, content.Decisions.Select(decision => decision.Id).Distinct().Count());
        Assert.Equal(Writers * Each, content.Decisions.Count);
    }

    [Fact]
    public async Task ReaderSeesWhatAnotherProcessAdded()
    {
        using DecisionLog one = Open();
        using DecisionLog two = Open();
        await one.AppendAsync([Accept("d0")], CancellationToken.None);
        await two.AppendAsync([Accept("d1")], CancellationToken.None);

        Assert.Equal(["d0", "d1"], one.Read().Decisions.Select(decision => decision.Id));
    }

    private static Decision Accept(string id) =>
        new(id, DateTimeOffset.UnixEpoch, "ann", "1.1.1", DecisionAction.Accept);

    private DecisionLog Open() => new(LogPath, TimeProvider.System);
}

using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;
using CseMapper.Documents.Files;

namespace CseMapper.Decisions.Tests.Log;

public sealed class LogHeadTests : IDisposable
{
    private const int Lines = 8;

    private readonly string _folder = Directory.CreateTempSubdirectory("decisions").FullName;

    private string LogPath => Path.Combine(_folder, DecisionLog.FileName);

    public LogHeadTests() => Directory.CreateDirectory(CacheFolder.In(_folder));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task SoundLogIsKnownToBeWholeUpToWhatIsRemembered()
    {
        await Decide(Lines);

        DecisionLogContent content = Read();

        Assert.False(content.IsDamaged);
        Assert.Equal(Lines, content.Known!.Head.Lines);
        Assert.Equal(content.Head, content.Known.Head);
    }

    [Theory]
    [InlineData("cut and chained anew")]
    [InlineData("last line edited")]
    [InlineData("deleted")]
    [InlineData("empty")]
    public async Task LinesThatAreGoneAreMissed(string damage)
    {
        await Decide(Lines);
        await Damage(damage);

        DecisionLogContent content = Read();

        Assert.Equal(Lines, content.Lost!.Head.Lines);
        Assert.Contains("8 lines", Assert.Single(content.Damage()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewDecisionsDoNotHideTheLoss()
    {
        await Decide(Lines);
        await Damage("cut and chained anew");
        for (int i = 0; i < Lines; i++)
        {
            using DecisionLog log = Open();
            await log.AppendAsync([Accept($"later{i}")], CancellationToken.None);
        }

        Assert.NotNull(Read().Lost);
    }

    [Fact]
    public async Task NorDoesAMappingThatIsMadeAfterwards()
    {
        await Decide(Lines);
        await Damage("cut and chained anew");
        using DecisionLog log = Open();

        log.Remember(log.Read());

        Assert.NotNull(Read().Lost);
        log.Remember(log.Read(), acceptsLoss: true);
        Assert.Null(Read().Lost);
    }

    [Fact]
    public async Task MappingAloneRemembersToo()
    {
        await Decide(Lines);
        LogHead head = Read().Head;
        await File.WriteAllTextAsync(
            Path.Combine(_folder, MappingFile.FileName),
            $$"""
            {
              "format": "csemapper-mapping",
              "version": 1,
              "generator": "CseMapper",
              "decisionLog": { "lines": {{head.Lines}}, "hash": "{{head.Hash}}" },
              "standard": { "id": "cse"
            """
        );
        Directory.Delete(CacheFolder.In(_folder), recursive: true);
        Assert.False(Read().IsDamaged);

        File.Delete(LogPath);

        Assert.Equal("the mapping", Read().Lost!.Keeper);
    }

    [Theory]
    [InlineData("\r")]
    [InlineData("\r\n")]
    [InlineData("\n\n")]
    public async Task LineEndsOfOtherProgramsTakeNothingAway(string end)
    {
        await Decide(Lines);
        string text = await File.ReadAllTextAsync(LogPath);
        await File.WriteAllTextAsync(LogPath, text.Replace("\n", end, StringComparison.Ordinal));

        Assert.Equal(Lines, Read().Decisions.Count);
        Assert.False(Read().IsDamaged);
        Assert.False(Read().HasCutLine);

        using (DecisionLog log = Open())
            Assert.Null(await log.AppendAsync([Accept("next")], CancellationToken.None));
        Assert.Equal(Lines + 1, Read().Decisions.Count);
        Assert.False(Read().IsDamaged);
    }

    [Fact]
    public async Task LineEditedUnderAnOpenReaderIsSeen()
    {
        await Decide(Lines);
        using DecisionLog open = Open();
        Assert.False(open.Read().IsDamaged);
        string[] lines = await File.ReadAllLinesAsync(LogPath);
        lines[2] = lines[2].Replace("accept", "reject", StringComparison.Ordinal);
        await File.WriteAllTextAsync(LogPath, string.Join('\n', lines) + "\n");

        Assert.Equal(4, open.Read().BadLine);
    }

    /// <summary>Whatever is changed, cut, put in or moved: it is told, or every decision is what it was.</summary>
    [Fact]
    public async Task ThousandRandomChangesAreAllToldOrHarmless()
    {
        await Decide(Lines);
        byte[] whole = await File.ReadAllBytesAsync(LogPath);
        string[] decisions = [.. Read().Decisions.Select(decision => decision.ToString())];
        Random random = new(20261201);
        int told = 0;
        for (int i = 0; i < 1000; i++)
        {
            byte[] changed = Change(whole, random);
            await File.WriteAllBytesAsync(LogPath, changed);

            DecisionLogContent content = Read();

            bool isSame = decisions.SequenceEqual(content.Decisions.Select(decision => decision.ToString()));
            Assert.True(content.IsDamaged || isSame, $"change {i} was neither told nor harmless");
            told += content.IsDamaged ? 1 : 0;
        }

        Assert.InRange(told, 800, 1000);
    }

    private static byte[] Change(byte[] whole, Random random)
    {
        int at = random.Next(whole.Length);
        int length = Math.Min(random.Next(1, 400), whole.Length - at);
        return random.Next(5) switch
        {
            0 => [.. whole[..at], (byte)random.Next(256), .. whole[(at + 1)..]],
            1 => whole[..at],
            2 => [.. whole[..at], .. whole[(at + length)..]],
            3 => [.. whole[..at], .. whole[at..(at + length)], .. whole[at..]],
            _ => [.. whole[at..], .. whole[..at]],
        };
    }

    private async Task Damage(string damage)
    {
        List<Decision> decisions = [.. Read().Decisions];
        File.Delete(LogPath);
        switch (damage)
        {
            case "empty":
                await File.WriteAllTextAsync(LogPath, "");
                return;
            case "deleted":
                return;
            case "last line edited":
                decisions[^1] = decisions[^1] with { Action = DecisionAction.Reject };
                break;
            default:
                decisions.RemoveRange(Lines - 2, 2);
                break;
        }

        // Somebody who knows how a log is made: in a folder of its own nothing of it is remembered.
        string other = Directory.CreateDirectory(Path.Combine(_folder, "other")).FullName;
        using (DecisionLog forged = new(Path.Combine(other, DecisionLog.FileName), TimeProvider.System))
            await forged.AppendAsync(decisions, CancellationToken.None);
        File.Move(Path.Combine(other, DecisionLog.FileName), LogPath);
    }

    private async Task Decide(int count)
    {
        using DecisionLog log = Open();
        for (int i = 0; i < count; i++)
            await log.AppendAsync([Accept($"d{i}")], CancellationToken.None);
    }

    private DecisionLogContent Read()
    {
        using DecisionLog log = Open();
        return log.Read();
    }

    private static Decision Accept(string id) =>
        new(id, DateTimeOffset.UnixEpoch, "ann", "1.1.1", DecisionAction.Accept);

    private DecisionLog Open() => new(LogPath, TimeProvider.System);
}

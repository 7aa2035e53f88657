using CseMapper.Decisions.Log;

namespace CseMapper.App.Tests.Commands;

public sealed class DecisionsCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("csemapper-test-");

    private string LogPath => Path.Combine(_folder.FullName, DecisionLog.FileName);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void WithoutALogThereIsNothingWrong() =>
        Assert.Equal(0, CommandLine.Run("decisions", "verify", "--out", _folder.FullName).ExitCode);

    [Fact]
    public async Task ChangedLineIsNamed()
    {
        using (DecisionLog log = new(LogPath, TimeProvider.System))
        {
            await log.AppendAsync([Accept("a"), Accept("b"), Accept("c")], TestContext.Current.CancellationToken);
        }

        Assert.Equal(
            (
                0,
                "3 decisions, every line follows from the one before, and nothing else is known of how many there should be.\n"
            ),
            Verify()
        );

        string text = await File.ReadAllTextAsync(LogPath, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            LogPath,
            text.Replace("\"id\":\"a\",", "\"id\":\"z\",", StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );

        (int code, string output) = Verify();
        Assert.Equal(2, code);
        Assert.Contains("decisions.jsonl, line 2: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALogThatASyncToolPutAsideIsNamed()
    {
        string copy = Path.Combine(_folder.FullName, "decisions-PC2.jsonl");
        using (DecisionLog log = new(LogPath, TimeProvider.System))
            await log.AppendAsync([Accept("a")], TestContext.Current.CancellationToken);
        File.Copy(LogPath, copy);

        (int code, string output) = Verify();

        Assert.Equal(2, code);
        Assert.Contains(copy + " lies beside the log", output, StringComparison.Ordinal);
    }

    private (int, string) Verify()
    {
        CommandLine.Result result = CommandLine.Run("decisions", "verify", "--out", _folder.FullName);
        return (result.ExitCode, result.Output);
    }

    private static Decision Accept(string id) =>
        new(id, DateTimeOffset.UnixEpoch, "ann", "1.1.1", DecisionAction.Accept);
}

using CseMapper.Decisions.Log;
using CseMapper.Passages.Storage;

namespace CseMapper.Decisions.Tests.Log;

/// <summary>Lets the disk fail at every step of every way to add a decision, as SQLite's own tests do.</summary>
public sealed class DecisionLogFaultTests : IDisposable
{
    /// <summary>More steps than any way has.</summary>
    private const int Most = 50;

    private readonly string _folder = Directory.CreateTempSubdirectory("decisions").FullName;

    private string LogPath => Path.Combine(_folder, DecisionLog.FileName);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("new", false)]
    [InlineData("new", true)]
    [InlineData("with lines", false)]
    [InlineData("with lines", true)]
    [InlineData("cut short", false)]
    [InlineData("cut short", true)]
    [InlineData("without a line end", false)]
    [InlineData("without a line end", true)]
    public async Task NothingIsCalledSavedThatIsNotAndNothingIsLostOrDoubled(string state, bool staysBroken)
    {
        int failedAt = 0;
        for (int step = 1; step < Most; step++)
        {
            string[] before = await Prepare(state);
            bool isSaved = await TryAppend(step, staysBroken);

            using (DecisionLog log = Open())
            {
                string[] after = [.. log.Read().Decisions.Select(decision => decision.Id)];
                Assert.Equal(before, after.Where(id => id != "new"));
                Assert.True(!isSaved || after.Contains("new"), $"step {step}: called saved, but it is not there");
                Assert.Null(log.Read().BadLine);
                await log.AppendAsync([Accept("new")], CancellationToken.None);
            }

            using DecisionLog again = Open();
            Assert.Equal([.. before, "new"], again.Read().Decisions.Select(decision => decision.Id));
            Assert.False(again.Read().HasCutLine);
            Assert.Null(again.Read().BadLine);
            if (isSaved)
                break;
            failedAt = step;
        }

        Assert.InRange(failedAt, 2, Most - 2);
    }

    [Fact]
    public async Task WhereItCannotBeTakenBackTheReviewerIsToldThatItIsNotKnown()
    {
        await Prepare("with lines");
        IOException fault = await Assert.ThrowsAsync<IOException>(() => Append(2, staysBroken: true));

        Assert.Contains("is not known", fault.Message, StringComparison.Ordinal);
    }

    private async Task<bool> TryAppend(int step, bool staysBroken)
    {
        try
        {
            await Append(step, staysBroken);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private async Task Append(int step, bool staysBroken)
    {
        int steps = 0;
        DurableFile.BeforeStep.Value = _ =>
        {
            steps++;
            if (steps == step || (staysBroken && steps > step))
                throw new IOException("Input/output error");
        };
        try
        {
            using DecisionLog log = Open();
            await log.AppendAsync([Accept("new")], CancellationToken.None);
        }
        finally
        {
            DurableFile.BeforeStep.Value = null;
        }
    }

    private async Task<string[]> Prepare(string state)
    {
        foreach (string file in Directory.EnumerateFiles(_folder))
            File.Delete(file);
        if (state == "new")
            return [];
        using (DecisionLog log = Open())
            await log.AppendAsync([Accept("d0"), Accept("d1")], CancellationToken.None);
        if (state == "cut short")
            await File.AppendAllTextAsync(LogPath, "{\"v\":1,\"id\":\"d2\",\"ti");
        if (state == "without a line end")
        {
            byte[] whole = await File.ReadAllBytesAsync(LogPath);
            await File.WriteAllBytesAsync(LogPath, whole[..^1]);
        }

        return ["d0", "d1"];
    }

    private static Decision Accept(string id) =>
        new(id, DateTimeOffset.UnixEpoch, "ann", "1.1.1", DecisionAction.Accept);

    private DecisionLog Open() => new(LogPath, TimeProvider.System);
}

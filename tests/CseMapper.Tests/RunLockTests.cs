using CseMapper.Passages.Workspaces;
using CseMapper.Testing;

namespace CseMapper.Tests;

public sealed class RunLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void OneRunHoldsTheFolderAndOthersSeeWhoItIs()
    {
        using RunLock held = Take();

        (bool isHeld, RunHolder? holder) = RunLock.Look(_folder.FullPath);

        Assert.True(isHeld);
        Assert.Equal((Environment.ProcessId, Environment.MachineName), (holder?.Process, holder?.Machine));
    }

    [Fact]
    public void AFolderIsFreeBeforeAndAfterARun()
    {
        Assert.False(RunLock.Look(_folder.FullPath).IsHeld);
        Take().Dispose();
        Assert.False(RunLock.Look(_folder.FullPath).IsHeld);
    }

    [Fact]
    public async Task ASecondRunSaysWhomItWaitsForAndGoesOnWhenTheFirstEnds()
    {
        RunLock first = Take();
        TaskCompletionSource<RunHolder?> waited = new();

        Task<RunLock> second = Task.Run(
            () =>
                RunLock.Take(
                    _folder.FullPath,
                    TimeProvider.System,
                    waited.SetResult,
                    TestContext.Current.CancellationToken
                ),
            TestContext.Current.CancellationToken
        );
        RunHolder? holder = await waited.Task;
        Assert.False(second.IsCompleted);
        first.Dispose();

        using RunLock taken = await second;
        Assert.Equal(Environment.ProcessId, holder?.Process);
    }

    [Fact]
    public void WaitingCanBeGivenUp()
    {
        using RunLock held = Take();
        using CancellationTokenSource stop = new();

        Assert.ThrowsAny<OperationCanceledException>(() =>
            RunLock.Take(_folder.FullPath, TimeProvider.System, _ => stop.Cancel(), stop.Token)
        );
    }

    [Fact]
    public void AFolderThatCannotBeMadeIsExplained()
    {
        string file = _folder.At("file");
        File.WriteAllText(file, "");

        WorkspaceException fault = Assert.Throws<WorkspaceException>(() =>
            RunLock.Take(
                Path.Combine(file, "out"),
                TimeProvider.System,
                _ => { },
                TestContext.Current.CancellationToken
            )
        );

        Assert.Contains("Choose another folder with --out.", fault.Message, StringComparison.Ordinal);
    }

    private RunLock Take() =>
        RunLock.Take(
            _folder.FullPath,
            TimeProvider.System,
            _ => Assert.Fail("nobody else is here"),
            TestContext.Current.CancellationToken
        );
}

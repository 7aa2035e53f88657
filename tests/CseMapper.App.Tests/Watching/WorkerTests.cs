using CseMapper.App.Configuration;
using CseMapper.App.Watching;
using CseMapper.Decisions.Mapping;
using CseMapper.Passages.Workspaces;
using CseMapper.Testing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CseMapper.App.Tests.Watching;

/// <summary>The worker by a clock that the test moves, with a run that does as it is told.</summary>
public sealed class WorkerTests : IDisposable
{
    private static readonly MapSummary _nothing = new(
        new MappingCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
        [],
        [],
        DocumentChanges.None
    )
    {
        Review = new DecisionCounts(0, 0, 0, 0, 0, 0, 0, 0),
        WasUpToDate = true,
    };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("csemapper-test-");
    private readonly ManualTime _time = new(new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero));
    private readonly StringWriter _said = new();

    private MapOptions Map => new(Path.Combine(_folder.FullName, "policies"), Path.Combine(_folder.FullName, "out"));

    public void Dispose()
    {
        _said.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task AConfirmationOfDeletionsCountsForTheFirstRunOnly()
    {
        List<double> mostGone = [];

        await Work(
            acceptsDeletions: true,
            3,
            options =>
            {
                mostGone.Add(options.MostGone);
                return _nothing;
            }
        );

        Assert.Equal([1, Map.MostGone, Map.MostGone], mostGone);
    }

    [Fact]
    public async Task AConfirmationOfDeletionsIsForgottenWhenTheShareIsLostBeforeItCounted()
    {
        List<double> mostGone = [];

        await Work(
            acceptsDeletions: true,
            7,
            options =>
            {
                mostGone.Add(options.MostGone);
                return mostGone.Count < 7 ? throw new DirectoryNotFoundException("There is no folder.") : _nothing;
            }
        );

        Assert.Equal(1, mostGone[0]);
        Assert.Equal(Map.MostGone, mostGone[^1]);
    }

    [Fact]
    public async Task AShareThatIsGonePausesTheWorkerUntilItIsBackAndStatusSaysWhy()
    {
        int attempts = 0;
        WorkerRecord? paused = null;

        await Work(
            acceptsDeletions: false,
            8,
            _ =>
            {
                paused = WorkerRecord.ReadFrom(Map.CacheFolder) is { State: "paused" } record ? record : paused;
                return ++attempts < 8 ? throw new DirectoryNotFoundException("There is no folder.") : _nothing;
            }
        );

        Assert.Equal(8, attempts);
        Assert.Equal("There is no folder.", paused?.Reason);
        Assert.True(paused?.Next > paused?.At);
        Assert.Contains(
            "There is no folder. Paused; the next attempt is at",
            _said.ToString(),
            StringComparison.Ordinal
        );
        Assert.Equal(0, RunRecord.Read(Map.CacheFolder)?.ExitCode);
    }

    /// <summary>Works until the run was called so often and the last of these runs has ended.</summary>
    private async Task Work(bool acceptsDeletions, int calls, Func<MapOptions, MapSummary> run)
    {
        int called = 0;
        using Ending ending = new();
        using Measurements measurements = new(null);
        WatchPlan plan = new(
            Map,
            new ScheduleSettings { Every = TimeSpan.FromMinutes(15) },
            new NotifySettings(),
            Once: false
        )
        {
            AcceptsDeletions = acceptsDeletions,
        };
        WorkerLines lines = new(
            new Terminal(_said, _said, IsInteractive: false, 100),
            Map,
            asJson: false,
            isQuiet: true,
            _time
        );
        using Worker worker = new(
            plan,
            (options, _, _) => Interlocked.Increment(ref called) > calls ? _nothing : run(options),
            lines,
            measurements,
            _time,
            NullLogger<Worker>.Instance,
            ending
        );
        await worker.StartAsync(CancellationToken.None);
        while (Volatile.Read(ref called) <= calls)
        {
            _time.Advance(TimeSpan.FromSeconds(20));
            await Task.Delay(2, TestContext.Current.CancellationToken);
        }
        await worker.StopAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Ending : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource _stopping = new();

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => _stopping.Token;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => _stopping.Cancel();

        public void Dispose() => _stopping.Dispose();
    }
}

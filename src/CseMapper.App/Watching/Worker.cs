using System.Globalization;
using CseMapper.Decisions.Changes;
using CseMapper.Matching.Criteria;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Polly.CircuitBreaker;

namespace CseMapper.App.Watching;

/// <summary>
/// Runs the mapping when it is due, and goes on whatever happens to a run: a folder or disk that is not there is tried
/// again, then paused for; anything else is told and left for the next occasion.
/// </summary>
internal sealed class Worker : BackgroundService
{
    /// <summary>Shares send no word of changes, so the folder is looked at this often.</summary>
    private static readonly TimeSpan _leastLook = TimeSpan.FromSeconds(30);

    /// <summary>Looking may take a twentieth of the time.</summary>
    private const int LookShare = 20;

    private static readonly TimeSpan _longestWait = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _firstPause = TimeSpan.FromMinutes(1);

    private readonly WatchPlan _plan;
    private readonly Func<MapOptions, IProgress<MapProgress>, CancellationToken, MapSummary> _map;
    private readonly WorkerLines _lines;
    private readonly Measurements _measurements;
    private readonly TimeProvider _time;
    private readonly ILogger<Worker> _log;
    private readonly IHostApplicationLifetime _host;
    private readonly PatientRuns _patient;
    private string _listing = "";
    private TimeSpan _lookEvery = _leastLook;
    private readonly Notifier _notifier;
    private readonly Outbox _outbox;
    private RunRecord? _last;
    private Notice? _notKept;
    private bool _acceptsDeletions;
    private int _waits;

    public Worker(
        WatchPlan plan,
        Func<MapOptions, IProgress<MapProgress>, CancellationToken, MapSummary> map,
        WorkerLines lines,
        Measurements measurements,
        TimeProvider time,
        ILogger<Worker> log,
        IHostApplicationLifetime host
    )
    {
        (_plan, _map, _lines, _measurements, _time, _log, _host) = (plan, map, lines, measurements, time, log, host);
        _notifier = new Notifier(plan.Notify, plan.Map.OutputFolder, time);
        _outbox = new Outbox(plan.Map.CacheFolder);
        _acceptsDeletions = plan.AcceptsDeletions;
        _patient = new PatientRuns(
            time,
            attempt => _log.AttemptFailed(attempt.AttemptNumber + 1, attempt.Outcome.Exception?.Message ?? "")
        );
    }

    /// <summary>How the last run ended.</summary>
    public int ExitCode => _last?.ExitCode ?? CseMapper.App.ExitCode.Done;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using ChangeHint? hint = _plan.Schedule.OnChange ? new ChangeHint(_plan.Folders) : null;
        RunSchedule schedule = new(_plan.Schedule, _time);
        try
        {
            // What the last worker was not given the time to tell.
            await TellOthersAsync(isPatient: false, stoppingToken).ConfigureAwait(false);
            while (true)
            {
                _last = await RunAsync(stoppingToken).ConfigureAwait(false);
                _last.Write(_plan.Map.CacheFolder);
                await TellOthersAsync(isPatient: true, stoppingToken).ConfigureAwait(false);
                if (_plan.Once)
                    break;
                schedule.Ran();
                await WaitAsync(schedule, hint, stoppingToken).ConfigureAwait(false);
            }
            _host.StopApplication();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            _log.Stopped();
        }
        finally
        {
            WorkerRecord.Remove(_plan.Map.CacheFolder);
        }
    }

    private async Task<RunRecord> RunAsync(CancellationToken cancellation)
    {
        TimeSpan pause = _firstPause;
        while (true)
        {
            DateTimeOffset began = _time.GetUtcNow();
            string reason;
            try
            {
                return await _patient.RunAsync(token => MapAsync(began, token), cancellation).ConfigureAwait(false);
            }
            catch (BrokenCircuitException broken)
            {
                reason = _last?.Failure ?? broken.Message;
                pause = broken.RetryAfter ?? pause;
            }
            catch (Exception trouble) when (PatientRuns.MayPass(trouble) && !_plan.Once)
            {
                reason = trouble.Message;
            }
            catch (Exception fault)
                when (fault is not OperationCanceledException || !cancellation.IsCancellationRequested)
            {
                return Failed(began, fault);
            }
            await PauseAsync(began, reason, pause, cancellation).ConfigureAwait(false);
        }
    }

    private Task<RunRecord> MapAsync(DateTimeOffset began, CancellationToken cancellation) =>
        Task.Run(
            () =>
            {
                long start = _time.GetTimestamp();
                if (_plan.Schedule.OnChange)
                    _listing = FolderListing.NameState(_plan.Map, cancellation);
                _lookEvery = TimeSpan.FromSeconds(
                    Math.Max(_leastLook.TotalSeconds, _time.GetElapsedTime(start).TotalSeconds * LookShare)
                );
                WorkerProgress progress = new(_plan.Map.CacheFolder, _time);
                MapSummary summary = _map(
                    _acceptsDeletions
                        ? _plan.Map with
                        {
                            MostGone = 1,
                            WhenWritten = Keep,
                        }
                        : _plan.Map with
                        {
                            WhenWritten = Keep,
                        },
                    progress,
                    cancellation
                );
                _acceptsDeletions = false;
                RunRecord run = RunRecord.Completed("watch", began, _time.GetUtcNow(), summary);
                _measurements.Count(run, summary);
                _log.RunEnded(run.ExitCode, run.Changes, run.Waiting.Count, summary.Counts.Documents);
                _lines.Tell(run, summary);
                return run;
            },
            cancellation
        );

    /// <summary>Keeps what is to be told before the run is remembered, so that nothing is lost in between.</summary>
    private void Keep(MappingChanges changes)
    {
        if (changes.IsNone || !_notifier.HasListeners)
            return;
        NoticeState state = _notifier.For(changes.NeedsAction);
        try
        {
            if (_outbox.Put(changes, state) is > 0 and int dropped)
                _log.Dropped(dropped);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // A full disk: then it is told at once or not at all.
            _notKept = new Notice(_plan.Map.OutputFolder, state);
        }
    }

    private async Task TellOthersAsync(bool isPatient, CancellationToken cancellation)
    {
        IReadOnlyList<string> failures = await _notifier
            .DeliverAsync(_outbox, isPatient, cancellation)
            .ConfigureAwait(false);
        if (_notKept is { } notice)
        {
            _notKept = null;
            failures =
            [
                .. failures,
                .. (await _notifier.TellAsync(notice, isPatient, cancellation).ConfigureAwait(false)).Failures,
            ];
        }

        foreach (string failure in failures)
        {
            _log.NotTold(failure);
            _lines.Say(failure);
        }
    }

    private RunRecord Failed(DateTimeOffset began, Exception fault)
    {
        RunRecord run = new("watch", began, _time.GetUtcNow(), CseMapper.App.ExitCode.Failed)
        {
            Failure = fault.Message,
        };
        _log.RunFailed(fault, fault.Message);
        _measurements.Count(run, null);
        _lines.Say(
            fault is CriteriaFileException or IOException or UnauthorizedAccessException
                ? fault.Message
                : $"The run met a fault of the program: {fault.GetType().Name}: {fault.Message}"
        );
        return run;
    }

    private async Task PauseAsync(DateTimeOffset began, string reason, TimeSpan pause, CancellationToken cancellation)
    {
        // What was missing when the confirmation was given is not what is missing after an hour without the share.
        _acceptsDeletions = false;
        DateTimeOffset next = _time.GetUtcNow() + pause;
        _last = new RunRecord("watch", began, _time.GetUtcNow(), CseMapper.App.ExitCode.Failed) { Failure = reason };
        _last.Write(_plan.Map.CacheFolder);
        _log.Paused(next, reason);
        _lines.Say(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{reason} Paused; the next attempt is at {next.ToLocalTime():HH:mm}."
            )
        );
        Tell("paused", next, reason);
        await Task.Delay(pause, _time, cancellation).ConfigureAwait(false);
    }

    private async Task WaitAsync(RunSchedule schedule, ChangeHint? hint, CancellationToken cancellation)
    {
        Tell("waiting", schedule.Next, null);
        long since = _time.GetTimestamp();
        // A copy ends within seconds; who has a document open may keep it open all day.
        _waits = _last?.Waiting.Count > 0 ? _waits + 1 : 0;
        TimeSpan? waiting =
            _waits == 0
                ? null
                : TimeSpan.FromSeconds(
                    Math.Min(
                        _longestWait.TotalSeconds,
                        (_plan.Schedule.Settle.TotalSeconds + 1) * Math.Pow(2, Math.Min(_waits - 1, 10))
                    )
                );
        while (!schedule.IsDue())
        {
            TimeSpan most = Least(schedule.Next - _time.GetUtcNow(), _plan.Schedule.OnChange ? waiting : null);
            if (hint is null)
                await Task.Delay(most, _time, cancellation).ConfigureAwait(false);
            else
                await hint.WaitAsync(most, _time, cancellation).ConfigureAwait(false);
            if (!_plan.Schedule.OnChange)
                continue;
            if (waiting is { } wait && _time.GetElapsedTime(since) >= wait)
                return;
            if (!HasChanged(cancellation))
                continue;
            // Whoever copies one document often copies ten.
            await Task.Delay(_plan.Schedule.Settle, _time, cancellation).ConfigureAwait(false);
            return;
        }
    }

    private TimeSpan Least(params ReadOnlySpan<TimeSpan?> spans)
    {
        TimeSpan least = _lookEvery;
        foreach (TimeSpan? span in spans)
        {
            if (span is { Ticks: > 0 } shorter && shorter < least)
                least = shorter;
        }
        return least;
    }

    private bool HasChanged(CancellationToken cancellation)
    {
        try
        {
            return FolderListing.NameState(_plan.Map, cancellation) != _listing;
        }
        catch (Exception trouble) when (PatientRuns.MayPass(trouble))
        {
            // The run will say what is the matter, and wait for its end.
            return true;
        }
    }

    private void Tell(string state, DateTimeOffset? next, string? reason) =>
        new WorkerRecord(Environment.ProcessId, Environment.MachineName, state, _time.GetUtcNow())
        {
            Next = next,
            OnChange = _plan.Schedule.OnChange,
            Reason = reason,
        }.Write(_plan.Map.CacheFolder);
}

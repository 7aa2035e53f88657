using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CseMapper.App.Watching;
using CseMapper.Decisions.Log;
using CseMapper.Documents.Files;

namespace CseMapper.App.Commands;

/// <summary><c>csemapper status</c>: how the last run ended, when the next is due, what waits, and who works on the
/// folder now.</summary>
internal static class StatusCommand
{
    private const int MostNamed = 10;
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
    };

    public static Command Create(Terminal terminal, TimeProvider time)
    {
        Option<string> output = SharedOptions.Out();
        Command command = new(
            "status",
            "Says how the last run ended, when the next is due, what waits, and who works on the folder now.\n\n"
                + "Example:\n  csemapper status --out cse-mapping"
        )
        {
            output,
        };
        command.SetAction(parsed =>
        {
            string folder = Path.GetFullPath(parsed.GetRequiredValue(output));
            using DecisionLog log = new(Path.Combine(folder, DecisionLog.FileName), time);
            Status status = Status.Read(CacheFolder.In(folder)) with { Damage = [.. log.Read().Damage()] };
            if (parsed.GetValue(SharedOptions.Json))
                terminal.Out.WriteLine(JsonSerializer.Serialize(status, _json));
            else
                Write(status, folder, terminal.Out);
            if (status.LastRun is { ExitCode: not ExitCode.Done } last)
                return last.ExitCode;
            return status.Damage.Count > 0 ? ExitCode.Attention : ExitCode.Done;
        });
        return command;
    }

    private static void Write(Status status, string folder, TextWriter output)
    {
        output.WriteLine($"  {"Folder", -10} {folder}");
        output.WriteLine($"  {"Last run", -10} {LastRun(status.LastRun)}");
        output.WriteLine($"  {"Now", -10} {Now(status)}");
        output.WriteLine($"  {"Next run", -10} {Next(status.Worker)}");
        if (status.Notices > 0)
        {
            output.WriteLine(
                Invariant($"  {"Notices", -10} {status.Notices:N0} reports of changes could not be delivered yet")
            );
        }

        foreach (string damage in status.Damage)
            output.WriteLine("  " + damage);
        if (status.LastRun is not { } last)
            return;
        if (last.Documents > 0)
        {
            output.WriteLine(
                Invariant($"  {"Documents", -10} {last.Documents:N0}, {last.NotRead:N0} of them not read, or not whole")
            );
        }

        if (last.ToReview > 0)
        {
            output.WriteLine(
                Invariant(
                    $"  {"Review", -10} {last.ToReview:N0} decisions wait: reworded, to be approved, or in conflict"
                )
            );
        }

        foreach (string notice in last.Notices.Except(status.Damage))
            output.WriteLine("  " + notice);
        if (last.Waiting.Count == 0)
            return;
        output.WriteLine(
            Invariant($"\nWaiting because somebody has them open or is writing them ({last.Waiting.Count:N0}):")
        );
        foreach (string path in last.Waiting.Take(MostNamed))
            output.WriteLine("  " + path);
        if (last.Waiting.Count > MostNamed)
            output.WriteLine(Invariant($"  and {last.Waiting.Count - MostNamed:N0} more"));
    }

    private static string LastRun(RunRecord? run)
    {
        if (run is null)
            return "none yet";
        string how = run.ExitCode switch
        {
            ExitCode.Done => run.WasUpToDate
                ? "nothing had changed"
                : Invariant($"done, {run.Changes:N0} documents new, changed, moved or gone"),
            ExitCode.Attention => "done, but somebody should look",
            ExitCode.Cancelled => "stopped",
            _ => "failed: " + (run.Failure ?? string.Join(' ', run.Notices)),
        };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{run.Ended.ToLocalTime():yyyy-MM-dd HH:mm} ({run.Command}, "
                + $"{(run.Ended - run.Began).TotalSeconds:N0} s): {how}"
        );
    }

    private static string Now(Status status)
    {
        if (status.Holder is { } holder)
        {
            string read = status.Worker is { Queue: > 0 } queue
                ? Invariant($"; {queue.Read:N0} of {queue.Queue:N0} files read")
                : "";
            return $"a run works on the folder ({holder}){read}";
        }

        if (status.IsHeld)
            return "a run works on the folder";
        return status.Worker switch
        {
            { State: "paused" } worker => "the worker is paused: " + worker.Reason,
            not null => "the worker waits",
            _ => "nobody works on the folder",
        };
    }

    private static string Next(WorkerRecord? worker) =>
        worker switch
        {
            null => "none planned: no worker runs",
            { Next: { } next, OnChange: true } => Invariant(
                $"{next.ToLocalTime():yyyy-MM-dd HH:mm}, or when a document changes"
            ),
            { Next: { } next } => Invariant($"{next.ToLocalTime():yyyy-MM-dd HH:mm}"),
            { OnChange: true } => "when a document changes",
            _ => "after this one",
        };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>What is known of an output folder.</summary>
    /// <param name="IsHeld">True when a run works on it.</param>
    /// <param name="Holder">Whose, as far as known.</param>
    /// <param name="LastRun">The last run, or null.</param>
    /// <param name="Worker">The worker that watches, or null.</param>
    /// <param name="Notices">Reports of changes that wait to be delivered.</param>
    private sealed record Status(bool IsHeld, RunHolder? Holder, RunRecord? LastRun, WorkerRecord? Worker, int Notices)
    {
        /// <summary>What is wrong with the decision log.</summary>
        public IReadOnlyList<string> Damage { get; init; } = [];

        public static Status Read(string cacheFolder)
        {
            (bool isHeld, RunHolder? holder) = RunLock.Look(cacheFolder);
            WorkerRecord? worker = WorkerRecord.ReadFrom(cacheFolder);
            return new Status(
                isHeld,
                isHeld ? holder : null,
                RunRecord.Read(cacheFolder),
                worker is not null && Lives(worker) ? worker : null,
                new Outbox(cacheFolder).Count
            );
        }

        /// <summary>A worker that was killed could not take its note back; of another machine's, nothing better is
        /// known.</summary>
        private static bool Lives(WorkerRecord worker)
        {
            if (worker.Machine != Environment.MachineName)
                return true;
            try
            {
                using Process process = Process.GetProcessById(worker.Process);
                return !process.HasExited;
            }
            catch (ArgumentException)
            {
                return false;
            }
        }
    }
}

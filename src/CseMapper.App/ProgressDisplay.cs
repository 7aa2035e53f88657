using System.Globalization;
using Spectre.Console;

namespace CseMapper.App;

/// <summary>Shows how far a run is: a bar that moves when a person watches, a plain line now and then when
/// not.</summary>
internal static class ProgressDisplay
{
    /// <summary>Does the work and shows its progress meanwhile; a moving bar is gone when the work has ended.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="isQuiet">True to show nothing.</param>
    /// <param name="time">Tells when the next plain line is due.</param>
    /// <param name="work">The work, which tells how far it is.</param>
    /// <returns>What the work returns.</returns>
    public static T During<T>(Terminal terminal, bool isQuiet, TimeProvider time, Func<IProgress<MapProgress>, T> work)
    {
        if (isQuiet)
            return work(new NoProgress());
        return terminal.IsInteractive ? DuringBar(terminal, work) : work(new PlainProgress(terminal.Error, time));
    }

    /// <summary>What is being done, in words.</summary>
    /// <param name="value">How far the run is.</param>
    public static string Text(MapProgress value) =>
        value.Stage switch
        {
            MapStage.Waiting =>
                $"Another run works on this output folder{(value.Holder is null ? "" : $" ({value.Holder})")}. "
                    + "Waiting until it has ended; Ctrl+C gives up.",
            MapStage.Listing => "Listing the folder",
            MapStage.Reading => string.Create(
                CultureInfo.InvariantCulture,
                $"Reading: {value.FilesDone:N0} of {value.FilesTotal:N0} files"
            ) + (value.Pages == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {value.Pages:N0} pages")),
            MapStage.CrossChecking => string.Create(
                CultureInfo.InvariantCulture,
                $"Cross-checking: {value.FilesDone:N0} of {value.FilesTotal:N0} files, {value.Pages:N0} pages"
            ),
            MapStage.Matching => "Finding evidence",
            MapStage.Comparing => string.Create(
                CultureInfo.InvariantCulture,
                $"Comparing meanings: {value.FilesDone:N0} of {value.FilesTotal:N0} texts"
            ),
            _ => "Writing the mapping",
        };

    private static T DuringBar<T>(Terminal terminal, Func<IProgress<MapProgress>, T> work)
    {
        IAnsiConsole console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.Yes,
                Interactive = InteractionSupport.Yes,
                Out = new AnsiConsoleOutput(terminal.Error),
            }
        );
        console.Profile.Width = terminal.Width;
        console.Profile.Capabilities.Unicode = true;
        return console
            .Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RemainingTimeColumn()
            )
            .Start(context => work(new BarProgress(context)));
    }

    private sealed class NoProgress : IProgress<MapProgress>
    {
        public void Report(MapProgress value) { }
    }

    /// <summary>A bar for a reading or comparing, whose length is the bytes to be read; the other stages are of no known
    /// length.</summary>
    private sealed class BarProgress(ProgressContext context) : IProgress<MapProgress>
    {
        private ProgressTask? _task;
        private MapStage _stage;

        public void Report(MapProgress value)
        {
            if (_task is null || value.Stage != _stage)
            {
                _task?.StopTask();
                _stage = value.Stage;
                _task = context.AddTask(Markup.Escape(Text(value)));
            }
            _task.Description = Markup.Escape(Text(value));
            _task.IsIndeterminate = value.BytesTotal == 0;
            if (!_task.IsIndeterminate)
                _task.MaxValue(value.BytesTotal).Value(value.BytesDone);
        }
    }

    /// <summary>A line at once where the run waits, else every ten seconds: a short run has nothing to report but its
    /// end.</summary>
    private sealed class PlainProgress(TextWriter lines, TimeProvider time) : IProgress<MapProgress>
    {
        private static readonly TimeSpan _every = TimeSpan.FromSeconds(10);
        private long _shownAt = time.GetTimestamp();
        private MapStage _stage;
        private long? _since;

        public void Report(MapProgress value)
        {
            if (value.Stage != _stage)
                _since = null;
            _stage = value.Stage;
            if (value.BytesTotal > 0)
                _since ??= time.GetTimestamp();
            if (value.Stage != MapStage.Waiting && time.GetElapsedTime(_shownAt) < _every)
                return;
            _shownAt = time.GetTimestamp();
            lines.WriteLine(Text(value) + TimeLeft(value));
        }

        private string TimeLeft(MapProgress value)
        {
            if (_since is not { } since || value.BytesDone <= 0 || value.BytesDone >= value.BytesTotal)
                return "";
            TimeSpan elapsed = time.GetElapsedTime(since);
            double seconds = elapsed.TotalSeconds * (value.BytesTotal - value.BytesDone) / value.BytesDone;
            return seconds < 90
                ? string.Create(CultureInfo.InvariantCulture, $", about {Math.Ceiling(seconds):0} s left")
                : string.Create(CultureInfo.InvariantCulture, $", about {Math.Ceiling(seconds / 60):0} min left");
        }
    }
}

using System.Globalization;

namespace CseMapper.App;

/// <summary>Shows how far a run is: one line that moves when a person watches, a plain line now and then when
/// not.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="isQuiet">True to show nothing.</param>
/// <param name="time">Measures the time left and how often to show it.</param>
internal sealed class ProgressLine(Terminal terminal, bool isQuiet, TimeProvider time) : IProgress<MapProgress>
{
    private static readonly TimeSpan _movingEvery = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan _plainEvery = TimeSpan.FromSeconds(10);
    private readonly long _start = time.GetTimestamp();
    private long _shownAt;
    private long _readingSince;
    private MapStage? _shown;
    private int _shownLength;

    /// <inheritdoc/>
    public void Report(MapProgress value)
    {
        if (isQuiet)
            return;
        if (value.Stage == MapStage.Waiting)
        {
            Clear();
            terminal.Error.WriteLine(
                $"Another run works on this output folder{(value.Holder is null ? "" : $" ({value.Holder})")}. "
                    + "Waiting until it has ended; Ctrl+C gives up."
            );
            return;
        }
        if (value.Stage == MapStage.Reading && _readingSince == 0)
            _readingSince = time.GetTimestamp();
        bool isNewStage = value.Stage != _shown;
        bool isDue =
            time.GetElapsedTime(_shownAt == 0 ? _start : _shownAt)
            >= (terminal.IsInteractive ? _movingEvery : _plainEvery);
        // A plain log tells of the reading only once it takes a while: a short run has nothing to report but its end.
        if (terminal.IsInteractive ? !isNewStage && !isDue : !isDue)
            return;
        _shown = value.Stage;
        _shownAt = time.GetTimestamp();
        Show(Text(value));
    }

    /// <summary>Takes the moving line away again.</summary>
    public void Clear()
    {
        if (_shownLength == 0)
            return;
        terminal.Error.Write($"\r{new string(' ', _shownLength)}\r");
        _shownLength = 0;
    }

    private void Show(string text)
    {
        if (!terminal.IsInteractive)
        {
            terminal.Error.WriteLine(text);
            return;
        }
        string line = text.Length < terminal.Width ? text : text[..(terminal.Width - 1)];
        terminal.Error.Write($"\r{line.PadRight(_shownLength)}");
        _shownLength = line.Length;
    }

    private string Text(MapProgress value) =>
        value.Stage switch
        {
            MapStage.Listing => "Listing the folder",
            MapStage.Reading => string.Create(
                CultureInfo.InvariantCulture,
                $"Reading: {value.FilesDone:N0} of {value.FilesTotal:N0} files{(value.Pages == 0 ? "" : $", {value.Pages:N0} pages")}{TimeLeft(value)}"
            ),
            MapStage.Matching => "Finding evidence",
            _ => "Writing the mapping",
        };

    private string TimeLeft(MapProgress value)
    {
        TimeSpan elapsed = time.GetElapsedTime(_readingSince);
        if (value.BytesDone == 0 || value.BytesTotal == 0 || elapsed < TimeSpan.FromSeconds(2))
            return "";
        double seconds = elapsed.TotalSeconds * (value.BytesTotal - value.BytesDone) / value.BytesDone;
        return seconds < 90
            ? string.Create(CultureInfo.InvariantCulture, $", about {Math.Ceiling(seconds):0} s left")
            : string.Create(CultureInfo.InvariantCulture, $", about {Math.Ceiling(seconds / 60):0} min left");
    }
}

using System.Globalization;

namespace CseMapper.App.Watching;

/// <summary>What a worker says on the terminal: a line a run.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="options">What is mapped.</param>
/// <param name="asJson">True to print each run as a JSON object.</param>
/// <param name="isQuiet">True to say only what somebody should look at.</param>
/// <param name="time">Says when.</param>
internal sealed class WorkerLines(Terminal terminal, MapOptions options, bool asJson, bool isQuiet, TimeProvider time)
{
    /// <summary>Tells of a run.</summary>
    public void Tell(RunRecord run, MapSummary summary)
    {
        if (asJson)
        {
            MapSummaryText.WriteJson(summary, options, terminal.Out);
            terminal.Out.Flush();
        }
        else if (!isQuiet)
        {
            string what = run.WasUpToDate
                ? "nothing has changed"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{run.Changes:N0} documents new, changed, moved or gone; {summary.Counts.Documents:N0} in all"
                );
            string waiting =
                run.Waiting.Count == 0
                    ? ""
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"; {run.Waiting.Count:N0} wait because somebody has them open or is writing them"
                    );
            Say($"Mapped: {what}{waiting}.");
        }
        foreach (string notice in run.Notices)
            Say(notice);
    }

    /// <summary>Says a sentence, with the time.</summary>
    public void Say(string sentence) =>
        terminal.Error.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{time.GetLocalNow():yyyy-MM-dd HH:mm:ss} {sentence}")
        );
}

namespace CseMapper.App.Watching;

/// <summary>How a run ended, as <c>csemapper status</c> tells it.</summary>
/// <param name="Command">"map" or "watch".</param>
/// <param name="Began">When it began.</param>
/// <param name="Ended">When it ended.</param>
/// <param name="ExitCode">What it ended with: <see cref="App.ExitCode"/>.</param>
internal sealed record RunRecord(string Command, DateTimeOffset Began, DateTimeOffset Ended, int ExitCode)
{
    private const string FileName = "last-run.json";

    /// <summary>True when nothing had changed.</summary>
    public bool WasUpToDate { get; init; }

    /// <summary>New, changed, moved and gone documents.</summary>
    public int Changes { get; init; }

    /// <summary>Documents in the mapping.</summary>
    public int Documents { get; init; }

    /// <summary>Those of them that were not read, or not whole.</summary>
    public int NotRead { get; init; }

    /// <summary>Decisions that wait for somebody: reworded, to be approved, in conflict.</summary>
    public int ToReview { get; init; }

    /// <summary>Documents that waited because somebody had them open or was writing them.</summary>
    public IReadOnlyList<string> Waiting { get; init; } = [];

    /// <summary>What somebody should look at, as sentences.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Why it failed, or null.</summary>
    public string? Failure { get; init; }

    /// <summary>A run that came to an end.</summary>
    public static RunRecord Completed(string command, DateTimeOffset began, DateTimeOffset ended, MapSummary summary) =>
        new(
            command,
            began,
            ended,
            summary.Problems.Count > 0 ? CseMapper.App.ExitCode.Failed
                : summary.NeedsAttention ? CseMapper.App.ExitCode.Attention
                : CseMapper.App.ExitCode.Done
        )
        {
            WasUpToDate = summary.WasUpToDate,
            Changes =
                summary.Changes.Added.Count
                + summary.Changes.Changed.Count
                + summary.Changes.Moved.Count
                + summary.Changes.Removed.Count,
            Documents = summary.Counts.Documents,
            NotRead = summary.NewlyNotRead.Count,
            ToReview = summary.Review.Changed + summary.Review.AwaitApproval + summary.Review.Conflicts,
            Waiting = summary.Waiting,
            Notices = [.. summary.Notices, .. summary.Problems],
        };

    /// <summary>Remembers it.</summary>
    public void Write(string cacheFolder) => StateFile.Write(Path.Combine(cacheFolder, FileName), this);

    /// <summary>The last one, or null.</summary>
    public static RunRecord? Read(string cacheFolder) => StateFile.Read<RunRecord>(Path.Combine(cacheFolder, FileName));
}

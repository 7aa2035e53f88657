namespace CseMapper.App.Watching;

/// <summary>What a worker is at.</summary>
/// <param name="Process">The number of its process.</param>
/// <param name="Machine">The machine it runs on.</param>
/// <param name="State">"running", "waiting" or "paused".</param>
/// <param name="At">Since when.</param>
internal sealed record WorkerRecord(int Process, string Machine, string State, DateTimeOffset At)
{
    private const string FileName = "worker.json";

    /// <summary>The next run by the schedule, or null.</summary>
    public DateTimeOffset? Next { get; init; }

    /// <summary>True when a change of a document brings a run.</summary>
    public bool OnChange { get; init; }

    /// <summary>Documents that are to be read in this run.</summary>
    public int Queue { get; init; }

    /// <summary>Documents read in this run.</summary>
    public int Read { get; init; }

    /// <summary>Why it is paused, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Tells it.</summary>
    public void Write(string cacheFolder) => StateFile.Write(Path.Combine(cacheFolder, FileName), this);

    /// <summary>What the last worker told, or null; a worker that was killed could not take it back.</summary>
    public static WorkerRecord? ReadFrom(string cacheFolder) =>
        StateFile.Read<WorkerRecord>(Path.Combine(cacheFolder, FileName));

    /// <summary>Takes it back.</summary>
    public static void Remove(string cacheFolder) => StateFile.Remove(Path.Combine(cacheFolder, FileName));
}

namespace CseMapper.App.Watching;

/// <summary>Tells others, through a small file, how far a worker's run is.</summary>
/// <param name="cacheFolder">Where to.</param>
/// <param name="time">Says how often.</param>
internal sealed class WorkerProgress(string cacheFolder, TimeProvider time) : IProgress<MapProgress>
{
    private static readonly TimeSpan _every = TimeSpan.FromSeconds(2);
    private long? _told;

    /// <inheritdoc/>
    public void Report(MapProgress value)
    {
        if (_told is { } told && time.GetElapsedTime(told) < _every)
            return;
        _told = time.GetTimestamp();
        WorkerRecord record = new(
            Environment.ProcessId,
            Environment.MachineName,
            value.Stage == MapStage.Waiting ? "waiting for another run" : "running",
            time.GetUtcNow()
        );
        (record with { Queue = value.FilesTotal, Read = value.FilesDone }).Write(cacheFolder);
    }
}

using Microsoft.Extensions.Logging;

namespace CseMapper.App.Watching;

/// <summary>What a worker writes into its log.</summary>
internal static partial class WorkerLog
{
    [LoggerMessage(
        1,
        LogLevel.Information,
        "Run ended: exit code {ExitCode}, {Changes} documents changed, {Waiting} waiting, {Documents} in all"
    )]
    public static partial void RunEnded(this ILogger log, int exitCode, int changes, int waiting, int documents);

    [LoggerMessage(2, LogLevel.Warning, "Attempt {Attempt} failed: {Reason}")]
    public static partial void AttemptFailed(this ILogger log, int attempt, string reason);

    [LoggerMessage(3, LogLevel.Warning, "Paused until {Next}: {Reason}")]
    public static partial void Paused(this ILogger log, DateTimeOffset next, string reason);

    [LoggerMessage(4, LogLevel.Error, "The run failed: {Reason}")]
    public static partial void RunFailed(this ILogger log, Exception fault, string reason);

    [LoggerMessage(5, LogLevel.Information, "Stopped")]
    public static partial void Stopped(this ILogger log);

    [LoggerMessage(6, LogLevel.Warning, "Not everybody was told of the changes: {Reason}")]
    public static partial void NotTold(this ILogger log, string reason);

    [LoggerMessage(
        7,
        LogLevel.Warning,
        "{Count} old reports of changes were dropped: more than twenty wait to be delivered"
    )]
    public static partial void Dropped(this ILogger log, int count);
}

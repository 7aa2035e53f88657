using CseMapper.App.Configuration;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Formatting.Compact;

namespace CseMapper.App.Watching;

/// <summary>
/// The worker's log files under <c>.csemapper/logs</c>: one JSON object a line in Serilog's compact form, the oldest
/// <c>worker.jsonl</c>, then <c>worker_001.jsonl</c> and so on.
/// </summary>
internal static class LogFiles
{
    /// <summary>Sends what is logged into the files. A log that cannot be written does not stop the work; the work
    /// itself tells of a full disk.</summary>
    /// <param name="logging">What is logged.</param>
    /// <param name="folder">The folder of the files; made with the first line.</param>
    /// <param name="settings">How many, and how large.</param>
    public static void AddLogFiles(this ILoggingBuilder logging, string folder, LogSettings settings) =>
        logging.AddSerilog(
            new LoggerConfiguration()
                .MinimumLevel.Information()
                .MinimumLevel.Override("Microsoft", Serilog.Events.LogEventLevel.Warning)
                .WriteTo.File(
                    new RenderedCompactJsonFormatter(),
                    Path.Combine(folder, "worker.jsonl"),
                    fileSizeLimitBytes: (long)settings.Megabytes << 20,
                    rollOnFileSizeLimit: true,
                    retainedFileCountLimit: settings.Keep,
                    shared: true
                )
                .CreateLogger(),
            dispose: true
        );
}

using System.ComponentModel;
using System.Diagnostics;
using System.Net.Http.Headers;
using CseMapper.App.Configuration;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace CseMapper.App.Watching;

/// <summary>Carries the report of changes to a command and to a webhook, where they are set.</summary>
/// <param name="settings">Which.</param>
/// <param name="time">Measures waits.</param>
internal sealed class Notifier(NotifySettings settings, TimeProvider time)
{
    private const int Attempts = 5;
    private static readonly TimeSpan s_commandLimit = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan s_postLimit = TimeSpan.FromSeconds(30);

    /// <summary>Tells both of a run that changed something.</summary>
    /// <returns>A sentence for each that could not be told.</returns>
    public async Task<IReadOnlyList<string>> TellAsync(MapSummary summary, string outputFolder, CancellationToken cancellation)
    {
        if (summary.News.IsNone) return [];
        string?[] failures =
        [
            settings.Command is { } command ? await RunAsync(command, summary, outputFolder, cancellation).ConfigureAwait(false) : null,
            settings.Webhook is { } webhook ? await PostAsync(webhook, Path.Combine(outputFolder, "changes.json"), cancellation).ConfigureAwait(false) : null,
        ];
        return [.. failures.OfType<string>()];
    }

    private async Task<string?> RunAsync(string command, MapSummary summary, string outputFolder, CancellationToken cancellation)
    {
        ProcessStartInfo start = OperatingSystem.IsWindows() ? new("cmd.exe") { Arguments = "/d /s /c \"" + command + "\"" } : new("/bin/sh", ["-c", command]);
        start.WorkingDirectory = outputFolder;
        start.Environment["CSEMAPPER_CHANGES"] = Path.Combine(outputFolder, "changes.md");
        start.Environment["CSEMAPPER_CHANGES_JSON"] = Path.Combine(outputFolder, "changes.json");
        start.Environment["CSEMAPPER_NEEDS_ACTION"] = summary.News.NeedsAction ? "1" : "0";
        // What the command prints must not get between the results.
        start.RedirectStandardOutput = true;
        using CancellationTokenSource limit = new(s_commandLimit, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            using Process process = Process.Start(start)!;
            try
            {
                await process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, either.Token).ConfigureAwait(false);
                await process.WaitForExitAsync(either.Token).ConfigureAwait(false);
                return process.ExitCode == 0 ? null : FormattableString.Invariant($"The command of --on-change ended with exit code {process.ExitCode}.");
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                cancellation.ThrowIfCancellationRequested();
                return "The command of --on-change took longer than ten minutes and was ended.";
            }
        }
        catch (Exception trouble) when (trouble is Win32Exception or IOException or InvalidOperationException)
        {
            return "The command of --on-change could not be run: " + trouble.Message;
        }
    }

    private async Task<string?> PostAsync(Uri address, string report, CancellationToken cancellation)
    {
        ResiliencePipeline pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<HttpRequestException>().Handle<TimeoutRejectedException>(),
                MaxRetryAttempts = Attempts - 1,
                Delay = TimeSpan.FromSeconds(1),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            })
            .AddTimeout(s_postLimit)
            .Build();
        try
        {
            byte[] body = await File.ReadAllBytesAsync(report, cancellation).ConfigureAwait(false);
            using HttpClient client = new();
            await pipeline.ExecuteAsync(async token => await SendAsync(client, address, body, token).ConfigureAwait(false), cancellation).ConfigureAwait(false);
            return null;
        }
        catch (Exception trouble) when (trouble is HttpRequestException or TimeoutRejectedException or IOException)
        {
            // The address may hold a key: the host is enough to know which one is meant.
            return $"The webhook at {address.Host} could not be reached: {trouble.Message}";
        }
    }

    private static async Task SendAsync(HttpClient client, Uri address, byte[] body, CancellationToken cancellation)
    {
        using ByteArrayContent content = new(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using HttpResponseMessage response = await client.PostAsync(address, content, cancellation).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
    }
}

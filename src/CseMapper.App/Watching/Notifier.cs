using System.ComponentModel;
using System.Diagnostics;
using System.Net.Http.Headers;
using CseMapper.App.Configuration;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace CseMapper.App.Watching;

/// <summary>Carries reports of changes to a command and to a webhook, where they are set.</summary>
/// <param name="settings">Which.</param>
/// <param name="outputFolder">Where the command is started.</param>
/// <param name="time">Measures waits.</param>
internal sealed class Notifier(NotifySettings settings, string outputFolder, TimeProvider time)
{
    private const int Attempts = 5;

    /// <summary>A notice that nobody takes after so many runs keeps those behind it waiting no longer.</summary>
    private const int MostFailures = 5;

    private static readonly TimeSpan _commandLimit = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan _postLimit = TimeSpan.FromSeconds(30);

    /// <summary>True when somebody is to be told at all.</summary>
    public bool HasListeners => settings.Command is not null || settings.Webhook is not null;

    /// <summary>A notice for all of them.</summary>
    public NoticeState For(bool needsAction) =>
        new(needsAction, settings.Command is not null, settings.Webhook is not null, 0);

    /// <summary>Delivers what waits, in order; what cannot be delivered keeps those behind it waiting.</summary>
    /// <param name="outbox">Holds it.</param>
    /// <param name="isPatient">True to try a webhook several times.</param>
    /// <param name="cancellation">Stops it; what was not delivered waits on.</param>
    /// <returns>A sentence for each that could not be told.</returns>
    public async Task<IReadOnlyList<string>> DeliverAsync(Outbox outbox, bool isPatient, CancellationToken cancellation)
    {
        List<string> failures = [];
        foreach (Notice notice in outbox.Waiting())
        {
            (NoticeState state, IReadOnlyList<string> faults) = await TellAsync(notice, isPatient, cancellation)
                .ConfigureAwait(false);
            failures.AddRange(faults);
            if (!state.IsDone)
                state = state with { Failures = state.Failures + 1 };
            if (state.Failures >= MostFailures)
            {
                failures.Add(
                    FormattableString.Invariant(
                        $"A report of changes could not be delivered after {MostFailures} runs and was given up; changes.md and report.html tell what changed last."
                    )
                );
                state = state with { ToCommand = false, ToWebhook = false };
            }

            Outbox.Update(notice, state);
            if (!state.IsDone)
                break;
        }

        return failures;
    }

    /// <summary>Tells both.</summary>
    /// <returns>Who has still not got it, and a sentence for each of these.</returns>
    public async Task<(NoticeState State, IReadOnlyList<string> Failures)> TellAsync(
        Notice notice,
        bool isPatient,
        CancellationToken cancellation
    )
    {
        NoticeState state = notice.State with
        {
            ToCommand = notice.State.ToCommand && settings.Command is not null,
            ToWebhook = notice.State.ToWebhook && settings.Webhook is not null,
        };
        List<string> failures = [];
        if (state.ToCommand)
        {
            string? failure = await RunAsync(settings.Command!, notice, cancellation).ConfigureAwait(false);
            if (failure is not null)
                failures.Add(failure);
            state = state with { ToCommand = failure is not null };
            // A webhook may take minutes to give up: the command is not started again for its sake.
            if (state is { ToCommand: false, ToWebhook: true })
                Outbox.Update(notice, state);
        }

        if (state.ToWebhook)
        {
            string? failure = await PostAsync(
                    settings.Webhook!,
                    Path.Combine(notice.Folder, Notice.JsonName),
                    isPatient ? Attempts : 1,
                    cancellation
                )
                .ConfigureAwait(false);
            if (failure is not null)
                failures.Add(failure);
            state = state with { ToWebhook = failure is not null };
        }

        return (state, failures);
    }

    /// <summary>The report of the last changes lies in the output folder; that of earlier ones only beside the
    /// notice.</summary>
    private string PathOf(Notice notice, string name)
    {
        string own = Path.Combine(notice.Folder, name);
        string shown = Path.Combine(outputFolder, name);
        return File.Exists(shown) && File.ReadAllBytes(shown).AsSpan().SequenceEqual(File.ReadAllBytes(own))
            ? shown
            : own;
    }

    private async Task<string?> RunAsync(string command, Notice notice, CancellationToken cancellation)
    {
        ProcessStartInfo start = OperatingSystem.IsWindows()
            ? new("cmd.exe") { Arguments = "/d /s /c \"" + command + "\"" }
            : new("/bin/sh", ["-c", command]);
        start.WorkingDirectory = outputFolder;
        start.Environment["CSEMAPPER_NEEDS_ACTION"] = notice.State.NeedsAction ? "1" : "0";
        // What the command prints must not get between the results.
        start.RedirectStandardOutput = true;
        using CancellationTokenSource limit = new(_commandLimit, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(
            limit.Token,
            cancellation
        );
        try
        {
            start.Environment["CSEMAPPER_CHANGES"] = PathOf(notice, Notice.TextName);
            start.Environment["CSEMAPPER_CHANGES_JSON"] = PathOf(notice, Notice.JsonName);
            using Process process = Process.Start(start)!;
            try
            {
                await process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, either.Token).ConfigureAwait(false);
                await process.WaitForExitAsync(either.Token).ConfigureAwait(false);
                return process.ExitCode == 0
                    ? null
                    : FormattableString.Invariant(
                        $"The command of --on-change ended with exit code {process.ExitCode}."
                    );
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

    private async Task<string?> PostAsync(Uri address, string report, int attempts, CancellationToken cancellation)
    {
        ResiliencePipelineBuilder builder = new() { TimeProvider = time };
        if (attempts > 1)
        {
            builder.AddRetry(
                new RetryStrategyOptions
                {
                    ShouldHandle = new PredicateBuilder()
                        .Handle<HttpRequestException>()
                        .Handle<TimeoutRejectedException>(),
                    MaxRetryAttempts = attempts - 1,
                    Delay = TimeSpan.FromSeconds(1),
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                }
            );
        }

        ResiliencePipeline pipeline = builder.AddTimeout(_postLimit).Build();
        try
        {
            byte[] body = await File.ReadAllBytesAsync(report, cancellation).ConfigureAwait(false);
            using HttpClient client = new();
            await pipeline
                .ExecuteAsync(
                    async token => await SendAsync(client, address, body, token).ConfigureAwait(false),
                    cancellation
                )
                .ConfigureAwait(false);
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
        using HttpResponseMessage response = await client
            .PostAsync(address, content, cancellation)
            .ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
    }
}

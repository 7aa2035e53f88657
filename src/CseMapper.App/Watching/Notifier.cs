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

    /// <summary>Kilobytes.</summary>
    private const int MostHeaders = 64;

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
            : new("/bin/sh", ["-c", "exec /bin/sh -c \"$1\" >/dev/null", "sh", command]);
        start.WorkingDirectory = outputFolder;
        start.Environment["CSEMAPPER_NEEDS_ACTION"] = notice.State.NeedsAction ? "1" : "0";
        // What the command prints must not get between the results. A pipe would tie the run to whatever the command
        // leaves running behind it.
        start.RedirectStandardOutput = OperatingSystem.IsWindows();
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
                await WaitFor(process, either.Token).ConfigureAwait(false);
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

    /// <summary>Waits for the command itself. Its output is read so that it never stands still, but not to its end,
    /// which comes when the last of what it has started ends.</summary>
    private static async Task WaitFor(Process process, CancellationToken cancellation)
    {
        if (!process.StartInfo.RedirectStandardOutput)
        {
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
            return;
        }

        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task reading = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, ended.Token);
        await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        await ended.CancelAsync().ConfigureAwait(false);
        await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
            using HttpMessageHandler handler = Handler();
            using HttpClient client = new(handler);
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

    /// <summary>A redirection would turn the report into a question, or carry it to somebody else.</summary>
    private static SocketsHttpHandler Handler() =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = _postLimit,
            MaxResponseHeadersLength = MostHeaders,
        };

    private static async Task SendAsync(HttpClient client, Uri address, byte[] body, CancellationToken cancellation)
    {
        using ByteArrayContent content = new(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using HttpRequestMessage request = new(HttpMethod.Post, address) { Content = content };
        // What is answered does not matter, and may be without end.
        using HttpResponseMessage response = await client
            .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation)
            .ConfigureAwait(false);
        if ((int)response.StatusCode is >= 300 and < 400)
        {
            throw new HttpRequestException(
                FormattableString.Invariant($"it leads on to another address ({(int)response.StatusCode}), which is ")
                    + "not followed. Set the address that takes the report itself."
            );
        }

        response.EnsureSuccessStatusCode();
    }
}

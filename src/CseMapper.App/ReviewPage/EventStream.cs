using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace CseMapper.App.ReviewPage;

/// <summary>Tells a browser window when something has changed (server-sent events); what, it fetches by
/// itself.</summary>
internal static class EventStream
{
    /// <summary>Shorter than the patience of any proxy or browser.</summary>
    private static readonly TimeSpan _heartbeat = TimeSpan.FromSeconds(20);

    /// <summary>Sends until the window closes or the page ends.</summary>
    public static async Task Send(PageRequest request, CancellationToken closing)
    {
        HttpResponse response = request.Http.Response;
        if (request.Site.Project.Feed.Join() is not { } changes)
        {
            response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        try
        {
            using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(
                request.Cancellation,
                closing,
                request.Session.Ended
            );
            response.ContentType = "text/event-stream";
            // A window that was away learns at once what holds now.
            await Write(response, request.Site.Project.State.Version, either.Token).ConfigureAwait(false);
            while (!either.IsCancellationRequested)
                await Next(request, changes.Reader, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Closed.
        }
        finally
        {
            request.Site.Project.Feed.Leave(changes);
        }
    }

    private static async Task Next(PageRequest request, ChannelReader<string> changes, CancellationToken cancellation)
    {
        using CancellationTokenSource pause = new(_heartbeat, request.Site.Time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(
            pause.Token,
            cancellation
        );
        try
        {
            string version = await changes.ReadAsync(either.Token).ConfigureAwait(false);
            // Who may no longer come in is told nothing more.
            if (request.Site.SignIn.IsStillIn(request.Session))
                await Write(request.Http.Response, version, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (pause.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            if (!request.Site.SignIn.IsStillIn(request.Session))
                return;
            await request.Http.Response.WriteAsync(":\n\n", cancellation).ConfigureAwait(false);
            await request.Http.Response.Body.FlushAsync(cancellation).ConfigureAwait(false);
        }
    }

    private static async Task Write(HttpResponse response, string version, CancellationToken cancellation)
    {
        await response.WriteAsync($"event: change\ndata: {version}\n\n", cancellation).ConfigureAwait(false);
        await response.Body.FlushAsync(cancellation).ConfigureAwait(false);
    }
}

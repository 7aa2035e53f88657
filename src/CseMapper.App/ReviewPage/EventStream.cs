using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace CseMapper.App.ReviewPage;

/// <summary>Tells a browser window when something has changed (server-sent events); what, it fetches by
/// itself.</summary>
internal static class EventStream
{
    /// <summary>Shorter than the patience of any proxy or browser.</summary>
    private static readonly TimeSpan _heartbeat = TimeSpan.FromSeconds(20);

    /// <summary>Sends until the window closes, its session is over or the page ends.</summary>
    public static async Task Send(PageRequest request, CancellationToken closing)
    {
        if (request.Site.Project.Feed.Join() is not { } changes)
        {
            request.Http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        try
        {
            using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(
                request.Cancellation,
                closing,
                request.Session.Ended
            );
            await TypedResults
                .ServerSentEvents(Events(request, changes.Reader, either.Token))
                .ExecuteAsync(request.Http)
                .ConfigureAwait(false);
        }
        finally
        {
            request.Site.Project.Feed.Leave(changes);
        }
    }

    /// <summary>A window that was away learns at once what holds now; then what holds after each change.</summary>
    private static async IAsyncEnumerable<SseItem<string>> Events(
        PageRequest request,
        ChannelReader<string> changes,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        SseItem<string>? next = Change(request.Site.Project.State.Version);
        while (next is { } item)
        {
            yield return item;
            next = await Next(request, changes, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>The next change, or a sign of life when there is none for a while; null when it is over. Who may no
    /// longer come in is told nothing more.</summary>
    private static async Task<SseItem<string>?> Next(
        PageRequest request,
        ChannelReader<string> changes,
        CancellationToken cancellation
    )
    {
        using CancellationTokenSource pause = new(_heartbeat, request.Site.Time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(
            pause.Token,
            cancellation
        );
        SseItem<string> next;
        try
        {
            next = Change(await changes.ReadAsync(either.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            if (cancellation.IsCancellationRequested)
                return null;
            next = new SseItem<string>("", "alive");
        }

        return request.Site.SignIn.IsStillIn(request.Session) ? next : null;
    }

    private static SseItem<string> Change(string version) => new(version, "change");
}

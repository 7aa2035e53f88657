using CseMapper.App.ReviewPage.Access;
using CseMapper.Passages.Workspaces;
using Microsoft.AspNetCore.Http;

namespace CseMapper.App.ReviewPage;

/// <summary>Turns trouble into an answer in plain words; nothing of the inside of the program is shown.</summary>
internal static class Faults
{
    public static async Task Handle(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The browser has gone away.
        }
        catch (BadHttpRequestException fault)
        {
            await Refuse(context, fault.StatusCode, "The request could not be understood, or was too large.")
                .ConfigureAwait(false);
        }
        catch (UserFileException fault)
        {
            await Refuse(
                    context,
                    StatusCodes.Status503ServiceUnavailable,
                    "Nobody can be let in, because the list of the people who may sign in cannot be read. Whoever "
                        + "started the page can mend it; nothing that was decided is lost. "
                        + fault.Message
                )
                .ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is TimeoutException or IOException or UnauthorizedAccessException)
        {
            await Refuse(
                    context,
                    StatusCodes.Status503ServiceUnavailable,
                    (HttpMethods.IsPost(context.Request.Method) ? "Not saved: " : "") + fault.Message
                )
                .ConfigureAwait(false);
        }
        catch (WorkspaceException)
        {
            await Refuse(
                    context,
                    StatusCodes.Status503ServiceUnavailable,
                    "The documents are being read anew. Try again in a moment."
                )
                .ConfigureAwait(false);
        }
        catch (Exception fault) when (Environment.GetEnvironmentVariable("CSEMAPPER_TRACE") is null)
        {
            await Refuse(
                    context,
                    StatusCodes.Status500InternalServerError,
                    $"The page met a fault of its own: {fault.GetType().Name}. Your decisions are safe."
                )
                .ConfigureAwait(false);
        }
    }

    private static Task Refuse(HttpContext context, int status, string reason) =>
        context.Response.HasStarted ? Task.CompletedTask : RequestGuard.Refuse(context, status, reason);
}

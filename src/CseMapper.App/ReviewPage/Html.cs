using Microsoft.AspNetCore.Http;
using RazorSlices;

namespace CseMapper.App.ReviewPage;

/// <summary>Sends markup.</summary>
internal static class Html
{
    /// <summary>Writes the whole answer before its first byte leaves, so that a fault half-way is an error page and no
    /// torn one.</summary>
    public static async Task Send(HttpContext context, RazorSlice page, int status = StatusCodes.Status200OK)
    {
        using MemoryStream body = new();
        await page.RenderAsync(body, cancellationToken: context.RequestAborted).ConfigureAwait(false);
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context
                .Response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), context.RequestAborted)
                .ConfigureAwait(false);
        }
    }

    /// <summary>Answers a change: the browser fetches the page anew, so that reloading repeats nothing.</summary>
    public static void SeeOther(HttpContext context, string address)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = address;
    }
}

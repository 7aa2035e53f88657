using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace CseMapper.App.ReviewPage.Access;

/// <summary>What holds for every request before anything looks at it: the host, where a change comes from, and the
/// headers of the answer.</summary>
/// <param name="names">The hosts that are answered.</param>
internal sealed class RequestGuard(HostNames names)
{
    /// <summary>No script and no style but the page's own files; nothing from anywhere else, no frame around
    /// it.</summary>
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Refuses foreign requests, and hands the others on.</summary>
    public Task Handle(HttpContext context, RequestDelegate next)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers.CacheControl = "no-store";
        if (!names.Allows(context.Request.Host, context.Connection.LocalPort))
        {
            return Refuse(
                context,
                StatusCodes.Status421MisdirectedRequest,
                "This page does not answer to that host name."
            );
        }

        if (!IsReading(context.Request) && !ComesFromItself(context.Request))
            return Refuse(context, StatusCodes.Status403Forbidden, "Changes are taken from this page only.");
        return next(context);
    }

    /// <summary>A short answer without markup.</summary>
    public static Task Refuse(HttpContext context, int status, string reason)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(reason, context.RequestAborted);
    }

    private static bool IsReading(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    /// <summary>Browsers send Origin with every change; one that does not must at least say that the request is its own
    /// page's.</summary>
    private static bool ComesFromItself(HttpRequest request)
    {
        StringValues origin = request.Headers.Origin;
        if (origin.Count > 0)
            return origin.Count == 1 && origin[0] == $"{request.Scheme}://{request.Host}";
        return request.Headers["Sec-Fetch-Site"] == "same-origin";
    }
}

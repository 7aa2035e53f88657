using System.Globalization;
using CseMapper.App.ReviewPage.Access;
using CseMapper.App.ReviewPage.Project;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CseMapper.App.ReviewPage;

/// <summary>A request of somebody who is signed in, with the state that holds for all of it.</summary>
/// <param name="http">The request and its answer.</param>
/// <param name="session">Who asks.</param>
/// <param name="site">What all pages share.</param>
internal sealed class PageRequest(HttpContext http, Session session, Site site)
{
    public HttpContext Http => http;

    public Session Session => session;

    public Site Site => site;

    public ProjectState State { get; } = site.Project.State;

    /// <summary>What every form of a change carries: another site can make a browser send its cookies, but cannot read
    /// this.</summary>
    public string FormToken =>
        http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http).RequestToken!;

    public CancellationToken Cancellation => http.RequestAborted;

    /// <summary>A parameter of the address; empty where it is not given.</summary>
    public string Query(string name) => http.Request.Query[name].ToString();

    /// <summary>A parameter that is a number from 1 to a million; <paramref name="fallback"/> for anything
    /// else.</summary>
    public int Number(string name, int fallback = 1) =>
        int.TryParse(Query(name), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        && number is >= 1 and <= 1_000_000
            ? number
            : fallback;

    /// <summary>A part of the path.</summary>
    public string Route(string name) => http.Request.RouteValues[name] as string ?? "";

    /// <summary>Today, where the page runs.</summary>
    public DateOnly Today => DateOnly.FromDateTime(site.Time.GetLocalNow().DateTime);
}

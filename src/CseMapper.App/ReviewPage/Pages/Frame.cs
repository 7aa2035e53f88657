using CseMapper.App.ReviewPage.Access;
using CseMapper.Reports.Html;

namespace CseMapper.App.ReviewPage.Pages;

/// <summary>What stands around every page: head, navigation, footer.</summary>
internal static class Frame
{
    private static readonly (string Address, string Name)[] _sections =
    [
        ("/", "Overview"),
        ("/documents", "Documents"),
        ("/search", "Search"),
        ("/history", "History"),
        ("/settings", "Settings"),
    ];

    /// <summary>Sends a page.</summary>
    /// <param name="request">Who asks.</param>
    /// <param name="title">Its title.</param>
    /// <param name="section">The address of the part of the navigation it belongs to.</param>
    /// <param name="main">Writes its content.</param>
    /// <param name="status">Its status code.</param>
    public static Task Send(
        PageRequest request,
        string title,
        string section,
        Action<HtmlWriter> main,
        int status = 200
    ) =>
        Html.Send(
            request.Http,
            html =>
            {
                WriteHead(html, title, request.Site.Assets);
                html.Line(
                    $"""<body data-project="{request.Site.Project.Key}" data-version="{request.State.Version}" data-run="{request.State.Index?.Stamp}" data-reviewer="{request.Session.Reviewer}"><a class="skip" href="#main">Skip to the content</a>"""
                );
                html.Line(
                    $"""<header class="top"><a class="brand" href="/">CSE evidence review</a><nav aria-label="Pages"><ul>"""
                );
                foreach ((string address, string name) in _sections)
                {
                    html.Write(
                        $"""<li><a href="{address}"{(address == section ? " aria-current=page" : "")}>{name}</a></li>"""
                    );
                }

                html.Line($"</ul></nav>");
                WriteReviewer(html, request);
                html.Line($"""</header><div id="connection" class="connection" role="status"></div><main id="main">""");
                main(html);
                html.Line($"</main>");
                html.Line(
                    $"""<footer class="bottom"><p>Everything you see comes from your own machine; nothing is sent anywhere. A person decides: nothing here is an assessment.</p><p><button type="button" class="quiet" data-keys hidden>Keyboard shortcuts (?)</button></p></footer>"""
                );
                html.Line($"</body></html>");
            },
            status
        );

    /// <summary>A page for somebody who is not signed in.</summary>
    public static void WriteBare(
        HtmlWriter html,
        string title,
        Assets assets,
        Action<HtmlWriter> main,
        string? goTo = null
    )
    {
        WriteHead(html, title, assets, goTo);
        html.Line(
            $"""<body><header class="top"><span class="brand">CSE evidence review</span></header><main id="main" class="narrow">"""
        );
        main(html);
        html.Line($"</main></body></html>");
    }

    /// <summary>The fields that every form of a change carries.</summary>
    public static void WriteToken(this HtmlWriter html, Session session) =>
        html.Write($"""<input type="hidden" name="token" value="{session.FormToken}">""");

    /// <summary>Shows that something is not there.</summary>
    public static Task NotFound(PageRequest request, string what) =>
        Send(
            request,
            "Not found",
            "",
            html =>
            {
                html.Line($"<h1>Not found</h1><p>{what}</p>");
                html.Line($"""<p><a href="/">Go to the overview</a></p>""");
            },
            404
        );

    private static void WriteHead(HtmlWriter html, string title, Assets assets, string? goTo = null)
    {
        html.Line(
            $"""
            <!doctype html>
            <html lang="en-GB"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{title} – CSE evidence review</title>
            <link rel="icon" href="{assets["icon.svg"]}" type="image/svg+xml">
            <link rel="stylesheet" href="{assets["review.css"]}">
            """
        );
        if (goTo is not null)
            html.Line($"""<meta http-equiv="refresh" content="0; url={goTo}">""");
        else
            html.Line($"""<script type="module" src="{assets["review.js"]}"></script>""");
        html.Line($"</head>");
    }

    private static void WriteReviewer(HtmlWriter html, PageRequest request)
    {
        Session session = request.Session;
        html.Write(
            $"""<div class="who"><span><span class="hint">Reviewing as</span> <bdi>{session.Reviewer}</bdi>{(session.MayDecide ? "" : " (read only)")}</span>"""
        );
        if (request.Site.SignIn.HasUsers)
        {
            html.Write($"""<form method="post" action="/sign-out">""");
            html.WriteToken(session);
            html.Write($"""<button class="quiet">Sign out</button></form>""");
        }

        html.Line($"</div>");
    }
}

using CseMapper.Reports.Html;
using Microsoft.AspNetCore.Http;

namespace CseMapper.App.ReviewPage.Pages;

/// <summary>Coming in and going out.</summary>
/// <param name="site">What all pages share.</param>
internal sealed class SignInPage(Site site)
{
    private const int LongestName = 200;

    /// <summary>The printed address. The answer is a page that leads on: a redirection would lose the cookie where the
    /// address was opened out of another page.</summary>
    public Task Enter(HttpContext context)
    {
        if (site.SignIn.SessionOf(context) is not null || site.SignIn.Enter(context, context.Request.Query["token"]))
        {
            return Html.Send(
                context,
                html =>
                    Frame.WriteBare(
                        html,
                        "Signed in",
                        site.Assets,
                        main => main.Line($"""<h1>Signed in</h1><p><a href="/">Go to the overview</a></p>"""),
                        goTo: "/"
                    )
            );
        }

        return Ask(context);
    }

    /// <summary>The form for name and password.</summary>
    public Task Show(HttpContext context)
    {
        if (site.SignIn.SessionOf(context) is null)
            return Ask(context);
        Html.SeeOther(context, "/");
        return Task.CompletedTask;
    }

    /// <summary>Answers somebody who is not signed in.</summary>
    public Task Ask(HttpContext context) => Ask(context, trouble: null, name: "", StatusCodes.Status401Unauthorized);

    /// <summary>Name and password.</summary>
    public async Task Try(HttpContext context)
    {
        IFormCollection fields = await Routes.FieldsOf(context).ConfigureAwait(false);
        string name = fields["name"].ToString();
        string password = fields["password"].ToString();
        string? trouble =
            name.Length > LongestName || password.Length > LongestName
                ? "The name or the password is not right."
                : await site.SignIn.Try(context, name, password).ConfigureAwait(false);
        if (trouble is null)
        {
            Html.SeeOther(context, "/");
        }
        else
        {
            await Ask(context, trouble, name.Length > LongestName ? "" : name, StatusCodes.Status401Unauthorized)
                .ConfigureAwait(false);
        }
    }

    /// <summary>Signs out.</summary>
    public Task Leave(PageRequest request, IFormCollection fields)
    {
        site.SignIn.Leave(request.Http, request.Session);
        Html.SeeOther(request.Http, "/sign-in");
        return Task.CompletedTask;
    }

    private Task Ask(HttpContext context, string? trouble, string name, int status) =>
        Html.Send(
            context,
            html => Frame.WriteBare(html, "Sign in", site.Assets, main => WriteForm(main, trouble, name)),
            status
        );

    private void WriteForm(HtmlWriter html, string? trouble, string name)
    {
        if (!site.SignIn.HasUsers)
        {
            html.Line(
                $"""
                <h1>Open the address that was printed</h1>
                <p>The program prints an address that lets one browser in, once. That keeps everybody else on this machine out.</p>
                <p>Look at the window in which <code>csemapper review</code> runs: the address that stands there last is still good. If the window was closed, start the program again.</p>
                """
            );
            return;
        }

        html.Line($"<h1>Sign in</h1>");
        if (trouble is not null)
            html.Line($"""<p class="trouble" role="alert">{trouble}</p>""");
        html.Line(
            $"""
            <form method="post" action="/sign-in" class="stacked">
            <label for="name">Name</label><input id="name" name="name" value="{name}" autocomplete="username" required autofocus>
            <label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password" required>
            <button class="main">Sign in</button></form>
            """
        );
    }
}

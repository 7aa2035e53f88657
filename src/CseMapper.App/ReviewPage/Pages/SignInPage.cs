using AspNetCoreGeneratedDocument;
using CseMapper.App.ReviewPage.Access;
using CseMapper.App.ReviewPage.Markup;
using Microsoft.AspNetCore.Http;
using RazorSlices;

namespace CseMapper.App.ReviewPage.Pages;

/// <summary>Coming in and going out.</summary>
/// <param name="site">What all pages share.</param>
internal sealed class SignInPage(Site site)
{
    private const int LongestName = 200;

    /// <summary>The printed address. The answer is a page that leads on: a redirection would lose the cookie where the
    /// address was opened out of another page.</summary>
    public async Task Enter(HttpContext context)
    {
        bool isIn =
            PageAccess.SessionOf(context) is not null
            || await site.SignIn.Enter(context, context.Request.Query["token"]).ConfigureAwait(false);
        await (
            isIn ? Send(context, "Signed in", new ReviewPage_Markup_SignedIn { Model = null }, goTo: "/") : Ask(context)
        ).ConfigureAwait(false);
    }

    /// <summary>The form for name and password.</summary>
    public Task Show(HttpContext context)
    {
        if (PageAccess.SessionOf(context) is null)
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
    public async Task Leave(PageRequest request, IFormCollection fields)
    {
        await site.SignIn.Leave(request.Http, request.Session).ConfigureAwait(false);
        Html.SeeOther(request.Http, "/sign-in");
    }

    private Task Ask(HttpContext context, string? trouble, string name, int status) =>
        Send(
            context,
            "Sign in",
            new ReviewPage_Markup_SignIn { Model = new SignInModel(site.SignIn.HasUsers, trouble, name) },
            status: status
        );

    private Task Send(
        HttpContext context,
        string title,
        RazorSlice main,
        string? goTo = null,
        int status = StatusCodes.Status200OK
    ) =>
        Html.Send(
            context,
            new ReviewPage_Markup_Bare { Model = new BareModel(site.Assets, title, goTo, main) },
            status
        );
}

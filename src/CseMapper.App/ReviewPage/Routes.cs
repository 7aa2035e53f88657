using CseMapper.App.ReviewPage.Access;
using CseMapper.App.ReviewPage.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CseMapper.App.ReviewPage;

/// <summary>Which page answers which address, and what has to hold before it does.</summary>
internal static class Routes
{
    /// <summary>Everything the page answers.</summary>
    /// <param name="app">Takes the routes.</param>
    /// <param name="site">What all pages share.</param>
    /// <param name="signIn">Lets people in and out.</param>
    /// <param name="closing">Ends the streams of open windows.</param>
    public static void Map(IEndpointRouteBuilder app, Site site, SignInPage signIn, CancellationToken closing)
    {
        IAntiforgery antiforgery = app.ServiceProvider.GetRequiredService<IAntiforgery>();
        app.MapGet("/assets/{hash}/{file}", site.Assets.Send);
        app.MapGet("/enter", signIn.Enter);
        app.MapGet("/sign-in", signIn.Show);
        app.MapPost("/sign-in", signIn.Try);

        Read("/", OverviewPage.Show);
        Read("/next", OverviewPage.Next);
        Read("/elements/{number}", ElementPage.Show);
        Read("/documents", DocumentsPage.Show);
        Read("/document", DocumentPage.Show);
        Read("/cross-check", CrossCheckPage.Show);
        Read("/drawing", DrawingPage.Show);
        Read("/file", DrawingPage.Original);
        Read("/search", SearchPage.Show);
        Read("/use", UsePage.Show);
        Read("/history", HistoryPage.Show);
        Read("/settings", SettingsPage.Show);
        Read("/events", request => EventStream.Send(request, closing));
        Change("/decisions", Role.Reviewer, DecisionForms.Decide);
        Change("/undo", Role.Reviewer, DecisionForms.Undo);
        Change("/commentary", Role.Reviewer, DecisionForms.Commentary);
        Change("/use", Role.Reviewer, DecisionForms.Use);
        Change("/sign-out", Role.Viewer, signIn.Leave);
        app.MapFallback(context =>
            RequestGuard.Refuse(context, StatusCodes.Status404NotFound, "There is no such page.")
        );

        void Read(string path, Func<PageRequest, Task> page) =>
            app.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], context => page(RequestOf(context)))
                .RequireAuthorization(nameof(Role.Viewer));

        void Change(string path, Role role, Func<PageRequest, IFormCollection, Task> form) =>
            app.MapPost(
                    path,
                    async context =>
                    {
                        IFormCollection fields = await FieldsOf(context).ConfigureAwait(false);
                        if (await antiforgery.IsRequestValidAsync(context).ConfigureAwait(false))
                        {
                            await form(RequestOf(context), fields).ConfigureAwait(false);
                            return;
                        }

                        await RequestGuard
                            .Refuse(
                                context,
                                StatusCodes.Status403Forbidden,
                                "This form is of an earlier sign-in. Reload the page and try again."
                            )
                            .ConfigureAwait(false);
                    }
                )
                .RequireAuthorization(role.ToString());

        PageRequest RequestOf(HttpContext context) => new(context, PageAccess.SessionOf(context)!, site);
    }

    /// <summary>The fields of a form.</summary>
    /// <exception cref="BadHttpRequestException">It is no form, is written in letters that are not known, or has more
    /// fields than any form of the page.</exception>
    public static async Task<IFormCollection> FieldsOf(HttpContext context)
    {
        try
        {
            return await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception fault)
            when (fault
                    is InvalidDataException
                        or InvalidOperationException
                        or NotSupportedException
                        or ArgumentException
            )
        {
            throw new BadHttpRequestException(fault.Message, fault);
        }
    }
}

using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using CseMapper.App.ReviewPage.Pages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CseMapper.App.ReviewPage.Access;

/// <summary>
/// Signing in by a cookie, roles and the tokens of forms, as ASP.NET Core has them. The cookie only names a session;
/// that lives in the program, so that it ends at once wherever it is ended, and a cookie that was copied ends with it.
/// </summary>
internal static class PageAccess
{
    /// <summary>The only way of signing in that is known here.</summary>
    public const string Scheme = "csemapper";

    private const int NameLetters = 8;

    /// <summary>Adds what looks at who asks.</summary>
    /// <param name="services">Takes it.</param>
    /// <param name="options">Where the page listens.</param>
    /// <param name="signIn">Who may come in.</param>
    /// <param name="page">Asks those who are not in.</param>
    public static void Add(IServiceCollection services, ReviewServerOptions options, SignIn signIn, SignInPage page)
    {
        string name = CookieName(options);
        // Sessions end with the program, and so may its keys: none lies on the disk for others to find.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.FormFieldName = "token";
            antiforgery.HeaderName = null;
            antiforgery.SuppressXFrameOptionsHeader = true;
            Restrict(antiforgery.Cookie, name + "-form");
        });
        services
            .AddAuthentication(Scheme)
            .AddCookie(
                Scheme,
                cookies =>
                {
                    Restrict(cookies.Cookie, name);
                    // How long a session lasts is for the sessions to say.
                    cookies.ExpireTimeSpan = TimeSpan.FromDays(365);
                    cookies.SlidingExpiration = false;
                    cookies.Events.OnValidatePrincipal = context => Validate(context, signIn);
                    cookies.Events.OnRedirectToLogin = context => Ask(context.HttpContext, page);
                    cookies.Events.OnRedirectToAccessDenied = context =>
                        RequestGuard.Refuse(
                            context.HttpContext,
                            StatusCodes.Status403Forbidden,
                            "Your role lets you read only."
                        );
                }
            );
        services.AddAuthorization(policies =>
        {
            foreach (Role role in Enum.GetValues<Role>())
                policies.AddPolicy(role.ToString(), policy => policy.RequireClaim(ClaimTypes.Role, role.ToString()));
        });
    }

    /// <summary>The session of a request, or null.</summary>
    public static Session? SessionOf(HttpContext context) => context.Features.Get<Session>();

    /// <summary>Gives the browser the cookie of a session.</summary>
    public static Task Admit(HttpContext context, Session session)
    {
        IEnumerable<Claim> roles = Enum.GetValues<Role>()
            .Where(role => role <= session.Role)
            .Select(role => new Claim(ClaimTypes.Role, role.ToString()));
        ClaimsIdentity identity = new(
            [new Claim(ClaimTypes.NameIdentifier, session.Id), new Claim(ClaimTypes.Name, session.Reviewer), .. roles],
            Scheme
        );
        return context.SignInAsync(Scheme, new ClaimsPrincipal(identity));
    }

    private static Task Validate(CookieValidatePrincipalContext context, SignIn signIn)
    {
        Session? session = signIn.Find(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier));
        if (session is null)
            context.RejectPrincipal();
        else
            context.HttpContext.Features.Set(session);
        return Task.CompletedTask;
    }

    private static Task Ask(HttpContext context, SignInPage page) =>
        HttpMethods.IsPost(context.Request.Method)
            ? RequestGuard.Refuse(
                context,
                StatusCodes.Status401Unauthorized,
                "You are signed out. Sign in in another window and try again; nothing you have typed is lost."
            )
            : page.Ask(context);

    private static void Restrict(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Strict;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.IsEssential = true;
    }

    /// <summary>Cookies do not tell ports apart: two projects open side by side must not sign each other out.</summary>
    private static string CookieName(ReviewServerOptions options)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(options.OutputFolder + "\n" + options.Listen));
        return "csemapper-" + Convert.ToHexStringLower(hash)[..NameLetters];
    }
}

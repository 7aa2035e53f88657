using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace CseMapper.App.ReviewPage.Access;

/// <summary>Who may come in, and how: by the token of the printed address, or by name and password where there is a
/// users file.</summary>
/// <param name="sessions">The browsers that are in.</param>
/// <param name="tokens">The printed address; null where people sign in.</param>
/// <param name="users">The people; null where the printed address lets in.</param>
/// <param name="ownName">The reviewer that the printed address stands for.</param>
/// <param name="guessing">Slows down guessing.</param>
internal sealed class SignIn(
    SessionStore sessions,
    EntryTokens? tokens,
    UserFile? users,
    string ownName,
    GuessingLock guessing
) : IDisposable
{
    /// <summary>Passwords are checked one after the other: each check is made to be slow, and many at once would stand
    /// still the machine and get past the lock.</summary>
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>True where people sign in by name and password.</summary>
    public bool HasUsers => users is not null;

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    /// <summary>The session of an id, or null. Who was taken out of the users file, or got another role or password,
    /// is out at once.</summary>
    public Session? Find(string? id)
    {
        Session? session = sessions.Find(id);
        return session is not null && IsStillIn(session) ? session : null;
    }

    /// <summary>False, and the session has ended, for who was taken out of the users file or got another role or
    /// password.</summary>
    public bool IsStillIn(Session session)
    {
        if (users is null)
            return true;
        if (
            users.Find(session.Reviewer) is { } user
            && user.Role == session.Role
            && user.Password.ToString() == session.Password
        )
        {
            return true;
        }

        sessions.End(session.Id);
        return false;
    }

    /// <summary>Lets in whoever brings the token of the printed address.</summary>
    public async Task<bool> Enter(HttpContext context, string? token)
    {
        if (tokens is null || !tokens.Use(token))
            return false;
        await Admit(context, sessions.Begin(ownName, Role.Approver)).ConfigureAwait(false);
        return true;
    }

    /// <summary>Lets in whoever knows name and password.</summary>
    /// <returns>Null when they are in, otherwise a sentence for them.</returns>
    public async Task<string?> Try(HttpContext context, string name, string password)
    {
        if (users is null)
            return "Open the address that the program has printed.";
        string address = context.Connection.RemoteIpAddress?.ToString() ?? "";
        await _gate.WaitAsync(context.RequestAborted).ConfigureAwait(false);
        try
        {
            if (guessing.WaitFor(name, address) is { } wait && wait > TimeSpan.Zero)
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"Too many wrong tries. Wait {Math.Ceiling(wait.TotalMinutes):0} minute{(wait.TotalMinutes > 1 ? "s" : "")} and try again."
                );
            }

            if (users.SignIn(name, password) is { } user)
            {
                guessing.Succeeded(name, address);
                await Admit(context, sessions.Begin(user.Name, user.Role, user.Password.ToString()))
                    .ConfigureAwait(false);
                return null;
            }

            guessing.Failed(name, address);
            return "The name or the password is not right.";
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Ends a session.</summary>
    public Task Leave(HttpContext context, Session session)
    {
        sessions.End(session.Id);
        return context.SignOutAsync(PageAccess.Scheme);
    }

    /// <summary>Whoever signs in begins anew: the session that the browser brought, which may be somebody else's, is
    /// over.</summary>
    private Task Admit(HttpContext context, Session session)
    {
        if (PageAccess.SessionOf(context) is { } before)
            sessions.End(before.Id);
        return PageAccess.Admit(context, session);
    }
}

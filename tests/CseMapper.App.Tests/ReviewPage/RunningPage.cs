using System.Net;
using CseMapper.App.ReviewPage;
using CseMapper.App.ReviewPage.Access;
using CseMapper.App.ReviewPage.Drawing;
using CseMapper.App.ReviewPage.Project;
using CseMapper.Decisions.Log;
using CseMapper.Documents;
using CseMapper.Documents.Markdown;
using CseMapper.Documents.Word;
using CseMapper.Matching.Criteria;

namespace CseMapper.App.Tests.ReviewPage;

/// <summary>The page on a port of its own, with a copy of the samples and a browser's part played by
/// <see cref="HttpClient"/>.</summary>
internal sealed class RunningPage : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly ReviewProject _project;
    private readonly SignIn _signIn;
    private readonly DocumentViews _views;
    private readonly ReviewServer _server;
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _watch;

    private RunningPage(
        DirectoryInfo folder,
        ReviewProject project,
        SignIn signIn,
        DocumentViews views,
        ReviewServer server,
        EntryTokens? tokens
    )
    {
        (_folder, _project, _signIn, _views, _server, Tokens) = (folder, project, signIn, views, server, tokens);
        _watch = new ProjectWatch(project, TimeProvider.System).Run(_closing.Token);
        Client = NewClient();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_server.Address);

    /// <summary>The output folder.</summary>
    public string Output => Path.Combine(_folder.FullName, "out");

    /// <summary>The policies.</summary>
    public string Policies => Path.Combine(_folder.FullName, "policies");

    /// <summary>The printed address; null where people sign in.</summary>
    public EntryTokens? Tokens { get; }

    /// <summary>Keeps cookies, follows nothing by itself, and says as a browser does where its requests come
    /// from.</summary>
    public HttpClient Client { get; }

    public ReviewProject Project => _project;

    public static Task<RunningPage> Start(MappedSamples samples, bool needsApproval = false, UserFile? users = null) =>
        Start(samples.Copy(), needsApproval, users);

    /// <param name="folder">Holds policies and out; goes with the page.</param>
    /// <param name="needsApproval">Whether a second person must approve.</param>
    /// <param name="users">Who may sign in; null for the printed address.</param>
    public static async Task<RunningPage> Start(
        DirectoryInfo folder,
        bool needsApproval = false,
        UserFile? users = null
    )
    {
        string output = Path.Combine(folder.FullName, "out");
        ReviewProject project = new(output, () => needsApproval, TimeProvider.System);
        project.Refresh();
        PolicyFiles files = new(Path.Combine(folder.FullName, "policies"));
        EntryTokens? tokens = users is null ? new EntryTokens(_ => { }) : null;
        SignIn signIn = new(
            new SessionStore(TimeProvider.System),
            tokens,
            users,
            "Ann Hill",
            new GuessingLock(TimeProvider.System)
        );
        DocumentViews views = new(
            files,
            new DocumentIngest([new WordReader(), new MarkdownReader()], ReadOptions.Default, TimeProvider.System)
        );
        Site site = new(project, signIn, files, views, CriteriaFile.Load(), [], new Assets(), TimeProvider.System);
        ReviewServer server = await ReviewServer.Start(
            new ReviewServerOptions(output, new IPEndPoint(IPAddress.Loopback, 0)),
            site,
            CancellationToken.None
        );
        return new RunningPage(folder, project, signIn, views, server, tokens);
    }

    /// <summary>The same, signed in by the printed address.</summary>
    public static async Task<RunningPage> StartSignedIn(MappedSamples samples, bool needsApproval = false)
    {
        RunningPage page = await Start(samples, needsApproval);
        (await page.Client.GetAsync($"/enter?token={page.Tokens!.Current}")).EnsureSuccessStatusCode();
        return page;
    }

    public HttpClient NewClient()
    {
        HttpClient client = new(
            new HttpClientHandler
            {
                AllowAutoRedirect = false,
                UseCookies = true,
                CookieContainer = new CookieContainer(),
            }
        )
        {
            BaseAddress = Address,
        };
        client.DefaultRequestHeaders.Add("Origin", Address.GetLeftPart(UriPartial.Authority));
        return client;
    }

    /// <summary>A page as text.</summary>
    public async Task<string> Get(string path) =>
        await (await Client.GetAsync(path)).EnsureSuccessStatusCode().Content.ReadAsStringAsync();

    /// <summary>Sends a form with the token of the page it stands on.</summary>
    public async Task<HttpResponseMessage> Post(
        string form,
        string element,
        params (string Name, string Value)[] fields
    )
    {
        string html = await Get("/elements/" + element);
        List<KeyValuePair<string, string>> all =
        [
            new("token", Field(html, "token")),
            new("element", element),
            .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)),
        ];
        using FormUrlEncodedContent content = new(all);
        return await Client.PostAsync(form, content);
    }

    /// <summary>What the cards of an element answer to, in their order, weak ones included.</summary>
    public async Task<IReadOnlyList<string>> Cards(string element) =>
        [.. Values(await Get("/elements/" + element), "card").Distinct()];

    /// <summary>The lines of the log as they are on the disk.</summary>
    public IReadOnlyList<Decision> Log()
    {
        using DecisionLog log = new(Path.Combine(Output, DecisionLog.FileName), TimeProvider.System);
        DecisionLogContent content = log.Read();
        Assert.Null(content.BadLine);
        return content.Decisions;
    }

    public static string Field(string html, string name) => Values(html, name)[0];

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _closing.CancelAsync();
        await _watch;
        await _server.DisposeAsync();
        _closing.Dispose();
        _views.Dispose();
        _signIn.Dispose();
        _project.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string[] Values(string html, string name) =>
        [
            .. System
                .Text.RegularExpressions.Regex.Matches(html, $"name=\"{name}\" value=\"([^\"]*)\"")
                .Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)),
        ];
}

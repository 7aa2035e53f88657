using System.Net;
using CseMapper.App.ReviewPage.Access;

namespace CseMapper.App.Tests.ReviewPage;

[Collection(PageTests.Name)]
public sealed class PageSecurityTests(MappedSamples samples)
{
    [Fact]
    public async Task ThePrintedAddressLetsOneBrowserInOnce()
    {
        await using RunningPage page = await RunningPage.Start(samples);
        string first = page.Tokens!.Current;
        using HttpClient other = page.NewClient();

        HttpResponseMessage entered = await page.Client.GetAsync($"/enter?token={first}");
        string cookie = Assert.Single(entered.Headers.GetValues("Set-Cookie"));

        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=strict", cookie, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await page.Client.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await other.GetAsync($"/enter?token={first}")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await other.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync($"/enter?token={page.Tokens.Current}")).StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/elements/1.1.1")]
    [InlineData("/documents")]
    [InlineData("/file?path=Customer%20Care%20Policy.docx")]
    [InlineData("/drawing?path=Customer%20Care%20Policy.docx")]
    [InlineData("/search?q=customer")]
    [InlineData("/history")]
    [InlineData("/settings")]
    [InlineData("/events")]
    public async Task NothingIsShownToSomebodyWhoIsNotSignedIn(string path)
    {
        await using RunningPage page = await RunningPage.Start(samples);

        HttpResponseMessage answer = await page.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.DoesNotContain("Customer Care", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("127.0.0.1:1")]
    public async Task AForeignHostNameIsRefused(string host)
    {
        await using RunningPage page = await RunningPage.StartSignedIn(samples);
        using HttpRequestMessage request = new(HttpMethod.Get, "/") { Headers = { Host = host } };

        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await page.Client.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("null")]
    [InlineData(null)]
    public async Task AChangeFromAnotherSiteIsRefused(string? origin)
    {
        await using RunningPage page = await RunningPage.StartSignedIn(samples);
        string token = RunningPage.Field(await page.Get("/elements/" + samples.Element), "token");
        using HttpRequestMessage request = new(HttpMethod.Post, "/undo")
        {
            Content = new FormUrlEncodedContent([new("token", token), new("element", samples.Element)]),
        };
        page.Client.DefaultRequestHeaders.Remove("Origin");
        if (origin is not null)
            request.Headers.Add("Origin", origin);

        Assert.Equal(HttpStatusCode.Forbidden, (await page.Client.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("/decisions")]
    [InlineData("/undo")]
    [InlineData("/commentary")]
    [InlineData("/use")]
    [InlineData("/sign-out")]
    public async Task AChangeWithoutTheFormsTokenIsRefused(string form)
    {
        await using RunningPage page = await RunningPage.StartSignedIn(samples);
        string card = (await page.Cards(samples.Element))[0];
        using FormUrlEncodedContent content = new([
            new("element", samples.Element),
            new("card", card),
            new("action", "accept"),
            new("text", "x"),
            new("token", "guess"),
        ]);

        Assert.Equal(HttpStatusCode.Forbidden, (await page.Client.PostAsync(form, content)).StatusCode);
        Assert.Empty(page.Log());
    }

    [Fact]
    public async Task EveryAnswerForbidsForeignAndInlineScripts()
    {
        await using RunningPage page = await RunningPage.StartSignedIn(samples);
        foreach (string path in (string[])["/", $"/elements/{samples.Element}", "/no-such-page", "/documents"])
        {
            HttpResponseMessage answer = await page.Client.GetAsync(path);
            Assert.Equal(RequestGuard.Policy, Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            string html = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotMatch(@"<script(?![^>]* src=)|<[a-z][^>]*\s(on\w+|style)=|<a[^>]*javascript:", html);
        }

        Assert.DoesNotContain("unsafe", RequestGuard.Policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../out/decisions.jsonl")]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("Customer Care Policy.docx/../../out/mapping.json")]
    [InlineData("..\\out\\mapping.json")]
    [InlineData("Customer Care Policy.docx\0")]
    [InlineData("secret.txt")]
    public async Task OnlyFilesOfTheMappingAreServed(string path)
    {
        await using RunningPage page = await RunningPage.StartSignedIn(samples);
        await File.WriteAllTextAsync(Path.Combine(page.Policies, "secret.txt"), "not mapped");

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await page.Client.GetAsync("/file?path=" + Uri.EscapeDataString(path))).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await page.Client.GetAsync("/drawing?path=" + Uri.EscapeDataString(path))).StatusCode
        );
    }

    [Fact]
    public async Task AFileThatHasBecomeALinkOutOfTheFolderIsNotServed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links needs a privilege on Windows.");
        await using RunningPage page = await RunningPage.StartSignedIn(samples);
        string document = Path.Combine(page.Policies, "Customer Care Policy.docx");
        Assert.Equal(
            HttpStatusCode.OK,
            (await page.Client.GetAsync("/file?path=Customer%20Care%20Policy.docx")).StatusCode
        );

        File.Delete(document);
        File.CreateSymbolicLink(document, Path.Combine(page.Output, "mapping.json"));

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await page.Client.GetAsync("/file?path=Customer%20Care%20Policy.docx")).StatusCode
        );
    }

    [Fact]
    public async Task TextOfADocumentNeverBecomesMarkup()
    {
        await using RunningPage page = await RunningPage.StartSignedIn(samples);
        string name = Uri.EscapeDataString(MappedSamples.HostileName);
        foreach (
            string path in (string[])
                [
                    "/documents",
                    $"/document?path={name}",
                    $"/drawing?path={name}",
                    "/search?q=easy+to+use+complaints",
                    "/elements/4.3.2",
                    $"/search?q={Uri.EscapeDataString("\"><script>alert(1)</script>")}",
                ]
        )
        {
            string html = await page.Get(path);
            Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<svg onload", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        }

        Assert.Contains("&lt;script&gt;", await page.Get($"/document?path={name}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFormThatIsTooLargeIsRefused()
    {
        await using RunningPage page = await RunningPage.StartSignedIn(samples);

        HttpResponseMessage answer = await page.Post(
            "/commentary",
            samples.Element,
            ("text", new string('x', 600_000))
        );

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task ADocumentThatCouldNotBeReadIsNotReadAgainInThePage()
    {
        DirectoryInfo folder = samples.Copy();
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "policies", "Broken.docx"),
            "PK\u0003\u0004 no archive"
        );
        Assert.Equal(
            2,
            CommandLine
                .Run("map", Path.Combine(folder.FullName, "policies"), "--out", Path.Combine(folder.FullName, "out"))
                .ExitCode
        );
        await using RunningPage page = await RunningPage.Start(folder);
        (await page.Client.GetAsync($"/enter?token={page.Tokens!.Current}")).EnsureSuccessStatusCode();

        Assert.Contains(
            "It could not be read, so it cannot be drawn.",
            await page.Get("/drawing?path=Broken.docx"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ALetterSetThatIsNotKnownIsABadRequest()
    {
        UserFile users = new(Path.Combine(Directory.CreateTempSubdirectory("csemapper-users-").FullName, "users.json"));
        await users.PutAsync(new User("Rolf", Role.Reviewer, PageSessionTests.Quick("right")), default);
        await using RunningPage page = await RunningPage.Start(samples, users: users);
        foreach (string charset in (string[])["utf-7", "no-such-set", "\"\""])
        {
            using ByteArrayContent content = new("name=Rolf&password=right"u8.ToArray());
            content.Headers.TryAddWithoutValidation(
                "Content-Type",
                "application/x-www-form-urlencoded; charset=" + charset
            );

            HttpStatusCode status = (await page.Client.PostAsync("/sign-in", content)).StatusCode;

            Assert.True(status is HttpStatusCode.BadRequest or HttpStatusCode.SeeOther, $"{charset}: {status}");
        }

        Directory.Delete(Path.GetDirectoryName(users.Path)!, recursive: true);
    }

    [Fact]
    public async Task ThousandsOfSilentConnectionsDoNotShutThePage()
    {
        await using RunningPage page = await RunningPage.StartSignedIn(samples);
        List<System.Net.Sockets.TcpClient> silent = [];
        try
        {
            for (int i = 0; i < 2_100; i++)
            {
                System.Net.Sockets.TcpClient client = new();
                silent.Add(client);
                await client.ConnectAsync(IPAddress.Loopback, page.Address.Port);
            }

            using HttpClient other = page.NewClient();
            other.Timeout = TimeSpan.FromSeconds(10);

            Assert.Equal(HttpStatusCode.Unauthorized, (await other.GetAsync("/")).StatusCode);
        }
        finally
        {
            silent.ForEach(client => client.Dispose());
        }
    }
}

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
    public async Task PeopleSignInByNameAndPasswordAndHaveTheirRole()
    {
        UserFile users = new(Path.Combine(Directory.CreateTempSubdirectory("csemapper-users-").FullName, "users.json"));
        await users.PutAsync(new User("Vera", Role.Viewer, PasswordHash.Of("correct horse battery")), default);
        await using RunningPage page = await RunningPage.Start(samples, users: users);
        async Task<HttpStatusCode> Try(string password)
        {
            using FormUrlEncodedContent content = new([new("name", "Vera"), new("password", password)]);
            return (await page.Client.PostAsync("/sign-in", content)).StatusCode;
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await Try("wrong"));
        Assert.Equal(HttpStatusCode.SeeOther, await Try("correct horse battery"));
        Assert.DoesNotContain(
            "value=\"accept\"",
            await page.Get("/elements/" + samples.Element),
            StringComparison.Ordinal
        );
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await page.Post("/decisions", samples.Element, ("action", "accept"), ("card", "s-1.2"))).StatusCode
        );

        await users.PutAsync(new User("Vera", Role.Viewer, PasswordHash.Of("another horse battery")), default);
        Assert.Equal(HttpStatusCode.Unauthorized, (await page.Client.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, await Try("another horse battery"));

        await users.RemoveAsync("Vera", default);
        Assert.Equal(HttpStatusCode.Unauthorized, (await page.Client.GetAsync("/")).StatusCode);
        Directory.Delete(Path.GetDirectoryName(users.Path)!, recursive: true);
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
    public async Task GuessingIsLockedOutEvenWithTheRightPassword()
    {
        UserFile users = new(Path.Combine(Directory.CreateTempSubdirectory("csemapper-users-").FullName, "users.json"));
        // Few rounds: this test is about counting.
        await users.PutAsync(new User("Rolf", Role.Reviewer, Quick("right")), default);
        await using RunningPage page = await RunningPage.Start(samples, users: users);
        string answer = "";
        for (int i = 0; i < 6; i++)
        {
            using FormUrlEncodedContent content = new([
                new("name", "Rolf"),
                new("password", i < 5 ? "wrong" : "right"),
            ]);
            answer = await (await page.Client.PostAsync("/sign-in", content)).Content.ReadAsStringAsync();
        }

        Assert.Contains("Too many wrong tries", answer, StringComparison.Ordinal);
        Directory.Delete(Path.GetDirectoryName(users.Path)!, recursive: true);
    }

    [Fact]
    public async Task ALetterSetThatIsNotKnownIsABadRequest()
    {
        UserFile users = new(Path.Combine(Directory.CreateTempSubdirectory("csemapper-users-").FullName, "users.json"));
        await users.PutAsync(new User("Rolf", Role.Reviewer, Quick("right")), default);
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
    public async Task WhoSignsOutIsToldNothingMore()
    {
        await using RunningPage page = await RunningPage.StartSignedIn(samples);
        using StreamReader events = new(await page.Client.GetStreamAsync("/events"));
        await events.ReadLineAsync();

        await page.Post("/sign-out", samples.Element);

        await events.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(HttpStatusCode.Unauthorized, (await page.Client.GetAsync("/events")).StatusCode);
    }

    [Fact]
    public async Task WhoIsTakenOutIsToldNothingMore()
    {
        UserFile users = new(Path.Combine(Directory.CreateTempSubdirectory("csemapper-users-").FullName, "users.json"));
        await users.PutAsync(new User("Rolf", Role.Reviewer, Quick("right")), default);
        await using RunningPage page = await RunningPage.Start(samples, users: users);
        using FormUrlEncodedContent content = new([new("name", "Rolf"), new("password", "right")]);
        await page.Client.PostAsync("/sign-in", content);
        using StreamReader events = new(await page.Client.GetStreamAsync("/events"));
        for (int line = 0; line < 3; line++)
            await events.ReadLineAsync();

        await users.RemoveAsync("Rolf", default);
        page.Project.Feed.Tell("another");

        Assert.DoesNotContain(
            "another",
            await events.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(10)),
            StringComparison.Ordinal
        );
        Directory.Delete(Path.GetDirectoryName(users.Path)!, recursive: true);
    }

    [Fact]
    public async Task WhoSignsInGetsASessionOfTheirOwnWhateverCookieTheyBring()
    {
        UserFile users = new(Path.Combine(Directory.CreateTempSubdirectory("csemapper-users-").FullName, "users.json"));
        await users.PutAsync(new User("Rolf", Role.Viewer, Quick("right")), default);
        await users.PutAsync(new User("Vera", Role.Approver, Quick("left")), default);
        await using RunningPage page = await RunningPage.Start(samples, users: users);
        async Task<string> SignIn(string name, string password)
        {
            using FormUrlEncodedContent content = new([new("name", name), new("password", password)]);
            HttpResponseMessage answer = await page.Client.PostAsync("/sign-in", content);
            return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        }

        string planted = await SignIn("Rolf", "right");
        string own = await SignIn("Vera", "left");

        Assert.NotEqual(planted, own);
        Assert.Contains("data-reviewer=\"Vera\"", await page.Get("/"), StringComparison.Ordinal);
        using HttpClient attacker = new(new HttpClientHandler { UseCookies = false }) { BaseAddress = page.Address };
        attacker.DefaultRequestHeaders.Add("Cookie", planted);
        Assert.Equal(HttpStatusCode.Unauthorized, (await attacker.GetAsync("/")).StatusCode);
        Directory.Delete(Path.GetDirectoryName(users.Path)!, recursive: true);
    }

    [Fact]
    public async Task ACookieThatWasCopiedIsWorthNothingAfterSigningOut()
    {
        await using RunningPage page = await RunningPage.Start(samples);
        HttpResponseMessage entered = await page.Client.GetAsync($"/enter?token={page.Tokens!.Current}");
        using HttpClient copy = new(new HttpClientHandler { UseCookies = false }) { BaseAddress = page.Address };
        copy.DefaultRequestHeaders.Add("Cookie", entered.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        Assert.Equal(HttpStatusCode.OK, (await copy.GetAsync("/")).StatusCode);

        await page.Post("/sign-out", samples.Element);

        Assert.Equal(HttpStatusCode.Unauthorized, (await copy.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task TheTokenOfAnotherPersonsFormIsRefused()
    {
        await using RunningPage page = await RunningPage.StartSignedIn(samples);
        using HttpClient other = page.NewClient();
        (await other.GetAsync($"/enter?token={page.Tokens!.Current}")).EnsureSuccessStatusCode();
        string token = RunningPage.Field(
            await (await other.GetAsync("/elements/" + samples.Element)).Content.ReadAsStringAsync(),
            "token"
        );
        await page.Get("/elements/" + samples.Element);
        using FormUrlEncodedContent content = new([
            new("token", token),
            new("element", samples.Element),
            new("text", "x"),
            new("base", ""),
        ]);

        Assert.Equal(HttpStatusCode.Forbidden, (await page.Client.PostAsync("/commentary", content)).StatusCode);
        Assert.Empty(page.Log());
    }

    [Fact]
    public async Task ADamagedListOfUsersLetsNobodyInAndSaysSo()
    {
        UserFile users = new(Path.Combine(Directory.CreateTempSubdirectory("csemapper-users-").FullName, "users.json"));
        await users.PutAsync(new User("Rolf", Role.Reviewer, Quick("right")), default);
        await using RunningPage page = await RunningPage.Start(samples, users: users);
        using FormUrlEncodedContent content = new([new("name", "Rolf"), new("password", "right")]);
        await page.Client.PostAsync("/sign-in", content);

        await File.WriteAllTextAsync(users.Path, "{\"version\": 1, \"use");
        HttpResponseMessage answer = await page.Client.GetAsync("/");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains(
            "the list of the people who may sign in cannot be read",
            await answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
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

    /// <summary>Few rounds, where a test is not about how long guessing takes.</summary>
    private static PasswordHash Quick(string password) =>
        PasswordHash.Parse(
            "pbkdf2-sha256$1$AAAA$"
                + Convert.ToBase64String(
                    System.Security.Cryptography.Rfc2898DeriveBytes.Pbkdf2(
                        password,
                        new byte[3],
                        1,
                        System.Security.Cryptography.HashAlgorithmName.SHA256,
                        32
                    )
                )
        )!;
}

using System.Net;
using CseMapper.App.ReviewPage.Access;

namespace CseMapper.App.Tests.ReviewPage;

[Collection(PageTests.Name)]
public sealed class PageSessionTests(MappedSamples samples)
{
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

    /// <summary>Few rounds, where a test is not about how long guessing takes.</summary>
    internal static PasswordHash Quick(string password) =>
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

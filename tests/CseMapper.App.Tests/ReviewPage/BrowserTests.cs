using System.Text.RegularExpressions;
using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CseMapper.App.Tests.ReviewPage;

/// <summary>The page as people use it, in a real browser.</summary>
[Collection(PageTests.Name)]
public sealed class BrowserTests(MappedSamples samples, Chromium browser) : IClassFixture<Chromium>
{
    private string Element => "/elements/" + samples.Element;

    private string[] AllPages =>
        [
            "/",
            Element,
            "/documents",
            "/document?path=Customer%20Care%20Policy.docx",
            "/drawing?path="
                + Uri.EscapeDataString("Complaints & Feedback/Annual Complaints Report 2024–25.pdf")
                + "&page=3",
            "/drawing?path=Customer%20Care%20Policy.docx",
            "/search?q=complaint+working+days&for=" + samples.Element,
            "/history",
            "/settings",
            "/elements/9.9.9",
        ];

    [Fact]
    public async Task AnElementIsReviewedWithOneHandOnTheKeyboard()
    {
        await using RunningPage page = await RunningPage.Start(samples);
        IPage window = await browser.Open(page);
        await window.GotoAsync($"/enter?token={page.Tokens!.Current}");
        await Expect(window).ToHaveURLAsync(new Regex(":[0-9]+/$"));
        await Expect(window.Locator("h1")).ToHaveTextAsync("Customer Service Excellence");
        await window.Keyboard.PressAsync("Tab");
        await Expect(window.Locator(":focus")).ToHaveTextAsync("Skip to the content");
        await window.GotoAsync(Element);
        ILocator cards = window.Locator("[data-card]:visible");
        ILocator verdicts = window.Locator("[data-card]:visible .verdict-line strong");

        await window.Keyboard.PressAsync("d");
        await Expect(cards.Nth(0)).ToBeFocusedAsync();
        await window.Keyboard.PressAsync("a");
        await Expect(cards.Nth(1)).ToBeFocusedAsync();
        await window.Keyboard.PressAsync("x");
        await window.Keyboard.PressAsync("s");
        await Expect(verdicts.Nth(0)).ToHaveTextAsync("Accepted");
        await Expect(verdicts.Nth(1)).ToHaveTextAsync("Rejected");
        await Expect(verdicts.Nth(2)).ToHaveTextAsync("Not sure");
        await Expect(cards.Nth(3)).ToBeFocusedAsync();
        await Expect(cards.Nth(0).Locator(".saved")).ToBeVisibleAsync();

        await window.Keyboard.PressAsync("z");
        await Expect(verdicts.Nth(2)).ToHaveTextAsync("Not decided");
        await window.Keyboard.PressAsync("e");
        await Expect(cards.Nth(2)).ToBeFocusedAsync();
        await window.Keyboard.PressAsync("c");
        await window.Keyboard.TypeAsync("Read clause 3 again: axsz");
        await window.Keyboard.PressAsync("Escape");
        await window.Keyboard.PressAsync("x");
        await Expect(cards.Nth(2)).ToContainTextAsync("Read clause 3 again: axsz");
        await window.Keyboard.PressAsync("?");
        await Expect(window.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts" })).ToBeVisibleAsync();
        await window.Keyboard.PressAsync("Escape");
        await Expect(window.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await window.Keyboard.PressAsync("w");
        await Expect(window).ToHaveURLAsync(new Regex("/elements/(?!" + Regex.Escape(samples.Element) + "$)"));

        Assert.Equal(
            [
                DecisionAction.Accept,
                DecisionAction.Reject,
                DecisionAction.Unsure,
                DecisionAction.Withdraw,
                DecisionAction.Reject,
            ],
            page.Log().Select(line => line.Action)
        );
    }

    [Fact]
    public async Task NothingMovesWhenSomebodyDecides()
    {
        await using RunningPage page = await RunningPage.Start(samples);
        IPage window = await browser.Open(page);
        await window.GotoAsync(Element);
        ILocator cards = window.Locator("[data-card]:visible");
        await window.Keyboard.PressAsync("d");
        int before = await Top(cards.Nth(1));

        await cards.Nth(0).GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await Expect(cards.Nth(0).Locator(".saved")).ToBeVisibleAsync();

        Assert.Equal(before, await Top(cards.Nth(1)));
        Assert.Equal("accept", await window.EvaluateAsync<string>("document.activeElement.value"));
    }

    [Fact]
    public async Task WhatWasTypedSurvivesAReloadAndALostConnection()
    {
        await using RunningPage page = await RunningPage.Start(samples);
        IPage window = await browser.Open(page);
        await window.GotoAsync(Element);
        ILocator text = window.Locator("#commentary-text");
        await text.FillAsync("We answer every complaint.");
        await window.ReloadAsync();
        await Expect(text).ToHaveValueAsync("We answer every complaint.");
        await Expect(window.GetByText("Not saved yet: this is what you had typed.")).ToBeVisibleAsync();

        await window.Context.SetOfflineAsync(true);
        await window.Locator("h1").ClickAsync();
        await window.Keyboard.PressAsync("d");
        await window.Keyboard.PressAsync("a");
        await Expect(window.Locator("#connection")).ToContainTextAsync("Not saved yet");
        Assert.Empty(page.Log());

        await window.Context.SetOfflineAsync(false);
        await Expect(window.Locator("[data-card] .saved").First).ToBeVisibleAsync();
        await window.GetByRole(AriaRole.Button, new() { Name = "Save the commentary" }).ClickAsync();
        await Expect(window.Locator("#versions .saved")).ToBeVisibleAsync();
        Assert.Equal([DecisionAction.Accept, DecisionAction.Commentary], page.Log().Select(line => line.Action));
        await window.ReloadAsync();
        await Expect(text).ToHaveValueAsync("We answer every complaint.");
        await Expect(window.GetByText("Not saved yet: this is what you had typed.")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task ADecisionThatIsSentLateDoesNotTouchThePageOfAnotherElement()
    {
        await using RunningPage page = await RunningPage.Start(samples);
        string other = page.Project.State.Mapping!.Elements.First(entry => entry.Number != samples.Element).Number;
        await page.Project.Record(
            [
                new Decision("c1", DateTimeOffset.UnixEpoch, "Bob Ray", samples.Element, DecisionAction.Commentary)
                {
                    Comment = "Of the first element.",
                },
            ],
            after: null,
            CancellationToken.None
        );
        IPage window = await browser.Open(page);
        await window.RouteAsync("**/decisions", route => route.AbortAsync());
        await window.GotoAsync(Element);
        await window.Keyboard.PressAsync("d");
        await window.Keyboard.PressAsync("a");
        await Expect(window.Locator("#connection")).ToContainTextAsync("Not saved yet");
        await window.GotoAsync("/elements/" + other);
        await Expect(window.Locator("#connection")).ToContainTextAsync("Not saved yet");

        await window.UnrouteAsync("**/decisions");
        await Expect(window.Locator("#connection")).ToBeEmptyAsync();

        Assert.Equal((DecisionAction.Accept, samples.Element), (page.Log()[^1].Action, page.Log()[^1].Element));
        await Expect(window.Locator("#notice")).ToHaveAttributeAsync("data-element", other);
        await Expect(window.Locator("#commentary-text")).ToHaveValueAsync("");
        await Expect(window.Locator("#versions")).ToContainTextAsync("Nothing is saved yet.");
    }

    [Fact]
    public async Task AKeyThatIsHeldDecidesOnceAndNoBrowserNeedsASecureConnection()
    {
        await using RunningPage page = await RunningPage.Start(samples);
        IPage window = await browser.Open(page);
        await window.AddInitScriptAsync("Object.defineProperty(crypto, 'randomUUID', { value: undefined })");
        await window.GotoAsync(Element);
        await window.Keyboard.PressAsync("d");

        await window.Keyboard.DownAsync("a");
        await window.Keyboard.DownAsync("a");
        await window.Keyboard.DownAsync("a");
        await window.Keyboard.UpAsync("a");
        await window.Keyboard.PressAsync("x");
        await Expect(window.Locator("[data-card] .verdict.rejected")).ToHaveCountAsync(1);

        Assert.Equal([DecisionAction.Accept, DecisionAction.Reject], page.Log().Select(line => line.Action));
    }

    [Fact]
    public async Task TwoWindowsStayInStepAlsoWhenARunHasFinished()
    {
        await using RunningPage page = await RunningPage.Start(samples);
        IPage one = await browser.Open(page);
        IPage two = await one.Context.NewPageAsync();
        await one.GotoAsync(Element);
        await two.GotoAsync(Element);
        IPage overview = await one.Context.NewPageAsync();
        await overview.GotoAsync("/");

        await one.Keyboard.PressAsync("d");
        await one.Keyboard.PressAsync("a");
        await one.Locator("#commentary-text").FillAsync("From the first window.");
        await one.GetByRole(AriaRole.Button, new() { Name = "Save the commentary" }).ClickAsync();

        await Expect(two.Locator("[data-card] .verdict-line strong").First).ToHaveTextAsync("Accepted");
        await Expect(two.Locator("#commentary-text")).ToHaveValueAsync("From the first window.");
        await Expect(overview.Locator("#progress strong")).ToHaveTextAsync("1 of 57");

        await File.WriteAllTextAsync(
            Path.Combine(page.Policies, "Added.txt"),
            "We publish how to complain and answer every complaint within ten working days."
        );
        Assert.True(CommandLine.Run("map", page.Policies, "--out", page.Output).ExitCode is 0 or 2);
        await Expect(two.Locator("#connection")).ToContainTextAsync("A new run has finished.");
        await two.GetByRole(AriaRole.Link, new() { Name = "Show its passages" }).ClickAsync();
        await Expect(two.Locator("[data-card] .verdict-line strong").First).ToHaveTextAsync("Accepted");
    }

    [Fact]
    public async Task TheRestIsRejectedAndTakenBackByOneButtonEach()
    {
        await using RunningPage page = await RunningPage.Start(samples);
        IPage window = await browser.Open(page);
        await window.GotoAsync(Element);
        await window.Keyboard.PressAsync("d");
        await window.Keyboard.PressAsync("a");
        await Expect(window.Locator("#notice")).ToContainTextAsync("1 passage accepted.");
        int shown = await window.Locator("[data-card]:visible").CountAsync();

        await window.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Reject the rest") }).ClickAsync();
        await Expect(window.Locator("#notice")).ToContainTextAsync($"{shown - 1} passages rejected.");
        Assert.Equal(shown, page.Log().Count);

        await window.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(window.Locator("#notice")).ToContainTextAsync($"{shown - 1} passages taken back.");
        await Expect(window.Locator("[data-card]:visible .verdict.accepted")).ToHaveCountAsync(1);
        await Expect(window.Locator("[data-card]:visible .verdict.rejected")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task ThePageOfTheDocumentStandsBesideTheCardWithTheEvidenceMarked()
    {
        await using RunningPage page = await RunningPage.Start(samples);
        IPage window = await browser.Open(page);
        string number = page
            .Project.State.Mapping!.Elements.First(entry =>
                entry.Suggestions.Any(suggestion =>
                    suggestion.Places[0].Paths[0].EndsWith(".pdf", StringComparison.Ordinal)
                    && (int)suggestion.Strength >= 2
                )
            )
            .Number;
        await window.GotoAsync("/elements/" + number);
        ILocator card = window.Locator("[data-card]", new() { HasText = "Annual Complaints Report" }).First;

        await card.FocusAsync();

        await Expect(window.Locator("#drawing svg text").First).ToBeVisibleAsync();
        Assert.InRange(await window.Locator("#drawing svg rect.found").CountAsync(), 5, 400);
        Assert.Matches(
            @"/file\?path=Complaints.*\.pdf#page=\d+$",
            await card.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Open the original") })
                .GetAttributeAsync("href")
                ?? ""
        );
    }

    [Fact]
    public async Task EverythingIsReadAndDecidedWithoutScripts()
    {
        await using RunningPage page = await RunningPage.Start(samples);
        IPage window = await browser.Open(page, scripts: false);
        await window.GotoAsync(Element);

        await window.GetByRole(AriaRole.Button, new() { Name = "Accept" }).First.ClickAsync();

        await Expect(window.Locator("#notice")).ToContainTextAsync("Saved. 1 passage accepted.");
        Assert.Equal(DecisionAction.Accept, Assert.Single(page.Log()).Action);
    }

    [Fact]
    public async Task AHostileDocumentIsOnlyText()
    {
        await using RunningPage page = await RunningPage.Start(samples);
        IPage window = await browser.Open(page);
        List<string> trouble = [];
        window.Console += (_, message) => trouble.Add(message.Text);
        window.Dialog += (_, dialog) => trouble.Add(dialog.Message);
        string name = Uri.EscapeDataString(MappedSamples.HostileName);
        foreach (
            string path in (string[])
                [
                    "/documents",
                    $"/document?path={name}",
                    $"/drawing?path={name}",
                    "/search?q=easy+to+use+complaints+procedure",
                    "/elements/4.3.2",
                ]
        )
        {
            await window.GotoAsync(path);
            Assert.NotEqual("broken", await window.TitleAsync());
            Assert.Equal(0, await window.Locator("main script, main img, main [onload], main [onerror]").CountAsync());
        }

        Assert.Empty(trouble);
        await window.GotoAsync($"/document?path={name}");
        await Expect(window.Locator(".passage").First).ToContainTextAsync("<script>document.title='broken'</script>");
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task EveryPageIsAccessibleAndFitsItsWindow(int width, ColorScheme scheme)
    {
        await using RunningPage page = await RunningPage.Start(samples);
        IPage window = await browser.Open(page, width, scheme);
        await page.Project.Record(
            [
                .. Enumerable
                    .Range(1, 2)
                    .Select(version => new Decision(
                        $"axe-{version}",
                        DateTimeOffset.UnixEpoch,
                        "Bob Ray",
                        samples.Element,
                        DecisionAction.Commentary
                    )
                    {
                        Comment = $"Version {version}",
                    }),
            ],
            after: null,
            CancellationToken.None
        );
        List<string> faults = [];
        AxeRunOptions rules = new()
        {
            RunOnly = new RunOnlyOptions
            {
                Type = "tag",
                Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
            },
        };
        MappingPlace place = page.Project.State.Element(samples.Element)!.Suggestions[0].Places[0];
        foreach (string path in (string[])[.. AllPages, $"/use?content={place.Document}&passage={place.Passage}"])
        {
            await window.GotoAsync(path);
            if (path == Element)
            {
                foreach (string key in (string[])["d", "a", "x", "s"])
                    await window.Keyboard.PressAsync(key);
                await Expect(window.Locator("[data-card] .saved")).ToHaveCountAsync(3);
                await window.Locator("details").EvaluateAllAsync<int>("all => all.map(one => one.open = true).length");
            }

            AxeResult result = await window.RunAxe(rules);
            faults.AddRange(
                result.Violations.Select(violation =>
                    $"{path}: {violation.Id}: {string.Join(", ", violation.Nodes.Select(node => node.Html))}"
                )
            );
            int beyond = await window.EvaluateAsync<int>(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            );
            if (beyond > 0)
                faults.Add($"{path}: {beyond} pixels wider than the window");
        }

        Assert.Empty(faults);
    }

    private static async Task<int> Top(ILocator locator) => (int)Math.Round((await locator.BoundingBoxAsync())!.Y);
}

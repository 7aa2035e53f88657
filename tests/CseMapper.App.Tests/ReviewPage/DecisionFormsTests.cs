using System.Net;
using CseMapper.Decisions.Log;

namespace CseMapper.App.Tests.ReviewPage;

[Collection(PageTests.Name)]
public sealed class DecisionFormsTests(MappedSamples samples)
{
    [Fact]
    public async Task ADecisionIsInTheLogBeforeThePageSaysSaved()
    {
        await using RunningPage page = await RunningPage.StartSignedIn(samples);
        string card = (await page.Cards(samples.Element))[0];

        HttpResponseMessage answer = await page.Post(
            "/decisions",
            samples.Element,
            ("card", card),
            ("action", "accept"),
            ("extent", "partial"),
            ("part", "1"),
            ("comment", "Clause 3 says so.")
        );

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Decision line = Assert.Single(page.Log());
        Assert.Equal(
            (DecisionAction.Accept, "Ann Hill", EvidenceExtent.Partial, "Clause 3 says so."),
            (line.Action, line.Reviewer, line.Extent, line.Comment)
        );
        Assert.Equal([1], line.Parts);
        Assert.NotEmpty(line.Anchor!.Quote);
        string html = await page.Get(answer.Headers.Location!.ToString().Split('#')[0]);
        Assert.Contains("<strong>Saved.</strong> 1 passage accepted.", html, StringComparison.Ordinal);
        Assert.Contains("Evidence so far: 1 accepted passage", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARequestThatIsSentTwiceIsRecordedOnce()
    {
        await using RunningPage page = await RunningPage.StartSignedIn(samples);
        string card = (await page.Cards(samples.Element))[0];
        (string, string)[] fields =
        [
            ("card", card),
            ("action", "reject"),
            ("comment", "Sent twice."),
            ("batch", "0123456789abcdef"),
        ];

        await page.Post("/decisions", samples.Element, fields);
        await page.Post("/decisions", samples.Element, fields);

        Assert.Single(page.Log());
    }

    [Theory]
    [InlineData("accept,reject")]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("Accept")]
    [InlineData(" accept")]
    [InlineData("")]
    public async Task WhatIsNoDecisionIsRefusedInWords(string action)
    {
        await using RunningPage page = await RunningPage.StartSignedIn(samples);
        string card = (await page.Cards(samples.Element))[0];

        HttpResponseMessage answer = await page.Post("/decisions", samples.Element, ("card", card), ("action", action));

        Assert.Empty(page.Log());
        Assert.Contains(
            "the form did not say one thing to do",
            await page.Get(answer.Headers.Location!.ToString().Split('#')[0]),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task TwoDecisionsInOneFormAreRefused()
    {
        await using RunningPage page = await RunningPage.StartSignedIn(samples);
        string card = (await page.Cards(samples.Element))[0];

        HttpResponseMessage answer = await page.Post(
            "/decisions",
            samples.Element,
            ("card", card),
            ("action", "accept"),
            ("action", "reject")
        );

        Assert.Empty(page.Log());
        Assert.Contains("refused=action", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/commentary", "text", 20_000, true)]
    [InlineData("/commentary", "text", 20_001, false)]
    [InlineData("/decisions", "comment", 20_000, true)]
    [InlineData("/decisions", "comment", 20_001, false)]
    public async Task ATextThatIsTooLongIsRefusedInsteadOfCut(string form, string field, int length, bool isSaved)
    {
        await using RunningPage page = await RunningPage.StartSignedIn(samples);
        string card = (await page.Cards(samples.Element))[0];

        HttpResponseMessage answer = await page.Post(
            form,
            samples.Element,
            ("card", card),
            ("action", "accept"),
            ("base", ""),
            (field, new string('x', length))
        );

        Assert.Equal(isSaved ? length : 0, page.Log().Sum(line => line.Comment.Length));
        Assert.Equal(!isSaved, answer.Headers.Location!.ToString().Contains("refused=long", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnUndoThatIsSentTwiceTakesOneThingBack()
    {
        await using RunningPage page = await RunningPage.StartSignedIn(samples);
        IReadOnlyList<string> cards = await page.Cards(samples.Element);
        await page.Post(
            "/decisions",
            samples.Element,
            [("action", "reject"), .. cards.Take(3).Select(card => ("card", card))]
        );
        await page.Post("/decisions", samples.Element, ("card", cards[3]), ("action", "accept"));

        await page.Post("/undo", samples.Element, ("batch", "0123456789abcdef"));
        HttpResponseMessage again = await page.Post("/undo", samples.Element, ("batch", "0123456789abcdef"));

        Assert.Contains("done=0123456789abcdef", again.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Single(page.Log(), line => line.Action == DecisionAction.Withdraw);
    }

    [Fact]
    public async Task WhatIsSentAgainBecauseNoAnswerCameIsSaidToBeSaved()
    {
        await using RunningPage page = await RunningPage.StartSignedIn(samples);
        string card = (await page.Cards(samples.Element))[0];
        (string, string)[] fields = [("card", card), ("action", "accept"), ("batch", "0123456789abcdef")];

        await page.Post("/decisions", samples.Element, fields);
        HttpResponseMessage again = await page.Post("/decisions", samples.Element, fields);

        Assert.Contains("done=0123456789abcdef", again.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfTwoCommentariesSentAtOnceOneIsRefused()
    {
        await using RunningPage page = await RunningPage.StartSignedIn(samples);
        await page.Get("/elements/" + samples.Element);

        HttpResponseMessage[] answers = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(number => page.Post("/commentary", samples.Element, ("text", $"Text {number}."), ("base", "")))
        );

        Assert.Equal(
            5,
            answers.Count(answer =>
                answer.Headers.Location!.ToString().Contains("refused=commentary", StringComparison.Ordinal)
            )
        );
        Assert.Single(page.Log());
    }

    [Fact]
    public async Task ARemarkAloneIsShownBesideThePassage()
    {
        await using RunningPage page = await RunningPage.StartSignedIn(samples);
        string card = (await page.Cards(samples.Element))[0];

        await page.Post(
            "/decisions",
            samples.Element,
            ("card", card),
            ("action", "comment"),
            ("comment", "Ask the complaints team.")
        );

        string html = await page.Get("/elements/" + samples.Element);
        Assert.Contains("<q>Ask the complaints team.</q>", html, StringComparison.Ordinal);
        Assert.Contains("remarked", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/decisions", "{}", "application/json")]
    [InlineData("/sign-in", "{}", "application/json")]
    public async Task WhatIsNoFormIsRefusedAsSuch(string path, string text, string type)
    {
        await using RunningPage page = await RunningPage.StartSignedIn(samples);
        using StringContent content = new(text, System.Text.Encoding.UTF8, type);

        Assert.Equal(HttpStatusCode.BadRequest, (await page.Client.PostAsync(path, content)).StatusCode);
    }

    [Fact]
    public async Task UndoOnTheCommandLineTakesBackWhatWasRedone()
    {
        await using RunningPage page = await RunningPage.StartSignedIn(samples);
        string[] Command(params string[] words) =>
            ["decisions", .. words, "--out", page.Output, "--reviewer", "Bob Ray", "--quiet"];
        foreach (string text in (string[])["First.", "Second."])
            Assert.Equal(0, CommandLine.Run(Command("commentary", samples.Element, text)).ExitCode);
        CommandLine.Run(Command("undo"));
        CommandLine.Run(Command("undo", page.Log()[^1].Id));

        CommandLine.Run(Command("undo"));

        Assert.Equal(page.Log()[1].Id, page.Log()[^1].Target);
    }

    [Fact]
    public async Task APassageThatHasChangedSinceIsNotDecided()
    {
        await using RunningPage page = await RunningPage.StartSignedIn(samples);
        string card = (await page.Cards(samples.Element))[0];

        HttpResponseMessage answer = await page.Post(
            "/decisions",
            samples.Element,
            ("card", card[..card.LastIndexOf('.')] + ".00000000"),
            ("action", "accept")
        );

        Assert.Contains("refused=changed", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Empty(page.Log());
    }

    [Fact]
    public async Task TheRestIsRejectedAtOnceAndTakenBackAtOnce()
    {
        await using RunningPage page = await RunningPage.StartSignedIn(samples);
        IReadOnlyList<string> cards = await page.Cards(samples.Element);
        await page.Post("/decisions", samples.Element, ("card", cards[0]), ("action", "accept"));

        await page.Post(
            "/decisions",
            samples.Element,
            [("action", "reject"), .. cards.Take(4).Select(card => ("card", card))]
        );
        Assert.Equal(
            [DecisionAction.Accept, DecisionAction.Reject, DecisionAction.Reject, DecisionAction.Reject],
            page.Log().Select(line => line.Action)
        );

        await page.Post("/undo", samples.Element);
        Assert.Equal(3, page.Log().Count(line => line.Action == DecisionAction.Withdraw));
        string html = await page.Get("/elements/" + samples.Element);
        Assert.Contains("Evidence so far: 1 accepted passage", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<strong>Rejected</strong>", html, StringComparison.Ordinal);

        await page.Post("/undo", samples.Element);
        Assert.Contains(
            "Evidence so far: 0 accepted passages",
            await page.Get("/elements/" + samples.Element),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "refused=nothing",
            (await page.Post("/undo", samples.Element)).Headers.Location!.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ACommentaryOfSomebodyElseIsNotOverwrittenUnseen()
    {
        await using RunningPage page = await RunningPage.StartSignedIn(samples);
        await page.Post("/commentary", samples.Element, ("text", "First text.\r\nSecond line."), ("base", ""));

        HttpResponseMessage late = await page.Post(
            "/commentary",
            samples.Element,
            ("text", "Written meanwhile."),
            ("base", "")
        );
        Assert.Contains("refused=commentary", late.Headers.Location!.ToString(), StringComparison.Ordinal);

        string html = await page.Get("/elements/" + samples.Element);
        await page.Post(
            "/commentary",
            samples.Element,
            ("text", "Third text."),
            ("base", RunningPage.Field(html, "base"))
        );
        Assert.Equal(["First text.\nSecond line.", "Third text."], page.Log().Select(line => line.Comment));
        Assert.Contains("Earlier versions", await page.Get("/elements/" + samples.Element), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APassageThatWasFoundBySearchingBecomesEvidence()
    {
        await using RunningPage page = await RunningPage.StartSignedIn(samples);
        string html = await page.Get("/search?q=complaint+working+days&for=5.2.5");

        HttpResponseMessage answer = await page.Post(
            "/use",
            "5.2.5",
            ("content", RunningPage.Field(html, "content")),
            ("passage", RunningPage.Field(html, "passage"))
        );

        Assert.StartsWith("/elements/5.2.5?done=", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("working days", Assert.Single(page.Log()).Anchor!.Quote, StringComparison.Ordinal);
        Assert.Contains(
            "Evidence so far: 1 accepted passage",
            await page.Get("/elements/5.2.5"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task WithTwoPersonApprovalOnesOwnAcceptanceCannotBeApproved()
    {
        await using RunningPage page = await RunningPage.StartSignedIn(samples, needsApproval: true);
        string card = (await page.Cards(samples.Element))[0];
        await page.Post("/decisions", samples.Element, ("card", card), ("action", "accept"));
        Assert.Contains(
            "Accepted, waits for a second person",
            await page.Get("/elements/" + samples.Element),
            StringComparison.Ordinal
        );

        HttpResponseMessage own = await page.Post("/decisions", samples.Element, ("card", card), ("action", "approve"));

        Assert.Contains("refused=own", own.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Single(page.Log());
    }

    [Fact]
    public async Task ADecisionOfAnotherProgramIsSeenAndOpenWindowsAreTold()
    {
        await using RunningPage page = await RunningPage.StartSignedIn(samples);
        using Stream events = await page.Client.GetStreamAsync("/events");
        using StreamReader reader = new(events);
        Task<string> Version() =>
            Task.Run(async () =>
            {
                string? line;
                do line = await reader.ReadLineAsync();
                while (line is not null && !line.StartsWith("data:", StringComparison.Ordinal));
                return line!;
            });
        string before = await Version();

        Assert.Equal(
            0,
            CommandLine
                .Run(
                    "decisions",
                    "commentary",
                    samples.Element,
                    "Written on the command line.",
                    "--out",
                    page.Output,
                    "--reviewer",
                    "Bob Ray"
                )
                .ExitCode
        );

        Assert.NotEqual(before, await Version().WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Contains(
            "Written on the command line.",
            await page.Get("/elements/" + samples.Element),
            StringComparison.Ordinal
        );
    }
}

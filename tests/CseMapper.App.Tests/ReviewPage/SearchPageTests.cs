namespace CseMapper.App.Tests.ReviewPage;

[Collection(PageTests.Name)]
public sealed class SearchPageTests(MappedSamples samples)
{
    [Fact]
    public async Task WhereNothingIsAskedOrFoundThePageShowsWhatCanBeSearchedFor()
    {
        await using RunningPage page = await RunningPage.StartSignedIn(samples);

        foreach (string path in (string[])["/search", "/search?q=zzzz"])
        {
            string html = await page.Get(path);
            Assert.Contains("What can be searched for", html, StringComparison.Ordinal);
            Assert.Contains("/search?q=complain%2A", html, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("What can be searched", await page.Get("/search?q=complaint"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASlipIsToldOnThePageAndNothingOfItBecomesMarkup()
    {
        await using RunningPage page = await RunningPage.StartSignedIn(samples);

        string html = await page.Get("/search?q=" + Uri.EscapeDataString("complaint* AND (<b>\"days"));

        Assert.Contains("The quotation mark at character 20 has no second one.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.Contains("<mark", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnElementsWholeQueryCanBePasted()
    {
        await using RunningPage page = await RunningPage.StartSignedIn(samples);
        string query = CommandLine.Run("explain", "4.3.2", "--query").Output.Trim();

        string pasted = await page.Get("/search?q=" + Uri.EscapeDataString(query));
        string named = await page.Get("/search?q=element:4.3.2");

        Assert.Equal(Cards(named), Cards(pasted));
        Assert.Contains("<li class=\"card\">", pasted, StringComparison.Ordinal);
    }

    private static string Cards(string html) =>
        html[
            html.IndexOf("<ol class=\"cards\"", StringComparison.Ordinal)..html.IndexOf(
                "</ol>",
                StringComparison.Ordinal
            )
        ];
}

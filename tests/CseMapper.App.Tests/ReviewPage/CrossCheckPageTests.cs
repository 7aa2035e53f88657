using CseMapper.Testing;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CseMapper.App.Tests.ReviewPage;

/// <summary>What a second reader found, in a real browser.</summary>
public sealed class CrossCheckPageTests(Chromium browser) : IClassFixture<Chromium>
{
    private static readonly string[] _shown =
    [
        "Complaints policy of the council for its customers",
        "We answer every complaint within ten working days.",
    ];

    private static readonly string[] _hidden =
    [
        "Anyone may also write to the independent ombudsman,",
        "whose address stands on the last page of this policy.",
    ];

    [Fact]
    public async Task BothTextsStandSideBySideWithWhatDiffersMarked()
    {
        await using RunningPage page = await RunningPage.Start(Mapped());
        IPage window = await browser.Open(page);
        await window.GotoAsync("/documents?show=differ");
        await Expect(window.GetByRole(AriaRole.Status)).ToHaveTextAsync("1 document");
        await window.GetByRole(AriaRole.Link, new() { Name = "less.pdf" }).ClickAsync();
        await window.GetByRole(AriaRole.Link, new() { Name = "Page 1", Exact = true }).ClickAsync();

        await Expect(window.Locator("main")).ToContainTextAsync("words that are not in the text used");
        ILocator sides = window.Locator(".twin .text");
        await Expect(sides.Nth(0)).ToContainTextAsync("within ten working days");
        await Expect(sides.Nth(0).Locator("mark")).ToHaveCountAsync(0);
        await Expect(sides.Nth(1).Locator("mark").First).ToHaveTextAsync("Anyone");
        await Expect(sides.Nth(1).Locator("mark", new() { HasText = "ombudsman" })).ToHaveCountAsync(1);
        Assert.Empty((await window.RunAxe()).Violations);
    }

    [Fact]
    public async Task ADocumentThatDoesNotDifferSaysSo()
    {
        await using RunningPage page = await RunningPage.Start(Mapped());
        IPage window = await browser.Open(page);
        await window.GotoAsync("/document?path=equal.pdf");

        await Expect(window.Locator("#cross-check")).ToContainTextAsync("The second reader found the same words.");
        await window.GotoAsync("/cross-check?path=equal.pdf&page=1");
        await Expect(window.Locator("main")).ToContainTextAsync("do not differ there");
    }

    /// <summary>The page takes the folder with it when it closes.</summary>
    private static DirectoryInfo Mapped()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("csemapper-page-");
        string policies = folder.CreateSubdirectory("policies").FullName;
        File.WriteAllBytes(Path.Combine(policies, "equal.pdf"), LayeredPdf.Of(_shown));
        File.WriteAllBytes(Path.Combine(policies, "less.pdf"), LayeredPdf.Of(_shown, _hidden));
        CommandLine.Run("map", policies, "--out", Path.Combine(folder.FullName, "out"), "--cross-check");
        return folder;
    }
}

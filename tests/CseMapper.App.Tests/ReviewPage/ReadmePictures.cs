using CseMapper.Decisions.Log;
using CseMapper.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CseMapper.App.Tests.ReviewPage;

/// <summary>
/// Takes the README's pictures of the page, when asked: dotnet run --project tests/CseMapper.App.Tests -- -explicit
/// only -class "*ReadmePictures"
/// </summary>
[Collection(PageTests.Name)]
public sealed class ReadmePictures(Chromium browser) : IClassFixture<Chromium>
{
    [Fact(Explicit = true)]
    public async Task AreTakenOfTheSamples()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("csemapper-page-");
        string policies = Path.Combine(folder.FullName, "policies");
        string samples = RepositoryFiles.Path("corpus-samples");
        foreach (string file in Directory.EnumerateFiles(samples, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(policies, Path.GetRelativePath(samples, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        Assert.Equal(
            0,
            CommandLine.Run("map", policies, "--out", Path.Combine(folder.FullName, "out"), "--semantic", "on").ExitCode
        );
        await using RunningPage page = await RunningPage.Start(folder);
        IPage window = await browser.Open(page);
        foreach (string element in (string[])["1.1.3", "1.3.1", "1.2.1", "2.1.1", "3.1.1", "4.2.1", "5.2.4"])
        {
            await window.GotoAsync("/elements/" + element);
            await window.Keyboard.PressAsync("d");
            await window.Keyboard.PressAsync("a");
            await Expect(window.Locator("#notice")).ToContainTextAsync("Saved.");
        }

        await window.GotoAsync("/");
        await window.ScreenshotAsync(
            new PageScreenshotOptions { Path = RepositoryFiles.Path("docs", "images", "review-overview.png") }
        );
        await window.GotoAsync("/elements/4.3.2");
        await window.Keyboard.PressAsync("d");
        await window.Keyboard.PressAsync("a");
        await Expect(window.Locator("#notice")).ToContainTextAsync("Saved.");
        await Expect(window.Locator("#drawing svg rect.found").First).ToBeVisibleAsync();
        await window.ScreenshotAsync(
            new PageScreenshotOptions { Path = RepositoryFiles.Path("docs", "images", "review-element.png") }
        );
        Assert.Contains(page.Log(), line => line.Action == DecisionAction.Accept);
    }
}

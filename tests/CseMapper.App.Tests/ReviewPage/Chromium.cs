using Microsoft.Playwright;

namespace CseMapper.App.Tests.ReviewPage;

/// <summary>One browser for all tests that need one: the Chromium that is installed on the machine; nothing is
/// downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Set where a missing browser is a fault: in continuous integration.</summary>
    private const string Required = "CSEMAPPER_BROWSER_REQUIRED";

    private static readonly string[] _names = OperatingSystem.IsWindows()
        ? ["chrome.exe", "msedge.exe", "chromium.exe"]
        : ["chromium", "chromium-browser", "google-chrome"];
    private static readonly string[] _arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string? _missing;

    public async ValueTask InitializeAsync()
    {
        string? program = Find();
        if (program is null)
        {
            _missing =
                "No Chromium is installed (on Debian: apt-get install chromium), so the page is not tried in a "
                + "browser.";
            return;
        }

        Assertions.SetDefaultExpectTimeout(20_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = program, Args = _arguments }
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A browser of its own with the printed address opened; skips the test where no browser is
    /// installed.</summary>
    internal async Task<IPage> Open(
        RunningPage page,
        int width = 1280,
        ColorScheme scheme = ColorScheme.Light,
        bool scripts = true
    )
    {
        if (_missing is not null && Environment.GetEnvironmentVariable(Required) is not null)
            Assert.Fail(_missing);
        Assert.SkipWhen(_missing is not null, _missing ?? "");
        IBrowserContext context = await _browser!.NewContextAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
                ColorScheme = scheme,
                JavaScriptEnabled = scripts,
                BaseURL = page.Address.GetLeftPart(UriPartial.Authority),
            }
        );
        context.SetDefaultTimeout(30_000);
        // Its cookie is the browser's; the way that a person goes is tried by the test of the keyboard.
        await context.APIRequest.GetAsync($"/enter?token={page.Tokens!.Current}");
        return await context.NewPageAsync();
    }

    private static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .SelectMany(folder => _names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
}

using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CseMapper.App.Tests.Faults;

/// <summary>The review page as a process of its own, and somebody who decides there, a few times a round.</summary>
/// <param name="program">The path of csemapper.</param>
/// <param name="output">The output folder.</param>
/// <param name="ledger">Notes what was sent and what was confirmed.</param>
internal sealed class KillPage(string program, string output, KillLedger ledger) : IDisposable
{
    private static readonly string[] _actions = ["accept", "reject", "unsure", "comment"];

    private const int DecisionsARound = 5;

    /// <summary>Decisions that may still be taken.</summary>
    private readonly SemaphoreSlim _wanted = new(0);
    private Process? _server;
    private Task _reviewer = Task.CompletedTask;
    private Dictionary<string, string>? _unanswered;
    private int _sent;

    /// <summary>How long one decision takes, as far as is known.</summary>
    public TimeSpan Pace { get; private set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long the decisions of a round take.</summary>
    public TimeSpan Round => Pace * DecisionsARound;

    /// <summary>Opens the page unless it is open, and lets the reviewer decide.</summary>
    /// <returns>The process.</returns>
    public Process Open()
    {
        _wanted.Release(DecisionsARound);
        if (_server is { HasExited: false } open)
            return open;
        Close();
        ProcessStartInfo start = new(
            program,
            ["review", "--out", output, "--port", "0", "--no-browser", "--json", "--reviewer", "Cat"]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process server = _server = Process.Start(start)!;
        server.BeginErrorReadLine();
        using JsonDocument said = JsonDocument.Parse(
            server.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The page did not open.")
        );
        Uri entry = new(said.RootElement.GetProperty("address").GetString()!);
        _reviewer = Task.Run(() => Review(entry));
        return server;
    }

    /// <summary>Ends it, and waits for the reviewer to notice.</summary>
    public void Close()
    {
        if (_server is not { } server)
            return;
        server.Kill();
        server.WaitForExit();
        // One who waits for a wish asks the page that is gone, and ends.
        _wanted.Release();
        _reviewer.Wait();
        while (_wanted.Wait(0))
            continue;
        server.Dispose();
        _server = null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Close();
        _wanted.Dispose();
    }

    private async Task Review(Uri entry)
    {
        using HttpClientHandler handler = new() { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
        using HttpClient browser = new(handler) { BaseAddress = new Uri(entry.GetLeftPart(UriPartial.Authority)) };
        browser.DefaultRequestHeaders.Add("Origin", entry.GetLeftPart(UriPartial.Authority));
        try
        {
            using HttpResponseMessage entered = await browser.GetAsync(entry).ConfigureAwait(false);
            while (true)
            {
                await _wanted.WaitAsync().ConfigureAwait(false);
                long began = Stopwatch.GetTimestamp();
                await Decide(browser).ConfigureAwait(false);
                Pace = Stopwatch.GetElapsedTime(began);
            }
        }
        catch (Exception killed) when (killed is HttpRequestException or IOException or TaskCanceledException)
        {
            // What was sent and not answered is sent again to the next one, as the page does.
        }
    }

    private async Task Decide(HttpClient browser)
    {
        Dictionary<string, string> form = _unanswered ?? new() { ["element"] = Element() };
        string html = await browser
            .GetStringAsync(new Uri("/elements/" + form["element"], UriKind.Relative))
            .ConfigureAwait(false);
        if (_unanswered is null)
        {
            string[] cards = Values(html, "card");
            if (cards.Length == 0)
                return;
            _sent++;
            form["card"] = cards[_sent % cards.Length];
            form["action"] = _actions[_sent % _actions.Length];
            form["comment"] = ledger.New("Page");
            form["batch"] = Guid.NewGuid().ToString("N");
        }

        form["token"] = Values(html, "token")[0];
        _unanswered = form;
        using FormUrlEncodedContent content = new(form);
        using HttpResponseMessage answer = await browser
            .PostAsync(new Uri("/decisions", UriKind.Relative), content)
            .ConfigureAwait(false);
        if (
            answer.StatusCode == HttpStatusCode.SeeOther
            && answer.Headers.Location!.ToString().Contains("done=", StringComparison.Ordinal)
        )
        {
            ledger.Confirm(form["comment"]);
        }

        _unanswered = null;
    }

    /// <summary>An element that has suggestions.</summary>
    private string Element()
    {
        using JsonDocument mapping = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(output, "mapping.json")));
        string[] elements =
        [
            .. mapping
                .RootElement.GetProperty("elements")
                .EnumerateArray()
                .Where(entry => entry.GetProperty("suggestions").GetArrayLength() > 0)
                .Select(entry => entry.GetProperty("number").GetString()!),
        ];
        return elements[_sent % elements.Length];
    }

    private static string[] Values(string html, string name) =>
        [
            .. Regex
                .Matches(html, $"name=\"{name}\" value=\"([^\"]*)\"")
                .Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))
                .Distinct(),
        ];
}

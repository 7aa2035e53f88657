using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CseMapper.Benchmarks;

/// <summary>Asks the review page of a large made-up project for every kind of page and says how long it takes and how
/// much memory.</summary>
internal static class ReviewRun
{
    private const int Asked = 60;

    public static async Task<int> Run(string folder, string[] options)
    {
        string policies = Path.Combine(folder, "policies");
        string output = Path.Combine(folder, "out");
        int documents = Arguments.Number(options, "--documents", 10_000);
        ReviewProject.WriteDocuments(policies, documents);
        if (!File.Exists(Path.Combine(output, "mapping.json")))
            Map(policies, output);
        await ReviewProject.Decide(output, Arguments.Number(options, "--decisions", 20_000));
        Map(policies, output);
        using Process page = Start(
            "review",
            "--out",
            output,
            "--port",
            "0",
            "--no-browser",
            "--json",
            "--reviewer",
            "Reviewer 1"
        );
        try
        {
            await Measure(page, documents);
        }
        finally
        {
            page.Kill();
        }

        return 0;
    }

    private static async Task Measure(Process page, int documents)
    {
        Stopwatch watch = Stopwatch.StartNew();
        Uri entry = new(
            JsonDocument
                .Parse((await page.StandardOutput.ReadLineAsync())!)
                .RootElement.GetProperty("address")
                .GetString()!
        );
        string origin = entry.GetLeftPart(UriPartial.Authority);
        using HttpClient client = new(new HttpClientHandler { CookieContainer = new CookieContainer() })
        {
            BaseAddress = new Uri(origin),
        };
        client.DefaultRequestHeaders.Add("Origin", origin);
        await client.GetAsync(entry);
        await client.GetAsync("/");
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"first overview {watch.Elapsed.TotalSeconds:F2} s after the address was asked for, memory "
                    + $"{Memory(page)} MB"
            )
        );
        Console.WriteLine(
            "| page | median ms | 95th percentile ms | processor ms | KB |\n| --- | --- | --- | --- | --- |"
        );
        string[] numbers =
        [
            .. Regex
                .Matches(await client.GetStringAsync("/"), "href=\"/elements/([^\"#]+)\"")
                .Select(match => match.Groups[1].Value)
                .Distinct(),
        ];
        await Time(page, client, "overview", _ => "/");
        await Time(page, client, "element", at => "/elements/" + numbers[at % numbers.Length]);
        await Time(page, client, "documents", at => $"/documents?page={at + 1}");
        await Time(page, client, "documents, filtered", at => $"/documents?q=policy+{at:00}");
        await Time(
            page,
            client,
            "document",
            at => "/document?path=" + Uri.EscapeDataString(ReviewProject.PathOf(at * 97 % documents))
        );
        await Time(
            page,
            client,
            "page of a document",
            at => "/drawing?part=1&path=" + Uri.EscapeDataString(ReviewProject.PathOf(at * 97 % documents))
        );
        await Time(page, client, "search, common words", at => $"/search?q=customers+service&page={(at % 5) + 1}");
        await Time(page, client, "search, rare words", at => $"/search?q=%22mystery+shopping%22+complaints+{at}");
        await Time(page, client, "history", at => $"/history?page={at + 1}");
        await Time(page, client, "history, filtered", at => $"/history?action=Accept&reviewer=Reviewer+{(at % 6) + 1}");
        await Time(page, client, "settings", _ => "/settings");
        await Decide(page, client, numbers);
        Console.WriteLine(Invariant($"memory {Memory(page)} MB, at most {Peak(page)} MB"));
    }

    private static async Task Decide(Process page, HttpClient client, string[] numbers)
    {
        List<(string Number, string Token, string Card)> forms = [];
        foreach (string number in numbers)
        {
            string html = await client.GetStringAsync("/elements/" + number);
            if (Regex.Match(html, "name=\"card\" value=\"(s-[^\"]*)\"") is { Success: true } card)
            {
                forms.Add(
                    (
                        number,
                        Regex.Match(html, "name=\"token\" value=\"([^\"]*)\"").Groups[1].Value,
                        card.Groups[1].Value
                    )
                );
            }
        }

        await Time(
            page,
            "decision, saved and shown",
            async at =>
            {
                (string number, string token, string card) = forms[at % forms.Count];
                using FormUrlEncodedContent form = new([
                    new("token", token),
                    new("element", number),
                    new("card", card),
                    new("action", "reject"),
                    new("comment", $"Number {at}"),
                ]);
                string html = await (await client.PostAsync("/decisions", form)).Content.ReadAsStringAsync();
                return html.Contains("<strong>Saved.</strong>", StringComparison.Ordinal)
                    ? html
                    : throw new InvalidOperationException(
                        Regex.Match(html, "trouble\">([^<]*)").Value + html[..Math.Min(html.Length, 200)]
                    );
            }
        );
    }

    private static Task Time(Process page, HttpClient client, string name, Func<int, string> address) =>
        Time(page, name, at => client.GetStringAsync(address(at)));

    private static async Task Time(Process page, string name, Func<int, Task<string>> ask)
    {
        for (int at = 0; at < 5; at++)
            await ask(at);
        List<double> times = [];
        long size = 0;
        TimeSpan before = Processor(page);
        for (int at = 0; at < Asked; at++)
        {
            Stopwatch watch = Stopwatch.StartNew();
            size += (await ask(at)).Length;
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        double used = (Processor(page) - before).TotalMilliseconds / Asked;
        times.Sort();
        Console.WriteLine(
            Invariant(
                $"| {name} | {times[Asked / 2]:F0} | {times[Asked * 95 / 100]:F0} | {used:F0} | {size / Asked / 1024} |"
            )
        );
    }

    private static void Map(string policies, string output)
    {
        using Process map = Start("map", policies, "--out", output, "--quiet");
        map.WaitForExit();
    }

    private static Process Start(params string[] arguments)
    {
        string program = Path.Combine(
            AppContext.BaseDirectory,
            OperatingSystem.IsWindows() ? "csemapper.exe" : "csemapper"
        );
        return Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                WorkingDirectory = Path.GetTempPath(),
            }
        )!;
    }

    private static TimeSpan Processor(Process page)
    {
        page.Refresh();
        return page.TotalProcessorTime;
    }

    private static long Memory(Process page)
    {
        page.Refresh();
        return page.WorkingSet64 >> 20;
    }

    private static long Peak(Process page)
    {
        page.Refresh();
        return page.PeakWorkingSet64 >> 20;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

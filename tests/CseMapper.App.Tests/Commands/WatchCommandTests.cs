using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace CseMapper.App.Tests.Commands;

public sealed class WatchCommandTests : IDisposable
{
    private const string Text =
        "We publish how to complain, answer every complaint within ten working days and tell the customer the "
        + "outcome of it.";
    private const int Terminate = 15;
    private static readonly TimeSpan _stopsWithin = TimeSpan.FromSeconds(5);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("csemapper-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void OnceIsARunLikeAnyOtherAndStatusTellsOfIt()
    {
        Write("policies/complaints.txt", Text);

        CommandLine.Result run = Watch("--once", "--settle", "0s", "--json");
        CommandLine.Result status = CommandLine.Run("status", "--out", At("out"), "--json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        using JsonDocument summary = JsonDocument.Parse(run.Output);
        Assert.Equal(1, summary.RootElement.GetProperty("documents").GetProperty("read").GetInt32());
        using JsonDocument json = JsonDocument.Parse(status.Output);
        Assert.Equal("watch", json.RootElement.GetProperty("lastRun").GetProperty("command").GetString());
        Assert.False(json.RootElement.GetProperty("isHeld").GetBoolean());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("worker").ValueKind);
        Assert.Contains(
            "\"@m\":\"Run ended",
            File.ReadAllText(At("out/.csemapper/logs/worker.jsonl")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void ADocumentJustCopiedInWaitsThoughItKeptItsOldDate()
    {
        Write("policies/old.txt", Text);
        File.SetLastWriteTimeUtc(At("policies/old.txt"), new DateTime(2024, 5, 1, 0, 0, 0, DateTimeKind.Utc));

        CommandLine.Result run = Watch("--once", "--settle", "1h");
        CommandLine.Result status = CommandLine.Run("status", "--out", At("out"));

        Assert.Contains("1 wait because somebody has them open", run.Error, StringComparison.Ordinal);
        Assert.Contains("  old.txt", status.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AChangeBringsARunAndAStopEndsTheWorkerAtOnce()
    {
        if (OperatingSystem.IsWindows())
            return;
        Write("policies/a.txt", Text);
        using Process worker = CommandLine.Start(
            "watch",
            At("policies"),
            "--out",
            At("out"),
            "--when-changed",
            "--settle",
            "0s"
        );
        using StreamReader said = worker.StandardError;
        await Until(said, "1 in all");

        Write("policies/b.txt", Text + " And more.");
        await Until(said, "2 in all");
        long start = Stopwatch.GetTimestamp();
        _ = Signal(worker.Id, Terminate);
        await worker.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, _stopsWithin);
        Assert.Equal(0, worker.ExitCode);
    }

    [Fact]
    public void AFolderThatIsNotThereIsNotTakenForAnEmptyOne()
    {
        for (int i = 0; i < 5; i++)
            Write($"policies/{i}.txt", $"{Text} {i}");
        Assert.Equal(0, Watch("--once", "--settle", "0s").ExitCode);
        byte[] before = File.ReadAllBytes(At("out/mapping.json"));
        foreach (string file in Directory.GetFiles(At("policies")))
            File.Delete(file);

        CommandLine.Result emptied = Watch("--once", "--settle", "0s");
        CommandLine.Result confirmed = CommandLine.Run("map", At("policies"), "--out", At("out"), "--accept-deletions");

        Assert.Equal(2, emptied.ExitCode);
        Assert.Contains("5 of 5 documents are no longer in the folder.", emptied.Error, StringComparison.Ordinal);
        Assert.Equal(0, confirmed.ExitCode);
        Assert.NotEqual(before, File.ReadAllBytes(At("out/mapping.json")));
    }

    [Fact]
    public async Task ACommandAndAWebhookHearOfChangesAndTheWebhookIsTriedAgain()
    {
        if (OperatingSystem.IsWindows())
            return;
        using HttpListener listener = new();
        string address = $"http://localhost:{FreePort()}/hook/";
        listener.Prefixes.Add(address);
        listener.Start();
        Write("policies/a.txt", Text);
        string[] told =
        [
            "--once",
            "--quiet",
            "--settle",
            "0s",
            "--on-change",
            "cp \"$CSEMAPPER_CHANGES\" told.md",
            "--webhook",
            address,
        ];
        Assert.Equal(0, Watch(told).ExitCode);
        Write("policies/b.txt", Text + " And more.");

        Task<string> posted = Serve(listener);
        CommandLine.Result second = await Task.Run(() => Watch(told), TestContext.Current.CancellationToken);

        Assert.Equal((0, ""), (second.ExitCode, second.Error));
        Assert.Contains("b.txt", File.ReadAllText(At("out/told.md")), StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(await posted);
        Assert.Equal("csemapper-changes", json.RootElement.GetProperty("format").GetString());
    }

    [Fact]
    public void TheUnitOfASystemHoldsTheScheduleAndFullPaths()
    {
        CommandLine.Result systemd = WatchHere(
            "--cron",
            "30 2 * * MON-FRI",
            "--time-zone",
            "Europe/London",
            "--print-unit",
            "systemd"
        );
        CommandLine.Result task = WatchHere("--every", "15m", "--print-unit", "windows-task");

        Assert.Contains(
            $"{At("out")} --cron \"30 2 * * MON-FRI\" --time-zone Europe/London",
            systemd.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "OnCalendar=Mon,Tue,Wed,Thu,Fri *-*-* 02:30:00 Europe/London",
            systemd.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("--every 900s</Arguments>", task.Output, StringComparison.Ordinal);
        Assert.Equal("Task", System.Xml.Linq.XDocument.Parse(task.Output).Root?.Name.LocalName);
    }

    [Fact]
    public void TheUnitOfASystemNamesTheSettingsFileThatLiesHere()
    {
        Write("csemapper.json", """{ "folders": ["policies"], "out": "out" }""");

        string systemd = CommandLine.RunIn(_folder.FullName, "watch", "--print-unit", "systemd").Output;
        string service = CommandLine.RunIn(_folder.FullName, "watch", "--print-unit", "windows-service").Output;

        Assert.Contains($"--settings {At("csemapper.json")}", systemd, StringComparison.Ordinal);
        Assert.Contains($"--settings {At("csemapper.json")}", service, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("has not five fields", "--cron", "0 2 *")]
    [InlineData("begins with https://", "--webhook", "intranet")]
    [InlineData("is no time", "--every", "soon")]
    [InlineData("knows no time zone", "--cron", "0 2 * * *", "--time-zone", "Mars/North")]
    public void AWrongScheduleIsExplained(string message, params string[] options)
    {
        CommandLine.Result result = Watch(options);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int process, int signal);

    /// <summary>Refuses the first request, takes the second.</summary>
    private static async Task<string> Serve(HttpListener listener)
    {
        HttpListenerContext first = await listener.GetContextAsync();
        first.Response.StatusCode = 503;
        first.Response.Close();
        HttpListenerContext second = await listener.GetContextAsync();
        using StreamReader body = new(second.Request.InputStream);
        string text = await body.ReadToEndAsync(TestContext.Current.CancellationToken);
        second.Response.Close();
        return text;
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task Until(StreamReader said, string expected)
    {
        while (await said.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Contains(expected, StringComparison.Ordinal))
                return;
        }
        Assert.Fail($"The worker ended before it said '{expected}'.");
    }

    private CommandLine.Result Watch(params string[] options) =>
        CommandLine.Run(["watch", At("policies"), "--out", At("out"), .. options]);

    /// <summary>Where no settings file lies.</summary>
    private CommandLine.Result WatchHere(params string[] options) =>
        CommandLine.RunIn(_folder.FullName, ["watch", At("policies"), "--out", At("out"), .. options]);

    private string At(string path) => Path.Combine(_folder.FullName, path);

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }
}

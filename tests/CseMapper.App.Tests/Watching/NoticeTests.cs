using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CseMapper.App.Tests.Watching;

/// <summary>Real workers that die before they have told anybody.</summary>
public sealed class NoticeTests : IDisposable
{
    private const string Text =
        "We publish how to complain, answer every complaint within ten working days and tell the customer the "
        + "outcome of it.";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("csemapper-test-");
    private readonly string _address;

    public NoticeTests()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        _address = $"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/hook/";
        Write("a.txt", Text);
        Assert.Equal(0, Watch().ExitCode);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task AWorkerKilledBetweenMappingAndNoticeTellsAtItsNextStartAndOnce()
    {
        Kill();
        CommandLine.Result status = CommandLine.Run("status", "--out", At("out"));
        using HttpListener listener = new();
        listener.Prefixes.Add(_address);
        listener.Start();
        Task<string> posted = Serve(listener);

        CommandLine.Result next = Watch();

        Assert.Contains("1 reports of changes could not be delivered yet", status.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (next.ExitCode, next.Error));
        Assert.Contains("b.txt", await posted, StringComparison.Ordinal);
        Task<HttpListenerContext> second = listener.GetContextAsync();
        Assert.Equal(0, Watch().ExitCode);
        Assert.False(second.IsCompleted);
    }

    [Fact]
    public void WithoutItsCacheAWorkerHasNothingToTellAndGoesOn()
    {
        Kill();
        Directory.Delete(At("out/.csemapper"), recursive: true);

        CommandLine.Result next = Watch();

        Assert.Equal((0, ""), (next.ExitCode, next.Error));
    }

    /// <summary>Nobody listens, so that the worker is still trying when it is killed.</summary>
    private void Kill()
    {
        Write("b.txt", Text + " And more.");
        using Process worker = CommandLine.Start(
            "watch",
            At("policies"),
            "--out",
            At("out"),
            "--once",
            "--quiet",
            "--settle",
            "0s",
            "--webhook",
            _address
        );
        string lastRun = At("out/.csemapper/last-run.json");
        while (!File.ReadAllText(lastRun).Contains("\"documents\": 2", StringComparison.Ordinal))
            Assert.False(worker.WaitForExit(20), "The worker ended before it was killed.");
        Assert.False(worker.HasExited);
        worker.Kill();
        worker.WaitForExit();
    }

    private static async Task<string> Serve(HttpListener listener)
    {
        HttpListenerContext context = await listener.GetContextAsync();
        using StreamReader body = new(context.Request.InputStream);
        string text = await body.ReadToEndAsync(TestContext.Current.CancellationToken);
        context.Response.Close();
        return text;
    }

    private CommandLine.Result Watch() =>
        CommandLine.Run(
            "watch",
            At("policies"),
            "--out",
            At("out"),
            "--once",
            "--quiet",
            "--settle",
            "0s",
            "--webhook",
            _address
        );

    private string At(string path) => Path.Combine(_folder.FullName, path);

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(At("policies"));
        File.WriteAllText(At("policies/" + name), text);
    }
}

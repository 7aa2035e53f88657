using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CseMapper.App.Configuration;
using CseMapper.App.Watching;

namespace CseMapper.App.Tests.Watching;

public sealed class NotifierTests : IDisposable
{
    private static readonly TimeSpan _soon = TimeSpan.FromSeconds(20);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("csemapper-test-");
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<string> _asked = [];

    public NotifierTests()
    {
        _listener.Start();
        File.WriteAllText(Path.Combine(_folder.FullName, Notice.TextName), "changes");
        File.WriteAllText(Path.Combine(_folder.FullName, Notice.JsonName), "{}");
    }

    public void Dispose()
    {
        _listener.Dispose();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("301 Moved Permanently")]
    [InlineData("302 Found")]
    [InlineData("303 See Other")]
    [InlineData("307 Temporary Redirect")]
    [InlineData("308 Permanent Redirect")]
    public async Task AWebhookThatLeadsOnHasNotTakenTheReport(string status)
    {
        Task serving = Serve($"HTTP/1.1 {status}\r\nLocation: {Address}elsewhere\r\nContent-Length: 0\r\n\r\n");

        (NoticeState state, IReadOnlyList<string> failures) = await Tell(new NotifySettings { Webhook = Address });

        Assert.True(state.ToWebhook);
        Assert.Contains("leads on to another address", Assert.Single(failures), StringComparison.Ordinal);
        Assert.Equal("POST / HTTP/1.1", Assert.Single(_asked));
        _listener.Stop();
        await serving;
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n")]
    [InlineData("HTTP/1.1 204 No Content\r\nContent-Length: 99999999999\r\n\r\n")]
    public async Task AnAnswerWithoutEndIsNotRead(string head)
    {
        Task serving = Serve(head, endless: true);
        long before = GC.GetTotalAllocatedBytes();

        (NoticeState state, IReadOnlyList<string> failures) = await Tell(new NotifySettings { Webhook = Address })
            .WaitAsync(_soon);

        Assert.Empty(failures);
        Assert.True(state.IsDone);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 50_000_000);
        _listener.Stop();
        await serving;
    }

    [Fact]
    public async Task WhatACommandLeavesRunningKeepsNobodyWaiting()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The command is one of a Unix shell.");
        Stopwatch watch = Stopwatch.StartNew();

        (NoticeState state, IReadOnlyList<string> failures) = await Tell(
            new NotifySettings { Command = "echo said; sleep 40 & echo $! > left; exit 0" }
        );

        Assert.Empty(failures);
        Assert.True(state.IsDone);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, _soon);
        using Process left = Process.GetProcessById(
            int.Parse(
                await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "left")),
                System.Globalization.CultureInfo.InvariantCulture
            )
        );
        left.Kill();
    }

    [Fact]
    public async Task ACommandThatEndsBadlyIsNamedWithItsExitCode()
    {
        (NoticeState state, IReadOnlyList<string> failures) = await Tell(new NotifySettings { Command = "exit 7" });

        Assert.True(state.ToCommand);
        Assert.Contains("exit code 7", Assert.Single(failures), StringComparison.Ordinal);
    }

    private Uri Address => new($"http://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    private Task<(NoticeState State, IReadOnlyList<string> Failures)> Tell(NotifySettings settings) =>
        new Notifier(settings, _folder.FullName, TimeProvider.System).TellAsync(
            new Notice(
                _folder.FullName,
                new NoticeState(
                    NeedsAction: false,
                    ToCommand: settings.Command is not null,
                    ToWebhook: settings.Webhook is not null,
                    Failures: 0
                )
            ),
            isPatient: false,
            CancellationToken.None
        );

    /// <summary>Answers every connection the same, until the listener is stopped.</summary>
    private async Task Serve(string answer, bool endless = false)
    {
        while (true)
        {
            try
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync();
                NetworkStream stream = client.GetStream();
                byte[] buffer = new byte[64 * 1024];
                int length = await stream.ReadAsync(buffer);
                _asked.Add(Encoding.ASCII.GetString(buffer, 0, length).Split('\r')[0]);
                await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
                while (endless)
                    await stream.WriteAsync(buffer);
            }
            catch (IOException)
            {
                // The other side has heard enough.
            }
            catch (Exception stopped) when (stopped is SocketException or InvalidOperationException)
            {
                return;
            }
        }
    }
}

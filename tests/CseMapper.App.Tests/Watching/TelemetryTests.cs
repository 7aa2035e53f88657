using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CseMapper.App.Tests.Watching;

/// <summary>A collector of measurements on this machine, small and real: OTLP over gRPC.</summary>
public sealed class TelemetryTests : IAsyncLifetime
{
    private const string Service = "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("csemapper-test-");
    private readonly ConcurrentQueue<(string Path, string Body)> _received = new();
    private WebApplication _collector = null!;

    public async ValueTask InitializeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options =>
            options.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2)
        );
        _collector = builder.Build();
        _collector.Run(Take);
        await _collector.StartAsync(TestContext.Current.CancellationToken);
        Directory.CreateDirectory(At("policies"));
        await File.WriteAllTextAsync(
            At("policies/a.txt"),
            "We answer every complaint within ten working days and tell the customer the outcome of it.",
            TestContext.Current.CancellationToken
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _collector.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task MeasurementsReachTheCollectorThatIsConfigured()
    {
        await File.WriteAllTextAsync(
            At("csemapper.json"),
            $"{{ \"telemetry\": {{ \"otlp\": \"{Address()}\" }} }}",
            TestContext.Current.CancellationToken
        );

        CommandLine.Result run = await Watch();

        Assert.Equal(0, run.ExitCode);
        (string path, string body) = Assert.Single(_received);
        Assert.Equal(Service, path);
        Assert.All(
            ["csemapper.runs", "csemapper.run.duration", "csemapper.documents"],
            name => Assert.Contains(name, body, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task NothingIsSentUnlessAnAddressIsConfigured()
    {
        CommandLine.Result run = await Watch();

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(_received);
    }

    private async Task Take(HttpContext context)
    {
        using MemoryStream body = new();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        _received.Enqueue((context.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
        context.Response.ContentType = "application/grpc";
        // An empty answer: not compressed, no bytes.
        await context.Response.Body.WriteAsync(new byte[5], context.RequestAborted);
        context.Response.AppendTrailer("grpc-status", "0");
    }

    private string Address() =>
        _collector.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>Variables that other programs are configured by change nothing.</summary>
    private Task<CommandLine.Result> Watch() =>
        Task.Run(() =>
        {
            ProcessStartInfo start = new(
                Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "csemapper.exe" : "csemapper"),
                ["watch", At("policies"), "--out", At("out"), "--once", "--settle", "0s"]
            )
            {
                WorkingDirectory = _folder.FullName,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = Address();
            using Process process = Process.Start(start)!;
            return CommandLine.Finish(process);
        });

    private string At(string path) => Path.Combine(_folder.FullName, path);
}

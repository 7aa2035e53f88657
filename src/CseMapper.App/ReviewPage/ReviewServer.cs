using System.Globalization;
using System.Net;
using CseMapper.App.ReviewPage.Access;
using CseMapper.App.ReviewPage.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace CseMapper.App.ReviewPage;

/// <summary>Serves the pages by Kestrel. Nothing of the surroundings (settings files, variables) decides where it
/// listens or what it serves.</summary>
internal sealed class ReviewServer : IAsyncDisposable
{
    private const int LargestForm = 512 * 1024;
    private const int LargestAddress = 64 * 1024;
    private readonly WebApplication _app;

    private ReviewServer(WebApplication app) => _app = app;

    /// <summary>Its address, "http://127.0.0.1:8857".</summary>
    public string Address =>
        _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Starts to serve.</summary>
    /// <param name="options">Where it listens.</param>
    /// <param name="site">What it serves.</param>
    /// <param name="cancellation">Gives up starting.</param>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<ReviewServer> Start(ReviewServerOptions options, Site site, CancellationToken cancellation)
    {
        try
        {
            return await Start(options, options.Listen, site, cancellation).ConfigureAwait(false);
        }
        catch (IOException) when (options.MayChangePort)
        {
            return await Start(options, new IPEndPoint(options.Listen.Address, 0), site, cancellation)
                .ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task<ReviewServer> Start(
        ReviewServerOptions options,
        IPEndPoint listen,
        Site site,
        CancellationToken cancellation
    )
    {
        SilentConnections silent = new(site.Time);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        SignInPage signIn = new(site);
        PageAccess.Add(builder.Services, options, site.SignIn, signIn);
        builder
            .WebHost.UseKestrelCore()
            .UseKestrelHttpsConfiguration()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = LargestForm;
                // An element's query is pasted into a search, whose address holds it.
                kestrel.Limits.MaxRequestLineSize = LargestAddress;
                kestrel.Limits.MaxConcurrentConnections = 2_000;
                kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
                kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
                kestrel.Listen(
                    listen,
                    endpoint =>
                    {
                        endpoint.Use(next => connection => silent.Handle(connection, next));
                        endpoint.Protocols = options.Certificate is null
                            ? HttpProtocols.Http1
                            : HttpProtocols.Http1AndHttp2;
                        if (options.Certificate is { } certificate)
                            endpoint.UseHttps(certificate);
                    }
                );
            });
        // Windows that listen for changes would keep the page from closing.
        builder.Services.Configure<Microsoft.Extensions.Hosting.HostOptions>(host =>
            host.ShutdownTimeout = TimeSpan.FromMilliseconds(500)
        );
        WebApplication app = builder.Build();
        RequestGuard guard = new(new HostNames(listen.Address, options.HostNames));
        app.Use(next => context => guard.Handle(context, next));
        app.Use(next => context => Faults.Handle(context, next));
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        Routes.Map(app, site, signIn, app.Lifetime.ApplicationStopping);
        try
        {
            await app.StartAsync(cancellation).ConfigureAwait(false);
            return new ReviewServer(app);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}

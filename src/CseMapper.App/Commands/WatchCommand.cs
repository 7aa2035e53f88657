using System.CommandLine;
using CseMapper.App.Configuration;
using CseMapper.App.Watching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CseMapper.App.Commands;

/// <summary><c>csemapper watch</c>: the worker that keeps a mapping up to date by itself.</summary>
internal static class WatchCommand
{
    private const string ServiceName = "CseMapper";

    private static readonly TimeSpan _stopsWithin = TimeSpan.FromSeconds(5);

    public static Command Create(Terminal terminal, Func<RunRequest, MappingPipeline> pipeline, TimeProvider time)
    {
        WatchOptions watch = new();
        RunOptions run = new();
        Option<string?> unit = new("--print-unit")
        {
            Description =
                "Print what starts the worker with the system, and end: systemd, windows-service or windows-task.",
        };
        SharedOptions.AllowOnly(unit, "systemd", "windows-service", "windows-task");
        Command command = new(
            "watch",
            "Keeps the mapping up to date: runs on a schedule and when documents change, until it is stopped.\n\n"
                + "Examples:\n  csemapper watch policies --out cse-mapping --when-changed\n  csemapper watch policies "
                + "--cron \"0 2 * * *\" --time-zone Europe/London\n  csemapper watch policies --every 15m --print-unit "
                + "systemd"
        )
        {
            unit,
        };
        watch.AddTo(command);
        run.AddTo(command);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                Settings settings = SharedOptions.SettingsOf(parsed);
                RunRequest request = run.Read(parsed);
                WatchPlan plan = watch.PlanOf(parsed, settings, request.Map);
                if (parsed.GetValue(unit) is not { } system)
                {
                    return await RunAsync(terminal, plan, settings, pipeline(request), parsed, time, cancellation)
                        .ConfigureAwait(false);
                }

                terminal.Out.WriteLine(WatchOptions.UnitOf(system, plan, run.ArgumentsOf(parsed)));
                return ExitCode.Done;
            }
        );
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal,
        WatchPlan plan,
        Settings settings,
        MappingPipeline pipeline,
        ParseResult parsed,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        WorkerLines lines = new(
            terminal,
            plan.Map,
            parsed.GetValue(SharedOptions.Json),
            parsed.GetValue(SharedOptions.Quiet),
            time
        );
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(
            new HostApplicationBuilderSettings { DisableDefaults = true }
        );
        using Measurements measurements = new(settings.Telemetry);
        builder.Logging.AddLogFiles(Path.Combine(plan.Map.CacheFolder, "logs"), settings.Logs);
        // Each does nothing unless that system started this process as a service.
        builder.Services.AddWindowsService(options => options.ServiceName = ServiceName).AddSystemd();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = _stopsWithin);
        builder.Services.AddSingleton(services => new Worker(
            plan,
            pipeline.Run,
            lines,
            measurements,
            time,
            services.GetRequiredService<ILogger<Worker>>(),
            services.GetRequiredService<IHostApplicationLifetime>()
        ));
        builder.Services.AddHostedService(services => services.GetRequiredService<Worker>());
        using IHost host = builder.Build();
        if (!plan.Once && !parsed.GetValue(SharedOptions.Quiet))
            lines.Say($"Watching {string.Join(", ", plan.Folders)}. Ctrl+C stops; the next start goes on from there.");
        Worker worker = host.Services.GetRequiredService<Worker>();
        await host.RunAsync(cancellation).ConfigureAwait(false);
        return plan.Once ? worker.ExitCode : ExitCode.Done;
    }
}

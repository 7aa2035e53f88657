using System.Diagnostics;
using System.Globalization;
using System.Net;
using CseMapper.App;
using CseMapper.App.Configuration;
using CseMapper.App.Watching;
using CseMapper.Documents;
using CseMapper.Matching.Scoring;
using CseMapper.Passages.Intake;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CseMapper.Benchmarks.Soak;

/// <summary>Nights of a worker in a short time: the worker itself, run after run without a rest, while documents come,
/// change and go; nothing may grow.</summary>
internal static class SoakRun
{
    private const int UsualRuns = 10_000;
    private const int UsualEach = 250;

    /// <summary>A log of this many MB is rolled several times in ten thousand runs.</summary>
    private static readonly LogSettings _logs = new() { Keep = 3, Megabytes = 1 };

    /// <summary>A document that has got stuck is not what is looked for here.</summary>
    private static readonly ReadingLimits _limits = new(TimeSpan.FromMinutes(10), 512L << 20, 16 << 20);

    public static async Task<int> Run(string criteria, string[] options)
    {
        int runs = Arguments.Number(options, "--runs", UsualRuns);
        int each = Math.Min(runs, Arguments.Number(options, "--each", UsualEach));
        DirectoryInfo folder = Directory.CreateTempSubdirectory("csemapper-soak-");
        MapOptions map = new(Path.Combine(folder.FullName, "policies"), Path.Combine(folder.FullName, "out"))
        {
            CriteriaFile = Path.Combine(folder.FullName, "criteria.json"),
            MostGone = 1,
        };
        SoakCriteria.Write(criteria, map.CriteriaFile);
        ReaderProgram reader = new(
            Path.Combine(
                AppContext.BaseDirectory,
                OperatingSystem.IsWindows() ? "CseMapper.TestReader.exe" : "CseMapper.TestReader"
            ),
            []
        );
        using LentReader readers = new(
            asked => new ProcessIntake(reader, asked, TimeProvider.System),
            Arguments.Number(options, "--reader-runs", 1)
        );
        MappingPipeline pipeline = new(
            "soak",
            new ReaderOptions(ReadOptions.Default, _limits, 2),
            readers.Lend,
            new EvidenceRanker(),
            "CseMapper soak",
            TimeProvider.System
        );
        Directory.CreateDirectory(map.Folder);
        SoakFolder night = new(map, new Random(Arguments.Number(options, "--seed", 1)));
        Course course = new(each, map.OutputFolder, (long)_logs.Keep * _logs.Megabytes << 20);
        using Listener listener = new();
        int run = 0;
        await Watch(
                map,
                listener.Address,
                stop =>
                    (asked, progress, cancellation) =>
                    {
                        if (run == runs)
                        {
                            stop();
                            cancellation.WaitHandle.WaitOne();
                            cancellation.ThrowIfCancellationRequested();
                        }
                        night.Change(++run);
                        MapSummary summary = pipeline.Run(asked, progress, cancellation);
                        course.Look(
                            run,
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"{summary.NotRead.Count} not read, {night.Decisions} decisions, "
                                    + $"{listener.Heard} notices, {readers.Started} reading processes"
                            )
                        );
                        return summary;
                    }
            )
            .ConfigureAwait(false);
        folder.Delete(recursive: true);
        return course.Judge(run) ? 0 : 3;
    }

    /// <summary>As <c>csemapper watch</c> does it, save for the rests between the runs.</summary>
    private static async Task Watch(
        MapOptions map,
        Uri webhook,
        Func<Action, Func<MapOptions, IProgress<MapProgress>, CancellationToken, MapSummary>> mapping
    )
    {
        WatchPlan plan = new(
            map,
            new ScheduleSettings
            {
                Every = TimeSpan.FromMilliseconds(1),
                OnChange = true,
                Settle = TimeSpan.Zero,
            },
            new NotifySettings { Webhook = webhook },
            Once: false
        );
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(
            new HostApplicationBuilderSettings { DisableDefaults = true }
        );
        using Measurements measurements = new(null);
        builder.Logging.AddLogFiles(Path.Combine(map.CacheFolder, "logs"), _logs);
        Terminal terminal = new(TextWriter.Null, Console.Error, false, 100);
        builder.Services.AddHostedService(services =>
        {
            IHostApplicationLifetime lifetime = services.GetRequiredService<IHostApplicationLifetime>();
            return new Worker(
                plan,
                mapping(lifetime.StopApplication),
                new WorkerLines(terminal, map, asJson: false, isQuiet: true, TimeProvider.System),
                measurements,
                TimeProvider.System,
                services.GetRequiredService<ILogger<Worker>>(),
                lifetime
            );
        });
        using IHost host = builder.Build();
        await host.RunAsync().ConfigureAwait(false);
    }

    /// <summary>Takes notices and throws them away.</summary>
    private sealed class Listener : IDisposable
    {
        private readonly HttpListener _http = new();
        private int _heard;

        public Listener()
        {
            _http.Prefixes.Add(Address.AbsoluteUri);
            _http.Start();
            _ = Task.Run(Serve);
        }

        public Uri Address { get; } =
            new(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"http://localhost:{20_000 + (Environment.ProcessId % 20_000)}/"
                )
            );

        public int Heard => Volatile.Read(ref _heard);

        public void Dispose() => _http.Close();

        private async Task Serve()
        {
            while (_http.IsListening)
            {
                HttpListenerContext context = await _http.GetContextAsync().ConfigureAwait(false);
                await context.Request.InputStream.CopyToAsync(Stream.Null).ConfigureAwait(false);
                context.Response.Close();
                Interlocked.Increment(ref _heard);
            }
        }
    }

    /// <summary>What the process takes, run by run, and the bounds.</summary>
    private sealed class Course(int each, string output, long logs)
    {
        private readonly Stopwatch _watch = Stopwatch.StartNew();
        private SoakState? _warm;
        private SoakState _most;

        public void Look(int run, string also)
        {
            if (run % each != 0)
                return;
            SoakState now = SoakState.Of(output);
            _warm ??= now;
            _most = SoakState.Greatest(_most, now);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{run, 6} runs, {_watch.Elapsed.TotalMinutes, 5:F1} min: {now}; {also}"
                )
            );
        }

        public bool Judge(int runs)
        {
            bool isBounded = runs > 0 && _warm is { } warm && _most.IsWithin(warm, logs);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{runs} runs in {_watch.Elapsed.TotalMinutes:F1} min, at most {_most}: "
                        + $"{(isBounded ? "within bounds" : "GROWS")}"
                )
            );
            return isBounded;
        }
    }
}

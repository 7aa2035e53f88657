using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace CseMapper.App.Watching;

/// <summary>What a worker measures, under the meter "CseMapper"; sent to nobody unless an address is
/// configured.</summary>
internal sealed class Measurements : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string Name = "CseMapper";

    private readonly Meter _meter = new(Name);
    private readonly Counter<long> _runs;
    private readonly Counter<long> _changes;
    private readonly Histogram<double> _duration;
    private readonly MeterProvider? _export;
    private long _documents;
    private long _notRead;
    private long _waiting;

    /// <param name="otlp">Where they are sent (OTLP), or null.</param>
    public Measurements(Uri? otlp)
    {
        _runs = _meter.CreateCounter<long>("csemapper.runs", description: "Runs, by how they ended.");
        _changes = _meter.CreateCounter<long>(
            "csemapper.documents.changed",
            description: "Documents that were new, changed, moved or gone."
        );
        _duration = _meter.CreateHistogram<double>("csemapper.run.duration", "s", "How long runs took.");
        _meter.CreateObservableGauge(
            "csemapper.documents",
            () => Volatile.Read(ref _documents),
            description: "Documents in the mapping."
        );
        _meter.CreateObservableGauge(
            "csemapper.documents.not_read",
            () => Volatile.Read(ref _notRead),
            description: "Documents that could not be read, or not whole."
        );
        _meter.CreateObservableGauge(
            "csemapper.documents.waiting",
            () => Volatile.Read(ref _waiting),
            description: "Documents that wait because somebody has them open."
        );
        if (otlp is not null)
        {
            _export = Sdk.CreateMeterProviderBuilder()
                .AddMeter(Name)
                .AddOtlpExporter(options => options.Endpoint = otlp)
                .Build();
        }
    }

    /// <summary>Counts a run.</summary>
    public void Count(RunRecord run, MapSummary? summary)
    {
        _runs.Add(1, new KeyValuePair<string, object?>("exit_code", run.ExitCode));
        _changes.Add(run.Changes);
        _duration.Record((run.Ended - run.Began).TotalSeconds);
        if (summary is null)
            return;
        Volatile.Write(ref _documents, summary.Counts.Documents);
        Volatile.Write(ref _notRead, summary.NotRead.Count);
        Volatile.Write(ref _waiting, summary.Waiting.Count);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // A collector that does not answer must not keep a service from stopping.
        _export?.Shutdown(2000);
        _export?.Dispose();
        _meter.Dispose();
    }
}

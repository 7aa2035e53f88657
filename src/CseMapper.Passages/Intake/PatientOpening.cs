using CseMapper.Documents.Files;
using Polly;
using Polly.Retry;

namespace CseMapper.Passages.Intake;

/// <summary>Opens files that somebody may have open for a moment: a virus scanner, a copy in progress, Word while it
/// saves.</summary>
/// <param name="time">Measures the waits.</param>
internal sealed class PatientOpening(TimeProvider time)
{
    private static readonly TimeSpan _firstWait = TimeSpan.FromMilliseconds(150);

    /// <summary>Made on the first trouble: most runs meet none.</summary>
    private readonly Lazy<ResiliencePipeline> _retry = new(() =>
        new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(
                new RetryStrategyOptions
                {
                    ShouldHandle = new PredicateBuilder().Handle<IOException>(FileTrouble.IsBusy),
                    MaxRetryAttempts = 3,
                    Delay = _firstWait,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                }
            )
            .Build()
    );

    /// <summary>Opens and hashes a file, as <see cref="OpenedFile.Open"/> does.</summary>
    public OpenedFile Open(FoundFile file, CancellationToken cancellation)
    {
        try
        {
            return OpenedFile.Open(file, cancellation);
        }
        catch (IOException busy) when (FileTrouble.IsBusy(busy))
        {
            return _retry.Value.Execute(token => OpenedFile.Open(file, token), cancellation);
        }
    }
}

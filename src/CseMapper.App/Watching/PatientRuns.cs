using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace CseMapper.App.Watching;

/// <summary>Tries a run again when the world outside failed it, and stops trying for a while when it keeps
/// failing.</summary>
internal sealed class PatientRuns
{
    private static readonly TimeSpan _firstWait = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan _longestPause = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan _remembered = TimeSpan.FromHours(12);

    private readonly ResiliencePipeline _pipeline;

    public PatientRuns(TimeProvider time, Action<OnRetryArguments<object>> whenRetrying)
    {
        PredicateBuilder<object> outside = new PredicateBuilder().Handle<Exception>(MayPass);
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddCircuitBreaker(
                new CircuitBreakerStrategyOptions
                {
                    ShouldHandle = outside,
                    FailureRatio = 1,
                    MinimumThroughput = 2,
                    SamplingDuration = _remembered,
                    BreakDurationGenerator = arguments =>
                        ValueTask.FromResult(
                            TimeSpan.FromMinutes(
                                Math.Min(_longestPause.TotalMinutes, Math.Pow(2, Math.Min(arguments.FailureCount, 5)))
                            )
                        ),
                }
            )
            .AddRetry(
                new RetryStrategyOptions
                {
                    ShouldHandle = outside,
                    MaxRetryAttempts = 2,
                    Delay = _firstWait,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    OnRetry = arguments =>
                    {
                        whenRetrying(arguments);
                        return default;
                    },
                }
            )
            .Build();
    }

    /// <summary>True for trouble that may pass by itself: a share that is not there, a full disk, a locked
    /// file.</summary>
    public static bool MayPass(Exception trouble) =>
        trouble is IOException or UnauthorizedAccessException or TimeoutException;

    /// <summary>Runs.</summary>
    /// <exception cref="BrokenCircuitException">It kept failing, and is not to be tried for a while.</exception>
    public async Task<RunRecord> RunAsync(
        Func<CancellationToken, Task<RunRecord>> run,
        CancellationToken cancellation
    ) =>
        await _pipeline
            .ExecuteAsync(async token => await run(token).ConfigureAwait(false), cancellation)
            .ConfigureAwait(false);
}

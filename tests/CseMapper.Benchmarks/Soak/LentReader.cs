using CseMapper.Documents.Files;
using CseMapper.Passages.CrossChecking;
using CseMapper.Passages.Intake;

namespace CseMapper.Benchmarks.Soak;

/// <summary>Lends the same reading process to several runs, since starting one takes ten times as long as a small
/// run.</summary>
/// <param name="start">Starts one.</param>
/// <param name="runs">How many runs it serves.</param>
internal sealed class LentReader(Func<ReaderOptions, IFileIntake> start, int runs) : IDisposable
{
    private IFileIntake? _lent;
    private int _served;

    /// <summary>How many were made; a run that reads nothing starts no process.</summary>
    public int Started { get; private set; }

    /// <summary>For one run.</summary>
    public IFileIntake Lend(ReaderOptions options)
    {
        if (_lent is null)
            Started++;
        return new Loan(this, _lent ??= start(options));
    }

    /// <inheritdoc/>
    public void Dispose() => _lent?.Dispose();

    private void Return()
    {
        if (++_served % runs != 0)
            return;
        _lent?.Dispose();
        _lent = null;
    }

    private sealed class Loan(LentReader owner, IFileIntake inner) : IFileIntake
    {
        public void Begin() => inner.Begin();

        public FileReading Read(FoundFile file, Func<string, bool> claim, CancellationToken cancellation) =>
            inner.Read(file, claim, cancellation);

        public CrossCheckReading? CrossCheck(FoundFile file, string hash, CancellationToken cancellation) =>
            inner.CrossCheck(file, hash, cancellation);

        public void Dispose() => owner.Return();
    }
}

using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using CseMapper.Documents.Files;
using CseMapper.Passages.CrossChecking;

namespace CseMapper.Passages.Intake;

/// <summary>
/// A process that reads documents for this one (<see cref="ReaderHost"/> is its other end). It is ended when a document
/// takes more than its limits; whatever it was reading then has failed with it, and nothing else.
/// </summary>
internal sealed class ReaderProcess : IDisposable
{
    private static readonly TimeSpan _watchEvery = TimeSpan.FromMilliseconds(200);

    /// <summary>Readers keep the time limit themselves and say more about it; only one that does not is
    /// ended.</summary>
    private static readonly TimeSpan _grace = TimeSpan.FromSeconds(10);

    /// <summary>The part of the memory limit that the runtime keeps documents to; the rest is code, stacks and room to
    /// notice.</summary>
    private const double HeapShare = 0.8;

    /// <summary>A stack trace is some thousands of lines; what writes more than this is at fault.</summary>
    private const long MostErrorBytes = 16 << 20;

    private readonly ReaderOptions _options;
    private readonly TimeProvider _time;
    private readonly Process _process;
    private readonly Stream _toReader;
    private readonly ConcurrentDictionary<int, Pending> _pending = new();
    private readonly Lock _writing = new();
    private readonly Lock _ending = new();
    private readonly ITimer _watch;
    private readonly Thread _listener;
    private Exception? _end;
    private ReaderFailure? _failure;
    private long? _begunAt;
    private int _number;

    /// <summary>Starts a process.</summary>
    /// <param name="start">The program and its arguments.</param>
    /// <param name="options">How it reads, and its limits.</param>
    /// <param name="time">Measures the time that documents take.</param>
    /// <exception cref="IOException">It cannot be started.</exception>
    public ReaderProcess(ReaderProgram start, ReaderOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
        _process = Start(start, options);
        _toReader = _process.StandardInput.BaseStream;
        _listener = new Thread(Listen) { Name = "answers of a reading process", IsBackground = true };
        _listener.Start();
        new Thread(Drain) { Name = "errors of a reading process", IsBackground = true }.Start();
        Say(ReaderFrame.Options, 0, options.Write);
        _watch = time.CreateTimer(_ => Watch(), null, _watchEvery, _watchEvery);
    }

    /// <summary>Reads a file, as <see cref="IFileIntake.Read"/> does.</summary>
    /// <exception cref="ReaderFailedException">The process has come to its end before its time.</exception>
    /// <exception cref="IOException">The process could not begin at all.</exception>
    public FileReading Read(FoundFile file, Func<string, bool> claim, CancellationToken cancellation) =>
        FileReadingCodec.ReadReading(
            Ask(ReaderFrame.File, writer => FileReadingCodec.Write(writer, file), claim, cancellation)
        );

    /// <summary>Reads a file with two readers, as <see cref="IFileIntake.CrossCheck"/> does.</summary>
    /// <exception cref="ReaderFailedException">The process has come to its end before its time.</exception>
    /// <exception cref="IOException">The process could not begin at all.</exception>
    public CrossCheckReading? CrossCheck(FoundFile file, string hash, CancellationToken cancellation) =>
        FileReadingCodec.ReadCrossCheck(
            Ask(
                ReaderFrame.CrossCheck,
                writer =>
                {
                    FileReadingCodec.Write(writer, file);
                    writer.Write(hash);
                },
                _ => false,
                cancellation
            )
        );

    private BinaryReader Ask(
        ReaderFrame kind,
        Action<BinaryWriter> question,
        Func<string, bool> claim,
        CancellationToken cancellation
    )
    {
        int number = Interlocked.Increment(ref _number);
        Pending pending = new(claim, _time.GetTimestamp());
        _pending[number] = pending;
        lock (_ending)
        {
            if (_end is not null)
                pending.Answer.TrySetException(_end);
        }
        Say(kind, number, question);
        try
        {
            pending.Answer.Task.Wait(cancellation);
        }
        catch (AggregateException)
        {
            // Thrown as it is by the line after next.
        }
        return ReaderFrames.Open(pending.Answer.Task.GetAwaiter().GetResult());
    }

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        _watch.Dispose();
        Kill();
        _process.WaitForExit(_watchEvery);
        _listener.Join();
        _process.Dispose();
    }

    private static Process Start(ReaderProgram program, ReaderOptions options)
    {
        ProcessStartInfo start = new(program.Path, program.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = ((long)(options.Limits.MemoryBytes * HeapShare)).ToString(
            "x",
            CultureInfo.InvariantCulture
        );
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception fault)
        {
            throw new IOException($"The process that reads documents could not be started: {fault.Message}", fault);
        }
    }

    private void Listen()
    {
        Exception end;
        try
        {
            Stream answers = _process.StandardOutput.BaseStream;
            Greet(answers);
            _begunAt = _time.GetTimestamp();
            while (ReaderFrames.Read(answers, _options.Limits.AnswerBytes) is { } frame)
                Take(frame.Kind, frame.Number, frame.Body);
            end = new ReaderFailedException(_failure ?? ReaderFailure.Crashed);
        }
        catch (ReaderFailedException flood)
        {
            end = new ReaderFailedException(_failure ?? flood.Failure);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            end = _begunAt is null ? fault : new ReaderFailedException(_failure ?? ReaderFailure.Crashed);
        }
        End(end);
    }

    /// <summary>Anything else may answer to a name that was meant for us.</summary>
    private static void Greet(Stream answers)
    {
        try
        {
            if (ReaderFrames.Read(answers, 1 << 10) is not { Kind: ReaderFrame.Hello } hello)
                throw NotBegun("it ended at once");
            using BinaryReader build = ReaderFrames.Open(hello.Body);
            if (build.ReadString() != ReaderFrames.Build)
                throw NotBegun("the program was replaced while it ran; start it again");
        }
        catch (ReaderFailedException)
        {
            throw NotBegun("it is another program");
        }
    }

    private static IOException NotBegun(string why) => new($"The process that reads documents could not begin: {why}.");

    private void End(Exception end)
    {
        Kill();
        lock (_ending)
            _end = end;
        foreach (Pending pending in _pending.Values)
            pending.Answer.TrySetException(end);
    }

    private void Take(ReaderFrame kind, int number, byte[] body)
    {
        if (!_pending.TryGetValue(number, out Pending? pending))
            throw new InvalidDataException("An answer to nothing that was asked.");
        if (kind == ReaderFrame.Claim)
        {
            using BinaryReader reader = ReaderFrames.Open(body);
            bool isGranted = pending.Claim(reader.ReadString());
            Say(ReaderFrame.ClaimAnswer, number, writer => writer.Write(isGranted));
            return;
        }
        _pending.TryRemove(number, out _);
        pending.Answer.TrySetResult(body);
    }

    private void Say(ReaderFrame kind, int number, Action<BinaryWriter> body)
    {
        try
        {
            lock (_writing)
                ReaderFrames.Write(_toReader, kind, number, body);
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException)
        {
            // It has ended; the listener hears that too and tells everyone who waits.
        }
    }

    private void Watch()
    {
        try
        {
            // A machine that is slow to start a process does not make a document slow.
            if (
                _begunAt is { } begun
                && _pending.Values.Any(pending =>
                    _time.GetElapsedTime(Math.Max(begun, pending.Since)) > _options.Limits.Time + _grace
                )
            )
            {
                Fail(ReaderFailure.TookTooLong);
            }

            _process.Refresh();
            if (_process.WorkingSet64 > _options.Limits.MemoryBytes)
                Fail(ReaderFailure.TookTooMuchMemory);
        }
        catch (InvalidOperationException)
        {
            // It has ended.
        }
    }

    /// <summary>Keeps the pipe from filling up; a stack trace of its end is of no use to the user.</summary>
    private void Drain()
    {
        try
        {
            byte[] buffer = new byte[1 << 12];
            Stream errors = _process.StandardError.BaseStream;
            long total = 0;
            for (int count = errors.Read(buffer); count > 0; count = errors.Read(buffer))
            {
                total += count;
                if (total > MostErrorBytes)
                    Fail(ReaderFailure.SaidTooMuch);
            }
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // It has ended.
        }
    }

    private void Fail(ReaderFailure failure)
    {
        _failure ??= failure;
        Kill();
    }

    private void Kill()
    {
        try
        {
            // Text recognition runs in processes below it.
            _process.Kill(entireProcessTree: _options.Reading.Recognises);
        }
        catch (Exception fault) when (fault is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended already.
        }
    }

    private sealed record Pending(Func<string, bool> Claim, long Since)
    {
        public TaskCompletionSource<byte[]> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

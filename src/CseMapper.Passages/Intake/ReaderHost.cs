using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using CseMapper.Documents.Files;
using CseMapper.Passages.CrossChecking;

namespace CseMapper.Passages.Intake;

/// <summary>The work of a reading process: reads the files it is told and hands back what came of them, until its pipe
/// is closed.</summary>
/// <param name="make">Makes the intake that reads, once told how.</param>
public sealed class ReaderHost(Func<ReaderOptions, FileIntake> make)
{
    /// <summary>Readers do not recurse without bound; this is room for the depth that they allow themselves.</summary>
    private const int StackBytes = 16 << 20;

    /// <summary>What it is told is short: paths and passwords.</summary>
    private const int MostBytes = 64 << 20;

    private readonly BlockingCollection<Action<FileIntake>> _queue = [];
    private readonly ConcurrentDictionary<int, TaskCompletionSource<bool>> _claims = new();
    private readonly Lock _writing = new();

    /// <summary>Works until the pipe is closed; then the process ends at once, whatever its readers are at.</summary>
    /// <param name="input">What it is told.</param>
    /// <param name="output">What it answers.</param>
    public void Run(Stream input, Stream output)
    {
        // Ctrl+C and the stop of a service reach every process of the group. The run decides what is to be finished; we
        // end when it closes the pipe.
        PosixSignal[] signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGQUIT, PosixSignal.SIGHUP];
        PosixSignalRegistration[] ignored =
        [
            .. signals.Select(signal => PosixSignalRegistration.Create(signal, context => context.Cancel = true)),
        ];
        ReaderFrames.Write(output, ReaderFrame.Hello, 0, writer => writer.Write(ReaderFrames.Build));
        try
        {
            while (ReaderFrames.Read(input, MostBytes) is { } frame)
                Take(frame.Kind, frame.Number, frame.Body, output);
        }
        catch (IOException)
        {
            // The process of the run has ended: this one ends too.
        }
        GC.KeepAlive(ignored);
        using Process self = Process.GetCurrentProcess();
        self.Kill();
    }

    private void Take(ReaderFrame kind, int number, byte[] body, Stream output)
    {
        using BinaryReader reader = ReaderFrames.Open(body);
        switch (kind)
        {
            case ReaderFrame.Options:
                Start(ReaderOptions.Read(reader), output);
                break;
            case ReaderFrame.File:
                FoundFile toRead = FileReadingCodec.ReadFile(reader);
                _queue.Add(intake => Read(intake, number, toRead, output));
                break;
            case ReaderFrame.CrossCheck:
                FoundFile toCheck = FileReadingCodec.ReadFile(reader);
                string hash = reader.ReadString();
                _queue.Add(intake => CrossCheck(intake, number, toCheck, hash, output));
                break;
            case ReaderFrame.ClaimAnswer:
                if (_claims.TryRemove(number, out TaskCompletionSource<bool>? asked))
                    asked.SetResult(reader.ReadBoolean());
                break;
            default:
                throw new InvalidDataException($"A reading process is not told {kind}.");
        }
    }

    private void Start(ReaderOptions options, Stream output)
    {
        ReaderSystemLimits.Set(options.Limits.MemoryBytes);
        FileIntake intake = make(options);
        for (int i = 1; i <= options.Jobs; i++)
            new Thread(Work, StackBytes) { Name = $"reader {i}", IsBackground = true }.Start();

        void Work()
        {
            foreach (Action<FileIntake> task in _queue.GetConsumingEnumerable())
                task(intake);
        }
    }

    private void Read(FileIntake intake, int number, FoundFile file, Stream output)
    {
        FileReading reading = intake.Read(file, hash => Claim(number, hash, output), CancellationToken.None);
        Say(output, ReaderFrame.Reading, number, writer => FileReadingCodec.Write(writer, reading));
    }

    private void CrossCheck(FileIntake intake, int number, FoundFile file, string hash, Stream output)
    {
        CrossCheckReading? reading = intake.CrossCheck(file, hash, CancellationToken.None);
        Say(output, ReaderFrame.CrossChecked, number, writer => FileReadingCodec.Write(writer, reading));
    }

    private bool Claim(int number, string hash, Stream output)
    {
        TaskCompletionSource<bool> asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _claims[number] = asked;
        Say(output, ReaderFrame.Claim, number, writer => writer.Write(hash));
        return asked.Task.GetAwaiter().GetResult();
    }

    private void Say(Stream output, ReaderFrame kind, int number, Action<BinaryWriter> body)
    {
        lock (_writing)
            ReaderFrames.Write(output, kind, number, body);
    }
}

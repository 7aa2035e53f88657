using System.Diagnostics;
using System.Globalization;
using CseMapper.Documents;
using CseMapper.Documents.Files;
using CseMapper.Matching.Scoring;
using CseMapper.Passages.CrossChecking;
using CseMapper.Passages.Intake;

namespace CseMapper.Benchmarks;

/// <summary>A first run with one reading process of several threads, or with several of one thread each; processor time
/// is what the shell's time says of it.</summary>
internal static class ChildrenRun
{
    private const int Threads = 2;

    public static int Run(string program, string folder, string[] options)
    {
        int children = Arguments.Number(options, "--children", 1);
        DirectoryInfo output = Directory.CreateTempSubdirectory("csemapper-children-");
        ReaderProgram reader = new(Path.GetFullPath(program), ["read-documents"]);
        MappingPipeline pipeline = new(
            "children",
            ReaderOptions.From(ReadOptions.Default),
            asked => new Spread(
                children,
                () => new ProcessIntake(reader, asked with { Jobs = Threads / children }, TimeProvider.System)
            ),
            new EvidenceRanker(),
            "CseMapper children",
            TimeProvider.System
        );
        long began = Stopwatch.GetTimestamp();
        MapSummary summary = pipeline.Run(
            new MapOptions(Path.GetFullPath(folder), output.FullName) { Jobs = Threads },
            new Silent(),
            CancellationToken.None
        );
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{children} reading processes: {summary.Counts.Documents} documents in "
                    + $"{Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s"
            )
        );
        output.Delete(recursive: true);
        return 0;
    }

    /// <summary>Each thread reads by a process of its own.</summary>
    private sealed class Spread(int children, Func<IFileIntake> start) : IFileIntake
    {
        private readonly IFileIntake[] _children = [.. Enumerable.Range(0, children).Select(_ => start())];
        private readonly ThreadLocal<int> _mine = new();
        private int _next = -1;

        public void Begin()
        {
            foreach (IFileIntake child in _children)
                child.Begin();
        }

        public FileReading Read(FoundFile file, Func<string, bool> claim, CancellationToken cancellation) =>
            Mine().Read(file, claim, cancellation);

        public CrossCheckReading? CrossCheck(FoundFile file, string hash, CancellationToken cancellation) =>
            Mine().CrossCheck(file, hash, cancellation);

        private IFileIntake Mine()
        {
            if (!_mine.IsValueCreated)
                _mine.Value = Interlocked.Increment(ref _next) % _children.Length;
            return _children[_mine.Value];
        }

        public void Dispose()
        {
            foreach (IFileIntake child in _children)
                child.Dispose();
            _mine.Dispose();
        }
    }

    private sealed class Silent : IProgress<MapProgress>
    {
        public void Report(MapProgress value) { }
    }
}

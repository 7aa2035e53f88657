using System.Diagnostics;
using System.Globalization;
using CseMapper.Documents;
using CseMapper.Documents.Word;

namespace CseMapper.Benchmarks;

/// <summary>Reads a folder of Word documents on one thread in one process, from disk to blocks, and says how fast and
/// with how much memory.</summary>
internal static class WordRun
{
    public static int Run(string folder, string[] options)
    {
        string[] files =
        [
            .. Directory.EnumerateFiles(folder, "*.do?x", SearchOption.AllDirectories).Order(StringComparer.Ordinal),
        ];
        for (int round = 1; round <= Arguments.Number(options, "--rounds", 1); round++)
            ReadAll(files);
        return 0;
    }

    private static void ReadAll(string[] files)
    {
        WordReader reader = new WordReader();
        long blocks = 0;
        using Process self = Process.GetCurrentProcess();
        TimeSpan processor = self.TotalProcessorTime;
        Stopwatch watch = Stopwatch.StartNew();
        foreach (string file in files)
        {
            using FileStream stream = File.OpenRead(file);
            blocks += reader.Read(stream, ReadOptions.Default, CancellationToken.None).Document?.Blocks.Count ?? 0;
        }

        double seconds = watch.Elapsed.TotalSeconds;
        self.Refresh();
        double used = (self.TotalProcessorTime - processor).TotalSeconds;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{files.Length} files, {blocks} blocks, {seconds:F2} s, {files.Length / seconds:F0} files/s; "
                    + $"processor {used:F2} s, {files.Length / used:F0} files/s; peak {self.PeakWorkingSet64 >> 20} "
                    + $"MB"
            )
        );
    }
}

using System.Diagnostics;
using CseMapper.Pdf.Tests.Fuzzing;

namespace CseMapper.Benchmarks;

/// <summary>The long form of the fuzz test: damages files for minutes or hours and keeps each that makes the reader
/// throw, hang or swell.</summary>
internal static class FuzzRun
{
    private const int DefaultMinutes = 5;

    public static int Run(string folder, string[] options)
    {
        byte[][] samples =
        [
            .. Arguments.PdfFiles(folder).Select(File.ReadAllBytes).Where(bytes => bytes.Length is > 0 and < 1 << 20),
        ];
        if (samples.Length == 0)
        {
            Console.Error.WriteLine("No PDF under 1 MB there.");
            return 1;
        }

        int seed = Arguments.Number(options, "--seed", 1);
        Stopwatch watch = Stopwatch.StartNew();
        int failures = 0;
        int count = 0;
        for (; watch.Elapsed.TotalMinutes < Arguments.Number(options, "--minutes", DefaultMinutes); count++, seed++)
        {
            byte[] damaged = new PdfMutator(seed).Mutate(samples[seed % samples.Length]);
            if (FuzzedReading.Check(damaged) is not { } failure)
                continue;
            failures++;
            string kept = Path.GetFullPath($"fuzz-{seed}.pdf");
            File.WriteAllBytes(kept, damaged);
            Console.WriteLine($"seed {seed}: {failure}\n  kept as {kept}");
        }

        Console.WriteLine($"{count} damaged files, {failures} failures, next seed {seed}");
        return failures == 0 ? 0 : 3;
    }
}

using System.Globalization;
using System.Runtime.InteropServices;

namespace CseMapper.Benchmarks.Comparing;

/// <summary>Keeps what a run measured, and says how another one differs. It never judges: machines, and what else runs on
/// them, differ too.</summary>
internal static class ResultsRun
{
    /// <summary>Runs a command and keeps its figures in a file.</summary>
    public static async Task<int> Save(string file, string[] command, Func<string[], Task<int>> run)
    {
        (int code, MeasuredRun measured) = await Measure(command, run);
        if (code == 0)
            measured.Write(file);
        return code;
    }

    /// <summary>Compares two files, or a file with what its command measures now.</summary>
    public static async Task<int> Compare(string file, string? other, Func<string[], Task<int>> run)
    {
        MeasuredRun before = MeasuredRun.Read(file);
        if (other is null && before.Command.Count == 0)
        {
            Console.Error.WriteLine($"{file} names no command that could be run again: compare it with another file.");
            return 1;
        }

        (int code, MeasuredRun after) = other is null
            ? await Measure([.. before.Command], run)
            : (0, MeasuredRun.Read(other));
        if (code != 0)
            return code;
        Console.WriteLine($"before: {before.Day}, {before.Machine}");
        Console.WriteLine($"after:  {after.Day}, {after.Machine}");
        Dictionary<string, double> now = after.Figures.ToDictionary(
            figure => figure.Name,
            figure => figure.Value,
            StringComparer.Ordinal
        );
        foreach (Figure figure in before.Figures)
            Console.WriteLine(Line(figure, now.Remove(figure.Name, out double value) ? value : null));
        foreach ((string name, double value) in now)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name, -40} {"–", 12} {value, 12:0.##}"));
        return 0;
    }

    private static string Line(Figure before, double? now)
    {
        string change =
            now is { } value && before.Value != 0
                ? string.Create(CultureInfo.InvariantCulture, $"{(value / before.Value * 100) - 100:+0.0;-0.0;0.0} %")
                : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{before.Name, -40} {before.Value, 12:0.##} {now, 12:0.##} {change, 10}"
        );
    }

    private static async Task<(int Code, MeasuredRun Measured)> Measure(string[] command, Func<string[], Task<int>> run)
    {
        TextWriter console = Console.Out;
        using StringWriter kept = new(CultureInfo.InvariantCulture);
        Console.SetOut(kept);
        int code;
        try
        {
            code = await run(command);
        }
        finally
        {
            Console.SetOut(console);
        }

        console.Write(kept);
        string day = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return (code, new MeasuredRun(day, Machine(), command, PrintedFigures.In(kept.ToString())));
    }

    private static string Machine()
    {
        string processor =
            OperatingSystem.IsLinux()
            && File.ReadLines("/proc/cpuinfo")
                .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
                is { } model
                ? model[(model.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
                : RuntimeInformation.ProcessArchitecture.ToString();
        long memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{processor}, {Environment.ProcessorCount} processors, {memory} GB; {RuntimeInformation.OSDescription}; "
                + $"{RuntimeInformation.FrameworkDescription}"
        );
    }
}

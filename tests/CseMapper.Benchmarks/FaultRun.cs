using System.Globalization;
using CseMapper.App.Tests.Faults;

namespace CseMapper.Benchmarks;

/// <summary>The long form of the fault tests.</summary>
internal static class FaultRun
{
    private const int UsualTimes = 300;

    public static int Kill(string program, string[] options)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("csemapper-kill-");
        int times = Arguments.Number(options, "--times", UsualTimes);
        KillTrial trial = new(Path.GetFullPath(program), folder.FullName, Arguments.Number(options, "--seed", 1));
        IReadOnlyList<string> failures = trial.Run(times);
        foreach (string failure in failures)
            Console.WriteLine(failure);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{trial.Course}; {failures.Count} failures"
                    + $"{(failures.Count == 0 ? "" : $"; the folder is kept: {folder.FullName}")}"
            )
        );
        if (failures.Count == 0)
            folder.Delete(recursive: true);
        return failures.Count == 0 ? 0 : 3;
    }
}

using System.Diagnostics;

namespace CseMapper.App.Tests;

/// <summary>Runs the program as users do, in a process of its own.</summary>
internal static class CommandLine
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(2);

    public static Result Run(params string[] arguments)
    {
        using Process process = Start(arguments);
        return Finish(process);
    }

    /// <summary>Runs it where somebody else would stand.</summary>
    public static Result RunIn(string folder, params string[] arguments)
    {
        ProcessStartInfo start = StartInfo(arguments);
        start.WorkingDirectory = folder;
        using Process process = Process.Start(start)!;
        return Finish(process);
    }

    public static Process Start(params string[] arguments) => Start(redirectsInput: false, arguments);

    public static Process Start(bool redirectsInput, params string[] arguments)
    {
        ProcessStartInfo start = StartInfo(arguments);
        start.RedirectStandardInput = redirectsInput;
        return Process.Start(start)!;
    }

    /// <summary>Starts it without what some variables of its surroundings switch off.</summary>
    public static Process StartWith(IEnumerable<string> switchedOff, params string[] arguments)
    {
        ProcessStartInfo start = StartInfo(arguments);
        foreach (string name in switchedOff)
            start.Environment[name] = "0";
        return Process.Start(start)!;
    }

    public static ProcessStartInfo StartInfo(string[] arguments) =>
        new(
            Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "csemapper.exe" : "csemapper"),
            arguments
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Beside the program stands a csemapper.json for tests.
            WorkingDirectory = AppContext.BaseDirectory,
        };

    public static Result Finish(Process process)
    {
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(_limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException("The program did not end.");
        }

        return new Result(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    internal sealed record Result(int ExitCode, string Output, string Error);
}

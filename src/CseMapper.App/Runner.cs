using System.CommandLine;
using System.CommandLine.Parsing;
using CseMapper.App.Configuration;
using CseMapper.Criteria;

namespace CseMapper.App;

/// <summary>Parses the command line, runs the command, and turns every end into an exit code and a sentence.</summary>
internal static class Runner
{
    public static async Task<int> Run(RootCommand root, string[] args, Terminal terminal, CancellationToken cancellation)
    {
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0 && !AsksForHelp(args)) return Explain(parsed, terminal);
        try
        {
            InvocationConfiguration configuration = new()
            {
                EnableDefaultExceptionHandler = false,
                Output = terminal.Out,
                Error = terminal.Error,
                // A run writes its files whole or not at all, so it only needs the time to finish one step.
                ProcessTerminationTimeout = TimeSpan.FromSeconds(5),
            };
            return await parsed.InvokeAsync(configuration, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine("Stopped. Nothing is lost: the next run goes on from here.");
            return ExitCode.Cancelled;
        }
        catch (CommandException failure)
        {
            terminal.Error.WriteLine(failure.Message);
            return failure.ExitCode;
        }
        catch (SettingsException fault)
        {
            terminal.Error.WriteLine(fault.Message);
            return ExitCode.Usage;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CriteriaFileException)
        {
            terminal.Error.WriteLine(fault.Message);
            return ExitCode.Failed;
        }
        catch (Exception fault) when (Environment.GetEnvironmentVariable("CSEMAPPER_TRACE") is null)
        {
            terminal.Error.WriteLine($"csemapper met a fault of its own and stopped: {fault.GetType().Name}: {fault.Message}");
            terminal.Error.WriteLine("Please report it; run again with the environment variable CSEMAPPER_TRACE=1 to see where it happened.");
            return ExitCode.Failed;
        }
        finally
        {
            Flush(terminal);
        }
    }

    private static bool AsksForHelp(string[] args) => args.Any(arg => arg is "--help" or "-h" or "-?" or "/?" or "/h");

    private static int Explain(ParseResult parsed, Terminal terminal)
    {
        // A faulty settings file is met by every option that looks into it.
        foreach (string message in parsed.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal)) terminal.Error.WriteLine(message);
        terminal.Error.WriteLine($"Try: {CommandPath(parsed.CommandResult)} --help");
        return ExitCode.Usage;
    }

    private static string CommandPath(CommandResult result) =>
        result.Parent is CommandResult parent ? CommandPath(parent) + " " + result.Command.Name : "csemapper";

    /// <summary>A reader that closed the pipe early (<c>| head</c>) is no fault.</summary>
    private static void Flush(Terminal terminal)
    {
        try
        {
            terminal.Out.Flush();
        }
        catch (IOException)
        {
        }
    }
}

using System.CommandLine;
using CseMapper.App.Configuration;
using CseMapper.Matching.Criteria;

namespace CseMapper.App;

/// <summary>Parses the command line, runs the command, and turns every end into an exit code and a sentence.</summary>
internal static class Runner
{
    public static async Task<int> Run(
        RootCommand root,
        string[] args,
        Terminal terminal,
        CancellationToken cancellation
    )
    {
        int code = await RunCommand(root, args, terminal, cancellation).ConfigureAwait(false);
        return Flush(terminal) ? code : ExitCode.Failed;
    }

    private static async Task<int> RunCommand(
        RootCommand root,
        string[] args,
        Terminal terminal,
        CancellationToken cancellation
    )
    {
        try
        {
            UsageFaults.LeaveUnmatchedWords(root);
            // A name that begins with @ is a name, not a file of arguments.
            ParseResult parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (args.Length == 0)
                parsed = root.Parse(["--help"]);
            else if (!AsksForHelp(args) && UsageFaults.Find(parsed, args) is { Count: > 0 } faults)
                return Explain(faults, parsed, terminal);
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
        catch (Exception fault)
            when (fault is IOException or UnauthorizedAccessException or CriteriaFileException or TimeoutException)
        {
            terminal.Error.WriteLine(fault.Message);
            return ExitCode.Failed;
        }
        catch (Exception fault) when (Environment.GetEnvironmentVariable("CSEMAPPER_TRACE") is null)
        {
            terminal.Error.WriteLine(
                $"csemapper met a fault of its own and stopped: {fault.GetType().Name}: {fault.Message}"
            );
            terminal.Error.WriteLine(
                "Please report it; run again with the environment variable CSEMAPPER_TRACE=1 to see where it happened."
            );
            return ExitCode.Failed;
        }
    }

    private static bool AsksForHelp(string[] args) => args.Any(arg => arg is "--help" or "-h" or "-?" or "/?" or "/h");

    private static int Explain(IReadOnlyList<string> faults, ParseResult parsed, Terminal terminal)
    {
        foreach (string fault in faults)
            terminal.Error.WriteLine(fault);
        terminal.Error.WriteLine($"Try: {UsageFaults.PathOf(parsed.CommandResult)} --help");
        return ExitCode.Usage;
    }

    /// <summary>The system hides it where the reader has gone (<c>| head</c>); what is left is a full disk and the
    /// like.</summary>
    private static bool Flush(Terminal terminal)
    {
        try
        {
            terminal.Out.Flush();
            return true;
        }
        catch (IOException fault)
        {
            terminal.Error.WriteLine($"The result could not be written: {fault.Message}");
            return false;
        }
    }
}

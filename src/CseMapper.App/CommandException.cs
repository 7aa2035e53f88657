namespace CseMapper.App;

/// <summary>Ends a command with a sentence for the user and an exit code; no stack trace is shown.</summary>
public sealed class CommandException(string message, int exitCode = ExitCode.Failed) : Exception(message)
{
    /// <summary>What the process ends with.</summary>
    public int ExitCode { get; } = exitCode;
}

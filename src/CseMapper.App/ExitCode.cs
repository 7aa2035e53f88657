namespace CseMapper.App;

/// <summary>What the process ends with; scripts and schedulers rely on these numbers.</summary>
public static class ExitCode
{
    /// <summary>All done.</summary>
    public const int Done = 0;

    /// <summary>The command line was wrong.</summary>
    public const int Usage = 1;

    /// <summary>Done, but someone should look: a file could not be read, accepted evidence changed.</summary>
    public const int Attention = 2;

    /// <summary>Not done.</summary>
    public const int Failed = 3;

    /// <summary>Stopped by Ctrl+C or a signal.</summary>
    public const int Cancelled = 130;
}

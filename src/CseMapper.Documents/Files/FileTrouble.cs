namespace CseMapper.Documents.Files;

/// <summary>Says in plain words why a file or folder could not be opened; no paths or codes of the machine, so that two
/// machines say the same.</summary>
public static class FileTrouble
{
    /// <summary>For a file that the walk saw and that has gone since.</summary>
    public const string Gone =
        "This file was removed or renamed while the folder was being read. The next run settles it.";

    private const int SharingViolation = unchecked((int)0x80070020);
    private const int LockViolation = unchecked((int)0x80070021);
    private const int LinuxWouldBlock = 11;

    /// <summary>For a file that is larger than anything that is read.</summary>
    /// <param name="limit">The most that is read, in bytes.</param>
    public static string TooLarge(long limit) =>
        FormattableString.Invariant(
            $"This file is larger than {limit >> 20:N0} MB and was not read. Split it, or take the pictures out of it."
        );

    /// <summary>True for a file that somebody has open or is still writing: a moment later it may be
    /// readable.</summary>
    /// <param name="trouble">What opening or reading the file threw.</param>
    public static bool IsBusy(Exception trouble) =>
        trouble
            is EndOfStreamException
                or IOException { HResult: SharingViolation or LockViolation or LinuxWouldBlock };

    /// <summary>True where the disk or share failed rather than the file: also for a file that has gone since it was
    /// listed.</summary>
    /// <param name="trouble">What opening or reading the file threw.</param>
    public static bool IsLoss(Exception trouble) =>
        trouble is IOException and not PathTooLongException && !IsBusy(trouble);

    /// <summary>One sentence or two.</summary>
    /// <param name="trouble">What opening or reading the file threw.</param>
    public static string Explain(Exception trouble) =>
        trouble switch
        {
            FileNotFoundException or DirectoryNotFoundException => Gone,
            UnauthorizedAccessException =>
                "You have no permission to open it. Ask its owner, or run under an account that may read it.",
            PathTooLongException =>
                "Its path is longer than the system can handle. Shorten the names of the folders above it.",
            IOException { HResult: SharingViolation or LockViolation or LinuxWouldBlock } =>
                "Another program has it open and lets nobody read it. Close it there; the next run reads it.",
            EndOfStreamException => "It became shorter while it was being read. The next run reads it again.",
            _ => "The disk or network share gave an error while it was being read. Check the connection; the next "
                + "run tries again.",
        };
}

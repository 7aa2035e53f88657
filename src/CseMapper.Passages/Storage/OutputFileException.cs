namespace CseMapper.Passages.Storage;

/// <summary>A file of the output folder cannot be written. The old file, if there was one, is unharmed.</summary>
public sealed class OutputFileException : IOException
{
    private const int SharingViolation = unchecked((int)0x80070020);
    private const int LockViolation = unchecked((int)0x80070021);

    /// <summary>Says what happened to which file, and what to do.</summary>
    /// <param name="path">The file that was to be written.</param>
    /// <param name="cause">What the system said.</param>
    public OutputFileException(string path, Exception cause)
        : base(Describe(path, cause), cause) => Path = path;

    /// <summary>The file that was to be written.</summary>
    public string Path { get; }

    private static string Describe(string path, Exception cause) =>
        cause.HResult switch
        {
            SharingViolation or LockViolation =>
                $"{path} is open in another program (Excel, perhaps). Close it there and run again; the file on "
                    + "the disk is still the old one.",
            _ when FullDisk.IsCauseOf(cause) =>
                $"{path} cannot be written: the disk is full. Make room and run again; the old file is unharmed.",
            _ when cause is UnauthorizedAccessException =>
                $"{path} cannot be replaced: it is open in another program, marked read-only, or the folder may "
                    + "not be written to. Close it or choose another folder with --out; the old file is unharmed.",
            _ => $"{path} cannot be written: {cause.Message} The old file is unharmed.",
        };
}

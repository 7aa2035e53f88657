namespace CseMapper.Documents.Files;

/// <summary>What the file system tells of a file without opening it; two equal stamps mean the same content unless the
/// file is very fresh.</summary>
/// <param name="Bytes">Its size.</param>
/// <param name="Modified">When its content was last written: UTC in units of 100 ns, as
/// <see cref="DateTime.Ticks"/>.</param>
/// <param name="Changed">
/// When the file system last touched its entry, in the same units: unlike <paramref name="Modified"/> no copying tool
/// sets it back. On Linux the time of status change, elsewhere the time of creation.
/// </param>
public readonly record struct FileStamp(long Bytes, long Modified, long Changed)
{
    /// <summary>File systems count time in steps of up to two seconds (FAT), so a write right after a reading may leave
    /// the same time.</summary>
    private const long Granule = 3 * TimeSpan.TicksPerSecond;

    /// <summary>True when the file could have been written once more after a reading without its stamp showing
    /// it.</summary>
    /// <param name="readAt">When it was read, UTC in units of 100 ns.</param>
    public bool IsTooFreshFor(long readAt) => Math.Max(Modified, Changed) > readAt - Granule;

    /// <summary>The stamp of a file, or null where there is no such file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="UnauthorizedAccessException">The system does not let it be looked at.</exception>
    public static FileStamp? Read(string path)
    {
        if (LinuxFiles.Stat(path) is { } entry)
            return entry.Kind == LinuxFiles.EntryKind.File ? entry.Stamp : null;
        FileInfo info = new(path);
        return info.Exists ? new FileStamp(info.Length, info.LastWriteTimeUtc.Ticks, info.CreationTimeUtc.Ticks) : null;
    }
}

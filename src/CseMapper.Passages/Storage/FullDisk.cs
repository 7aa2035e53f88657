namespace CseMapper.Passages.Storage;

/// <summary>Tells a full disk from other troubles.</summary>
internal static class FullDisk
{
    /// <summary>ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL.</summary>
    private const int HandleDiskFull = unchecked((int)0x80070027);
    private const int DiskIsFull = unchecked((int)0x80070070);

    /// <summary>ENOSPC and EDQUOT (Linux), as the runtime hands them through.</summary>
    private const int NoSpace = 28;
    private const int QuotaIsUsedUp = 122;

    /// <summary>What the smallest of our files needs to begin with.</summary>
    private const int RoomNeeded = 256 << 10;

    /// <summary>Whether the system refused to write because there is no room left.</summary>
    /// <param name="fault">What was thrown.</param>
    public static bool IsCauseOf(Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException)
        {
            if (fault.HResult is HandleDiskFull or DiskIsFull or NoSpace or QuotaIsUsedUp)
                return true;
        }

        return false;
    }

    /// <summary>Whether there is no room in a folder for even a small file; found by writing one, since free space says
    /// nothing of quotas and nothing is told of some shares.</summary>
    /// <param name="folder">The folder.</param>
    public static bool IsAt(string folder)
    {
        try
        {
            using FileStream probe = new(
                Path.Combine(folder, ".room.tmp"),
                new FileStreamOptions
                {
                    Mode = FileMode.Create,
                    Access = FileAccess.Write,
                    Options = FileOptions.DeleteOnClose,
                    BufferSize = 0,
                }
            );
            probe.Write(new byte[RoomNeeded]);
            probe.Flush(flushToDisk: true);
            return false;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return IsCauseOf(fault);
        }
    }
}

using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace CseMapper.Documents.Files;

/// <summary>
/// What the framework does not tell of files on Linux: the time of status change, pipes and devices (opening one waits
/// for ever), and names that are not UTF-8.
/// </summary>
public static class LinuxFiles
{
    private const int AtWorkingDirectory = -100;
    private const int NoFollow = 0x100;
    private const uint BasicStats = 0x7ff;
    private const int ReadOnlyCloseOnExec = 0x80000;

    /// <summary>What an entry of a folder is.</summary>
    public enum EntryKind
    {
        /// <summary>A pipe, socket or device.</summary>
        Other,

        /// <summary>A file.</summary>
        File,

        /// <summary>A folder.</summary>
        Folder,

        /// <summary>A symbolic link.</summary>
        Link,
    }

    /// <summary>An entry of a folder.</summary>
    /// <param name="Kind">What it is.</param>
    /// <param name="Stamp">Size and times.</param>
    public readonly record struct Entry(EntryKind Kind, FileStamp Stamp);

    /// <summary>Looks at an entry without opening it, following links; null where it is not there or the system is not
    /// Linux.</summary>
    /// <param name="path">A file or folder.</param>
    public static Entry? Stat(string path) =>
        OperatingSystem.IsLinux() ? Stat(Encoding.UTF8.GetBytes(path), followLinks: true) : null;

    /// <summary>Looks at an entry without opening it.</summary>
    /// <param name="path">Its path in the bytes of the file system.</param>
    /// <param name="followLinks">False to see links themselves.</param>
    public static Entry? Stat(ReadOnlySpan<byte> path, bool followLinks)
    {
        try
        {
            if (
                Native.StatX(
                    AtWorkingDirectory,
                    [.. path, 0],
                    followLinks ? 0 : NoFollow,
                    BasicStats,
                    out Native.StatBuffer found
                ) != 0
            )
            {
                return null;
            }

            EntryKind kind = (found.Mode & 0xF000) switch
            {
                0x8000 => EntryKind.File,
                0x4000 => EntryKind.Folder,
                0xA000 => EntryKind.Link,
                _ => EntryKind.Other,
            };
            return new Entry(
                kind,
                new FileStamp(
                    found.Size,
                    Ticks(found.ModifiedSeconds, found.ModifiedNanos),
                    Ticks(found.ChangedSeconds, found.ChangedNanos)
                )
            );
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Opens a file whose name is not UTF-8.</summary>
    /// <param name="path">In the bytes of the file system.</param>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static FileStream Open(ReadOnlySpan<byte> path)
    {
        int descriptor = Native.Open([.. path, 0], ReadOnlyCloseOnExec);
        if (descriptor < 0)
            throw new IOException("open", Marshal.GetLastPInvokeError());
        return new FileStream(new SafeFileHandle(descriptor, ownsHandle: true), FileAccess.Read);
    }

    /// <summary>The names in a folder that are not UTF-8, in the bytes of the file system; empty where the folder
    /// cannot be listed.</summary>
    /// <param name="folder">The folder.</param>
    public static IReadOnlyList<byte[]> OddNames(string folder)
    {
        List<byte[]> names = [];
        nint directory = Native.OpenDirectory([.. Encoding.UTF8.GetBytes(folder), 0]);
        if (directory == 0)
            return names;
        try
        {
            // The record of a 64-bit Linux: inode 8, offset 8, length 2, type 1, name.
            for (nint entry = Native.ReadDirectory(directory); entry != 0; entry = Native.ReadDirectory(directory))
            {
                byte[] name = NameAt(entry + 19);
                if (!System.Text.Unicode.Utf8.IsValid(name))
                    names.Add(name);
            }
        }
        finally
        {
            _ = Native.CloseDirectory(directory);
        }
        names.Sort((left, right) => left.AsSpan().SequenceCompareTo(right));
        return names;
    }

    private static byte[] NameAt(nint text)
    {
        int length = 0;
        while (Marshal.ReadByte(text, length) != 0)
            length++;
        byte[] name = new byte[length];
        Marshal.Copy(text, name, 0, length);
        return name;
    }

    private static long Ticks(long seconds, uint nanos) =>
        DateTime.UnixEpoch.Ticks + seconds * TimeSpan.TicksPerSecond + nanos / 100;

    private static class Native
    {
        /// <summary>The fields of struct statx that are used, at the places that Linux fixes for all
        /// processors.</summary>
        [StructLayout(LayoutKind.Explicit, Size = 256)]
        public struct StatBuffer
        {
            [FieldOffset(28)]
            public ushort Mode;

            [FieldOffset(40)]
            public long Size;

            [FieldOffset(96)]
            public long ChangedSeconds;

            [FieldOffset(104)]
            public uint ChangedNanos;

            [FieldOffset(112)]
            public long ModifiedSeconds;

            [FieldOffset(120)]
            public uint ModifiedNanos;
        }

        [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int StatX(int folder, byte[] path, int flags, uint mask, out StatBuffer found);

        [DllImport("libc", EntryPoint = "open", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Open(byte[] path, int flags);

        [DllImport("libc", EntryPoint = "opendir")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern nint OpenDirectory(byte[] path);

        [DllImport("libc", EntryPoint = "readdir")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern nint ReadDirectory(nint directory);

        [DllImport("libc", EntryPoint = "closedir")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int CloseDirectory(nint directory);
    }
}

using System.Runtime.InteropServices;
using System.Text;

namespace CseMapper.Passages.Storage;

/// <summary>Changes files so that "done" means on the disk: every step that can fail throws when it fails.</summary>
/// <remarks>
/// The runtime's own <see cref="FileStream.Flush(bool)"/> returns as if all were well where the system says that the
/// bytes could not be written (docs/decisions/flush-of-our-own.md), so flushing is asked of the system here.
/// </remarks>
public static class DurableFile
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Called before each step that changes something; tests let it fail there.</summary>
    internal static readonly AsyncLocal<Action<FileStep>?> BeforeStep = new();

    /// <summary>Writes a file anew, and returns when its bytes are on the disk. Its name is there after
    /// <see cref="FlushFolderOf"/>.</summary>
    /// <param name="path">The file; nobody else may have it open.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="isPrivate">True where nobody but the owner may read it, not even for a moment; on systems that know
    /// such files.</param>
    /// <exception cref="IOException">It could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, Action<Stream> write, bool isPrivate = false)
    {
        ArgumentNullException.ThrowIfNull(write);
        BeforeStep.Value?.Invoke(FileStep.Write);
        FileStreamOptions options = new()
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            Share = FileShare.None,
            BufferSize = BufferSize,
        };
        if (isPrivate && !OperatingSystem.IsWindows())
        {
            // What was left behind would keep its mode.
            File.Delete(path);
            options.Mode = FileMode.CreateNew;
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using FileStream stream = new(path, options);
        write(stream);
        Flush(stream);
    }

    /// <summary>Writes bytes at a place of a file, not yet flushed.</summary>
    /// <param name="stream">The file, without a buffer of its own.</param>
    /// <param name="position">Where they begin.</param>
    /// <param name="bytes">The bytes.</param>
    /// <exception cref="IOException">They could not be written, or not all of them.</exception>
    public static void WriteAt(FileStream stream, long position, ReadOnlySpan<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(stream);
        BeforeStep.Value?.Invoke(FileStep.Write);
        stream.Position = position;
        stream.Write(bytes);
        stream.Flush();
    }

    /// <summary>Returns when all that was written to a file is on the disk.</summary>
    /// <param name="stream">The file.</param>
    /// <exception cref="IOException">It is not, and what the disk holds now is not known.</exception>
    public static void Flush(FileStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        BeforeStep.Value?.Invoke(FileStep.Flush);
        stream.Flush();
        using DangerousHandle file = new(stream.SafeFileHandle);
        if (OperatingSystem.IsWindows())
        {
            if (!Native.FlushFileBuffers(file.Value))
                throw Fault(stream.Name, Marshal.GetLastPInvokeError());
            return;
        }

        FlushUnix((int)file.Value, stream.Name);
    }

    /// <summary>Cuts a file, and returns when that is on the disk.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="length">How much of it stays.</param>
    /// <exception cref="IOException">It could not be cut, or that is not known to be on the disk.</exception>
    public static void Cut(FileStream stream, long length)
    {
        ArgumentNullException.ThrowIfNull(stream);
        BeforeStep.Value?.Invoke(FileStep.Cut);
        stream.SetLength(length);
        Flush(stream);
    }

    /// <summary>Gives a file another name, in place of whatever has it. Durable after
    /// <see cref="FlushFolderOf"/>.</summary>
    /// <param name="from">The file.</param>
    /// <param name="to">Its new name, in the same folder.</param>
    /// <exception cref="IOException">It keeps its name.</exception>
    /// <exception cref="UnauthorizedAccessException">It keeps its name.</exception>
    public static void Rename(string from, string to)
    {
        BeforeStep.Value?.Invoke(FileStep.Rename);
        File.Move(from, to, overwrite: true);
    }

    /// <summary>Gives a folder another name that nothing has, and returns when that is on the disk.</summary>
    /// <param name="from">The folder.</param>
    /// <param name="to">Its new name, in the same folder.</param>
    /// <exception cref="IOException">It keeps its name, or that is not known to be on the disk.</exception>
    public static void RenameFolder(string from, string to)
    {
        BeforeStep.Value?.Invoke(FileStep.Rename);
        Directory.Move(from, to);
        FlushFolderOf(to);
    }

    /// <summary>Returns when the names in the folder of a file, new and changed ones, are on the disk.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">They may not be.</exception>
    public static void FlushFolderOf(string path)
    {
        BeforeStep.Value?.Invoke(FileStep.FlushFolder);
        // Windows writes names with the file, and opens no folder for flushing without special rights.
        if (OperatingSystem.IsWindows())
            return;
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        int handle = Native.Open(Encoding.UTF8.GetBytes(folder + '\0'), 0);
        // A folder that may be written but not listed cannot be opened; its names go to the disk a little later.
        if (handle < 0)
            return;
        try
        {
            FlushUnix(handle, folder);
        }
        finally
        {
            _ = Native.Close(handle);
        }
    }

    private static void FlushUnix(int handle, string path)
    {
        while (true)
        {
            // On macOS fsync leaves the bytes in the drive's own memory; where a file system knows no full flush, it is
            // the most there is.
            if (OperatingSystem.IsMacOS() && Native.FileControl(handle, Native.FullFlush) == 0)
                return;
            if (Native.Flush.Value(handle) == 0)
                return;
            switch (Marshal.GetLastPInvokeError())
            {
                case Native.Interrupted:
                    continue;
                // Not a failure: this kind of file, or of file system, has nothing to flush.
                case Native.ReadOnlySystem or Native.Invalid:
                    return;
                case var error:
                    throw Fault(path, error);
            }
        }
    }

    private static IOException Fault(string path, int error) =>
        new($"The disk did not take what was written to {path}: {Marshal.GetPInvokeErrorMessage(error)}.");

    /// <summary>A handle that stays open while it is used by its number.</summary>
    private readonly struct DangerousHandle : IDisposable
    {
        private readonly SafeHandle _handle;

        public DangerousHandle(SafeHandle handle)
        {
            bool isHeld = false;
            handle.DangerousAddRef(ref isHeld);
            _handle = handle;
        }

        public nint Value => _handle.DangerousGetHandle();

        public void Dispose() => _handle.DangerousRelease();
    }

    private static class Native
    {
        public const int FullFlush = 51;
        public const int Interrupted = 4;
        public const int Invalid = 22;
        public const int ReadOnlySystem = 30;

        /// <summary>The process's own fsync: one that somebody put before the system's, to try what a failing disk does,
        /// is asked as for every other program.</summary>
        public static readonly Lazy<FlushFile> Flush = new(() =>
            Marshal.GetDelegateForFunctionPointer<FlushFile>(
                NativeLibrary.GetExport(NativeLibrary.GetMainProgramHandle(), "fsync")
            )
        );

        [UnmanagedFunctionPointer(CallingConvention.Cdecl, SetLastError = true)]
        public delegate int FlushFile(int file);

        [DllImport("libc", EntryPoint = "fcntl", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int FileControl(int file, int command);

        [DllImport("libc", EntryPoint = "open", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Open(byte[] path, int flags);

        [DllImport("libc", EntryPoint = "close")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Close(int file);

        [DllImport("kernel32", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
        [return: MarshalAs(UnmanagedType.Bool)]
        public static extern bool FlushFileBuffers(nint file);
    }
}

/// <summary>A step that changes a file or makes a change durable.</summary>
internal enum FileStep
{
    Write,
    Flush,
    Cut,
    Rename,
    FlushFolder,
}

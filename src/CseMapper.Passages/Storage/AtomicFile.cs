namespace CseMapper.Passages.Storage;

/// <summary>Writes files whole or not at all: into a temporary file beside the target, flushed to the disk, then
/// renamed over it.</summary>
public static class AtomicFile
{
    /// <summary>Some two seconds in all.</summary>
    private const int Attempts = 10;

    /// <summary>Writes a file. Whatever happens, the target is the old file or the whole new one.</summary>
    /// <param name="path">The target; its folder must exist.</param>
    /// <param name="write">Writes the content; the stream is neither readable nor seekable for certain.</param>
    /// <param name="cancellation">Stops before the rename; the target then stays as it is.</param>
    /// <exception cref="OutputFileException">The target cannot be written; the message says what to do.</exception>
    public static void Write(string path, Action<Stream> write, CancellationToken cancellation) =>
        Write(path, write, isPrivate: false, cancellation);

    /// <summary>The same for a file that nobody but its owner may read, not even for a moment; where the system knows
    /// such files.</summary>
    /// <param name="path">The target; its folder must exist.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="cancellation">Stops before the rename; the target then stays as it is.</param>
    /// <exception cref="OutputFileException">The target cannot be written; the message says what to do.</exception>
    public static void WritePrivate(string path, Action<Stream> write, CancellationToken cancellation) =>
        Write(path, write, isPrivate: true, cancellation);

    private static void Write(string path, Action<Stream> write, bool isPrivate, CancellationToken cancellation)
    {
        string target = Path.GetFullPath(path);
        // A fixed name: what a killed run leaves behind is overwritten by the next one instead of piling up.
        string temporary = Path.Combine(Path.GetDirectoryName(target)!, "." + Path.GetFileName(target) + ".tmp");
        try
        {
            DurableFile.Write(temporary, write, isPrivate);
            Rename(temporary, target, cancellation);
            DurableFile.FlushFolderOf(target);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            TryDelete(temporary);
            throw new OutputFileException(target, fault);
        }
        catch
        {
            TryDelete(temporary);
            throw;
        }
    }

    private static void Rename(string temporary, string target, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                if (attempt > Attempts / 2 && OperatingSystem.IsWindows() && File.Exists(target))
                    Exchange(temporary, target);
                else
                    DurableFile.Rename(temporary, target);
                return;
            }
            catch (Exception fault)
                when (attempt < Attempts
                    && OperatingSystem.IsWindows()
                    && fault is IOException or UnauthorizedAccessException
                )
            {
                // Virus scanners, search indexers and our own readers hold a file for a moment; Excel holds it for
                // good.
                cancellation.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(40 * attempt));
            }
        }
    }

    /// <summary>Windows moves nothing over an open file, but moves it aside where those who read it let it be
    /// deleted.</summary>
    private static void Exchange(string temporary, string target)
    {
        string before = Path.ChangeExtension(temporary, ".old");
        File.Replace(temporary, target, before, ignoreMetadataErrors: true);
        TryDelete(before);
    }

    private static void TryDelete(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The next run overwrites it; the fault that brought us here is the one to report.
        }
    }
}

namespace CseMapper.Documents.Files;

/// <summary>Where symbolic links and junctions lead.</summary>
public static class LinkTargets
{
    /// <summary>Systems give up after as many links in one path (Linux: 40).</summary>
    private const int MostLinks = 40;

    /// <summary>How paths of this system are compared.</summary>
    public static StringComparison Comparison =>
        OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>True for a link; false for other reparse points such as files kept in the cloud, which read as ordinary
    /// files.</summary>
    /// <param name="path">A file or folder.</param>
    public static bool IsLink(string path) => Target(path) is not null;

    /// <summary>The path with every link in it resolved; null where it leads nowhere or in a circle.</summary>
    /// <param name="path">A file or folder.</param>
    public static string? RealPath(string path)
    {
        string full = Path.GetFullPath(path);
        string done = Path.GetPathRoot(full)!;
        Stack<string> rest = new();
        PushParts(full, done.Length, rest);
        int links = 0;
        while (rest.TryPop(out string? part))
        {
            string next = Path.Join(done, part);
            if (Target(next) is not { } target)
            {
                done = next;
                continue;
            }
            if (++links > MostLinks)
                return null;
            string resolved = Path.GetFullPath(target, done);
            done = Path.GetPathRoot(resolved)!;
            PushParts(resolved, done.Length, rest);
        }
        return File.Exists(done) || Directory.Exists(done) ? done : null;
    }

    /// <summary>True when a path without links lies below a folder, or is the folder.</summary>
    /// <param name="path">A full path without links.</param>
    /// <param name="folder">A full path without links.</param>
    public static bool IsInside(string path, string folder)
    {
        if (OperatingSystem.IsWindows())
            (path, folder) = (WindowsPaths.ToPlain(path), WindowsPaths.ToPlain(folder));
        return path.StartsWith(folder, Comparison)
            && (
                path.Length == folder.Length
                || Path.EndsInDirectorySeparator(folder)
                || path[folder.Length] == Path.DirectorySeparatorChar
            );
    }

    private static void PushParts(string path, int from, Stack<string> rest)
    {
        string[] parts = path[from..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        for (int i = parts.Length - 1; i >= 0; i--)
            rest.Push(parts[i]);
    }

    private static string? Target(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

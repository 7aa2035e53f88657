using CseMapper.Documents.Files;

namespace CseMapper;

/// <summary>Several policy folders as parts of the deepest folder that holds them all, so that one path names a
/// document in one mapping.</summary>
public static class CommonFolder
{
    /// <summary>The folder that holds all of the given ones; the folder itself where it is one.</summary>
    /// <param name="folders">Full paths.</param>
    /// <returns>Null where there is none: different drives or servers.</returns>
    public static string? Of(IReadOnlyList<string> folders)
    {
        ArgumentNullException.ThrowIfNull(folders);
        string common = Path.TrimEndingDirectorySeparator(folders[0]);
        foreach (string folder in folders.Skip(1))
        {
            while (!Holds(common, folder))
            {
                if (Path.GetDirectoryName(common) is not { } above)
                    return null;
                common = above;
            }
        }
        return common;
    }

    /// <summary>The folders without those that lie in another of them.</summary>
    /// <param name="folders">Full paths.</param>
    public static IReadOnlyList<string> WithoutInner(IReadOnlyList<string> folders)
    {
        string[] plain =
        [
            .. folders
                .Select(Path.TrimEndingDirectorySeparator)
                .Distinct(StringComparer.FromComparison(LinkTargets.Comparison)),
        ];
        return
        [
            .. plain.Where(folder =>
                !Array.Exists(plain, other => other.Length < folder.Length && Holds(other, folder))
            ),
        ];
    }

    /// <summary>Lists the files of the policy folder, or of its parts, in the ordinal order of their paths.</summary>
    /// <param name="options">The folder or its parts, and where the output goes, which is no policy.</param>
    /// <param name="cancellation">Stops it between two entries.</param>
    /// <exception cref="IOException">A folder is not there, or cannot be listed.</exception>
    public static IReadOnlyList<FoundFile> List(MapOptions options, CancellationToken cancellation) =>
        Walk(options, cancellation).Files;

    /// <summary>The same with what is left out.</summary>
    /// <param name="options">The folder or its parts, what is left out of it, and where the output goes.</param>
    /// <param name="cancellation">Stops it between two entries.</param>
    /// <exception cref="IOException">A folder is not there, or cannot be listed.</exception>
    public static FolderFiles Walk(MapOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        PolicyFolders folders =
            options.Folder.Length > 0 && options.Parts.Count > 0
                ? PolicyFolders.Below(options.Folder, options.Parts)
                : options.Policies;
        return folders.List(
            options.OutputFolder,
            IgnoreFile.Parse(options.Exclude, "", MapOptions.ExcludeSource),
            cancellation
        );
    }

    private static bool Holds(string folder, string other) =>
        other.StartsWith(folder, LinkTargets.Comparison)
        && (
            other.Length == folder.Length
            || Path.EndsInDirectorySeparator(folder)
            || other[folder.Length] == Path.DirectorySeparatorChar
        );
}

namespace CseMapper.Documents.Files;

/// <summary>
/// Where the documents of a mapping lie: in one folder, or in several that no folder holds together because they are on
/// different drives or servers. Then each document's path begins with the name of its folder.
/// </summary>
public sealed class PolicyFolders
{
    /// <summary>Begins the text that several folders are remembered as; no path begins with it.</summary>
    private const char Several = '\n';

    private PolicyFolders(IReadOnlyList<(string Prefix, string Folder)> all) => All = all;

    /// <summary>The folders, and how the paths of the documents in each begin: empty for a single one, else with a
    /// closing '/'.</summary>
    public IReadOnlyList<(string Prefix, string Folder)> All { get; }

    /// <summary>A single folder.</summary>
    /// <param name="folder">The folder's path.</param>
    public static implicit operator PolicyFolders(string folder) => FromString(folder);

    /// <summary>A single folder.</summary>
    /// <param name="folder">The folder's path.</param>
    public static PolicyFolders FromString(string folder) => new([("", folder)]);

    /// <summary>Folders that no folder holds together.</summary>
    /// <param name="parts">Full paths, none inside another.</param>
    public static PolicyFolders Apart(IReadOnlyList<string> parts) =>
        new([.. parts.Select(part => (NameOf(part) + "/", part))]);

    /// <summary>Some of the folders below one, named as they are there.</summary>
    /// <param name="folder">The folder that holds them.</param>
    /// <param name="parts">Full paths.</param>
    public static PolicyFolders Below(string folder, IReadOnlyList<string> parts) =>
        new([
            .. parts.Select(part =>
                (Path.GetRelativePath(folder, part).Replace(Path.DirectorySeparatorChar, '/') + "/", part)
            ),
        ]);

    /// <summary>
    /// The name of a folder among others: its drive or server and all folders below, so that it stays the same whatever
    /// stands beside it: "C drive/Policies", "server/share/Policies". No server has a blank in its name.
    /// </summary>
    /// <param name="folder">A full path.</param>
    public static string NameOf(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        string plain = WindowsPaths.ToPlain(folder);
        bool isDrive = plain.Length > 1 && plain[1] == ':' && char.IsAsciiLetter(plain[0]);
        bool isWindows = isDrive || plain.StartsWith(@"\\", StringComparison.Ordinal);
        IEnumerable<string> names = plain
            .Split(isWindows ? ['\\', '/'] : ['/'], StringSplitOptions.RemoveEmptyEntries)
            .Select(PrintableName.Of);
        return string.Join('/', isDrive ? names.Skip(1).Prepend($"{char.ToUpperInvariant(plain[0])} drive") : names);
    }

    /// <summary>The folder that a document lies in, and its path below.</summary>
    /// <param name="path">Its path in the mapping.</param>
    /// <returns>Null for a path that is in none of them.</returns>
    public (string Folder, string Path)? Find(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        foreach ((string prefix, string folder) in All)
        {
            if (path.StartsWith(prefix, StringComparison.Ordinal))
                return (folder, path[prefix.Length..]);
        }
        return null;
    }

    /// <summary>Lists the files in them in the ordinal order of their paths, and what is left out.</summary>
    /// <param name="outputFolder">The folder of the mapping, left out when it lies inside.</param>
    /// <param name="rules">What is left out of each folder, besides what it says itself.</param>
    /// <param name="cancellation">Stops the walk.</param>
    /// <exception cref="IOException">A folder is not there, or cannot be listed.</exception>
    public FolderFiles List(string? outputFolder, IReadOnlyList<IgnoreRule> rules, CancellationToken cancellation)
    {
        List<FoundFile> found = [];
        List<LeftOutFile> leftOut = [];
        List<IgnoreRule> known = [];
        foreach ((string prefix, string folder) in All)
        {
            FolderFiles files = FolderWalk.Walk(folder, outputFolder, rules, cancellation);
            found.AddRange(files.Files.Select(file => file with { Path = prefix + file.Path }));
            leftOut.AddRange(
                files.LeftOut.Select(one =>
                    one with
                    {
                        Path = prefix + one.Path,
                        Source = one.Source.EndsWith(IgnoreFile.Name, StringComparison.Ordinal)
                            ? prefix + one.Source
                            : one.Source,
                    }
                )
            );
            known.AddRange(files.Known.Select(rule => rule with { Folder = prefix + rule.Folder }));
        }
        found.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        leftOut.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        return new FolderFiles(found, leftOut, known);
    }

    /// <summary>The folders as seen from the output folder, so that all can be moved together.</summary>
    /// <param name="outputFolder">From where the folders are named.</param>
    public string Remember(string outputFolder) =>
        All is [("", var single)]
            ? Path.GetRelativePath(outputFolder, single)
            : string.Concat(All.Select(part => Several + Path.GetRelativePath(outputFolder, part.Folder)));

    /// <summary>The folders that were remembered.</summary>
    /// <param name="text">What <see cref="Remember"/> returned.</param>
    /// <param name="outputFolder">Where the output folder lies now.</param>
    public static PolicyFolders Recall(string text, string outputFolder)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.StartsWith(Several)
            ? Apart([.. text.Split(Several, StringSplitOptions.RemoveEmptyEntries).Select(Full)])
            : Full(text);

        string Full(string folder) => Path.GetFullPath(folder, Path.GetFullPath(outputFolder));
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", All.Select(part => part.Folder));
}

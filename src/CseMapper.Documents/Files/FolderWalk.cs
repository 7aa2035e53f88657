using System.IO.Enumeration;
using System.Text;

namespace CseMapper.Documents.Files;

/// <summary>Lists the files of a policy folder and its sub-folders.</summary>
/// <remarks>
/// Hidden and temporary files and what this program writes are left out without a row. Links to files inside the folder
/// are files; links to folders inside it are not entered, since their files stand at their own place; links that lead
/// out are listed and not followed. Nothing is opened but folders and what says in them which files are left out.
/// </remarks>
public sealed class FolderWalk
{
    // A folder that cannot be opened must be met as a fault: left out in silence, its documents would seem to be
    // deleted.
    private static readonly EnumerationOptions _everything = new()
    {
        AttributesToSkip = 0,
        ReturnSpecialDirectories = false,
        IgnoreInaccessible = false,
    };
    private readonly string _root;
    private readonly string? _output;
    private readonly List<FoundFile> _found = [];
    private readonly List<LeftOutFile> _leftOut = [];
    private readonly List<IgnoreRule> _rules = [];
    private readonly List<IgnoreRule> _known = [];
    private readonly Stack<(string Folder, string Prefix)> _folders = new();

    private FolderWalk(string folder, string? outputFolder)
    {
        _root = LinkTargets.RealPath(folder) ?? folder;
        _output = outputFolder is null ? null : LinkTargets.RealPath(outputFolder) ?? Path.GetFullPath(outputFolder);
    }

    /// <summary>Lists all files in the ordinal order of their paths.</summary>
    /// <param name="folder">The policy folder.</param>
    /// <param name="outputFolder">The folder of the mapping; where it lies inside, the mapping's own files in it are
    /// left out.</param>
    /// <param name="cancellation">Stops the walk.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder itself cannot be listed.</exception>
    public static IReadOnlyList<FoundFile> List(string folder, string? outputFolder, CancellationToken cancellation) =>
        Walk(folder, outputFolder, [], cancellation).Files;

    /// <summary>Lists all files that no rule leaves out, and what is left out.</summary>
    /// <param name="folder">The policy folder.</param>
    /// <param name="outputFolder">The folder of the mapping; where it lies inside, the mapping's own files in it are
    /// left out.</param>
    /// <param name="rules">Rules for the whole folder; those of a <see cref="IgnoreFile"/> in it go before
    /// them.</param>
    /// <param name="cancellation">Stops the walk.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder itself cannot be listed.</exception>
    public static FolderFiles Walk(
        string folder,
        string? outputFolder,
        IReadOnlyList<IgnoreRule> rules,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(rules);
        string full = Path.GetFullPath(folder);
        if (!Directory.Exists(full))
            throw new DirectoryNotFoundException($"There is no folder {full}.");
        FolderWalk walk = new(full, outputFolder);
        walk.Take(rules);
        walk.ListFolder(walk._root, "");
        while (walk._folders.TryPop(out (string Folder, string Prefix) next))
        {
            cancellation.ThrowIfCancellationRequested();
            walk.Enter(next.Folder, next.Prefix);
        }
        walk._found.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        walk._leftOut.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        return new FolderFiles(walk._found, walk._leftOut, walk._known);
    }

    private void Take(IReadOnlyList<IgnoreRule> rules)
    {
        _rules.AddRange(rules.Where(rule => rule.Known is null));
        _known.AddRange(rules.Where(rule => rule.Known is not null));
    }

    /// <summary>What such a file would have left out is not known where it cannot be read: then a row says so.</summary>
    private void TakeRules(string folder, string prefix)
    {
        string file = Path.Join(folder, IgnoreFile.Name);
        try
        {
            Take(IgnoreFile.Read(file, prefix));
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            _found.Add(
                Refused(
                    prefix + IgnoreFile.Name,
                    file,
                    ReadStatus.Unreadable,
                    "This file says what is to be left out and could not be read, so nothing was left out: "
                        + FileTrouble.Explain(trouble)
                )
            );
        }
    }

    /// <summary>The last rule that names a path counts, as in <c>.gitignore</c>; those of a folder's own file come after
    /// those above it.</summary>
    private bool IsLeftOut(string path, bool isFolder)
    {
        for (int at = _rules.Count - 1; at >= 0; at--)
        {
            IgnoreRule rule = _rules[at];
            if (!rule.Names(path, isFolder))
                continue;
            if (!rule.Pattern.IsNegated)
                _leftOut.Add(new LeftOutFile(isFolder ? path + "/" : path, rule.Pattern.Text, rule.Source));
            return !rule.Pattern.IsNegated;
        }

        return false;
    }

    private void Enter(string folder, string prefix)
    {
        int before = _found.Count;
        int foldersBefore = _folders.Count;
        try
        {
            ListFolder(folder, prefix);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // A listing that broke off half-way must not pass for the whole: what was seen stays, and the row says so.
            string path = prefix.TrimEnd('/');
            string reason =
                _found.Count == before && _folders.Count == foldersBefore
                    ? "This folder could not be opened, so nothing in it was read: " + FileTrouble.Explain(trouble)
                    : "This folder could not be listed to its end; files in it may be missing: "
                        + FileTrouble.Explain(trouble);
            _found.Add(Refused(path, folder, ReadStatus.Unreadable, reason) with { IsFolder = true });
        }
    }

    private void ListFolder(string folder, string prefix)
    {
        bool hasOddNames = false;
        List<Entry> entries =
        [
            .. new FileSystemEnumerable<Entry>(
                folder,
                (ref FileSystemEntry entry) =>
                    new Entry(
                        entry.FileName.ToString(),
                        entry.IsDirectory,
                        (entry.Attributes & FileAttributes.ReparsePoint) != 0,
                        entry.IsHidden
                    ),
                _everything
            ),
        ];
        // In an output folder, of this run or another, a report must not become evidence of itself; documents beside it
        // count.
        bool isOutput = IsOutput(folder) || entries.Any(entry => entry is { Name: CacheFolder.Name, IsFolder: true });
        if (entries.Any(entry => entry is { Name: IgnoreFile.Name, IsFolder: false }))
            TakeRules(folder, prefix);
        foreach (Entry entry in entries)
        {
            if (
                entry.IsHidden
                || SkippedNames.Contains(entry.Name)
                || (isOutput && !entry.IsFolder && SkippedNames.IsOurs(entry.Name))
            )
            {
                continue;
            }

            if (OperatingSystem.IsLinux() && entry.Name.Contains('\uFFFD'))
            {
                hasOddNames = true;
                if (LinuxFiles.Stat(Path.Join(folder, entry.Name)) is null)
                    continue;
            }
            Add(folder, prefix, entry);
        }
        if (hasOddNames)
            AddOddNames(folder, prefix);
    }

    private void Add(string folder, string prefix, Entry entry)
    {
        string full = Path.Join(folder, entry.Name);
        if (OperatingSystem.IsWindows() && WindowsPaths.IsAltered(entry.Name))
            full = WindowsPaths.ToLiteral(full);
        string path = prefix + PrintableName.Of(entry.Name);
        if (IsLeftOut(path, entry.IsFolder))
            return;
        if (entry.IsReparsePoint && LinkTargets.IsLink(full))
        {
            AddLink(full, path);
        }
        else if (entry.IsFolder)
        {
            _folders.Push((full, path + "/"));
        }
        else
        {
            AddFile(full, path);
        }
    }

    private void AddFile(string full, string path)
    {
        if (LinuxFiles.Stat(full) is { Kind: LinuxFiles.EntryKind.Other })
        {
            _found.Add(
                Refused(
                    path,
                    full,
                    ReadStatus.Unsupported,
                    "This is not a document but a pipe, socket or device of the system."
                )
            );
            return;
        }
        try
        {
            if (FileStamp.Read(full) is { } stamp)
                _found.Add(new FoundFile(path, full, stamp));
            else
                _found.Add(Refused(path, full, ReadStatus.Unreadable, FileTrouble.Gone));
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            _found.Add(Refused(path, full, ReadStatus.Unreadable, FileTrouble.Explain(trouble)));
        }
    }

    private void AddLink(string full, string path)
    {
        string? target = LinkTargets.RealPath(full);
        if (target is null)
        {
            _found.Add(
                Refused(
                    path,
                    full,
                    ReadStatus.Unreadable,
                    "This is a link that leads nowhere. Restore the document it stands for, or remove the link."
                )
            );
        }
        else if (!LinkTargets.IsInside(target, _root))
        {
            _found.Add(
                Refused(
                    path,
                    full,
                    ReadStatus.Unsupported,
                    "This is a link that leads out of the folder and is not followed. Put the document itself "
                        + "into the folder."
                )
            );
        }
        else if (!Directory.Exists(target))
        {
            AddFile(target, path);
        }
    }

    private void AddOddNames(string folder, string prefix)
    {
        foreach (byte[] name in LinuxFiles.OddNames(folder))
        {
            byte[] raw = [.. Encoding.UTF8.GetBytes(folder), (byte)'/', .. name];
            string path = prefix + PrintableName.Of(name);
            if (
                SkippedNames.Contains(Encoding.Latin1.GetString(name))
                || LinuxFiles.Stat(raw, followLinks: false) is not { } entry
            )
            {
                continue;
            }

            if (IsLeftOut(path, isFolder: false))
                continue;
            if (entry.Kind == LinuxFiles.EntryKind.File)
            {
                _found.Add(
                    new FoundFile(path, Path.Join(folder, PrintableName.Of(name)), entry.Stamp) { RawPath = raw }
                );
            }
            else
            {
                _found.Add(
                    Refused(
                        path,
                        folder,
                        ReadStatus.Unreadable,
                        "The name of this folder or link is not valid text (UTF-8), so nothing in it was read. "
                            + "Rename it."
                    )
                );
            }
        }
    }

    private bool IsOutput(string folder) =>
        _output is not null && string.Equals(folder, _output, LinkTargets.Comparison);

    private static FoundFile Refused(string path, string full, ReadStatus status, string reason) =>
        new(path, full, default) { Refusal = new Refusal(status, reason) };

    private readonly record struct Entry(string Name, bool IsFolder, bool IsReparsePoint, bool IsHidden);
}

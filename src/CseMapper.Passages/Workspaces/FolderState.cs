using CseMapper.Documents;

namespace CseMapper.Passages.Workspaces;

/// <summary>The files and contents of a workspace in memory: read once a run, and kept in step with what is written
/// through it.</summary>
/// <remarks>For one thread at a time.</remarks>
public sealed class FolderState
{
    private readonly Dictionary<string, StoredContent> _contents;
    private Dictionary<string, KnownFile> _files;

    private FolderState(Dictionary<string, KnownFile> files, Dictionary<string, StoredContent> contents)
    {
        Before = files;
        _files = files;
        _contents = contents;
    }

    /// <summary>The files as they were when this was read, by path.</summary>
    public IReadOnlyDictionary<string, KnownFile> Before { get; }

    /// <summary>The files as they are now, by path; the same object as <see cref="Before"/> while nothing has
    /// changed.</summary>
    public IReadOnlyDictionary<string, KnownFile> Files => _files;

    /// <summary>The contents as they are now, by hash.</summary>
    public IReadOnlyDictionary<string, StoredContent> Contents => _contents;

    /// <summary>Reads it.</summary>
    /// <param name="workspace">What is remembered.</param>
    /// <exception cref="WorkspaceException">The workspace cannot be read.</exception>
    public static FolderState Read(Workspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return new FolderState(workspace.Files(), workspace.Contents());
    }

    /// <summary>Remembers a file, in place of what was known under its path.</summary>
    /// <param name="writer">What stores it as well.</param>
    /// <param name="file">The file as it is now.</param>
    public void Put(WorkspaceWriter writer, KnownFile file)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(file);
        writer.Put(file);
        Changeable()[file.Path] = file;
    }

    /// <summary>Stores a content, in place of an earlier reading.</summary>
    /// <param name="writer">What stores it as well.</param>
    /// <param name="content">What was read.</param>
    public void Put(WorkspaceWriter writer, ReadContent content)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(content);
        _contents[content.Hash] = writer.Put(content);
    }

    /// <summary>Forgets a file that has gone.</summary>
    /// <param name="writer">What forgets it as well.</param>
    /// <param name="path">The file's path in the policy folder.</param>
    public void Remove(WorkspaceWriter writer, string path)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Remove(path);
        Changeable().Remove(path);
    }

    /// <summary>Drops contents that no file holds any more.</summary>
    /// <param name="writer">What drops them as well.</param>
    public void RemoveOrphans(WorkspaceWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        HashSet<string> held = new(_files.Values.Select(file => file.Hash), StringComparer.Ordinal);
        foreach (string hash in _contents.Keys.Where(hash => !held.Contains(hash)).ToArray())
        {
            writer.RemoveContent(hash);
            _contents.Remove(hash);
        }
    }

    /// <summary>All files with what reading gave, in the ordinal order of their paths.</summary>
    /// <exception cref="InvalidDataException">A content's details are damaged.</exception>
    public IReadOnlyList<DocumentRecord> Documents()
    {
        DocumentRecord[] records =
        [
            .. _files.Values.Select(file =>
                _contents.TryGetValue(file.Hash, out StoredContent? content) ? content.Describe(file) : Unread(file)
            ),
        ];
        Array.Sort(records, (left, right) => string.CompareOrdinal(left.Path, right.Path));
        return records;
    }

    private static DocumentRecord Unread(KnownFile file) =>
        new(file.Path, FileFormat.Unknown, file.Stamp.Bytes, "")
        {
            Status = file.Refusal?.Status ?? ReadStatus.Unreadable,
            Problems = file.Refusal is { } refusal ? [new IngestProblem(refusal.Reason)] : [],
        };

    /// <summary>The state before is compared with the state after, so the first change makes a copy.</summary>
    private Dictionary<string, KnownFile> Changeable() =>
        ReferenceEquals(_files, Before)
            ? _files = new Dictionary<string, KnownFile>(_files, StringComparer.Ordinal)
            : _files;
}

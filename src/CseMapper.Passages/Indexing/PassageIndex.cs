using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace CseMapper.Passages.Indexing;

/// <summary>The index of all passages of a workspace: one Lucene index in a folder beside it, which can be made anew at
/// any time from the texts that the workspace holds.</summary>
/// <remarks>
/// The workspace is the truth. What the index holds is named in its commit; where that is not what the workspace holds,
/// the keys of documents are compared, and only what differs is indexed. Only a run writes it, since runs exclude each
/// other; whoever merely reads makes an index in memory where the one on the disk is not whole.
/// </remarks>
public sealed class PassageIndex : IDisposable
{
    /// <summary>The name of the folder beside the workspace.</summary>
    public const string FolderName = "lucene";

    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);

    private readonly Workspace? _workspace;
    private readonly Lock _gate = new();
    private IndexFolder _folder;
    private IndexSnapshot? _snapshot;
    private bool _isWhole;
    private int _checkedAt;

    private PassageIndex(Workspace? workspace, IndexFolder folder)
    {
        _workspace = workspace;
        _folder = folder;
    }

    /// <summary>The index that belongs to a workspace; closed with it.</summary>
    /// <param name="workspace">What the index holds the passages of; stays open as long as the index is used.</param>
    public static PassageIndex Of(Workspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return workspace.Companion(() =>
            new PassageIndex(workspace, IndexFolder.OnDisk(Path.Combine(workspace.Folder, FolderName)))
        );
    }

    /// <summary>An index in memory.</summary>
    /// <param name="documents">By name what each holds: its title, or empty, and its passages in order.</param>
    public static PassageIndex InMemory(
        IEnumerable<(string Name, string Title, IReadOnlyList<Passage> Passages)> documents
    )
    {
        ArgumentNullException.ThrowIfNull(documents);
        PassageIndex index = new(null, IndexFolder.InMemory()) { _isWhole = true };
        using (IndexWriter writer = index._folder.BeginWriting(OpenMode.CREATE, TimeSpan.Zero))
        {
            PassageDocuments passages = new();
            foreach ((string name, string title, IReadOnlyList<Passage> own) in documents)
                writer.AddDocuments(passages.Of(IndexedContent.KeyOf(name, new ReadingMark("", "")), title, own));
            writer.SetCommitData(
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    [IndexFolder.FormatKey] = IndexFolder.FormatVersion,
                }
            );
            writer.Commit();
        }

        return index;
    }

    /// <summary>Brings the index to what the workspace holds now.</summary>
    /// <param name="cancellation">Stops it; what was indexed so far is kept.</param>
    /// <exception cref="IndexException">It cannot be written.</exception>
    public void Update(CancellationToken cancellation)
    {
        lock (_gate)
        {
            Close();
            if (!IsCurrent(out IReadOnlyList<StoredReading> readings))
                new IndexUpdate(_folder, _workspace!).Run(readings, _patience, cancellation);
            RememberWhole();
        }
    }

    /// <summary>Puts a damaged index out of the way, so that the next update makes it anew.</summary>
    /// <param name="cacheFolder">The folder of the workspace.</param>
    /// <exception cref="IndexException">It cannot be moved.</exception>
    public static void SetAside(string cacheFolder) => Change(cacheFolder, folder => folder.SetAside());

    /// <summary>Deletes the index.</summary>
    /// <param name="cacheFolder">The folder of the workspace.</param>
    /// <exception cref="IndexException">It cannot be deleted.</exception>
    public static void Delete(string cacheFolder) => Change(cacheFolder, folder => folder.Delete());

    private static void Change(string cacheFolder, Action<IndexFolder> change)
    {
        string path = Path.Combine(cacheFolder, FolderName);
        try
        {
            using IndexFolder folder = IndexFolder.OnDisk(path);
            change(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new IndexException(path, fault, isDamage: false);
        }
    }

    /// <summary>The index with all passages of the workspace, however it comes by them.</summary>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="IndexException">It is damaged.</exception>
    public IndexSnapshot Whole(CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (!IsKnownWhole)
                MakeWhole(cancellation);
            return Open() ?? throw Missing();
        }
    }

    /// <summary>The index with all passages of the workspace, or at least with those that it held lately.</summary>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="IndexException">It is damaged.</exception>
    public IndexSnapshot Latest(CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (IsKnownWhole)
                return Open() ?? throw Missing();
            Close();
            if (!IsCurrent(out IReadOnlyList<StoredReading> readings))
                return Open() ?? Rescue(readings, cancellation);
            RememberWhole();
            return Open() ?? throw Missing();
        }
    }

    private bool IsKnownWhole => _isWhole && _checkedAt == (_workspace?.ContentChanges ?? 0);

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            Close();
            _folder.Dispose();
        }
    }

    private void MakeWhole(CancellationToken cancellation)
    {
        Close();
        if (_workspace is not null && !IsCurrent(out IReadOnlyList<StoredReading> readings))
            Rescue(readings, cancellation);

        RememberWhole();
    }

    private void RememberWhole() => (_isWhole, _checkedAt) = (true, _workspace?.ContentChanges ?? 0);

    /// <summary>Makes the index once more, in memory.</summary>
    private IndexSnapshot Rescue(IReadOnlyList<StoredReading> readings, CancellationToken cancellation)
    {
        _folder.Dispose();
        _folder = IndexFolder.InMemory();
        new IndexUpdate(_folder, _workspace!).Run(readings, TimeSpan.Zero, cancellation);
        return Open() ?? throw Missing();
    }

    private bool IsCurrent(out IReadOnlyList<StoredReading> readings)
    {
        readings = _workspace!.Readings();
        using DirectoryReader? reader = _folder.TryOpen(out _);
        return reader is not null
            && reader.IndexCommit.UserData[IndexFolder.MadeByKey] == _workspace.MadeBy
            && reader.IndexCommit.UserData[IndexFolder.HoldsKey]
                == IndexedContent.NameOf(readings.Select(IndexedContent.KeyOf));
    }

    private IndexSnapshot? Open() =>
        _snapshot ??= _folder.TryOpen(out _) is { } reader ? new IndexSnapshot(_folder, reader) : null;

    private IndexException Missing() => new(_folder.Path, new FileNotFoundException(), isDamage: true);

    private void Close()
    {
        _snapshot?.Reader.Dispose();
        _snapshot = null;
    }
}

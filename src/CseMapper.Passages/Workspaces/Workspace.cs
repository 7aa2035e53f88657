using System.Text.Json;
using CseMapper.Documents;
using CseMapper.Documents.Files;
using CseMapper.Passages.CrossChecking;
using CseMapper.Passages.Splitting;
using Microsoft.Data.Sqlite;

namespace CseMapper.Passages.Workspaces;

/// <summary>What was read from a policy folder: files, contents and passages, in one SQLite file that may
/// be deleted at any time.</summary>
/// <remarks>For one thread at a time. A damaged file or one of another version is set aside when it is opened, and an
/// empty one begun.</remarks>
public sealed class Workspace : IDisposable
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "workspace.db";

    private readonly string _path;
    private readonly SqliteConnection _connection;
    private readonly bool _isReadOnly;
    private IDisposable? _companion;

    private Workspace(string path, SqliteConnection connection, bool isReadOnly)
    {
        _path = path;
        _connection = connection;
        _isReadOnly = isReadOnly;
    }

    /// <summary>Opens the workspace of a folder, or begins one.</summary>
    /// <param name="folder">The cache folder; created when missing.</param>
    /// <param name="madeBy">Names the code and settings that readings depend on; what other code or settings have read
    /// is dropped.</param>
    /// <param name="rebuild">True to begin anew.</param>
    /// <exception cref="WorkspaceException">It cannot be opened or written.</exception>
    public static Workspace Open(string folder, string madeBy, bool rebuild)
    {
        ArgumentNullException.ThrowIfNull(folder);
        MakeFolder(folder);
        string path = Path.Combine(folder, FileName);
        if (rebuild)
            WorkspaceFile.Delete(path);
        Workspace? workspace = TryOpen(path);
        if (workspace is null)
        {
            WorkspaceFile.SetAside(path);
            workspace = TryOpen(path) ?? throw new WorkspaceException(path, new InvalidDataException());
        }
        if (workspace.Setting("made by") is { } before && before == madeBy)
            return workspace;
        if (workspace.Setting("made by") is not null)
        {
            workspace.Dispose();
            WorkspaceFile.Delete(path);
            workspace = TryOpen(path) ?? throw new WorkspaceException(path, new InvalidDataException());
        }
        using WorkspaceWriter writer = workspace.BeginWriting();
        writer.Set("made by", madeBy);
        writer.Commit();
        return workspace;
    }

    /// <summary>Opens the workspace of a folder for looking things up; the folder may be read-only.</summary>
    /// <param name="folder">The folder <c>.csemapper</c> of an output folder.</param>
    /// <returns>Null where there is none of this version.</returns>
    /// <exception cref="WorkspaceException">It cannot be read.</exception>
    public static Workspace? OpenExisting(string folder)
    {
        string path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            return null;
        try
        {
            return TryOpen(path);
        }
        catch (WorkspaceException fault)
            when (fault.InnerException is SqliteException cause && WorkspaceException.IsReadOnly(cause))
        {
            return TryOpen(path, isReadOnly: true);
        }
    }

    /// <summary>True when the folder has a workspace, of whatever version and state.</summary>
    /// <param name="folder">The folder <c>.csemapper</c> of an output folder.</param>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, FileName));

    /// <summary>Names the code and settings that its readings depend on.</summary>
    public string MadeBy => Setting("made by") ?? "";

    /// <summary>The folder it lies in.</summary>
    public string Folder => Path.GetDirectoryName(_path)!;

    /// <inheritdoc/>
    public void Dispose()
    {
        _companion?.Dispose();
        _connection.Dispose();
    }

    /// <summary>Raised with every content that is stored or dropped through this.</summary>
    internal int ContentChanges { get; private set; }

    /// <summary>What is opened beside the workspace the first time it is asked for, and closed with it.</summary>
    internal T Companion<T>(Func<T> open)
        where T : class, IDisposable => (T)(_companion ??= open());

    /// <summary>Begins a transaction; one at a time.</summary>
    public WorkspaceWriter BeginWriting() =>
        Guard(() => new WorkspaceWriter(_path, _connection, () => ContentChanges++));

    /// <summary>A remembered value, or null.</summary>
    /// <param name="name">As it was given to <see cref="WorkspaceWriter.Set"/>.</param>
    public string? Setting(string name) =>
        Guard(() =>
            Query("SELECT value FROM setting WHERE name = $name", row => row.GetString(0), ("$name", name))
                .FirstOrDefault()
        );

    /// <summary>All remembered files, by path.</summary>
    public Dictionary<string, KnownFile> Files() =>
        Guard(() =>
            Query("SELECT path, bytes, modified, changed, read_at, hash, status, reason FROM file", ReadFile)
                .ToDictionary(file => file.Path, StringComparer.Ordinal)
        );

    /// <summary>The files of some contents, in no order.</summary>
    /// <param name="hashes">The contents.</param>
    public IReadOnlyList<string> PathsOf(IEnumerable<string> hashes) =>
        Guard(() =>
            Query(
                "SELECT path FROM file WHERE hash IN (SELECT value FROM json_each($hashes))",
                row => row.GetString(0),
                ("$hashes", JsonSerializer.Serialize(hashes))
            )
        );

    /// <summary>What lists show of each stored content, by its hash.</summary>
    public Dictionary<string, StoredContent> Contents() =>
        Guard(() =>
            Query(
                    "SELECT hash, extension, access, format, status, pages, passages, details, id FROM content",
                    row => (Hash: row.GetString(0), Content: ReadStored(row))
                )
                .ToDictionary(content => content.Hash, content => content.Content, StringComparer.Ordinal)
        );

    /// <summary>All files with what reading gave, in the ordinal order of their paths.</summary>
    public IReadOnlyList<DocumentRecord> Documents() => Documents(FolderState.Read(this));

    /// <summary>The same of what was read of this workspace before.</summary>
    /// <param name="state">What was read of this workspace.</param>
    public IReadOnlyList<DocumentRecord> Documents(FolderState state) => Guard(() => state.Documents());

    /// <summary>All contents that have passages, in the order of their numbers.</summary>
    public IReadOnlyList<StoredReading> Readings() =>
        Guard(() =>
            Query(
                "SELECT id, hash, extension, access FROM content WHERE passages > 0 ORDER BY id",
                row => new StoredReading(
                    row.GetInt64(0),
                    row.GetString(1),
                    new ReadingMark(row.GetString(2), row.GetString(3))
                )
            )
        );

    /// <summary>The texts of some contents in the order of their numbers, in which they lie on the disk; read one by
    /// one.</summary>
    /// <param name="contents">Their numbers.</param>
    public IEnumerable<StoredText> TextsOf(IEnumerable<long> contents)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText =
            "SELECT c.id, c.title, b.passages FROM content c JOIN body b ON b.id = c.id WHERE c.id IN "
            + "(SELECT value FROM json_each($ids)) ORDER BY c.id";
        command.Parameters.AddWithValue("$ids", $"[{string.Join(',', contents)}]");
        using SqliteDataReader row = Guard(command.ExecuteReader);
        while (Guard(row.Read))
            yield return Guard(() => new StoredText(row.GetInt64(0), row.GetString(1), (byte[])row.GetValue(2)));
    }

    /// <summary>What matching found in the words of contents, in the order of their numbers.</summary>
    public IEnumerable<KeptBytes> Hits() => Kept("SELECT id, hits FROM hits ORDER BY id");

    /// <summary>What a second reader found in contents, by their hashes.</summary>
    /// <param name="madeBy">Names the build of the second reader; what another has found does not count.</param>
    /// <param name="access">Names the passwords and limits of now.</param>
    public Dictionary<string, CrossCheck> CrossChecks(string madeBy, string access) =>
        Guard(() =>
            Query(
                    "SELECT hash, result FROM cross_check WHERE made_by = $madeBy AND access IN ('', $access)",
                    row => (Hash: row.GetString(0), Result: CrossCheckCodec.DecodeResult((byte[])row.GetValue(1))),
                    ("$madeBy", madeBy),
                    ("$access", access)
                )
                .ToDictionary(check => check.Hash, check => check.Result, StringComparer.Ordinal)
        );

    /// <summary>The pages of a content on which two readers differ, as both have them; none where that is not
    /// kept.</summary>
    /// <param name="hash">The content.</param>
    public IReadOnlyList<PageTexts> CrossCheckTexts(string hash) =>
        Guard(() =>
            Query("SELECT texts FROM cross_check WHERE hash = $hash", row => (byte[])row.GetValue(0), ("$hash", hash))
                .Select(CrossCheckCodec.DecodeTexts)
                .FirstOrDefault()
            ?? []
        );

    /// <summary>Opens the same workspace once more, for looking things up on another thread.</summary>
    /// <exception cref="WorkspaceException">It cannot be opened any more.</exception>
    public Workspace OpenSecondConnection() =>
        TryOpen(_path, _isReadOnly) ?? throw new WorkspaceException(_path, new InvalidDataException());

    /// <summary>The passages of a content, in reading order; none for a hash that is not known.</summary>
    /// <param name="hash">The content's hash.</param>
    public IReadOnlyList<Passage> PassagesOf(string hash) =>
        Guard(() =>
            Query(
                    "SELECT b.passages FROM content c JOIN body b ON b.id = c.id WHERE c.hash = $hash",
                    row => (byte[])row.GetValue(0),
                    ("$hash", hash)
                )
                .Select(PassageCodec.Decode)
                .FirstOrDefault()
            ?? []
        );

    private static void MakeFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new WorkspaceException(folder, trouble);
        }
    }

    private static Workspace? TryOpen(string path, bool isReadOnly = false)
    {
        SqliteConnection connection = new(WorkspaceFile.Connection(path, isReadOnly));
        try
        {
            connection.Open();
            if (isReadOnly ? WorkspaceSchema.IsCurrent(connection) : WorkspaceSchema.Prepare(connection))
                return new Workspace(path, connection, isReadOnly);
            connection.Dispose();
            return null;
        }
        catch (SqliteException fault)
        {
            connection.Dispose();
            WorkspaceException known = new(path, fault);
            return known.IsDamage ? null : throw known;
        }
    }

    private static KnownFile ReadFile(SqliteDataReader row) =>
        new(
            row.GetString(0),
            new FileStamp(row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)),
            row.GetInt64(4),
            row.GetString(5)
        )
        {
            Refusal = row.IsDBNull(6) ? null : new Refusal((ReadStatus)row.GetInt32(6), row.GetString(7)),
        };

    private static StoredContent ReadStored(SqliteDataReader row) =>
        new(
            new ReadingMark(row.GetString(1), row.GetString(2)),
            (FileFormat)row.GetInt32(3),
            (ReadStatus)row.GetInt32(4),
            row.IsDBNull(5) ? null : row.GetInt32(5),
            row.GetInt32(6),
            (byte[])row.GetValue(7)
        )
        {
            Number = row.GetInt64(8),
        };

    private IEnumerable<KeptBytes> Kept(string text)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = text;
        using SqliteDataReader row = Guard(command.ExecuteReader);
        while (Guard(row.Read))
            yield return Guard(() => new KeptBytes(row.GetInt64(0), (byte[])row.GetValue(1)));
    }

    private List<T> Query<T>(
        string text,
        Func<SqliteDataReader, T> read,
        params ReadOnlySpan<(string Name, object Value)> parameters
    )
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = text;
        foreach ((string name, object value) in parameters)
            command.Parameters.AddWithValue(name, value);
        using SqliteDataReader row = command.ExecuteReader();
        List<T> rows = [];
        while (row.Read())
            rows.Add(read(row));
        return rows;
    }

    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException fault)
        {
            throw new WorkspaceException(_path, fault);
        }
        catch (InvalidDataException fault)
        {
            throw new WorkspaceException(_path, fault);
        }
    }
}

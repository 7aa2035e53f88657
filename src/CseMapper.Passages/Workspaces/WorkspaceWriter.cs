using CseMapper.Passages.CrossChecking;
using Microsoft.Data.Sqlite;

namespace CseMapper.Passages.Workspaces;

/// <summary>A transaction on a workspace: everything written through it is there after <see cref="Commit"/>, nothing
/// without.</summary>
/// <remarks>Statements are prepared once; commit and go on as often as wanted.</remarks>
public sealed class WorkspaceWriter : IDisposable
{
    private readonly string _path;
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);
    private readonly Action _contentChanged;
    private SqliteTransaction? _transaction;

    internal WorkspaceWriter(string path, SqliteConnection connection, Action contentChanged)
    {
        _contentChanged = contentChanged;
        _path = path;
        _connection = connection;
    }

    /// <summary>Remembers a file, in place of what was known under its path.</summary>
    /// <param name="file">The file as it is now.</param>
    public void Put(KnownFile file) =>
        Run(
            "INSERT OR REPLACE INTO file VALUES($path, $bytes, $modified, $changed, $readAt, $hash, $status, $reason)",
            ("$path", file.Path),
            ("$bytes", file.Stamp.Bytes),
            ("$modified", file.Stamp.Modified),
            ("$changed", file.Stamp.Changed),
            ("$readAt", file.ReadAt),
            ("$hash", file.Hash),
            ("$status", file.Refusal is null ? DBNull.Value : (int)file.Refusal.Status),
            ("$reason", file.Refusal is null ? DBNull.Value : file.Refusal.Reason)
        );

    /// <summary>Forgets a file that has gone.</summary>
    /// <param name="filePath">The file's path in the policy folder.</param>
    public void Remove(string filePath) => Run("DELETE FROM file WHERE path = $path", ("$path", filePath));

    /// <summary>Stores a content with its passages, in place of an earlier reading.</summary>
    /// <param name="content">What was read.</param>
    /// <returns>What lists of documents show of it.</returns>
    public StoredContent Put(ReadContent content)
    {
        RemoveContent(content.Hash);
        StoredContent summary = content.Summary;
        long id = Scalar(
            "INSERT INTO content(hash, extension, access, format, status, pages, passages, title, details) "
                + "VALUES($hash, $extension, $access, $format, $status, $pages, $passages, $title, $details) RETURNING "
                + "id",
            ("$hash", content.Hash),
            ("$extension", summary.Mark.Extension),
            ("$access", summary.Mark.Access),
            ("$format", (int)summary.Format),
            ("$status", (int)summary.Status),
            ("$pages", summary.Pages is { } pages ? pages : DBNull.Value),
            ("$passages", summary.PassageCount),
            ("$title", content.Title),
            ("$details", summary.Details)
        );
        StoredContent stored = summary with { Number = id };
        if (summary.PassageCount == 0)
            return stored;
        Run("INSERT INTO body VALUES($id, $passages)", ("$id", id), ("$passages", content.Passages));
        return stored;
    }

    /// <summary>Drops a content with its passages; does nothing for one that is not there.</summary>
    /// <param name="hash">The content's hash.</param>
    public void RemoveContent(string hash)
    {
        _contentChanged();
        List<long> gone = [];
        SqliteCommand select = Prepared("SELECT id FROM content WHERE hash = $hash", [("$hash", hash)]);
        Guard(() =>
        {
            using SqliteDataReader row = select.ExecuteReader();
            while (row.Read())
                gone.Add(row.GetInt64(0));
            return 0;
        });
        // Another reading of the content may come to another text.
        Run("DELETE FROM cross_check WHERE hash = $hash", ("$hash", hash));
        foreach (long id in gone)
        {
            Run("DELETE FROM body WHERE id = $id", ("$id", id));
            Run("DELETE FROM hits WHERE id = $id", ("$id", id));
            Run("DELETE FROM content WHERE id = $id", ("$id", id));
        }
    }

    /// <summary>Keeps what matching found in the words of a content.</summary>
    /// <param name="content">The content's number.</param>
    /// <param name="hits">Bytes that matching understands.</param>
    public void PutHits(long content, byte[] hits) =>
        Run("INSERT OR REPLACE INTO hits VALUES($id, $hits)", ("$id", content), ("$hits", hits));

    /// <summary>Keeps what a second reader found in a content.</summary>
    /// <param name="check">What it found; takes the place of an earlier one.</param>
    public void Put(StoredCrossCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        Run(
            "INSERT OR REPLACE INTO cross_check VALUES($hash, $madeBy, $access, $result, $texts)",
            ("$hash", check.Hash),
            ("$madeBy", check.MadeBy),
            ("$access", check.Access),
            ("$result", CrossCheckCodec.Encode(check.Reading.Result)),
            ("$texts", CrossCheckCodec.Encode(check.Reading.Texts))
        );
    }

    /// <summary>Drops what matching found in any content.</summary>
    public void RemoveHits() => Run("DELETE FROM hits");

    /// <summary>Remembers a value under a name.</summary>
    /// <param name="name">Under which it is asked for.</param>
    /// <param name="value">Any text.</param>
    public void Set(string name, string value) =>
        Run("INSERT OR REPLACE INTO setting VALUES($name, $value)", ("$name", name), ("$value", value));

    /// <summary>Makes everything written so far durable against the end of the process.</summary>
    public void Commit() =>
        Guard(() =>
        {
            _transaction?.Commit();
            _transaction?.Dispose();
            _transaction = null;
            return 0;
        });

    /// <inheritdoc/>
    public void Dispose()
    {
        _transaction?.Dispose();
        foreach (SqliteCommand command in _commands.Values)
            command.Dispose();
    }

    private void Run(string text, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        SqliteCommand command = Prepared(text, parameters);
        Guard(command.ExecuteNonQuery);
    }

    private long Scalar(string text, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        SqliteCommand command = Prepared(text, parameters);
        return (long)Guard(command.ExecuteScalar)!;
    }

    private SqliteCommand Prepared(string text, ReadOnlySpan<(string Name, object Value)> parameters)
    {
        if (!_commands.TryGetValue(text, out SqliteCommand? command))
        {
            command = _connection.CreateCommand();
            command.CommandText = text;
            foreach ((string name, object value) in parameters)
                command.Parameters.AddWithValue(name, value);
            _commands.Add(text, command);
        }
        for (int i = 0; i < parameters.Length; i++)
            command.Parameters[i].Value = parameters[i].Value;
        _transaction ??= Guard(() => _connection.BeginTransaction(deferred: false));
        command.Transaction = _transaction;
        return command;
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
    }
}

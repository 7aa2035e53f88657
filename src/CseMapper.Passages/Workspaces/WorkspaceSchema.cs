using Microsoft.Data.Sqlite;

namespace CseMapper.Passages.Workspaces;

/// <summary>The tables of workspace.db, and whether a file holds them.</summary>
internal static class WorkspaceSchema
{
    /// <summary>Raised with every change of the tables or of what stands in them; a file of another version is set
    /// aside and built anew.</summary>
    public const int Version = 7;

    /// <summary>"CseM", in the header of the file.</summary>
    private const int ApplicationId = 0x4373654D;

    // file: what the walk found; content: what reading gave, once a hash; body: its long parts, apart so that lists
    // stay quick; cross_check: what a second reader found in a content; hits: what matching found in a content's words, kept for the next run; see the setting that names
    // what they were made for. The index of the words stands beside this file.
    private const string Tables = """
        CREATE TABLE setting(name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
        CREATE TABLE file(
            path TEXT PRIMARY KEY, bytes INTEGER NOT NULL, modified INTEGER NOT NULL, changed INTEGER NOT NULL,
            read_at INTEGER NOT NULL,
            hash TEXT NOT NULL, status INTEGER, reason TEXT) WITHOUT ROWID;
        CREATE TABLE content(
            id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, extension TEXT NOT NULL, access TEXT NOT NULL,
            format INTEGER NOT NULL, status INTEGER NOT NULL,
            pages INTEGER, passages INTEGER NOT NULL, title TEXT NOT NULL, details BLOB NOT NULL);
        CREATE TABLE body(id INTEGER PRIMARY KEY, passages BLOB NOT NULL);
        CREATE TABLE hits(id INTEGER PRIMARY KEY, hits BLOB NOT NULL);
        CREATE TABLE cross_check(
            hash TEXT PRIMARY KEY, made_by TEXT NOT NULL, access TEXT NOT NULL, result BLOB NOT NULL,
            texts BLOB NOT NULL) WITHOUT ROWID;
        """;

    /// <summary>True when the file is a workspace of this version, or was empty and has become one.</summary>
    public static bool Prepare(SqliteConnection connection)
    {
        Execute(
            connection,
            "PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA temp_store=MEMORY;"
        );
        long id = Number(connection, "PRAGMA application_id");
        long version = Number(connection, "PRAGMA user_version");
        if (id == ApplicationId)
            return version == Version;
        if (id != 0 || version != 0 || Number(connection, "SELECT count(*) FROM sqlite_master") != 0)
            return false;
        Execute(
            connection,
            $"BEGIN IMMEDIATE; {Tables} PRAGMA application_id={ApplicationId}; PRAGMA user_version={Version}; COMMIT;"
        );
        return true;
    }

    /// <summary>True when the file is a workspace of this version; nothing is written.</summary>
    public static bool IsCurrent(SqliteConnection connection) =>
        Number(connection, "PRAGMA application_id") == ApplicationId
        && Number(connection, "PRAGMA user_version") == Version;

    private static void Execute(SqliteConnection connection, string statements)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = statements;
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string query)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = query;
        return (long)command.ExecuteScalar()!;
    }
}

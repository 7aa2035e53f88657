using CseMapper.Documents.Files;
using Microsoft.Data.Sqlite;

namespace CseMapper.Passages.Workspaces;

/// <summary>The database file with the two that SQLite keeps beside it.</summary>
internal static class WorkspaceFile
{
    /// <summary>How it is opened.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isReadOnly">True where nothing in its folder can be written.</param>
    public static string Connection(string path, bool isReadOnly)
    {
        string full = Path.GetFullPath(path);
        // Readers share a file of their own, which cannot be made in a folder that is read-only: the database is read
        // as one that nobody changes, unless a run that broke off has left something to be added to it.
        bool isImmutable = isReadOnly && new FileInfo(path + "-wal") is not { Exists: true, Length: > 0 };
        return new SqliteConnectionStringBuilder
        {
            DataSource =
                isImmutable ? new Uri(full).AbsoluteUri + "?immutable=1"
                : OperatingSystem.IsWindows() ? WindowsPaths.ForNativeCode(full)
                : path,
            Mode = isReadOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            DefaultTimeout = 5,
        }.ToString();
    }

    /// <summary>Removes a workspace.</summary>
    public static void Delete(string path)
    {
        File.Delete(path);
        File.Delete(path + "-wal");
        File.Delete(path + "-shm");
    }

    /// <summary>Puts a workspace that cannot be used out of the way; only the latest is kept, for whoever wants to know
    /// what happened.</summary>
    public static void SetAside(string path)
    {
        if (File.Exists(path))
            File.Move(path, Path.ChangeExtension(path, ".set-aside.db"), overwrite: true);
        Delete(path);
    }
}

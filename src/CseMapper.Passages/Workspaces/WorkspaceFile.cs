namespace CseMapper.Passages.Workspaces;

/// <summary>The database file with the two that SQLite keeps beside it.</summary>
internal static class WorkspaceFile
{
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

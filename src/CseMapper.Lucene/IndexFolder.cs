using Lucene.Net.Index;
using Lucene.Net.Store;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace CseMapper.Lucene;

/// <summary>Where the index lies; an index of another version, or one that is damaged, is dropped, since it can be made again.</summary>
internal static class IndexFolder
{
    /// <summary>Raised with every change of the fields or of the analysis.</summary>
    public const string FormatVersion = "1";

    /// <summary>Under which name a commit keeps the version.</summary>
    public const string VersionKey = "csemapper";

    /// <summary>Opens a folder; created when missing, emptied when it holds an index that cannot be used.</summary>
    public static LuceneDirectory Open(string folder)
    {
        DirectoryInfo place = System.IO.Directory.CreateDirectory(folder);
        FSDirectory directory = FSDirectory.Open(place);
        if (!IsUsable(directory))
        {
            foreach (string file in directory.ListAll()) directory.DeleteFile(file);
        }

        return directory;
    }

    private static bool IsUsable(LuceneDirectory directory)
    {
        try
        {
            if (!DirectoryReader.IndexExists(directory)) return directory.ListAll().Length == 0;
            using DirectoryReader reader = DirectoryReader.Open(directory);
            return reader.IndexCommit.UserData.TryGetValue(VersionKey, out string? version) && version == FormatVersion;
        }
        catch (Exception fault) when (fault is IOException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            // Whatever stands there, Lucene cannot read it.
            return false;
        }
    }
}

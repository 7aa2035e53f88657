using Lucene.Net.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Util;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace CseMapper.Passages.Indexing;

/// <summary>Whether the index that lies in a folder can be used, and how a new state of it is written.</summary>
internal static class IndexFolder
{
    /// <summary>Raised with every change of the fields or of the analysis.</summary>
    public const string FormatVersion = "1";

    /// <summary>Under which name a commit keeps the version.</summary>
    private const string VersionKey = "csemapper";

    private const int MegabytesBeforeFlush = 64;

    /// <summary>True for an index of this version that Lucene can open.</summary>
    public static bool IsUsable(LuceneDirectory directory)
    {
        try
        {
            if (!DirectoryReader.IndexExists(directory))
                return false;
            using DirectoryReader reader = DirectoryReader.Open(directory);
            return reader.IndexCommit.UserData.TryGetValue(VersionKey, out string? version) && version == FormatVersion;
        }
        catch (Exception fault)
            when (fault is IOException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            // Whatever stands there, Lucene cannot read it.
            return false;
        }
    }

    /// <summary>Opens the index for writing; one that cannot be used begins anew.</summary>
    /// <exception cref="IOException">The folder cannot be written, or another process has it open.</exception>
    public static IndexWriter BeginWriting(LuceneDirectory directory, Analyzer analyzer)
    {
        if (!IsUsable(directory))
            Empty(directory);
        return new IndexWriter(
            directory,
            new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer)
            {
                Similarity = new PassageSimilarity(),
                RAMBufferSizeMB = MegabytesBeforeFlush,
                // Merges in the calling thread: the same documents always come to the same segments.
                MergeScheduler = new SerialMergeScheduler(),
                MergePolicy = new TieredMergePolicy { ForceMergeDeletesPctAllowed = 0 },
            }
        );
    }

    /// <summary>Lucene cannot begin anew over files that it cannot read.</summary>
    private static void Empty(LuceneDirectory directory)
    {
        if (IndexWriter.IsLocked(directory))
            throw new IOException("Another run is writing the index.");
        foreach (string file in directory.ListAll().Where(file => file != IndexWriter.WRITE_LOCK_NAME))
            directory.DeleteFile(file);
    }

    /// <summary>Makes everything written so far durable, under this version; nothing is written where nothing has
    /// changed.</summary>
    public static void Commit(IndexWriter writer)
    {
        if (!writer.CommitData.ContainsKey(VersionKey))
        {
            writer.SetCommitData(
                new Dictionary<string, string>(StringComparer.Ordinal) { [VersionKey] = FormatVersion }
            );
        }

        writer.Commit();
    }
}

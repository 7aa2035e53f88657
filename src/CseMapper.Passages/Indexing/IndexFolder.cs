using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace CseMapper.Passages.Indexing;

/// <summary>Where an index lies, whether it can be used, and how it is written.</summary>
internal sealed class IndexFolder : IDisposable
{
    /// <summary>Raised with every change of the fields or of what stands in them.</summary>
    public const string FormatVersion = "3";

    public const string FormatKey = "csemapper";
    public const string MadeByKey = "made by";
    public const string HoldsKey = "holds";

    private const int MegabytesBeforeFlush = 64;
    private const int Writers = 2;
    private const int Attempts = 3;

    /// <summary>Larger segments are not merged: a merge now and then would cost a small run seconds.</summary>
    private const double LargestMerge = 32;

    /// <summary>Up to this many bytes the sums of all files are compared each time; that takes an eighth of a
    /// second.</summary>
    private const long CheapToCheck = 24L << 20;

    private IndexFolder(string path, LuceneDirectory directory)
    {
        Path = path;
        Directory = directory;
    }

    /// <summary>The folder; empty for one in memory.</summary>
    public string Path { get; }

    public LuceneDirectory Directory { get; }

    /// <summary>An index in a folder, which need not be there yet.</summary>
    public static IndexFolder OnDisk(string path)
    {
        string aside = path + ".set-aside";
        // A file where the folder should be is none of ours.
        if (File.Exists(path))
            File.Move(path, aside, overwrite: true);
        // By name: what Lucene chooses maps files into memory, which costs 200 MB more and pins them on Windows.
        return new IndexFolder(path, new NIOFSDirectory(new DirectoryInfo(path), new IndexLockFactory(path)));
    }

    /// <summary>An index that is gone when it is closed.</summary>
    public static IndexFolder InMemory() => new("", new RAMDirectory());

    /// <summary>Opens the index for reading.</summary>
    /// <param name="isDamaged">True where there is something that is no index of this version.</param>
    /// <returns>Null where there is none that can be used.</returns>
    public DirectoryReader? TryOpen(out bool isDamaged)
    {
        isDamaged = false;
        for (int attempt = 1; ; attempt++)
        {
            DirectoryReader? reader = null;
            try
            {
                if (!DirectoryReader.IndexExists(Directory))
                {
                    isDamaged = HasFiles();
                    return null;
                }

                reader = DirectoryReader.Open(Directory);
                if (reader.IndexCommit.UserData.TryGetValue(FormatKey, out string? version) && version == FormatVersion)
                {
                    Check(reader);
                    return reader;
                }

                reader.Dispose();
                isDamaged = true;
                return null;
            }
            catch (Exception fault) when (IndexException.IsTrouble(fault))
            {
                reader?.Dispose();
                // While another process commits, a list of files may name some that have just gone.
                if (attempt < Attempts)
                    continue;
                isDamaged = true;
                return null;
            }
        }
    }

    /// <summary>Opens the index for writing; merges run in the calling threads.</summary>
    /// <param name="mode">Whether it begins anew.</param>
    /// <param name="patience">How long to wait for another process that writes.</param>
    public IndexWriter BeginWriting(OpenMode mode, TimeSpan patience) =>
        new(
            Directory,
            new IndexWriterConfig(LuceneVersion.LUCENE_48, null)
            {
                OpenMode = mode,
                Similarity = new PassageSimilarity(1),
                RAMBufferSizeMB = MegabytesBeforeFlush,
                MaxThreadStates = Writers,
                UseCompoundFile = false,
                WriteLockTimeout = (long)patience.TotalMilliseconds,
                MergeScheduler = new SerialMergeScheduler(),
                MergePolicy = new TieredMergePolicy { MaxMergedSegmentMB = LargestMerge, NoCFSRatio = 0 },
            }
        );

    /// <summary>Puts files that are no usable index out of the way; only the latest are kept, for whoever wants to know
    /// what happened.</summary>
    /// <exception cref="IOException">They cannot be moved.</exception>
    public void SetAside()
    {
        if (Path.Length == 0 || !System.IO.Directory.Exists(Path))
            return;
        string aside = Path + ".set-aside";
        if (System.IO.Directory.Exists(aside))
            System.IO.Directory.Delete(aside, recursive: true);
        System.IO.Directory.CreateDirectory(aside);
        // One by one: a folder with open files cannot be moved everywhere.
        foreach (FileInfo file in new DirectoryInfo(Path).EnumerateFiles())
        {
            if (file.Name != IndexWriter.WRITE_LOCK_NAME)
                file.MoveTo(System.IO.Path.Combine(aside, file.Name), overwrite: true);
        }
    }

    /// <summary>Deletes all files; readers that have some open keep them.</summary>
    /// <exception cref="IOException">One cannot be deleted.</exception>
    public void Delete()
    {
        if (!System.IO.Directory.Exists(Path))
            return;
        foreach (FileInfo file in new DirectoryInfo(Path).EnumerateFiles())
        {
            if (file.Name != IndexWriter.WRITE_LOCK_NAME)
                file.Delete();
        }
    }

    public void Dispose() => Directory.Dispose();

    private bool HasFiles() => Array.Exists(Directory.ListAll(), file => file != IndexWriter.WRITE_LOCK_NAME);

    private void Check(DirectoryReader reader)
    {
        if (Path.Length == 0 || Directory.ListAll().Sum(Directory.FileLength) > CheapToCheck)
            return;
        foreach (AtomicReaderContext leaf in reader.Leaves)
            leaf.AtomicReader.CheckIntegrity();
    }
}

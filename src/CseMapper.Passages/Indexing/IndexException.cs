using CseMapper.Passages.Storage;
using Lucene.Net.Index;

namespace CseMapper.Passages.Indexing;

/// <summary>The index cannot be used. It is made of the workspace's texts: nothing is lost but time.</summary>
public sealed class IndexException : IOException
{
    /// <summary>Says what happened to the index in a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="cause">What went wrong.</param>
    /// <param name="isDamage">True where the index has to be made anew.</param>
    public IndexException(string folder, Exception cause, bool isDamage)
        : base(Describe(folder, cause, isDamage), cause) => IsDamage = isDamage;

    /// <summary>True where the index has to be made anew.</summary>
    public bool IsDamage { get; }

    /// <summary>Whether this is how Lucene fails over files that are not what it wrote.</summary>
    internal static bool IsTrouble(Exception fault) =>
        fault
            is IOException
                or UnauthorizedAccessException
                or ArgumentException
                or InvalidOperationException
                or NotSupportedException
                or IndexOutOfRangeException
                or NullReferenceException
                or OverflowException
                or OutOfMemoryException
                or FormatException
                or KeyNotFoundException
                or InvalidCastException;

    /// <summary>Whether the files are to blame, rather than the disk or somebody who holds them.</summary>
    internal static bool IsDamaged(Exception fault) =>
        !FullDisk.IsCauseOf(fault)
        && (
            fault is CorruptIndexException or EndOfStreamException or FileNotFoundException
            || fault is not (IOException or UnauthorizedAccessException)
        );

    private static string Describe(string folder, Exception cause, bool isDamage)
    {
        if (isDamage)
            return $"The index in {folder} is damaged ({cause.GetType().Name}). It is only a cache: it is made anew by the next run.";
        if (FullDisk.IsCauseOf(cause))
        {
            return $"The index in {folder} cannot be written: the disk is full. Make room and run again; what was read "
                + "so far is kept.";
        }

        return cause is UnauthorizedAccessException
            ? $"The index in {folder} cannot be written: the folder is read-only or not yours. Choose another folder "
                + "with --out."
            : $"The index in {folder} cannot be written: {cause.Message}";
    }
}

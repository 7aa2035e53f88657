using System.Globalization;
using CseMapper.Ingest;
using CseMapper.Workspaces;

namespace CseMapper;

/// <summary>Which known files are no longer there, and whether that is to be believed: a share that lost its connection looks like an empty one.</summary>
/// <param name="Gone">Files to forget.</param>
/// <param name="Kept">Files that are missing and kept all the same, until somebody confirms that they were deleted.</param>
internal sealed record Deletions(IReadOnlyList<string> Gone, IReadOnlyList<string> Kept)
{
    /// <summary>Deleting one or two of a handful of files is an ordinary day's work.</summary>
    private const int Few = 2;

    /// <summary>What is said about the files that were kept; empty where none were.</summary>
    public IReadOnlyList<string> Notices { get; private init; } = [];

    /// <summary>Judges what is missing.</summary>
    /// <param name="found">All files of the folder, and folders that could not be entered.</param>
    /// <param name="known">What was known before this run, by path.</param>
    /// <param name="hashesNow">Tells the contents that are there now: what was moved has not gone.</param>
    /// <param name="mostGone">The share, 0 to 1, that may go without being confirmed; 1 for all.</param>
    public static Deletions Judge(IReadOnlyList<FoundFile> found, IReadOnlyDictionary<string, KnownFile> known, Func<IReadOnlySet<string>> hashesNow, double mostGone)
    {
        HashSet<string> here = new(found.Select(file => file.Path), StringComparer.Ordinal);
        KnownFile[] missing = [.. known.Values.Where(file => !here.Contains(file.Path))];
        if (missing.Length == 0) return new Deletions([], []);
        string[] closed = [.. found.Where(file => file.IsFolder).Select(file => file.Path + "/")];
        KnownFile[] gone = [.. missing.Where(file => !Array.Exists(closed, folder => file.Path.StartsWith(folder, StringComparison.Ordinal)))];
        IReadOnlySet<string> now = hashesNow();
        KnownFile[] lost = [.. gone.Where(file => file.Hash.Length == 0 || !now.Contains(file.Hash))];
        bool isEmptied = found.Count == 0 && mostGone < 1;
        bool isTooMuch = lost.Length > Few && lost.Length > mostGone * known.Count;
        if (lost.Length == 0 || !(isEmptied || isTooMuch)) return new Deletions([.. gone.Select(file => file.Path)], []);
        return new Deletions([.. gone.Except(lost).Select(file => file.Path)], [.. lost.Select(file => file.Path).Order(StringComparer.Ordinal)])
        {
            Notices = [string.Create(
                CultureInfo.InvariantCulture,
                $"{lost.Length:N0} of {known.Count:N0} documents are no longer in the folder. So many at once may mean that a share has lost its connection, so they were kept in the mapping. If they were really deleted, run csemapper map again with --accept-deletions.")],
        };
    }
}

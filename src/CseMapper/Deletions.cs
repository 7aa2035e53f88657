using System.Globalization;
using CseMapper.Decisions.Changes;
using CseMapper.Documents.Files;
using CseMapper.Passages.Workspaces;

namespace CseMapper;

/// <summary>Which known files are no longer there, and whether that is to be believed: a share that lost its connection
/// looks like an empty one.</summary>
/// <param name="Gone">Files to forget.</param>
/// <param name="Kept">Files that are missing and kept all the same, until somebody confirms that they were
/// deleted.</param>
internal sealed record Deletions(IReadOnlyList<string> Gone, IReadOnlyList<string> Kept)
{
    /// <summary>Deleting one or two of a handful of files is an ordinary day's work.</summary>
    private const int Few = 2;

    /// <summary>What is said about the files that were kept; empty where none were.</summary>
    public IReadOnlyList<string> Notices { get; private init; } = [];

    /// <summary>Judges what is missing.</summary>
    /// <param name="found">All files of the folder, and folders that could not be entered.</param>
    /// <param name="leavesOut">Tells files that are to be left out now: nobody need confirm that.</param>
    /// <param name="known">What was known before this run, by path.</param>
    /// <param name="hashesNow">Tells the contents that are there now: what was moved has not gone.</param>
    /// <param name="mostGone">The share, 0 to 1, that may go without being confirmed; 1 for all.</param>
    public static Deletions Judge(
        IReadOnlyList<FoundFile> found,
        Func<string, bool> leavesOut,
        IReadOnlyDictionary<string, KnownFile> known,
        Func<IReadOnlySet<string>> hashesNow,
        double mostGone
    )
    {
        HashSet<string> here = new(found.Select(file => file.Path), StringComparer.Ordinal);
        KnownFile[] missing = [.. known.Values.Where(file => !here.Contains(file.Path))];
        if (missing.Length == 0)
            return new Deletions([], []);
        string[] closed = [.. found.Where(file => file.IsFolder).Select(file => file.Path + "/")];
        KnownFile[] gone =
        [
            .. missing.Where(file =>
                !Array.Exists(closed, folder => file.Path.StartsWith(folder, StringComparison.Ordinal))
            ),
        ];
        IReadOnlySet<string> now = hashesNow();
        KnownFile[] lost =
        [
            .. gone.Where(file => (file.Hash.Length == 0 || !now.Contains(file.Hash)) && !leavesOut(file.Path)),
        ];
        if (!IsTooMuch(lost.Length, known.Count, found.Count, mostGone))
            return new Deletions([.. gone.Select(file => file.Path)], []);
        return new Deletions(
            [.. gone.Except(lost).Select(file => file.Path)],
            [.. lost.Select(file => file.Path).Order(StringComparer.Ordinal)]
        )
        {
            Notices =
            [
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{lost.Length:N0} of {known.Count:N0} documents are no longer in the folder. So many at "
                        + $"once may mean that a share has lost its connection, so they were kept in the mapping. "
                        + $"If they were really deleted, run csemapper map, or csemapper watch, once with "
                        + $"--accept-deletions."
                ),
            ],
        };
    }

    /// <summary>Without a cache nothing of a missing document can be kept: rather no new mapping than one that has lost
    /// what the last one holds.</summary>
    /// <param name="last">The last mapping, or null for none.</param>
    /// <param name="files">All files that were read now.</param>
    /// <param name="leavesOut">Tells files that are to be left out now.</param>
    /// <param name="mostGone">The share, 0 to 1, that may go without being confirmed; 1 for all.</param>
    /// <exception cref="IOException">So many documents of the last mapping are missing that the folder may be out of
    /// reach.</exception>
    public static void RefuseLoss(
        MappingSnapshot? last,
        IReadOnlyDictionary<string, KnownFile> files,
        Func<string, bool> leavesOut,
        double mostGone
    )
    {
        if (last is null)
            return;
        HashSet<string> now = new(files.Values.Select(file => file.Hash), StringComparer.Ordinal);
        int lost = last.Documents.Count(document =>
            !files.ContainsKey(document.Path)
            && (document.Hash.Length == 0 || !now.Contains(document.Hash))
            && !leavesOut(document.Path)
        );
        if (!IsTooMuch(lost, last.Documents.Count, files.Count, mostGone))
            return;
        throw new IOException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{lost:N0} of the {last.Documents.Count:N0} documents of the last mapping are no longer in "
                    + $"the folder. So many at once may mean that a share has lost its connection; nothing in the "
                    + $"mapping was changed. If they were really deleted, run csemapper map, or csemapper watch, "
                    + $"once with --accept-deletions."
            )
        );
    }

    private static bool IsTooMuch(int lost, int known, int found, double mostGone) =>
        lost > 0 && ((found == 0 && mostGone < 1) || AreTooMany(lost, known, mostGone));

    /// <summary>True where more than a few files, and more than the share, have gone at once.</summary>
    public static bool AreTooMany(int lost, int of, double mostGone) => lost > Few && lost > mostGone * of;
}

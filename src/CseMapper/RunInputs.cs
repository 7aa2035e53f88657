using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CseMapper.Decisions.Mapping;
using CseMapper.Documents;
using CseMapper.Documents.Files;
using CseMapper.Matching.Scoring;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;
using CseMapper.Reports;

namespace CseMapper;

/// <summary>Fingerprints of what readings and mappings are made from.</summary>
internal static class RunInputs
{
    // A type of each assembly whose code makes the mapping and its reports.
    private static readonly Type[] _steps =
    [
        typeof(PassageSplitter),
        typeof(EvidenceRanker),
        typeof(MappingFile),
        typeof(ReportFiles),
        typeof(RunInputs),
    ];

    /// <summary>Names the code and limits that every reading depends on: a new build of what reads documents or cuts
    /// them into passages reads everything again; one of what comes later leaves the cache alone.</summary>
    /// <param name="readerBuilds">The builds of the readers.</param>
    /// <param name="options">The limits; passwords and recognition count by document.</param>
    public static string OfReading(string readerBuilds, ReadOptions options) =>
        $"{readerBuilds} {typeof(PassageSplitter).Module.ModuleVersionId} "
        + $"{options with { FileName = "", Passwords = [], Recognises = false }}";

    /// <summary>Names everything that a mapping depends on.</summary>
    /// <param name="generator">Program and version as it stands in the mapping.</param>
    /// <param name="standard">The standard's fingerprint.</param>
    /// <param name="policyFolder">Where the policies lie as seen from the output folder: the reports link to
    /// them.</param>
    /// <param name="read">All files with their hashes, how each content was read, and what was left out: of the day of
    /// the run only that counts which review dates it has passed.</param>
    /// <param name="decisions">Names the state of the decision log and how it is counted.</param>
    /// <param name="meaning">Names the model that meanings are compared with; empty for none.</param>
    public static string OfMapping(
        string generator,
        string standard,
        string policyFolder,
        ReadFolder read,
        string decisions,
        string meaning
    )
    {
        (FolderState folder, IReadOnlyList<DocumentRecord> documents) = (read.State, read.Documents);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (Type step in _steps)
            Add(hash, step.Module.ModuleVersionId.ToString());
        Add(hash, generator);
        Add(hash, standard);
        Add(hash, policyFolder);
        Add(hash, decisions);
        Add(hash, meaning);
        foreach (DocumentRecord document in documents)
        {
            KnownFile file = folder.Files[document.Path];
            Add(hash, file.Path);
            Add(hash, file.Hash);
            Add(hash, file.Stamp.Bytes.ToString(CultureInfo.InvariantCulture));
            Add(hash, file.Refusal?.Reason ?? "");
            if (!folder.Contents.TryGetValue(file.Hash, out StoredContent? content))
                continue;
            Add(hash, content.Mark.Extension);
            Add(hash, content.Mark.Access);
        }
        foreach (DocumentRecord document in documents.Where(document => document.CrossCheck is not null))
            Add(hash, $"{document.CrossCheck!.Fingerprint} {document.Path}");
        foreach (DocumentRecord document in documents.Where(document => document.IsReviewOverdue))
            Add(hash, "overdue " + document.Path);
        foreach (DocumentRecord document in documents.Where(document => document.KnownTrouble is not null))
            Add(hash, $"known {document.Path} {document.KnownTrouble!.Reason}");
        foreach (LeftOutFile left in read.LeftOut)
            Add(hash, $"left out {left.Path} {left.Rule} {left.Source}");
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Each part is closed by a zero byte, so that ("a", "bc") and ("ab", "c") differ.</summary>
    private static void Add(IncrementalHash hash, string part)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(part));
        hash.AppendData([0]);
    }
}

using CseMapper.Decisions.Anchors;
using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;
using CseMapper.Decisions.Mapping.Json;
using CseMapper.Documents;
using CseMapper.Documents.Text;
using CseMapper.Matching.Scoring;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;
using CseMapper.Reports;
using CseMapper.Testing;

namespace CseMapper.Tests.Import;

/// <summary>A small folder, mapped once for all tests of a class; what is decided stays in memory.</summary>
public sealed class MappedFolder : IDisposable
{
    private const string Complaints =
        "We publish how to complain, answer every complaint within ten working days, tell the customer the "
        + "outcome, and use complaints to improve the service we deliver to all customers.";
    private const string Staff =
        "Staff are trained in customer care every year, treat customers with respect, and leaders at every level "
        + "recognise and value staff who deliver customer focused service to all groups.";
    private readonly TemporaryFolder _folder = new();
    private readonly Workspace _workspace;

    public MappedFolder()
    {
        _folder.Write("policies/complaints.txt", Complaints);
        _folder.Write("policies/staff.txt", Staff);
        DocumentIngest ingest = new([new PlainTextReader()], ReadOptions.Default, TimeProvider.System);
        MappingPipeline pipeline = new(
            ingest,
            new PassageSplitter(PassageOptions.Default),
            new EvidenceRanker(),
            "CseMapper 0.0.0",
            TimeProvider.System
        );
        MapOptions options = new(_folder.At("policies"), _folder.At("out"))
        {
            CriteriaFile = RepositoryFiles.Path("criteria", "cse.json"),
            Jobs = 2,
        };
        pipeline.Run(options, new Progress<MapProgress>(), CancellationToken.None);
        using FileStream stream = File.OpenRead(_folder.At("out/mapping.json"));
        Mapping = MappingJsonReader.Read(stream);
        _workspace = Workspace.OpenExisting(_folder.At("out/.csemapper"))!;
    }

    public MappingFile Mapping { get; }

    public void Dispose()
    {
        _workspace.Dispose();
        _folder.Dispose();
    }

    internal string At(string path) => _folder.At(path);

    internal string Write(string path, byte[] bytes) => _folder.Write(path, bytes);

    internal ReviewedMapping With(IReadOnlyList<Decision> log) =>
        ReviewedMapping.Join(Mapping, log, needsApproval: false);

    internal DecisionMaker Maker(ReviewedMapping reviewed) =>
        new(reviewed.Mapping, new AnchorMaker(_workspace), TimeProvider.System);

    internal byte[] Workbook(
        IReadOnlyList<Decision> log,
        WorkbookExtras? extras = null,
        IReadOnlyList<ImportConflict>? conflicts = null
    )
    {
        using MemoryStream stream = new();
        XlsxReport.Write(
            With(log).Mapping,
            new DocumentLinks(At("policies"), At("out")),
            extras ?? WorkbookExtras.None,
            conflicts ?? [],
            stream
        );
        return stream.ToArray();
    }

    internal string Csv(IReadOnlyList<Decision> log)
    {
        using MemoryStream stream = new();
        CsvReport.Write(With(log).Mapping, stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}

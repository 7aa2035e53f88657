using CseMapper.Documents;
using CseMapper.Documents.Files;
using CseMapper.Documents.Text;
using CseMapper.Matching.Scoring;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;
using CseMapper.Testing;

namespace CseMapper.Tests;

public sealed class SeveralFoldersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SeveralFoldersTests()
    {
        _folder.Write(
            "policies/hr/staff.txt",
            "Staff are trained in customer care every year and treat customers with respect."
        );
        _folder.Write(
            "more/complaints.txt",
            "We answer every complaint within ten working days and tell the customer the outcome."
        );
        _folder.Age();
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void FoldersThatNoFolderHoldsTogetherMakeOneMapping()
    {
        string name = PolicyFolders.NameOf(_folder.At("policies/hr"));

        MapSummary first = Run();
        MapSummary second = Run();

        Assert.Equal(2, first.Counts.Documents);
        Assert.True(second.WasUpToDate);
        Assert.Contains(
            $"\"path\": \"{name}/staff.txt\"",
            File.ReadAllText(_folder.At("out/mapping.json")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "href=\"../policies/hr/staff.txt\"",
            File.ReadAllText(_folder.At("out/report.html")),
            StringComparison.Ordinal
        );
        using Workspace workspace = Workspace.OpenExisting(_folder.At("out/.csemapper"))!;
        Assert.Equal(
            (_folder.At("policies/hr"), "staff.txt"),
            MappingPipeline.FoldersOf(workspace, _folder.At("out"))?.Find(name + "/staff.txt")
        );
    }

    private MapSummary Run()
    {
        MapOptions options = new("", _folder.At("out"))
        {
            Parts = [_folder.At("policies/hr"), _folder.At("more")],
            CriteriaFile = RepositoryFiles.Path("criteria", "cse.json"),
            Jobs = 2,
        };
        DocumentIngest ingest = new([new PlainTextReader()], ReadOptions.Default, TimeProvider.System);
        MappingPipeline pipeline = new(
            ingest,
            new PassageSplitter(PassageOptions.Default),
            new EvidenceRanker(),
            "CseMapper test",
            TimeProvider.System
        );
        return pipeline.Run(options, new Heard(null), TestContext.Current.CancellationToken);
    }
}

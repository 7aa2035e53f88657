using CseMapper.Documents;
using CseMapper.Documents.Text;
using CseMapper.Matching.Scoring;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;
using CseMapper.Testing;
using Microsoft.Data.Sqlite;

namespace CseMapper.Tests;

public sealed class DamagedTermsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DamagedTermsTests()
    {
        _folder.Write(
            "policies/complaints.txt",
            "We publish how to complain, answer every complaint within ten working days and tell the customer "
                + "the outcome."
        );
        _folder.Write(
            "policies/staff.txt",
            "Staff are trained in customer care every year and treat customers with respect."
        );
        _folder.Age();
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("UPDATE body SET passages = zeroblob(length(passages))")]
    [InlineData("UPDATE body SET passages = substr(passages, 1, length(passages) / 2); DELETE FROM hits")]
    [InlineData("UPDATE body SET passages = x'ffff'")]
    public void ACacheWithDamagedContentIsBuiltAnew(string damage)
    {
        Run();
        byte[] before = File.ReadAllBytes(_folder.At("out/mapping.json"));
        using (
            SqliteConnection connection = new(
                $"Data Source={_folder.At("out/.csemapper/" + Workspace.FileName)};Pooling=False"
            )
        )
        {
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = damage;
            command.ExecuteNonQuery();
        }
        File.Delete(_folder.At("out/mapping.json"));

        MapSummary summary = Run();

        Assert.Equal(2, summary.Counts.Read);
        Assert.Equal(before, File.ReadAllBytes(_folder.At("out/mapping.json")));
    }

    private MapSummary Run()
    {
        MapOptions options = new(_folder.At("policies"), _folder.At("out"))
        {
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

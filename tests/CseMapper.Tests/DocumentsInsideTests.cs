using System.IO.Compression;
using System.Text;
using CseMapper.Documents;
using CseMapper.Documents.Archives;
using CseMapper.Documents.Text;
using CseMapper.Matching.Scoring;
using CseMapper.Passages.Splitting;
using CseMapper.Testing;

namespace CseMapper.Tests;

public sealed class DocumentsInsideTests : IDisposable
{
    private const string Complaints =
        "We publish how to complain, answer every complaint within ten working days, tell the customer the "
        + "outcome, and use complaints to improve the service we deliver to all customers.";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void DocumentsOfAnArchiveAreDocumentsOfTheirOwnPathFromRunToRun()
    {
        _folder.Write("policies/notes.txt", "Nothing to see.");
        Write("policies/a.zip", ("letters/complaints.txt", Complaints), ("staff.txt", "Staff are trained."));
        _folder.Age();

        MapSummary first = Run();
        MapSummary second = Run();

        Assert.Equal(
            ["a.zip", "a.zip/letters/complaints.txt", "a.zip/staff.txt", "notes.txt"],
            first.Changes.Added.Order(StringComparer.Ordinal)
        );
        Assert.True(second.WasUpToDate);
        Assert.Equal(4, second.Counts.Documents);

        Write("policies/a.zip", ("letters/complaints.txt", Complaints));
        _folder.Age();
        MapSummary third = Run();

        Assert.Equal(["a.zip/staff.txt"], third.Changes.Removed);
        Assert.Equal(3, third.Counts.Documents);

        File.Delete(_folder.At("policies/a.zip"));
        Assert.Equal(1, Run().Counts.Documents);
    }

    private MapSummary Run() =>
        new MappingPipeline(
            new DocumentIngest([new PlainTextReader(), new ZipReader()], ReadOptions.Default, TimeProvider.System),
            new PassageSplitter(PassageOptions.Default),
            new EvidenceRanker(),
            "CseMapper test",
            TimeProvider.System
        ).Run(
            new MapOptions(_folder.At("policies"), _folder.At("out"))
            {
                CriteriaFile = RepositoryFiles.Path("criteria", "cse.json"),
                Jobs = 2,
            },
            new Heard(null),
            CancellationToken.None
        );

    private void Write(string path, params (string Name, string Content)[] entries)
    {
        using MemoryStream stream = new();
        using (ZipArchive zip = new(stream, ZipArchiveMode.Create))
        {
            foreach ((string name, string content) in entries)
            {
                using Stream entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        File.WriteAllBytes(_folder.At(path), stream.ToArray());
    }
}

using System.Text.Json;

namespace CseMapper.App.Tests.Commands;

public sealed class EvaluateCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("csemapper-evaluate-").FullName;

    public EvaluateCommandTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "qrels"));
        File.WriteAllText(Path.Combine(_folder, "corpus.jsonl"), """
            {"_id": "p1", "title": "Complaints", "text": "Anyone may complain by telephone or letter.", "metadata": {"doc": "a"}}
            {"_id": "p2", "title": "", "text": "A parking permit costs thirty pounds a year.", "metadata": {"doc": "b"}}
            """);
        File.WriteAllText(Path.Combine(_folder, "queries.jsonl"), """
            {"_id": "q1", "text": "We have a complaints procedure.", "metadata": {}}
            {"_id": "q2", "text": "We tell people what a permit costs.", "metadata": {}}
            """);
        File.WriteAllText(Path.Combine(_folder, "qrels", "test.tsv"), "query-id\tcorpus-id\tscore\nq1\tp1\t2\nq2\tp2\t1\n");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void MeasuresTheRankingAndWritesARun()
    {
        string run = Path.Combine(_folder, "out.run");
        CommandLine.Result result = CommandLine.Run("evaluate", _folder, "--json", "--run", run);
        Assert.Equal(0, result.ExitCode);
        using JsonDocument json = JsonDocument.Parse(result.Output);
        Assert.Equal(2, json.RootElement.GetProperty("queries").GetInt32());
        Assert.Equal(1, json.RootElement.GetProperty("ndcg@10").GetDouble());
        string[] first = File.ReadAllLines(run)[0].Split(' ');
        Assert.Equal(["q1", "Q0", "p1", "1", "csemapper"], [first[0], first[1], first[2], first[3], first[5]]);
    }

    [Fact]
    public void ALineThatIsNoJsonIsNamed()
    {
        File.AppendAllText(Path.Combine(_folder, "queries.jsonl"), "\n{broken\n");
        CommandLine.Result result = CommandLine.Run("evaluate", _folder);
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("queries.jsonl(3)", result.Error, StringComparison.Ordinal);
    }
}

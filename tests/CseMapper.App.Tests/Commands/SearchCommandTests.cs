using System.Diagnostics;
using System.Text.Json;
using CseMapper.App.Tests.ReviewPage;
using CseMapper.Testing;

namespace CseMapper.App.Tests.Commands;

/// <summary>Searches in the mapped samples.</summary>
[Collection(PageTests.Name)]
public sealed class SearchCommandTests(MappedSamples samples)
{
    [Fact]
    public void MatchedWordsStandBetweenBracketsWhereNobodyWatches()
    {
        CommandLine.Result search = Search("complain* AND heading:complaints");

        Assert.Equal(ExitCode.Done, search.ExitCode);
        Assert.Contains("[complain", search.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\u001b', search.Output);
    }

    [Fact]
    public void ASlipIsToldAndTheWordsAreSearchedFor()
    {
        CommandLine.Result search = Search("(complaint AND \"working");

        Assert.Equal(ExitCode.Done, search.ExitCode);
        Assert.StartsWith(
            "The quotation mark at character 16 has no second one.",
            search.Error,
            StringComparison.Ordinal
        );
        Assert.Contains("[complaint", search.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void AnElementsQueryCanBePastedIntoASearch()
    {
        CommandLine.Result query = CommandLine.Run("explain", "4.3.2", "--query");
        JsonElement pasted = Found(query.Output.Trim());

        Assert.Equal(ExitCode.Done, query.ExitCode);
        Assert.NotEqual(0, pasted.GetArrayLength());
        Assert.Equal(pasted.GetRawText(), Found("element:4.3.2").GetRawText());
        Assert.NotEqual(pasted.GetRawText(), Found("element:4.3.2 AND page:2").GetRawText());
    }

    [Fact]
    public void AnElementsQueryNeedsNoRun()
    {
        CommandLine.Result query = CommandLine.Run("explain", "1.1.1", "--query", "--json");
        using JsonDocument json = JsonDocument.Parse(query.Output);

        Assert.Equal("1.1.1", json.RootElement.GetProperty("element").GetString());
        Assert.StartsWith("evidence:(", json.RootElement.GetProperty("query").GetString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, CommandLine.Run("explain", "9.9.9", "--query").ExitCode);
    }

    /// <summary>docs/search.md shows queries; each of them is understood.</summary>
    [Fact]
    public void EveryQueryOfTheDocumentationIsUnderstood()
    {
        string[] queries =
        [
            .. File.ReadLines(RepositoryFiles.Path("docs", "search.md"))
                .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
                .Select(line => line.Split('`')[1].Replace(@"\|", "|", StringComparison.Ordinal)),
        ];

        Assert.InRange(queries.Length, 12, 100);
        Assert.All(
            queries,
            query =>
            {
                CommandLine.Result search = Search(query);
                Assert.True(search.ExitCode == ExitCode.Done, query);
                Assert.True(search.Error.Length == 0 && search.Output.Length > 0, $"{query}: {search.Error}");
            }
        );
    }

    [Fact]
    public void TwoRunsAtOnceLeaveOneWholeIndex()
    {
        using TemporaryFolder folder = new();
        for (int i = 0; i < 30; i++)
        {
            folder.Write(
                $"policies/{i}.txt",
                $"Complaint number {i} was answered within ten working days, it says here."
            );
        }

        Process[] runs =
        [
            .. Enumerable
                .Range(0, 2)
                .Select(_ => CommandLine.Start("map", folder.At("policies"), "--out", folder.At("out"))),
        ];
        CommandLine.Result[] results = [.. runs.Select(CommandLine.Finish)];

        Assert.All(results, result => Assert.Equal(ExitCode.Done, result.ExitCode));
        CommandLine.Result search = CommandLine.Run(
            "search",
            "complaint",
            "--limit",
            "100",
            "--json",
            "--out",
            folder.At("out")
        );
        using JsonDocument json = JsonDocument.Parse(search.Output);
        Assert.Equal(30, json.RootElement.GetArrayLength());
        Assert.False(Directory.Exists(folder.At("out/.csemapper/lucene.set-aside")));
        foreach (Process run in runs)
            run.Dispose();
    }

    private JsonElement Found(string query)
    {
        using JsonDocument json = JsonDocument.Parse(Search(query, "--json").Output);
        return json.RootElement.Clone();
    }

    private CommandLine.Result Search(string query, params string[] more) =>
        CommandLine.Run(["search", query, "--out", samples.Output, .. more]);
}

using CseMapper.Matching.Criteria;
using CseMapper.Matching.Scoring;
using CseMapper.Passages.Indexing;
using CseMapper.Passages.Searching;
using CseMapper.Passages.Workspaces;
using CseMapper.Testing;
using CseMapper.Tests.Samples;

namespace CseMapper.Tests.Indexing;

public sealed class ElementSearchTests(SampleRun run, ITestOutputHelper output) : IClassFixture<SampleRun>
{
    private const int Top = 10;

    /// <summary>A little less than it is.</summary>
    private const double LeastNearTheTop = 0.85;

    [Fact]
    public void ASearchWithAnElementsPrintedQueryGivesItsEvidenceNearTheTop()
    {
        Standard standard = CriteriaFile.Load(RepositoryFiles.Path("criteria", "cse.json"));
        using Workspace workspace = Workspace.OpenExisting(run.CacheFolder)!;
        PassageSearcher searcher = new(PassageIndex.Of(workspace).Whole(CancellationToken.None));
        int strong = 0;
        int near = 0;
        int longest = 0;
        foreach (string element in run.Elements)
        {
            string query = EvidenceRanker.ElementQueryOf(standard, element)!.ToString();
            longest = Math.Max(longest, query.Length);
            HashSet<string> top =
            [
                .. searcher
                    .Search(query, Top)
                    .Found.Select(found => workspace.PassagesOf(found.Hash)[found.Ordinal].Key),
            ];
            SampleSuggestion[] best =
            [
                .. run.Suggestions(element).Where(suggestion => suggestion.Strength == "strong").Take(2),
            ];
            strong += best.Length;
            near += best.Count(suggestion => suggestion.Places.Any(place => top.Contains(place.Passage)));
        }

        output.WriteLine($"{near} of {strong} near the top; the longest query has {longest} characters");
        Assert.InRange(near / (double)strong, LeastNearTheTop, 1);
    }
}

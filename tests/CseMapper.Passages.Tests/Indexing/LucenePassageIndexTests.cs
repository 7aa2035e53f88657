using CseMapper.Passages.Indexing;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;
using CseMapper.Testing;
using Lucene.Net.Index;
using Lucene.Net.Store;

namespace CseMapper.Passages.Tests.Indexing;

public sealed class LucenePassageIndexTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WhatWasCommittedIsThereWhenItIsOpenedAgain()
    {
        using (LucenePassageIndex index = Open())
            Update(index, "a");

        using LucenePassageIndex again = Open();

        Assert.Single(Find(again));
        again.Update(
            Readings("a"),
            _ => throw new InvalidOperationException("It is there already."),
            CancellationToken.None
        );
    }

    [Fact]
    public void AnUpdateThatWasStoppedLeavesTheLastCommit()
    {
        using (LucenePassageIndex index = Open())
            Update(index, "a");
        using CancellationTokenSource stop = new();
        using (LucenePassageIndex index = Open())
        {
            Assert.ThrowsAny<OperationCanceledException>(() =>
                index.Update(
                    Readings("b", "c"),
                    key =>
                    {
                        stop.Cancel();
                        return Text(key);
                    },
                    stop.Token
                )
            );
        }

        using LucenePassageIndex again = Open();

        Assert.Equal("a", Assert.Single(Find(again)).Hash);
    }

    [Fact]
    public void ASearchSeesWhatAnUpdateUnderWayHasAdded()
    {
        using LucenePassageIndex index = Open();
        List<int> seen = [];

        index.Update(
            Readings("a", "b", "c"),
            key =>
            {
                seen.Add(Find(index).Count);
                return Text(key);
            },
            CancellationToken.None
        );

        Assert.Equal([0, 1, 2], seen);
    }

    [Fact]
    public void ScoresDoNotDependOnHowTheIndexCameToBe()
    {
        using (LucenePassageIndex index = Open())
            Update(index, "x", "y", "b");
        double[] grown;
        using (LucenePassageIndex index = Open())
        {
            Update(index, "a", "b", "c");
            grown = [.. Find(index).Select(found => found.Score)];
        }

        using LucenePassageIndex fresh = LucenePassageIndex.InMemory();
        Update(fresh, "a", "b", "c");

        Assert.Equal(Find(fresh).Select(found => found.Score), grown);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("99")]
    public void AnIndexOfAnotherVersionIsMadeAgain(string version)
    {
        using (LucenePassageIndex index = Open())
            Update(index, "a");
        using (FSDirectory directory = FSDirectory.Open(_folder.FullPath))
        using (PassageAnalyzer analyzer = new())
        using (IndexWriter writer = IndexFolder.BeginWriting(directory, analyzer))
        {
            writer.SetCommitData(new Dictionary<string, string>(StringComparer.Ordinal) { ["csemapper"] = version });
            writer.Commit();
        }

        using LucenePassageIndex again = Open();

        Assert.Empty(Find(again));
        Update(again, "a");
        Assert.Single(Find(again));
    }

    [Fact]
    public void ADamagedIndexIsMadeAgain()
    {
        using (LucenePassageIndex index = Open())
            Update(index, "a");
        foreach (string file in System.IO.Directory.GetFiles(_folder.FullPath))
            File.WriteAllText(file, "damaged");

        using LucenePassageIndex again = Open();
        Update(again, "a");

        Assert.Single(Find(again));
    }

    [Fact]
    public void AnOpenIndexSeesWhatAnotherHasCommitted()
    {
        using LucenePassageIndex page = Open();
        Assert.Empty(Find(page));

        using (LucenePassageIndex run = Open())
            Update(run, "a");
        Assert.Single(Find(page));

        using (LucenePassageIndex run = Open())
            Update(run, "a", "b");
        Assert.Equal(2, Find(page).Count);
    }

    [Fact]
    public void TwoUpdatesAtTheSameTimeAreRefused()
    {
        using LucenePassageIndex one = Open();

        one.Update(
            Readings("a"),
            key =>
            {
                using LucenePassageIndex other = Open();
                Assert.ThrowsAny<IOException>(() => Update(other, "b"));
                return Text(key);
            },
            CancellationToken.None
        );

        Assert.Equal("a", Assert.Single(Find(one)).Hash);
    }

    [Fact]
    public void TheExplanationIsLucenesOwn()
    {
        using LucenePassageIndex index = Open();
        Update(index, "a");

        SearchExplanation why = index.Explain(new PassageSearch(["complaints", "parking"]), Assert.Single(Find(index)));

        Assert.Equal(["complaints"], why.Words);
        Assert.Contains("body:complaint", Flatten(why.Reason), StringComparison.Ordinal);
        Assert.Contains("idf(docFreq=1, maxDocs=1)", Flatten(why.Reason), StringComparison.Ordinal);
    }

    private LucenePassageIndex Open() => LucenePassageIndex.Open(_folder.FullPath);

    private static void Update(LucenePassageIndex index, params string[] keys) =>
        index.Update(Readings(keys), Text, CancellationToken.None);

    private static Dictionary<string, string> Readings(params string[] keys) =>
        keys.ToDictionary(key => key, _ => "1", StringComparer.Ordinal);

    private static DocumentText Text(string key) =>
        new("", [new Passage(key, 0, $"Complaints in document {key}.", [])]);

    private static IReadOnlyList<FoundPassage> Find(LucenePassageIndex index) =>
        index.Search(new PassageSearch(["complaint"]), 10);

    private static string Flatten(ScoreExplanation reason) =>
        reason.Description + "\n" + string.Concat(reason.Details.Select(Flatten));
}

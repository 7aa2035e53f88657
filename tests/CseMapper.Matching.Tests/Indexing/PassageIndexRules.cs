using CseMapper.Documents;
using CseMapper.Matching.Scoring;
using CseMapper.Passages.Indexing;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Terms;
using CseMapper.Passages.Workspaces;

namespace CseMapper.Matching.Tests.Indexing;

/// <summary>What every index keeps to, whatever engine stands behind it.</summary>
public abstract class PassageIndexRules : IDisposable
{
    private static readonly Dictionary<string, string[]> _documents = new(StringComparer.Ordinal)
    {
        ["a"] =
        [
            "Complaints are answered within ten working days.",
            "Staff treat every customer with courtesy.",
            "We measure how satisfied customers are.",
        ],
        ["b"] = ["A complaint may be made by telephone.", "Working hours end at five; days off are granted in turn."],
        ["c"] = ["Parking costs two pounds an hour.", "Parking costs two pounds an hour."],
    };

    /// <summary>Where the engine may keep its files.</summary>
    protected string Folder { get; } = Directory.CreateTempSubdirectory("csemapper-index-").FullName;

    /// <summary>Opens the index and brings it to these documents.</summary>
    protected abstract IPassageIndex Fill(IReadOnlyDictionary<string, DocumentText> documents, string reading = "1");

    [Fact]
    public void AWordIsFoundInEveryInflection()
    {
        using IPassageIndex index = Fill(Texts());

        Assert.Equal(["a 0", "b 0"], Places(index.Search(new PassageSearch(["complaint"]), 10)).Order());
        Assert.Equal(["a 0", "b 0"], Places(index.Search(new PassageSearch(["COMPLAINTS"]), 10)).Order());
    }

    [Fact]
    public void APhraseIsFoundWhereItStandsAsItIs()
    {
        using IPassageIndex index = Fill(Texts());

        Assert.Equal(["a 0"], Places(index.Search(new PassageSearch(["working days"]), 10)));
    }

    [Fact]
    public void ThePassageWithMoreOfTheWordsIsFirst()
    {
        using IPassageIndex index = Fill(Texts());

        IReadOnlyList<FoundPassage> found = index.Search(new PassageSearch(["telephone", "complaint"]), 10);

        Assert.Equal(["b 0", "a 0"], Places(found));
        Assert.True(found[0].Score > found[1].Score);
        Assert.Equal(["b 0"], Places(index.Search(new PassageSearch(["telephone", "complaint"]), 1)));
    }

    [Fact]
    public void AllWordsAreFoundTogetherWhereThatIsAskedFor()
    {
        using IPassageIndex index = Fill(Texts());

        Assert.Equal(
            ["b 0"],
            Places(index.Search(new PassageSearch(["complaints", "the", "telephone"], NeedsAll: true), 10))
        );
        Assert.Empty(index.Search(new PassageSearch(["complaints", "courtesy"], NeedsAll: true), 10));
    }

    [Fact]
    public void OfEqualPassagesTheFirstByDocumentAndPlaceIsFirst()
    {
        Dictionary<string, DocumentText> texts = Texts();
        texts["0"] = texts["c"];
        using IPassageIndex index = Fill(texts);

        Assert.Equal(["0 0", "0 1", "c 0", "c 1"], Places(index.Search(new PassageSearch(["parking"]), 10)));
        Assert.Equal(["0 0", "0 1"], Places(index.Search(new PassageSearch(["parking"]), 2)));
    }

    [Fact]
    public void AHeadingIsSearchedToo()
    {
        Dictionary<string, DocumentText> texts = Texts();
        texts["d"] = new DocumentText("Refunds", [new Passage("k", 0, "Money is paid back.", ["3 Refunds"])]);
        using IPassageIndex index = Fill(texts);

        Assert.Equal(["d 0"], Places(index.Search(new PassageSearch(["refund"]), 10)));
    }

    [Theory]
    [InlineData("the")]
    [InlineData("")]
    [InlineData("—")]
    [InlineData("xylophone")]
    public void WhatStandsNowhereOrEverywhereIsNotFound(string word)
    {
        using IPassageIndex index = Fill(Texts());

        Assert.Empty(index.Search(new PassageSearch([word]), 10));
    }

    [Theory]
    [InlineData("complaint AND NOT \"telephone")]
    [InlineData("headings:complaint*")]
    [InlineData("(complaint^9")]
    public void SearchSyntaxIsNothingButWords(string text)
    {
        using IPassageIndex index = Fill(Texts());

        Assert.All(index.Search(new PassageSearch([text]), 10), found => Assert.Contains(found.Hash, _documents.Keys));
    }

    [Fact]
    public void ADocumentThatHasGoneIsNotFound()
    {
        Dictionary<string, DocumentText> texts = Texts();
        using (IPassageIndex before = Fill(texts))
            Assert.NotEmpty(before.Search(new PassageSearch(["parking"]), 10));
        texts.Remove("c");

        using IPassageIndex index = Fill(texts);

        Assert.Empty(index.Search(new PassageSearch(["parking"]), 10));
        Assert.NotEmpty(index.Search(new PassageSearch(["complaint"]), 10));
    }

    [Fact]
    public void AnotherReadingOfADocumentTakesTheFirstOnesPlace()
    {
        using (Fill(Texts())) { }

        Dictionary<string, DocumentText> texts = Texts();
        texts["c"] = Text("Cycling costs nothing.");
        using IPassageIndex index = Fill(texts, reading: "2");

        Assert.Empty(index.Search(new PassageSearch(["parking"]), 10));
        Assert.Equal(["c 0"], Places(index.Search(new PassageSearch(["cycling"]), 10)));
        Assert.Equal(["a 0", "b 0"], Places(index.Search(new PassageSearch(["complaint"]), 10)).Order());
    }

    [Fact]
    public void AnExplanationNamesTheWordsFoundAndComesToTheScore()
    {
        using IPassageIndex index = Fill(Texts());
        PassageSearch search = new(["complaint", "working days", "telephone"]);
        FoundPassage found = index.Search(search, 10).Single(one => one.Hash == "a");

        SearchExplanation why = index.Explain(search, found);

        Assert.Equal(["complaint", "working days"], why.Words);
        Assert.Equal(found.Score, why.Reason.Value, 1e-4);
        Assert.NotEmpty(why.Reason.Details);
    }

    [Fact]
    public void CandidatesHoldWhatTheirElementLooksForBestFirst()
    {
        using IPassageIndex index = Fill(Texts());
        ElementQueries queries = new(
            3,
            [
                Sought(SoughtKind.Word, "complaint", (0, 1f)),
                Sought(SoughtKind.Word, "telephon", (0, 1f)),
                Sought(SoughtKind.Phrase, "work day", (1, 2f)),
                Sought(SoughtKind.Word, "custom", (1, 0.5f), (0, 0.001f)),
            ]
        );

        IReadOnlyList<IReadOnlyList<FoundPassage>> candidates = index.Candidates(
            queries,
            10,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(3, candidates.Count);
        Assert.Equal(["b 0", "a 0"], Places(candidates[0]).Take(2));
        Assert.Equal("a 0", Places(candidates[1])[0]);
        Assert.Empty(candidates[2]);
        Assert.All(candidates, ofElement => Assert.Equal(ofElement.OrderByDescending(found => found.Score), ofElement));
        Assert.Single(index.Candidates(queries, 1, TestContext.Current.CancellationToken)[0]);
    }

    [Fact]
    public void CancellationPasses()
    {
        using IPassageIndex index = Fill(Texts());
        CancellationToken canceled = new(canceled: true);

        Assert.ThrowsAny<OperationCanceledException>(() =>
            index.Candidates(new ElementQueries(1, [Sought(SoughtKind.Word, "complaint", (0, 1f))]), 5, canceled)
        );
        Assert.ThrowsAny<OperationCanceledException>(() =>
            index.Update(
                new Dictionary<string, string>(StringComparer.Ordinal) { ["new"] = "1" },
                _ => Text("Never read."),
                canceled
            )
        );
    }

    public void Dispose()
    {
        Dispose(isDisposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool isDisposing)
    {
        if (isDisposing && Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }

    protected static Dictionary<string, DocumentText> Texts() =>
        _documents.ToDictionary(document => document.Key, document => Text(document.Value), StringComparer.Ordinal);

    protected static DocumentText Text(params string[] passages) =>
        new("", [.. passages.Select((text, i) => new Passage($"k{i}", i, text, []))]);

    protected static string[] Places(IReadOnlyList<FoundPassage> found) =>
        [.. found.Select(one => $"{one.Hash} {one.Ordinal}")];

    private static SoughtTerms Sought(SoughtKind kind, string terms, params (int Element, float Weight)[] uses) =>
        new(kind, terms.Split(' '), [.. uses.Select(use => new ElementWeight(use.Element, use.Weight))]);
}

public sealed class EmbeddedIndexRules : PassageIndexRules
{
    private Workspace? _workspace;

    protected override IPassageIndex Fill(IReadOnlyDictionary<string, DocumentText> documents, string reading = "1")
    {
        _workspace?.Dispose();
        _workspace = Workspace.Open(Folder, "tests", rebuild: false);
        FolderState state = FolderState.Read(_workspace);
        using (WorkspaceWriter writer = _workspace.BeginWriting())
        {
            foreach (string path in state.Before.Keys)
                state.Remove(writer, path);
            foreach ((string key, DocumentText text) in documents)
            {
                state.Put(writer, new KnownFile(key + ".txt", default, 0, key));
                state.Put(
                    writer,
                    new ReadContent(
                        key,
                        new ReadingMark(".txt", reading),
                        FileFormat.PlainText,
                        ReadStatus.Read,
                        [],
                        text.Passages,
                        PassageTerms.Encode(text.Title, text.Passages)
                    )
                );
            }

            state.RemoveOrphans(writer);
            writer.Commit();
        }

        return new EmbeddedIndex(_workspace);
    }

    protected override void Dispose(bool isDisposing)
    {
        _workspace?.Dispose();
        base.Dispose(isDisposing);
    }
}

using System.Globalization;
using CseMapper.Matching.Criteria;
using CseMapper.Matching.Loading;
using CseMapper.Matching.Queries;
using CseMapper.Matching.Scoring;
using CseMapper.Matching.Suggestions;
using CseMapper.Passages.Indexing;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Terms;
using CseMapper.Passages.Workspaces;
using CseMapper.Testing;
using CseMapper.Tests.Samples;

namespace CseMapper.Tests.Lucene;

/// <summary>Lucene and the embedded engine on the same passages.</summary>
public sealed class EnginesAgreeTests(SampleRun run, LuceneSampleRun other, ITestOutputHelper output)
    : IClassFixture<SampleRun>,
        IClassFixture<LuceneSampleRun>
{
    /// <summary>A seventh of what an element gets by default, so that it does not simply hold everything there
    /// is.</summary>
    private const int Depth = 50;

    [Fact]
    public void BothGiveAWordTheSameScoreByBm25()
    {
        using Workspace workspace = Workspace.OpenExisting(run.CacheFolder)!;
        // Texts alone: headings are fields of their own in Lucene and share one saturation in the embedded engine.
        Dictionary<string, DocumentText> texts = Texts(workspace);
        string[] terms = PlainTerms(texts.Values);
        ElementQueries queries = new(
            terms.Length,
            [.. terms.Select((term, i) => new SoughtTerms(SoughtKind.Word, [term], [new ElementWeight(i, 1)]))]
        );
        using LucenePassageIndex lucene = Fill(texts);

        IReadOnlyList<IReadOnlyList<FoundPassage>> theirs = lucene.Candidates(
            queries,
            int.MaxValue,
            TestContext.Current.CancellationToken
        );
        Dictionary<(string, int), float[]> ours = Score(texts, queries);

        Assert.True(terms.Length > 300);
        for (int term = 0; term < terms.Length; term++)
        {
            Assert.Equal(ours.Values.Count(scores => scores[term] > 0), theirs[term].Count);
            Assert.All(theirs[term], found => Assert.Equal(ours[(found.Hash, found.Ordinal)][term], found.Score, 1e-4));
        }
    }

    [Fact]
    public void TheCandidatesOfEachHoldTheSuggestionsOfTheOther()
    {
        Standard standard = CriteriaFile.Load(RepositoryFiles.Path("criteria", "cse.json"));
        using Workspace workspace = Workspace.OpenExisting(run.CacheFolder)!;
        using LucenePassageIndex lucene = LucenePassageIndex.InMemory();
        WorkspaceFeed.Update(lucene, workspace, TestContext.Current.CancellationToken);
        using EmbeddedIndex embedded = new(workspace);
        ElementQueries queries = ElementQueryMaker.Make(StandardQuery.Build(standard), RelatedWords.Load());

        double inLucene = Share(
            Suggested(standard, workspace, null),
            lucene.Candidates(queries, Depth, TestContext.Current.CancellationToken)
        );
        double inEmbedded = Share(
            Suggested(standard, workspace, lucene),
            embedded.Candidates(queries, Depth, TestContext.Current.CancellationToken)
        );

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"the {Depth} candidates of Lucene hold {inLucene:P1} of the embedded engine's suggestions, "
                    + $"those of the embedded engine {inEmbedded:P1} of Lucene's"
            )
        );
        Assert.True(inLucene >= 0.93, $"{inLucene}");
        Assert.True(inEmbedded >= 0.93, $"{inEmbedded}");
    }

    [Fact]
    public void AMappingWithLuceneHoldsTheSuggestionsOfTheEmbeddedIndex()
    {
        double share = SampleAgreement.Of(run, other, (_, _) => true);

        output.WriteLine(FormattableString.Invariant($"{share:P1} of the suggestions"));
        Assert.True(share >= 0.95, $"{share}");
    }

    /// <summary>
    /// All passages with their text alone. Where the stem of a content word is a stop word ("doing" and "do") a
    /// document of the embedded index keeps one of the two, so passages with such words are left out; so are those too
    /// long for the byte that Lucene keeps a length in, and those with a word more than twelve times, where the
    /// embedded engine stops counting.
    /// </summary>
    private static Dictionary<string, DocumentText> Texts(Workspace workspace)
    {
        Dictionary<string, DocumentText> texts = new(StringComparer.Ordinal);
        foreach (string hash in workspace.Terms().Select(terms => terms.Hash).ToArray())
        {
            IEnumerable<string> plain = workspace
                .PassagesOf(hash)
                .Select(passage => passage.Text)
                .Where(text =>
                    IsPlain([.. TextAnalyzer.Analyze(text).Where(word => !word.IsStopWord).Select(word => word.Term)])
                );
            texts.Add(hash, new DocumentText("", [.. plain.Select((text, i) => new Passage($"k{i}", i, text, []))]));
        }

        return texts;
    }

    private static bool IsPlain(string[] terms) =>
        terms.Length < byte.MaxValue
        && !terms.Any(term => term != TextAnalyzer.Negation && StopWords.Contains(term))
        && terms.GroupBy(term => term, StringComparer.Ordinal).All(same => same.Count() <= 12);

    /// <summary>Words without derivations and synonyms, which the embedded engine counts for a part: roots have five
    /// letters.</summary>
    private static string[] PlainTerms(IEnumerable<DocumentText> texts)
    {
        RelatedWords related = RelatedWords.Load();
        return
        [
            .. texts
                .SelectMany(text => text.Passages)
                .SelectMany(passage => TextAnalyzer.Analyze(passage.Text))
                .Where(term => !term.IsStopWord)
                .Select(term => term.Term)
                .Distinct(StringComparer.Ordinal)
                .Where(term => RelatedWords.RootOf(term) is null && related.SynonymsOf(term).Count == 0)
                .Order(StringComparer.Ordinal),
        ];
    }

    private static LucenePassageIndex Fill(Dictionary<string, DocumentText> texts)
    {
        LucenePassageIndex lucene = LucenePassageIndex.InMemory();
        lucene.Update(
            texts.Keys.ToDictionary(key => key, _ => "", StringComparer.Ordinal),
            key => texts[key],
            CancellationToken.None
        );
        return lucene;
    }

    /// <summary>By passage, the embedded engine's score for every term by the passage's own words.</summary>
    private static Dictionary<(string, int), float[]> Score(
        Dictionary<string, DocumentText> texts,
        ElementQueries queries
    )
    {
        Feature[] features =
        [
            .. queries.Terms.Select((sought, i) => new Feature(FeatureKind.Word, sought.Terms) { Uses = { (i, 1f) } }),
        ];
        PassageHits hits = new(features.Length);
        HitCollector collector = new(new Lexicon(features, RelatedWords.Load()), features.Length, hits);
        foreach (DocumentText text in texts.Values)
            collector.Add(PassageTerms.Encode("", text.Passages));
        PassageScorer scorer = new(features, features.Length, hits);
        Dictionary<(string, int), float[]> scores = [];
        foreach (
            (string key, int ordinal) in texts.SelectMany(text =>
                text.Value.Passages.Select(passage => (text.Key, passage.Ordinal))
            )
        )
        {
            scorer.Add(scores.Count, scores[(key, ordinal)] = new float[features.Length]);
        }

        return scores;
    }

    private static IReadOnlyList<ElementEvidence> Suggested(
        Standard standard,
        Workspace workspace,
        IPassageIndex? index
    ) =>
        new EvidenceRanker().Rank(
            standard,
            DocumentSource.Of(workspace, workspace.Documents()),
            workspace.PassagesOf,
            index,
            TestContext.Current.CancellationToken
        );

    private static double Share(
        IReadOnlyList<ElementEvidence> suggested,
        IReadOnlyList<IReadOnlyList<FoundPassage>> candidates
    )
    {
        bool[] held =
        [
            .. suggested.SelectMany(
                (element, i) =>
                    element.Suggestions.Select(suggestion =>
                        candidates[i]
                            .Any(candidate =>
                                candidate.Hash == suggestion.Document && candidate.Ordinal == suggestion.Passage.Ordinal
                            )
                    )
            ),
        ];
        return held.Count(isHeld => isHeld) / (double)held.Length;
    }
}

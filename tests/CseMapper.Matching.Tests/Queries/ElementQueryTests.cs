using System.Globalization;
using CseMapper.Matching.Criteria;
using CseMapper.Matching.Loading;
using CseMapper.Matching.Queries;
using CseMapper.Matching.Scoring;
using CseMapper.Passages.Indexing;
using CseMapper.Passages.Searching;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;
using CseMapper.Testing;
using Lucene.Net.Search;

namespace CseMapper.Matching.Tests.Queries;

public sealed class ElementQueryTests
{
    private static readonly Standard _standard = CriteriaFile.Load(RepositoryFiles.Path("criteria", "cse.json"));

    public static TheoryData<string> Elements => [.. _standard.Elements.Select(element => element.Number)];

    [Theory]
    [MemberData(nameof(Elements))]
    public void AQueryIsReadAsItIsPrinted(string element)
    {
        ElementQuery query = EvidenceRanker.ElementQueryOf(_standard, element)!;
        TypedQuery typed = TypedQuery.Read(query.ToString());

        Assert.Null(typed.Slip);
        Assert.NotEmpty(query.Clauses);
        Assert.Equal(query.ToQuery(), new PassageQueryParser(SearchCatalogue.Empty, needsAll: false).Read(typed));
    }

    [Fact]
    public void AQueryShowsWordsWithDerivationsAndSynonymsPairsAndPhrases()
    {
        string query = EvidenceRanker.ElementQueryOf(_standard, "4.3.2")!.ToString();

        Assert.StartsWith("evidence:(", query, StringComparison.Ordinal);
        Assert.Matches(@"\(complaints complaints~\^0\.25 [^)]*grievance\^0\.2[^)]*\)\^[0-9.]+", query);
        Assert.Matches(@"""[a-z]+ [a-z]+""~7\^0\.[0-9]+", query);
        Assert.Matches(@"""[a-z ]+""\^[0-9]", query);
    }

    [Fact]
    public void AnElementsCandidatesAreThePassagesThatItsQueryMatches()
    {
        IndexedDocument[] documents = [.. MakeDocuments()];
        using DocumentSource source = DocumentSource.Of(documents);
        LoadedPassages loaded = LoadedPassages.Load(_standard, source, RelatedWords.Load(), CancellationToken.None);
        IndexSnapshot index = source.Index(CancellationToken.None);
        PassageScorer scorer = new(loaded.Query.Features, _standard.Elements.Count, loaded.Hits);
        float[][] scores = new float[loaded.Hits.Passages][];
        for (int passage = 0; passage < scores.Length; passage++)
            scorer.Add(passage, scores[passage] = new float[_standard.Elements.Count]);
        int found = 0;
        for (int element = 0; element < _standard.Elements.Count; element++)
        {
            HashSet<(string, int)> collected = [];
            for (int document = 0; document < documents.Length; document++)
            {
                int first = loaded.Hits.FirstOf(document);
                for (int passage = first; passage < loaded.Hits.EndOf(document); passage++)
                {
                    if (scores[passage][element] > 0)
                        collected.Add((loaded.Documents[document].Key, passage - first));
                }
            }

            FoundPassage[] matched = index.Searcher.Best(loaded.Query.Queries[element].ToQuery(), int.MaxValue);
            Assert.Equal(collected.Order(), matched.Select(place => (place.Hash, place.Ordinal)).Order());
            found += matched.Length;
        }

        Assert.InRange(found, 1000, (scores.Length * _standard.Elements.Count) - 1000);
    }

    /// <summary>Short passages, so that most elements find some and not others.</summary>
    private static IEnumerable<IndexedDocument> MakeDocuments()
    {
        Random random = new(11);
        string[] texts =
        [
            .. _standard.Elements.Select(element => element.Wording),
            .. _standard.Elements.SelectMany(element => element.WholeVocabulary).Select(entry => entry.Phrase),
        ];
        string[] words =
        [
            .. texts.SelectMany(text => text.Split(' ')),
            .. "complainant organisational grievance tenants staffing the of lorry garden window blue seventeen".Split(
                ' '
            ),
        ];
        for (int i = 0; i < 40; i++)
        {
            Passage[] passages =
            [
                .. Enumerable
                    .Range(0, 10)
                    .Select(ordinal => new Passage("p", ordinal, Text(random, words, texts), [Few(random, words)])
                    {
                        LeadIn = random.Next(3) == 0 ? Few(random, words) : null,
                    }),
            ];
            yield return new IndexedDocument(
                i.ToString("x8", CultureInfo.InvariantCulture),
                random.Next(2) == 0 ? Few(random, words) : ""
            )
            {
                Passages = passages,
            };
        }
    }

    private static string Few(Random random, string[] words) =>
        string.Join(' ', random.GetItems(words, random.Next(0, 3)));

    private static string Text(Random random, string[] words, string[] texts) =>
        random.Next(4) == 0
            ? texts[random.Next(texts.Length)]
            : string.Join(' ', random.GetItems(words, random.Next(1, 12)));
}

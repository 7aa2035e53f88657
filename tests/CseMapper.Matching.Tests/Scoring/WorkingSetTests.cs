using System.Globalization;
using CseMapper.Matching.Criteria;
using CseMapper.Matching.Loading;
using CseMapper.Matching.Queries;
using CseMapper.Matching.Scoring;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Terms;

namespace CseMapper.Matching.Tests.Scoring;

public sealed class WorkingSetTests
{
    private const int Elements = 30;
    private const int Documents = 40;
    private const int PassagesEach = 6;

    /// <summary>Words that most elements look for, and one of each element's own.</summary>
    private static readonly Standard _made = new(
        "made",
        "A made-up standard",
        [
            new Criterion(
                "1",
                "",
                [
                    new SubCriterion(
                        "1",
                        "",
                        [
                            .. Enumerable
                                .Range(0, Elements)
                                .Select(i => new StandardElement(
                                    string.Create(CultureInfo.InvariantCulture, $"1.{i + 1}"),
                                    $"Customers {(i % 2 == 0 ? "receive letters" : "visit offices")} about "
                                        + $"{Word(i)} and {Word((i * 7) % Elements)}.",
                                    ""
                                )),
                        ]
                    ),
                ]
            ),
        ],
        ""
    );

    private static string Word(int number) =>
        $"{"bcdfgklm"[number % 8]}{"aeiou"[number % 5]}{"nprstv"[number % 6]}{"aeo"[number % 3]}x"
        + $"{"bdgkmt"[number / 5]}";

    private static IEnumerable<IndexedDocument> MakeDocuments()
    {
        Random random = new(1);
        string[] words =
        [
            .. Enumerable.Range(0, Elements).Select(Word),
            "customers",
            "tenants",
            "letters",
            "offices",
            "visitor",
            "about",
            "the",
            "garden",
            "lorry",
            "window",
        ];
        for (int i = 0; i < Documents; i++)
        {
            Passage[] passages =
            [
                .. Enumerable
                    .Range(0, PassagesEach)
                    .Select(ordinal => new Passage(
                        "p",
                        ordinal,
                        string.Join(' ', random.GetItems(words, random.Next(5, 60))),
                        [words[random.Next(words.Length)]]
                    )),
            ];
            string key = i.ToString("x8", CultureInfo.InvariantCulture);
            yield return new IndexedDocument(key, words[random.Next(words.Length)]) { Passages = passages };
        }
    }

    [Fact]
    public void ThePassOverAllPassagesKeepsTheBestInTheOrderOfTheFormula()
    {
        LoadedPassages loaded = LoadedPassages.Load(
            _made,
            MakeDocuments(),
            RelatedWords.Load(),
            TestContext.Current.CancellationToken
        );
        PassageScorer scorer = new(loaded.Query.Features, Elements, loaded.Hits);
        const int kept = 25;
        BestCandidates best = WorkingSet.Best(
            loaded.Hits,
            scorer,
            Elements,
            kept,
            TestContext.Current.CancellationToken
        );

        double[][] own = [.. Enumerable.Range(0, loaded.Hits.Passages).Select(passage => Own(loaded, scorer, passage))];
        for (int element = 0; element < Elements; element++)
        {
            double[] expected =
            [
                .. Enumerable
                    .Range(0, own.Length)
                    .Where(passage => own[passage][element] > 0)
                    .Select(passage => WithNeighbours(own, passage, element))
                    .OrderDescending()
                    .Take(kept),
            ];
            Assert.NotEmpty(expected);
            Assert.Equal(
                expected,
                best.Ranked(element).Select(found => (double)found.Score),
                (one, other) => Math.Abs(one - other) < 1e-4
            );
            Assert.All(
                best.Ranked(element),
                found => Assert.Equal(WithNeighbours(own, found.Passage, element), found.Score, 1e-4)
            );
        }

        Assert.Equal(
            Enumerable
                .Range(0, Elements)
                .SelectMany(element => best.Ranked(element))
                .Select(found => found.Passage)
                .Distinct()
                .Order(),
            best.Passages()
        );
    }

    private static double[] Own(LoadedPassages loaded, PassageScorer scorer, int passage)
    {
        double[] scores = new double[Elements];
        (float body, float heading) = scorer.Scales(passage);
        Hits hits = loaded.Hits[passage];
        while (hits.MoveNext())
        {
            double x = (hits.Body * (double)body) + (hits.Heading * (double)heading);
            for (int element = 0; element < Elements; element++)
            {
                scores[element] +=
                    loaded.Query.Features[hits.Feature].WeightFor(element)
                    * scorer.RarityOf(hits.Feature)
                    * 3
                    * x
                    / (x + 2);
            }
        }

        return scores;
    }

    private static double WithNeighbours(double[][] own, int passage, int element)
    {
        int place = passage % PassagesEach;
        double[] around =
        [
            .. new[] { place > 0 ? passage - 1 : -1, place + 1 < PassagesEach ? passage + 1 : -1 }
                .Where(other => other >= 0)
                .Select(other => own[other][element]),
        ];
        return own[passage][element] + (0.4 * around.Average());
    }
}

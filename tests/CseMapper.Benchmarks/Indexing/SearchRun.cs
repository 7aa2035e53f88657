using System.Globalization;
using CseMapper.Matching.Criteria;
using CseMapper.Matching.Scoring;
using CseMapper.Passages.Indexing;
using CseMapper.Passages.Searching;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;

namespace CseMapper.Benchmarks.Indexing;

/// <summary>Searches the passages of a workspace as people do, and says how long they wait.</summary>
internal static class SearchRun
{
    private const int Limit = 21;
    private const int LeastLength = 4;

    public static int Run(string folder, string[] options)
    {
        int count = Arguments.Number(options, "--queries", 200);
        using Workspace workspace =
            Workspace.OpenExisting(folder) ?? throw new FileNotFoundException("No workspace there.");
        Standard standard = CriteriaFile.Load(null);
        IndexSnapshot index = PassageIndex.Of(workspace).Whole(CancellationToken.None);
        PassageSearcher searcher = new(
            index,
            new SearchCatalogue(
                () => workspace.Documents().Select(document => (document.Path, document.Hash)),
                number => EvidenceRanker.ElementQueryOf(standard, number)
            )
        );
        Console.WriteLine($"{index.Passages} passages in {index.Parts} parts; milliseconds: middle, p95, longest; cut");
        Random random = new(4);
        DocumentRecord[] documents = [.. workspace.Documents()];
        foreach ((string name, Func<string[], string> make) in Kinds(random, standard))
        {
            List<double> times = [];
            int cut = 0;
            for (int i = -5; i < count; i++)
            {
                IReadOnlyList<Passage> passages = workspace.PassagesOf(documents[random.Next(documents.Length)].Hash);
                string[] words =
                [
                    .. passages[random.Next(passages.Count)]
                        .Text.Split([' ', '.', ','], StringSplitOptions.RemoveEmptyEntries)
                        .Where(word => word.Length >= LeastLength),
                ];
                string query = make(words);
                long began = TimeProvider.System.GetTimestamp();
                SearchAnswer answer = searcher.Search(query, Limit, needsAll: i % 2 == 0);
                foreach (FoundPassage found in answer.Found.Take(Limit - 1))
                    answer.MatchesIn(workspace.PassagesOf(found.Hash)[found.Ordinal].Text);
                if (i < 0)
                    continue;
                times.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
                cut += answer.IsCut ? 1 : 0;
            }

            times.Sort();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name, -28} {times[times.Count / 2], 7:F1} {times[times.Count * 95 / 100], 7:F1} {times[^1], 7:F1} {cut, 5}"
                )
            );
        }

        return 0;
    }

    private static (string Name, Func<string[], string> Make)[] Kinds(Random random, Standard standard)
    {
        string Any(string[] words) => words[random.Next(words.Length)];
        return
        [
            ("one word", Any),
            ("three words", words => $"{Any(words)} {Any(words)} {Any(words)}"),
            ("a phrase", words => $"\"{words[1]} {words[2]}\""),
            ("a quoted word", words => $"\"{Any(words)}\""),
            ("words near each other", words => $"\"{words[1]} {words[3]}\"~8"),
            ("a beginning of four letters", words => Any(words)[..LeastLength] + "*"),
            ("an ending", words => "*" + Any(words)[^3..]),
            ("like a word", words => Any(words) + "~"),
            ("both and not", words => $"{Any(words)} AND {Any(words)} NOT \"{Any(words)}\""),
            ("heading and page", words => $"heading:{Any(words)} AND page:[2 TO 5]"),
            ("an element", _ => "element:" + standard.Elements[random.Next(standard.Elements.Count)].Number),
            ("words that stand everywhere", _ => "\"the and of to in a for is be that with or\""),
            (
                "a hundred patterns",
                words => string.Join(' ', words.Concat(words).Concat(words).Take(100).Select(word => word[..2] + "*"))
            ),
        ];
    }
}

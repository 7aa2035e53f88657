using System.Globalization;
using CseMapper.Decisions.Anchors;
using CseMapper.Decisions.Log;
using CseMapper.Documents.Files;
using CseMapper.Matching.Criteria;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;

namespace CseMapper.Benchmarks;

/// <summary>Makes up a large project: documents of invented sentences, and decisions about their passages. The same
/// every time.</summary>
internal static class ReviewProject
{
    private const int PassagesADocument = 30;
    private const int Seed = 20261121;

    /// <summary>Content words are drawn by rank as in real texts (Zipf and Mandelbrot): the commonest stands in three
    /// passages of ten, as measured on policies.</summary>
    private const int RankOffset = 60;
    private const int InventedWords = 4_000;

    private static readonly string[] _small = (
        "the of and to a in for is with our all by we on as are that be their at this from or an will it may "
        + "must have not"
    ).Split(' ');
    private static readonly string[] _common = (
        "service customers information policy council staff review people work public access local area team "
        + "plan report standard year manager office time support need provide complaints"
    ).Split(' ');

    /// <summary>The path of a document below the policy folder.</summary>
    public static string PathOf(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{number / 100:000}/Policy {number:00000}.txt");

    /// <summary>Writes the documents, a sub-folder a hundred.</summary>
    public static void WriteDocuments(string folder, int documents)
    {
        string[] phrases =
        [
            .. CriteriaFile
                .Load()
                .Elements.SelectMany(element => element.Vocabulary)
                .Select(word => word.Phrase)
                .Distinct(StringComparer.Ordinal),
        ];
        string[] words =
        [
            .. _common,
            .. phrases
                .SelectMany(phrase => phrase.Split(' '))
                .Where(word => word.Length > 3)
                .Distinct(StringComparer.Ordinal),
            .. Invented(),
        ];
        for (int number = 0; number < documents; number++)
        {
            string path = Path.Combine(folder, PathOf(number));
            if (File.Exists(path))
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            Random random = new(Seed + number);
            File.WriteAllLines(
                path,
                Enumerable.Range(1, PassagesADocument).SelectMany(section => Section(random, phrases, words, section))
            );
        }
    }

    /// <summary>Adds decisions about random passages to the log.</summary>
    public static async Task Decide(string output, int decisions)
    {
        using DecisionLog log = new(Path.Combine(output, DecisionLog.FileName), TimeProvider.System);
        int done = log.Read().Decisions.Count;
        Random random = new(Seed + done);
        using Workspace workspace = Workspace.OpenExisting(CacheFolder.In(output))!;
        IReadOnlyList<DocumentRecord> documents = workspace.Documents();
        StandardElement[] elements = [.. CriteriaFile.Load().Elements];
        while (done < decisions)
        {
            List<Decision> batch = [];
            for (; batch.Count < 500 && done + batch.Count < decisions; )
            {
                DocumentRecord document = documents[random.Next(documents.Count)];
                IReadOnlyList<Passage> passages = workspace.PassagesOf(document.Hash);
                Passage passage = passages[random.Next(passages.Count)];
                DecisionAction action = random.Next(10) switch
                {
                    < 3 => DecisionAction.Accept,
                    3 => DecisionAction.Unsure,
                    _ => DecisionAction.Reject,
                };
                batch.Add(
                    new Decision(
                        $"made-{done + batch.Count}",
                        DateTimeOffset.UnixEpoch.AddMinutes(done + batch.Count),
                        $"Reviewer {random.Next(6) + 1}",
                        elements[random.Next(elements.Length)].Number,
                        action
                    )
                    {
                        Anchor = new EvidenceAnchor(passage.Text, document.Path, document.Hash)
                        {
                            Headings = passage.Headings,
                            Clause = passage.Clause,
                            Page = passage.Page,
                        },
                    }
                );
            }

            await log.AppendAsync(batch, CancellationToken.None);
            done += batch.Count;
        }
    }

    private static IEnumerable<string> Section(Random random, string[] phrases, string[] words, int section)
    {
        yield return $"{section}. {phrases[random.Next(phrases.Length)]}";
        yield return "";
        yield return string.Join(' ', Enumerable.Range(0, 5).Select(_ => Sentence(random, phrases, words)));
        yield return "";
    }

    private static string Sentence(Random random, string[] phrases, string[] words)
    {
        string[] sentence =
        [
            .. Enumerable
                .Range(0, 17)
                .Select(at =>
                    at % 2 == 0 ? _small[random.Next(_small.Length)]
                    : at == 9 && random.Next(8) == 0 ? phrases[random.Next(phrases.Length)]
                    : Drawn(random, words)
                ),
        ];
        return char.ToUpperInvariant(sentence[0][0]) + string.Join(' ', sentence)[1..] + ".";
    }

    private static string Drawn(Random random, string[] words) =>
        words[
            Math.Min(
                words.Length - 1,
                (int)(
                    RankOffset * (Math.Pow((words.Length + RankOffset) / (double)RankOffset, random.NextDouble()) - 1)
                )
            )
        ];

    private static IEnumerable<string> Invented()
    {
        string[] syllables =
        [
            "ba",
            "den",
            "ker",
            "lo",
            "mi",
            "nor",
            "pas",
            "ri",
            "sen",
            "tol",
            "ver",
            "wex",
            "al",
            "dro",
            "fin",
            "gal",
        ];
        Random random = new(Seed);
        return Enumerable
            .Range(0, InventedWords)
            .Select(_ => string.Concat(Enumerable.Range(0, 3).Select(_ => syllables[random.Next(syllables.Length)])))
            .Distinct(StringComparer.Ordinal);
    }
}

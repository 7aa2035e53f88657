using System.Globalization;
using CseMapper.Criteria;
using CseMapper.Passages;
using CseMapper.Review;
using CseMapper.Workspaces;

namespace CseMapper.Benchmarks;

/// <summary>Makes up a large project: documents of invented sentences, and decisions about their passages. The same every time.</summary>
internal static class ReviewProject
{
    private const int PassagesADocument = 30;
    private const int Seed = 20261121;

    private static readonly string[] s_fillers =
        "the and of to in a for is with our all by we on as are that be their at this from or an will customers service staff team council policy may must each year office people report work time plan area standard local review manager public information access budget".Split(' ');

    /// <summary>The path of a document below the policy folder.</summary>
    public static string PathOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{number / 100:000}/Policy {number:00000}.txt");

    /// <summary>Writes the documents, a sub-folder a hundred.</summary>
    public static void WriteDocuments(string folder, int documents)
    {
        string[] phrases = [.. CriteriaFile.Load().Elements.SelectMany(element => element.Vocabulary).Select(word => word.Phrase).Distinct(StringComparer.Ordinal)];
        for (int number = 0; number < documents; number++)
        {
            string path = Path.Combine(folder, PathOf(number));
            if (File.Exists(path)) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            Random random = new(Seed + number);
            File.WriteAllLines(path, Enumerable.Range(1, PassagesADocument).SelectMany(section => Section(random, phrases, section)));
        }
    }

    /// <summary>Adds decisions about random passages to the log.</summary>
    public static async Task Decide(string output, int decisions)
    {
        using DecisionLog log = new(Path.Combine(output, DecisionLog.FileName), TimeProvider.System);
        int done = log.Read().Decisions.Count;
        Random random = new(Seed + done);
        using Workspace workspace = Workspace.OpenExisting(Path.Combine(output, ".csemapper"))!;
        IReadOnlyList<DocumentRecord> documents = workspace.Documents();
        StandardElement[] elements = [.. CriteriaFile.Load().Elements];
        while (done < decisions)
        {
            List<Decision> batch = [];
            for (; batch.Count < 500 && done + batch.Count < decisions;)
            {
                DocumentRecord document = documents[random.Next(documents.Count)];
                IReadOnlyList<Passage> passages = workspace.PassagesOf(document.Hash);
                Passage passage = passages[random.Next(passages.Count)];
                DecisionAction action = random.Next(10) switch { < 3 => DecisionAction.Accept, 3 => DecisionAction.Unsure, _ => DecisionAction.Reject };
                batch.Add(new Decision($"made-{done + batch.Count}", DateTimeOffset.UnixEpoch.AddMinutes(done + batch.Count), $"Reviewer {random.Next(6) + 1}", elements[random.Next(elements.Length)].Number, action)
                {
                    Anchor = new EvidenceAnchor(passage.Text, document.Path, document.Hash) { Headings = passage.Headings, Clause = passage.Clause, Page = passage.Page },
                });
            }

            await log.AppendAsync(batch, CancellationToken.None);
            done += batch.Count;
        }
    }

    private static IEnumerable<string> Section(Random random, string[] phrases, int section)
    {
        yield return $"{section}. {Phrase(random, phrases)}";
        yield return "";
        yield return string.Join(' ', Enumerable.Range(0, 5).Select(_ => Sentence(random, phrases)));
        yield return "";
    }

    private static string Sentence(Random random, string[] phrases)
    {
        string[] words = [.. Enumerable.Range(0, 17).Select(at => at % 6 == 3 && random.Next(3) == 0 ? Phrase(random, phrases) : s_fillers[random.Next(s_fillers.Length)])];
        return char.ToUpperInvariant(words[0][0]) + string.Join(' ', words)[1..] + ".";
    }

    private static string Phrase(Random random, string[] phrases) => phrases[random.Next(phrases.Length)];
}

using CseMapper.Decisions.Log;
using CseMapper.Matching.Criteria;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Terms;
using CseMapper.Passages.Workspaces;

namespace CseMapper.Decisions.Evaluation;

/// <summary>Words and phrases that an element's accepted passages have in common and other passages have not: proposals
/// for an organisation's own vocabulary.</summary>
/// <remarks>
/// Of the words and pairs of neighbouring words that stand in two accepted passages of an element at least, those with
/// the highest offer weight r·w (Robertson 1990), where w = ln((r+.5)(N−n−R+r+.5)/((n−r+.5)(R−r+.5))) (Robertson and
/// Spärck Jones 1976) for n of all N passages and r of the element's R accepted ones. What the element or its
/// vocabulary says already is left out, and what its rejected passages hold as often.
/// </remarks>
public static class LearntWords
{
    private const int LeastPassages = 2;
    private const int LeastLetters = 4;
    private const int LeastLettersAlone = 6;
    private const double LeastWeight = 3;
    private const int MostWords = 6;

    /// <summary>Proposals by element, in printed order; elements without any are left out.</summary>
    /// <param name="standard">The standard.</param>
    /// <param name="workspace">What was read.</param>
    /// <param name="decisions">All lines of the log in their order.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static IReadOnlyList<(StandardElement Element, IReadOnlyList<string> Words)> Find(
        Standard standard,
        Workspace workspace,
        IReadOnlyList<Decision> decisions,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(standard);
        ArgumentNullException.ThrowIfNull(workspace);
        ILookup<string, JudgedPassage> judged = JudgedPassages
            .Find(standard, workspace, decisions, cancellation)
            .All.ToLookup(one => one.Element, StringComparer.Ordinal);
        Dictionary<string, Candidates> candidates = standard
            .Elements.Where(element => judged[element.Number].Count(one => one.IsAccepted) >= LeastPassages)
            .ToDictionary(
                element => element.Number,
                element => CandidatesOf(element, judged[element.Number], workspace),
                StringComparer.Ordinal
            );
        (Dictionary<string, int> frequency, int passages) = Count(
            candidates.Values.SelectMany(of => of.Accepted.Keys).ToHashSet(StringComparer.Ordinal),
            workspace,
            cancellation
        );
        return
        [
            .. standard
                .Elements.Where(element => candidates.ContainsKey(element.Number))
                .Select(element => (element, Best(candidates[element.Number], frequency, passages)))
                .Where(found => found.Item2.Count > 0),
        ];
    }

    private static IReadOnlyList<string> Best(Candidates candidates, Dictionary<string, int> frequency, int passages)
    {
        (string Term, double Offer)[] offers =
        [
            .. candidates
                .Accepted.Select(one =>
                    (
                        one.Key,
                        Count: one.Value,
                        Weight: WeightOf(one.Value, candidates.Passages, frequency.GetValueOrDefault(one.Key), passages)
                    )
                )
                .Where(one => one.Weight >= LeastWeight)
                .Select(one => (one.Key, one.Count * one.Weight))
                .OrderByDescending(one => one.Item2)
                .ThenBy(one => one.Key, StringComparer.Ordinal),
        ];
        List<string> best = [];
        foreach ((string term, _) in offers)
        {
            // A word whose phrase is proposed adds nothing.
            if (
                best.Count < MostWords
                && !best.Exists(other => $" {other} ".Contains($" {term} ", StringComparison.Ordinal))
            )
            {
                best.Add(term);
            }
        }

        return [.. best.Select(term => candidates.Surface[term])];
    }

    private static double WeightOf(int r, int all, int n, int passages) =>
        Math.Log(
            (r + 0.5) * (Math.Max(0, passages - n - all + r) + 0.5) / ((Math.Max(0, n - r) + 0.5) * (all - r + 0.5))
        );

    private static Candidates CandidatesOf(
        StandardElement element,
        IEnumerable<JudgedPassage> judged,
        Workspace workspace
    )
    {
        HashSet<string> known =
        [
            .. new[] { element.Wording }
                .Concat(element.WholeVocabulary.Select(entry => entry.Phrase))
                .SelectMany(text => TermsOf(text).Select(term => term.Term)),
        ];
        Candidates candidates = new();
        Dictionary<string, int> rejected = new(StringComparer.Ordinal);
        foreach (JudgedPassage one in judged.Distinct())
        {
            HashSet<string> seen = new(StringComparer.Ordinal);
            if (one.IsAccepted)
                candidates.Passages++;
            foreach ((string term, string surface) in TermsOf(workspace.PassagesOf(one.Document)[one.Ordinal].Text))
            {
                if (known.Contains(term) || !seen.Add(term))
                    continue;
                Dictionary<string, int> counts = one.IsAccepted ? candidates.Accepted : rejected;
                counts[term] = counts.GetValueOrDefault(term) + 1;
                candidates.Surface.TryAdd(term, surface);
            }
        }

        foreach (
            string rare in candidates
                .Accepted.Where(one => one.Value < LeastPassages || one.Value <= rejected.GetValueOrDefault(one.Key))
                .Select(one => one.Key)
                .ToArray()
        )
        {
            candidates.Accepted.Remove(rare);
        }

        return candidates;
    }

    /// <summary>In how many passages of the folder each term stands.</summary>
    private static (Dictionary<string, int> Frequency, int Passages) Count(
        HashSet<string> wanted,
        Workspace workspace,
        CancellationToken cancellation
    )
    {
        Dictionary<string, int> frequency = new(StringComparer.Ordinal);
        int passages = 0;
        foreach (
            string hash in workspace
                .Documents()
                .Where(document => document.PassageCount > 0)
                .Select(document => document.Hash)
                .Distinct(StringComparer.Ordinal)
        )
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (Passage passage in workspace.PassagesOf(hash))
            {
                passages++;
                foreach (
                    string term in TermsOf(passage.Text)
                        .Select(term => term.Term)
                        .Where(wanted.Contains)
                        .Distinct(StringComparer.Ordinal)
                )
                {
                    frequency[term] = frequency.GetValueOrDefault(term) + 1;
                }
            }
        }

        return (frequency, passages);
    }

    /// <summary>Words that are no stop words nor figures, and pairs of such words side by side, with the way they are
    /// written. Short words tell little alone.</summary>
    private static IEnumerable<(string Term, string Surface)> TermsOf(string text)
    {
        TextTerm? before = null;
        foreach (TextTerm word in TextAnalyzer.Analyze(text))
        {
            bool isContent = !word.IsStopWord && word.Length >= LeastLetters && word.Term.All(char.IsLetter);
            if (isContent)
            {
                if (word.Length >= LeastLettersAlone)
                    yield return (word.Term, text.Substring(word.Start, word.Length).ToLowerInvariant());
                if (before is { } first && word.Start - (first.Start + first.Length) == 1)
                {
                    yield return (
                        $"{first.Term} {word.Term}",
                        text.Substring(first.Start, word.Start + word.Length - first.Start).ToLowerInvariant()
                    );
                }
            }

            before = isContent ? word : null;
        }
    }

    /// <summary>What may be proposed for an element.</summary>
    private sealed class Candidates
    {
        public int Passages { get; set; }

        public Dictionary<string, int> Accepted { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, string> Surface { get; } = new(StringComparer.Ordinal);
    }
}

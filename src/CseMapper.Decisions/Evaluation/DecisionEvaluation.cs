using CseMapper.Decisions.Anchors;
using CseMapper.Decisions.Log;
using CseMapper.Matching.Criteria;
using CseMapper.Matching.Evaluation;
using CseMapper.Matching.Loading;
using CseMapper.Matching.Scoring;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;

namespace CseMapper.Decisions.Evaluation;

/// <summary>The ranking measured on what an organisation's own reviewers have decided: accepted passages are good,
/// rejected ones are not.</summary>
/// <param name="Result">The measures; its run holds judged passages only.</param>
/// <param name="Accepted">Accepted passages that were found.</param>
/// <param name="Rejected">Rejected passages that were found.</param>
/// <param name="LeftOut">Decided passages whose words have changed or gone since, or that lie in documents without
/// passages.</param>
/// <remarks>
/// Reviewers judge what they are shown, so what nobody judged is left out of the rankings before they are measured
/// (condensed lists: Sakai, SIGIR 2007), and the figures tell how well judged passages are told apart, not what was
/// never found. An element counts when it has an accepted passage.
/// </remarks>
public sealed record DecisionEvaluation(RankingEvaluation Result, int Accepted, int Rejected, int LeftOut)
{
    private const int Depth = 1000;
    private const int GradeOfFull = 2;

    /// <summary>Ranks everything once and looks where the judged passages stand.</summary>
    /// <param name="standard">The standard.</param>
    /// <param name="workspace">What was read.</param>
    /// <param name="decisions">All lines of the log in their order.</param>
    /// <param name="ranker">Ranks.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static DecisionEvaluation Measure(
        Standard standard,
        Workspace workspace,
        IReadOnlyList<Decision> decisions,
        EvidenceRanker ranker,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(standard);
        ArgumentNullException.ThrowIfNull(ranker);
        JudgedPassages judged = JudgedPassages.Find(standard, workspace, decisions, cancellation);
        List<RankingQuality> qualities = [];
        List<(double, bool)> confidences = [];
        List<RankedPassage> run = [];
        foreach (
            RankedElement element in ranker.RankPassages(
                standard,
                DocumentSource.Of(workspace, workspace.Documents()),
                workspace.PassagesOf,
                Depth,
                cancellation
            )
        )
        {
            ILookup<(string, int), JudgedPassage> here = judged
                .All.Where(one => one.Element == element.Element)
                .ToLookup(one => (one.Document, one.Ordinal));
            if (here.Count == 0)
                continue;
            (RankedPlace Place, JudgedPassage Judged)[] places =
            [
                .. element.Places.SelectMany(place =>
                    here[(place.Document, place.Ordinal)].Take(1).Select(one => (place, one))
                ),
            ];
            RankedPassage[] ranked =
            [
                .. places.Select(
                    (one, i) =>
                        new RankedPassage(
                            element.Element,
                            NameOf(one.Judged),
                            i + 1,
                            one.Place.Score,
                            one.Place.Confidence
                        )
                ),
            ];
            run.AddRange(ranked);
            confidences.AddRange(places.Select(one => (one.Place.Confidence, one.Judged.IsAccepted)));
            Dictionary<string, int> grades = here.Select(same => same.First())
                .Where(one => one.IsAccepted)
                .ToDictionary(NameOf, one => one.IsFull ? GradeOfFull : 1, StringComparer.Ordinal);
            if (grades.Count > 0)
                qualities.Add(RankingQuality.Measure([.. ranked.Select(one => one.Passage)], grades));
        }

        return new DecisionEvaluation(
            new RankingEvaluation(
                DecisionLog.FileName,
                RankingQuality.Mean(qualities),
                CalibrationQuality.Measure(confidences),
                run
            ),
            judged.All.Count(one => one.IsAccepted),
            judged.All.Count(one => !one.IsAccepted),
            judged.LeftOut
        );
    }

    private static string NameOf(JudgedPassage one) =>
        FormattableString.Invariant($"{one.Document[..Math.Min(12, one.Document.Length)]}#{one.Ordinal}");
}

/// <summary>A passage that was accepted or rejected for an element and whose words stand as they were.</summary>
/// <param name="Element">The element's number.</param>
/// <param name="Document">Hash of the document's content.</param>
/// <param name="Ordinal">Its place among the document's passages.</param>
/// <param name="IsAccepted">False when it was rejected.</param>
/// <param name="IsFull">True when it was said to prove the whole element.</param>
internal sealed record JudgedPassage(string Element, string Document, int Ordinal, bool IsAccepted, bool IsFull);

/// <summary>The judged passages of a log, found in the documents as they are.</summary>
/// <param name="All">Those that were found.</param>
/// <param name="LeftOut">How many were not.</param>
internal sealed record JudgedPassages(IReadOnlyList<JudgedPassage> All, int LeftOut)
{
    private const int Run = 3;
    private const double LeastCommon = 0.5;

    public static JudgedPassages Find(
        Standard standard,
        Workspace workspace,
        IReadOnlyList<Decision> decisions,
        CancellationToken cancellation
    )
    {
        HashSet<string> elements = [.. standard.Elements.Select(element => element.Number)];
        List<JudgedPassage> found = [];
        int leftOut = 0;
        Dictionary<string, HashSet<string>[]> texts = new(StringComparer.Ordinal);
        foreach (
            DecidedItem decided in new AnchorSurvey(workspace).Find(
                ReviewLedger.Derive(decisions, needsApproval: false),
                cancellation
            )
        )
        {
            if (
                decided.Item.Verdict is not (Verdict.Accepted or Verdict.Rejected)
                || !elements.Contains(decided.Item.Element)
            )
            {
                continue;
            }

            if (
                decided.Match is { KeepsDecision: true, Place: { } place }
                && OrdinalOf(place, texts, workspace) is { } ordinal
            )
            {
                found.Add(
                    new JudgedPassage(
                        decided.Item.Element,
                        place.ContentHash,
                        ordinal,
                        decided.Item.Verdict == Verdict.Accepted,
                        decided.Item.Extent == EvidenceExtent.Full
                    )
                );
            }
            else
            {
                leftOut++;
            }
        }

        return new JudgedPassages(found, leftOut);
    }

    /// <summary>The passage that shares most runs of three words with the decided ones; null where none shares half of
    /// them.</summary>
    private static int? OrdinalOf(AnchorPlace place, Dictionary<string, HashSet<string>[]> texts, Workspace workspace)
    {
        if (!texts.TryGetValue(place.ContentHash, out HashSet<string>[]? passages))
        {
            texts.Add(
                place.ContentHash,
                passages = [
                    .. workspace.PassagesOf(place.ContentHash).Select((Passage passage) => RunsOf(passage.Text)),
                ]
            );
        }

        HashSet<string> wanted = RunsOf(place.Text);
        (int best, double share) = (-1, 0);
        for (int i = 0; i < passages.Length; i++)
        {
            double common =
                wanted.Count(passages[i].Contains) / (double)Math.Max(1, Math.Min(wanted.Count, passages[i].Count));
            if (common > share)
                (best, share) = (i, common);
        }

        return share >= LeastCommon ? best : null;
    }

    private static HashSet<string> RunsOf(string text)
    {
        List<string> words = new AnchorWords(text).Words;
        return words.Count < Run
            ? [string.Join(' ', words)]
            : [.. Enumerable.Range(0, words.Count - Run + 1).Select(at => string.Join(' ', words.Skip(at).Take(Run)))];
    }
}

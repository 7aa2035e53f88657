using System.Globalization;
using CseMapper.Matching.Criteria;
using CseMapper.Matching.Queries;
using CseMapper.Matching.Remarks;
using CseMapper.Matching.Scoring;
using CseMapper.Passages.Searching;

namespace CseMapper.Matching.Suggestions;

/// <summary>Says of a weak suggestion why it is no better, in sentences for the reviewer.</summary>
/// <param name="ranking">The scores.</param>
/// <param name="reasons">What the scores are made of.</param>
internal sealed class RejectionReasons(PassageRanking ranking, ScoreReasons reasons)
{
    private const int Heaviest = 6;
    private const double LittleOfIdeal = 0.25;
    private readonly List<SearchedWord>?[] _searched = new List<SearchedWord>[ranking.Query.Elements.Count];
    private readonly List<SoughtFeature>[] _sought = SoughtBy(ranking);

    /// <summary>The words and phrases looked for, heaviest first, with the number of passages that hold them as they
    /// are.</summary>
    public IReadOnlyList<SearchedWord> SearchedFor(int element)
    {
        if (_searched[element] is { } known)
            return known;
        SurfaceWords surface = new(ranking.Query.Elements[element]);
        return _searched[element] = [
            .. _sought[element]
                .OrderByDescending(one => one.Value)
                .ThenBy(one => one.Feature.Label, StringComparer.Ordinal)
                .Select(one => new SearchedWord(
                    surface.Of(one.Feature.Label),
                    one.Feature.Label,
                    ranking.Hits.Frequency[one.Number]
                )),
        ];
    }

    /// <summary>Why a weak suggestion is weak; never empty.</summary>
    public IReadOnlyList<string> Of(int row, int element, IReadOnlyCollection<EvidenceRemark> flags)
    {
        List<string> found =
        [
            .. flags
                .Where(flag => ReviewCaution.FactorOf(flag) < 1)
                .Select(flag => Sentence(EvidenceRemarks.Describe(flag))),
        ];
        if (KindReason(ranking.Query.Elements[element].Kind, flags) is { } kind)
            found.Add(kind);
        if (RivalOf(row, element) is { } rival)
        {
            found.Add(
                $"It speaks rather of {ranking.Query.Elements[rival].Number}: {ranking.Query.Elements[rival].Wording}"
            );
        }

        found.Add(WordsReason(row, element));
        return found;
    }

    /// <summary>By element: the words and phrases that count for it.</summary>
    private static List<SoughtFeature>[] SoughtBy(PassageRanking ranking)
    {
        List<SoughtFeature>[] sought = [.. ranking.Query.Elements.Select(_ => new List<SoughtFeature>())];
        for (int number = 0; number < ranking.Query.Features.Count; number++)
        {
            Feature feature = ranking.Query.Features[number];
            if (feature.Kind == FeatureKind.Pair)
                continue;
            foreach ((int element, float weight) in feature.Uses)
            {
                double value = (double)weight * ranking.Scorer.RarityOf(number);
                if (value > 0)
                    sought[element].Add(new SoughtFeature(feature, number, value));
            }
        }

        return sought;
    }

    private static string? KindReason(EvidenceKind kind, IReadOnlyCollection<EvidenceRemark> flags) =>
        kind switch
        {
            EvidenceKind.Observed => "An assessor sees this on the day; no document proves it alone.",
            EvidenceKind.Results when !flags.Contains(EvidenceRemark.ShowsFigures) =>
                "The element asks for results, and this gives no figures.",
            _ => null,
        };

    /// <summary>The element that the passage answers best, where it is another one.</summary>
    private int? RivalOf(int row, int element)
    {
        Span<float> scores = ranking.Scores.Final[row];
        int best = element;
        for (int other = 0; other < scores.Length; other++)
        {
            if (scores[other] > scores[best])
                best = other;
        }

        return best == element ? null : best;
    }

    private string WordsReason(int row, int element)
    {
        HashSet<string> labels =
        [
            .. reasons
                .OwnWords(row, element)
                .Where(word => word.Feature.Kind != FeatureKind.Pair)
                .Select(word => word.Feature.Label),
        ];
        SearchedWord[] heaviest = [.. SearchedFor(element).Take(Heaviest)];
        string[] missing = [.. heaviest.Where(word => !labels.Contains(word.Stems)).Select(word => $"“{word.Words}”")];
        double share = ranking.Scores.Own[row][element] / reasons.IdealOf(element);
        string held = string.Create(
            CultureInfo.InvariantCulture,
            $"By weight, {share * 100:0}% of the words looked for stand in it"
        );
        return missing.Length > 0 && share < LittleOfIdeal
            ? $"{held}; missing {(missing.Length == 1 ? "is" : "are")} {string.Join(", ", missing)}."
            : $"{held}, and little around it speaks of the same subject.";
    }

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..] + ".";

    private sealed record SoughtFeature(Feature Feature, int Number, double Value);
}

/// <summary>A word or phrase that was looked for on behalf of an element.</summary>
/// <param name="Words">As the element or its vocabulary writes it.</param>
/// <param name="Stems">Its stems between blanks.</param>
/// <param name="Passages">How many passages of the folder hold it, in any inflection.</param>
public sealed record SearchedWord(string Words, string Stems, int Passages);

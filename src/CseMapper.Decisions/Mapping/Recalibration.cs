using CseMapper.Decisions.Anchors;
using CseMapper.Decisions.Log;
using CseMapper.Matching.Suggestions;

namespace CseMapper.Decisions.Mapping;

/// <summary>What an organisation's own decisions say of our confidences: p′ = 1/(1 + exp(−(a +
/// b·ln(p/(1−p))))).</summary>
/// <param name="Intercept">a: above 0 where reviewers accept more than we expect.</param>
/// <param name="Slope">b: above 1 where confidences should be further apart than they are.</param>
/// <param name="Decided">Suggestions that were accepted or rejected.</param>
/// <param name="Accepted">Those that were accepted.</param>
/// <remarks>
/// Platt scaling (Platt 1999) by maximum a posteriori: a is normal around 0 and b around 1, both with variance .06, so
/// that few decisions move confidences little and none leave them alone. People decide the best first: what they have
/// not come to yet must not be judged by it, so that it takes hundreds of decisions to move a band. The maximum of this concave function is
/// found by Newton's method. Below <see cref="LeastDecided"/> decisions nothing is changed. The order of an element's
/// suggestions never changes, since b is kept above .05.
/// </remarks>
public sealed record Recalibration(double Intercept, double Slope, int Decided, int Accepted)
{
    /// <summary>Decided suggestions from which confidences are recalibrated.</summary>
    public const int LeastDecided = 10;

    private const double InterceptVariance = 0.06;
    private const double SlopeVariance = 0.06;
    private const double LeastSlope = 0.05;
    private const double Extreme = 0.001;
    private const double Like = 0.1;
    private const int LeastLike = 5;
    private const int Rounds = 50;

    private IReadOnlyList<JudgedConfidence> Judged { get; init; } = [];

    /// <summary>Learns from the decisions on an organisation's suggestions; null where there are too few.</summary>
    /// <param name="entries">The elements with our own confidences and the decisions.</param>
    internal static Recalibration? Learn(IReadOnlyList<MappingEntry> entries)
    {
        JudgedConfidence[] judged =
        [
            .. entries
                .SelectMany(entry => entry.Suggestions)
                .Where(suggestion =>
                    suggestion.Decision is { IsCopy: false, Verdict: Verdict.Accepted or Verdict.Rejected } decision
                    && decision.State.IsKept()
                )
                .Select(suggestion => new JudgedConfidence(
                    suggestion.Id,
                    suggestion.Confidence,
                    suggestion.Decision!.Verdict == Verdict.Accepted
                )),
        ];
        if (judged.Length < LeastDecided)
            return null;
        (double intercept, double slope) = Fit([.. judged.Select(one => (LogOdds(one.Confidence), one.IsAccepted))]);
        return new Recalibration(
            Math.Round(intercept, 6),
            Math.Round(slope, 6),
            judged.Length,
            judged.Count(one => one.IsAccepted)
        )
        {
            Judged = judged,
        };
    }

    /// <summary>A confidence as the decisions would have it.</summary>
    /// <param name="confidence">What the scorer gave, between 0 and 1.</param>
    public double Apply(double confidence) => 1 / (1 + Math.Exp(-(Intercept + (Slope * LogOdds(confidence)))));

    /// <summary>The decisions on other suggestions of nearly the same confidence (.1 more or less, before
    /// recalibration); null where there are fewer than five.</summary>
    private SimilarDecisions? LikeThis(MappingSuggestion suggestion, double confidence)
    {
        JudgedConfidence[] like =
        [
            .. Judged.Where(one => one.Id != suggestion.Id && Math.Abs(one.Confidence - confidence) <= Like),
        ];
        return like.Length < LeastLike ? null : new SimilarDecisions(like.Length, like.Count(one => one.IsAccepted));
    }

    /// <summary>The entries of recalibrated evidence, each suggestion with what became of others like it.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="before">The same with our own confidences.</param>
    internal List<MappingEntry> WithExperience(List<MappingEntry> entries, List<MappingEntry> before)
    {
        Dictionary<string, double> confidences = before
            .SelectMany(entry => entry.Suggestions)
            .ToDictionary(suggestion => suggestion.Id, suggestion => suggestion.Confidence, StringComparer.Ordinal);
        return entries.ConvertAll(entry =>
            entry with
            {
                Suggestions =
                [
                    .. entry.Suggestions.Select(suggestion =>
                        suggestion with
                        {
                            Like = LikeThis(suggestion, confidences[suggestion.Id]),
                        }
                    ),
                ],
            }
        );
    }

    /// <summary>The evidence with recalibrated confidences and the bands that follow.</summary>
    internal IReadOnlyList<ElementEvidence> Apply(IReadOnlyList<ElementEvidence> evidence) =>
        [.. evidence.Select(Apply)];

    private ElementEvidence Apply(ElementEvidence evidence)
    {
        if (evidence.Suggestions.Count == 0)
            return evidence;
        double best = evidence.Suggestions.Max(suggestion => Apply(suggestion.Confidence));
        Suggestion[] suggestions = [.. evidence.Suggestions.Select(suggestion => Apply(suggestion, best))];
        return evidence with
        {
            Strength = suggestions.Max(suggestion => suggestion.Strength),
            Suggestions = suggestions,
        };
    }

    private Suggestion Apply(Suggestion suggestion, double best)
    {
        double confidence = Apply(suggestion.Confidence);
        EvidenceStrength strength = Confidence.BandOf(confidence, best);
        IReadOnlyList<string> rejected =
            strength > EvidenceStrength.Weak ? []
            : suggestion.Rejected.Count > 0 ? suggestion.Rejected
            : ["Your reviewers have rejected most suggestions like it."];
        return suggestion with { Confidence = confidence, Strength = strength, Rejected = rejected };
    }

    private static (double Intercept, double Slope) Fit((double LogOdds, bool IsAccepted)[] judged)
    {
        double intercept = 0;
        double slope = 1;
        for (int round = 0; round < Rounds; round++)
        {
            (double a, double b, double aa, double ab, double bb) = (
                -intercept / InterceptVariance,
                (1 - slope) / SlopeVariance,
                1 / InterceptVariance,
                0,
                1 / SlopeVariance
            );
            foreach ((double x, bool isAccepted) in judged)
            {
                double p = 1 / (1 + Math.Exp(-(intercept + (slope * x))));
                double error = (isAccepted ? 1 : 0) - p;
                double weight = p * (1 - p);
                (a, b, aa, ab, bb) = (
                    a + error,
                    b + (error * x),
                    aa + weight,
                    ab + (weight * x),
                    bb + (weight * x * x)
                );
            }

            double determinant = (aa * bb) - (ab * ab);
            (double stepA, double stepB) = (((bb * a) - (ab * b)) / determinant, ((aa * b) - (ab * a)) / determinant);
            // Damped: a full step from far away may overshoot the maximum.
            double length = Math.Max(1, Math.Max(Math.Abs(stepA), Math.Abs(stepB)));
            intercept += stepA / length;
            slope = Math.Max(LeastSlope, slope + (stepB / length));
        }

        return (intercept, slope);
    }

    private static double LogOdds(double confidence)
    {
        double p = Math.Clamp(confidence, Extreme, 1 - Extreme);
        return Math.Log(p / (1 - p));
    }

    /// <summary>A decided suggestion with our own confidence in it.</summary>
    private sealed record JudgedConfidence(string Id, double Confidence, bool IsAccepted);
}

/// <summary>What became of suggestions like one: "of 38 like this, 27 were accepted".</summary>
/// <param name="Decided">Accepted or rejected ones.</param>
/// <param name="Accepted">Accepted ones.</param>
public sealed record SimilarDecisions(int Decided, int Accepted);

using System.Runtime.CompilerServices;
using CseMapper.Matching.Loading;
using CseMapper.Matching.Queries;

namespace CseMapper.Matching.Scoring;

/// <summary>Scores passages by their own words: BM25F over body and headings (Zaragoza et al., TREC 2004; Robertson and
/// Zaragoza 2009).</summary>
/// <remarks>
/// x = 2 h/(1-.8+.8 H/mean H) + b/(1-.8+.8 B/mean B) for h and b occurrences in headings and body of H and B words; a
/// feature adds weight · ln(1 + (N-n+.5)/(n+.5)) · 3x/(x+2), where n of the N passages hold it.
/// </remarks>
internal sealed class PassageScorer
{
    private const double HeadingWeight = 2;
    private const double LengthShare = 0.8;
    private const double Saturation = 2;

    /// <summary>What 3x/(x+2) comes to for ever more occurrences.</summary>
    public const double Most = 3;

    private readonly PassageHits _hits;
    private readonly float[] _rarity;
    private readonly ElementWeights _weights;

    public PassageScorer(IReadOnlyList<Feature> features, int elements, PassageHits hits)
    {
        _hits = hits;
        _rarity =
        [
            .. features.Select(
                (_, i) =>
                    (float)Rarity(hits.Frequency[i] > 0 ? hits.Frequency[i] : hits.SoftFrequency[i], hits.Passages)
            ),
        ];
        _weights = new ElementWeights(features, elements, _rarity);
    }

    public float RarityOf(int feature) => _rarity[feature];

    /// <summary>Robertson and Spärck Jones' weight, kept above 0.</summary>
    public static double Rarity(int passagesWith, int passages) =>
        Math.Log(1 + ((passages - passagesWith + 0.5) / (passagesWith + 0.5)));

    /// <summary>Adds a passage's scores to those of all elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(int passage, Span<float> scores)
    {
        (float body, float heading) = Scales(passage);
        Hits hits = new(_hits.WordsOf(passage));
        while (hits.MoveNext())
        {
            float x = (hits.Body * body) + (hits.Heading * heading);
            _weights.Add(hits.Feature, (float)Most * x / (x + (float)Saturation), scores);
        }
    }

    /// <summary>What occurrences in the body and in the headings of a passage count for, a twentieth of one
    /// each.</summary>
    public (float Body, float Heading) Scales(int passage)
    {
        double body = 1 - LengthShare + (LengthShare * _hits.BodyLength(passage) / _hits.MeanBodyLength);
        double heading = 1 - LengthShare + (LengthShare * _hits.HeadingLength(passage) / _hits.MeanHeadingLength);
        return ((float)(1 / (Lexicon.Whole * body)), (float)(HeadingWeight / (Lexicon.Whole * heading)));
    }

    /// <summary>x/(x+2).</summary>
    public static float Saturate(float x) => x / (x + (float)Saturation);
}

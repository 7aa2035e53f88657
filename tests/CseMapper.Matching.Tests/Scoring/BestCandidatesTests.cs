using CseMapper.Matching.Scoring;
using CseMapper.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace CseMapper.Matching.Tests.Scoring;

public sealed class BestCandidatesTests
{
    private const int Elements = 3;

    /// <summary>Few different scores, so that many are equal.</summary>
    private static readonly Gen<int[][]> _scores = Gen.Choose(0, 12).ArrayOf(Elements).ArrayOf();

    [Fact]
    public void KeepsTheHighestAndOfEqualOnesTheFirst() =>
        PropertyTest.Holds(
            _scores,
            passages =>
            {
                BestCandidates best = Offer(passages, 0, passages.Length);
                return Enumerable
                    .Range(0, Elements)
                    .All(element =>
                        best.Ranked(element)
                            .SequenceEqual(
                                Enumerable
                                    .Range(0, passages.Length)
                                    .Where(passage => passages[passage][element] > 0)
                                    .OrderByDescending(passage => passages[passage][element])
                                    .ThenBy(passage => passage)
                                    .Take(5)
                                    .Select(passage => (passage, (float)passages[passage][element]))
                            )
                    );
            }
        );

    [Fact]
    public void PartsPutTogetherAreTheWhole() =>
        PropertyTest.Holds(
            _scores.SelectMany(passages => Gen.Choose(0, passages.Length), (passages, cut) => (passages, cut)),
            made =>
            {
                BestCandidates whole = Offer(made.passages, 0, made.passages.Length);
                BestCandidates parts = Offer(made.passages, 0, made.cut);
                parts.Add(Offer(made.passages, made.cut, made.passages.Length));
                return Enumerable
                        .Range(0, Elements)
                        .All(element => parts.Ranked(element).SequenceEqual(whole.Ranked(element)))
                    && parts.Passages().SequenceEqual(whole.Passages());
            }
        );

    private static BestCandidates Offer(int[][] passages, int start, int end)
    {
        BestCandidates best = new(Elements, kept: 5);
        float[] none = best.NewScores();
        for (int passage = start; passage < end; passage++)
        {
            float[] scores = best.NewScores();
            for (int element = 0; element < Elements; element++)
                scores[element] = passages[passage][element];
            best.Offer(passage, scores, none, none, 0);
        }

        return best;
    }
}

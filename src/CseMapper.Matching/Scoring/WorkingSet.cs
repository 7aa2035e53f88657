using System.Runtime.CompilerServices;
using CseMapper.Matching.Loading;

namespace CseMapper.Matching.Scoring;

/// <summary>The passages that are looked at closely: all of a small folder, the best candidates of every element of a
/// large one.</summary>
internal sealed class WorkingSet
{
    /// <summary>Up to this many scores everything is looked at.</summary>
    private const long MostScores = 4_000_000;

    private const int MostCandidates = 20_000;
    private const float NeighbourWeight = 0.4f;

    /// <summary>Fewer documents than this are not worth another thread.</summary>
    private const int LeastDocuments = 64;

    private WorkingSet(int[] passages, int[] documents, int[] ordinals)
    {
        Passages = passages;
        Documents = documents;
        Ordinals = ordinals;
    }

    /// <summary>Numbers of the passages, ascending.</summary>
    public int[] Passages { get; }

    /// <summary>The document of each.</summary>
    public int[] Documents { get; }

    /// <summary>The place of each among the passages of its document.</summary>
    public int[] Ordinals { get; }

    /// <summary>How many candidates each element has where not all passages are looked at.</summary>
    public static int DepthFor(int elements) => Math.Clamp(MostCandidates / Math.Max(elements, 1), 50, 350);

    public static WorkingSet Choose(
        PassageHits hits,
        PassageScorer scorer,
        int elements,
        CancellationToken cancellation
    )
    {
        if ((long)hits.Passages * elements <= MostScores)
            return Select(hits, All(hits.Passages));
        return Select(hits, Best(hits, scorer, elements, DepthFor(elements), cancellation).Passages());
    }

    private static int[] All(int passages)
    {
        int[] all = new int[passages];
        for (int i = 0; i < all.Length; i++)
            all[i] = i;
        return all;
    }

    private static WorkingSet Select(PassageHits hits, int[] passages)
    {
        int[] documents = new int[passages.Length];
        int[] ordinals = new int[passages.Length];
        int document = 0;
        for (int i = 0; i < passages.Length; i++)
        {
            while (hits.EndOf(document) <= passages[i])
                document++;
            documents[i] = document;
            ordinals[i] = passages[i] - hits.FirstOf(document);
        }

        return new WorkingSet(passages, documents, ordinals);
    }

    /// <summary>One pass over all passages: each element keeps those that are best by their own words and their
    /// neighbours'.</summary>
    public static BestCandidates Best(
        PassageHits hits,
        PassageScorer scorer,
        int elements,
        int kept,
        CancellationToken cancellation
    )
    {
        BestCandidates[] parts = new BestCandidates[ParallelWork.RangesOf(hits.Documents, LeastDocuments)];
        ParallelWork.ForEachRange(
            hits.Documents,
            LeastDocuments,
            (part, first, end) =>
            {
                parts[part] = new BestCandidates(elements, kept);
                Offer(hits, scorer, first, end, parts[part], cancellation);
            }
        );
        for (int part = 1; part < parts.Length; part++)
            parts[0].Add(parts[part]);
        return parts[0];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Offer(
        PassageHits hits,
        PassageScorer scorer,
        int firstDocument,
        int endDocument,
        BestCandidates best,
        CancellationToken cancellation
    )
    {
        float[] before = best.NewScores();
        float[] current = best.NewScores();
        float[] after = best.NewScores();
        for (int document = firstDocument; document < endDocument; document++)
        {
            if ((document & 0xFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            int first = hits.FirstOf(document);
            int end = hits.EndOf(document);
            Array.Clear(before);
            Array.Clear(current);
            if (first < end)
                scorer.Add(first, current);
            for (int passage = first; passage < end; passage++)
            {
                Array.Clear(after);
                if (passage + 1 < end)
                    scorer.Add(passage + 1, after);
                float share = NeighbourWeight / (passage > first && passage + 1 < end ? 2 : 1);
                best.Offer(passage, current, before, after, share);
                (before, current, after) = (current, after, before);
            }
        }
    }
}

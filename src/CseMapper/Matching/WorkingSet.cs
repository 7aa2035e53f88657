using CseMapper.Workspaces;

namespace CseMapper.Matching;

/// <summary>The passages that are looked at closely: all of a small folder, the best candidates of every element of a large one.</summary>
internal sealed class WorkingSet
{
    /// <summary>Up to this many scores everything is looked at.</summary>
    private const long MostScores = 4_000_000;

    private const int MostCandidates = 20_000;
    private const float NeighbourWeight = 0.4f;

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

    public static WorkingSet Choose(PassageHits hits, PassageScorer scorer, int elements, CancellationToken cancellation)
    {
        if ((long)hits.Passages * elements <= MostScores) return Of(hits, [.. Enumerable.Range(0, hits.Passages)]);
        return Of(hits, [.. Best(hits, scorer, elements, DepthFor(elements), cancellation).SelectMany(heap => heap.Passages).Distinct().Order()]);
    }

    /// <summary>The candidates that another index names; those of documents that are not there are passed over.</summary>
    public static WorkingSet Of(LoadedPassages loaded, IReadOnlyList<IReadOnlyList<FoundPassage>> candidates)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        for (int i = 0; i < loaded.Documents.Count; i++) numbers.TryAdd(loaded.Documents[i].Key, i);
        SortedSet<int> passages = [];
        foreach (FoundPassage found in candidates.SelectMany(ofElement => ofElement))
        {
            if (!numbers.TryGetValue(found.Hash, out int document)) continue;
            int passage = loaded.Hits.FirstOf(document) + found.Ordinal;
            if (passage < loaded.Hits.EndOf(document)) passages.Add(passage);
        }

        return Of(loaded.Hits, [.. passages]);
    }

    private static WorkingSet Of(PassageHits hits, int[] passages)
    {
        int[] documents = new int[passages.Length];
        int[] ordinals = new int[passages.Length];
        int document = 0;
        for (int i = 0; i < passages.Length; i++)
        {
            while (hits.EndOf(document) <= passages[i]) document++;
            documents[i] = document;
            ordinals[i] = passages[i] - hits.FirstOf(document);
        }

        return new WorkingSet(passages, documents, ordinals);
    }

    /// <summary>One pass over all passages: each element keeps those that are best by their own words and their neighbours'.</summary>
    public static CandidateHeap[] Best(PassageHits hits, PassageScorer scorer, int elements, int kept, CancellationToken cancellation)
    {
        CandidateHeap[] heaps = [.. Enumerable.Range(0, elements).Select(_ => new CandidateHeap(kept))];
        float[] before = new float[elements];
        float[] current = new float[elements];
        float[] after = new float[elements];
        for (int document = 0; document < hits.Documents; document++)
        {
            if ((document & 0xFF) == 0) cancellation.ThrowIfCancellationRequested();
            int first = hits.FirstOf(document);
            int end = hits.EndOf(document);
            Array.Clear(before);
            Array.Clear(current);
            if (first < end) scorer.Add(first, current);
            for (int passage = first; passage < end; passage++)
            {
                Array.Clear(after);
                if (passage + 1 < end) scorer.Add(passage + 1, after);
                float share = NeighbourWeight / (passage > first && passage + 1 < end ? 2 : 1);
                for (int element = 0; element < current.Length; element++)
                {
                    float own = current[element];
                    if (own > 0) heaps[element].Offer(own + (share * (before[element] + after[element])), passage);
                }

                (before, current, after) = (current, after, before);
            }
        }

        return heaps;
    }
}

/// <summary>The best passages of one element; of equal scores the earlier ones.</summary>
/// <param name="capacity">How many are kept.</param>
internal sealed class CandidateHeap(int capacity)
{
    private readonly PriorityQueue<int, (float Score, int Earliness)> _worstFirst = new(capacity + 1);
    private float _threshold;

    /// <summary>Best first.</summary>
    public IEnumerable<(int Passage, float Score)> Ranked => _worstFirst.UnorderedItems.Select(item => (item.Element, item.Priority.Score)).OrderByDescending(item => item.Score).ThenBy(item => item.Element);

    public IEnumerable<int> Passages => _worstFirst.UnorderedItems.Select(item => item.Element);

    public void Offer(float score, int passage)
    {
        if (score <= _threshold) return;
        if (_worstFirst.Count < capacity) _worstFirst.Enqueue(passage, (score, -passage));
        else _worstFirst.EnqueueDequeue(passage, (score, -passage));
        if (_worstFirst.Count == capacity && _worstFirst.TryPeek(out _, out (float Score, int Earliness) worst)) _threshold = worst.Score;
    }
}

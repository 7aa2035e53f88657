using CseMapper.Passages.Indexing;
using CseMapper.Passages.Workspaces;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace CseMapper.Passages.Searching;

/// <summary>Keeps the best passages; of equal ones the first by document and place, however many are equal.</summary>
/// <param name="most">How many are kept.</param>
internal sealed class BestCollector(int most) : ICollector
{
    private readonly PriorityQueue<Place, Place> _kept = new(new WorstFirst());
    private readonly BytesRef _key = new();
    private Scorer _scorer = null!;
    private SortedDocValues? _keys;
    private NumericDocValues? _ordinals;
    private string _hash = "";
    private int _keyOfHash;

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) => _scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        _keys = context.AtomicReader.GetSortedDocValues(PassageFields.Document);
        _ordinals = context.AtomicReader.GetNumericDocValues(PassageFields.Ordinal);
        _keyOfHash = -1;
    }

    public void Collect(int doc)
    {
        float score = MathF.Round(_scorer.GetScore(), 5);
        if (_kept.Count == most && score < _kept.Peek().Score)
            return;
        Place place = new(score, HashOf(doc), (int)_ordinals!.Get(doc));
        if (_kept.Count < most)
            _kept.Enqueue(place, place);
        else
            _kept.EnqueueDequeue(place, place);
    }

    /// <summary>What was kept, best first.</summary>
    public FoundPassage[] Found() =>
        [
            .. _kept
                .UnorderedItems.Select(kept => kept.Element)
                .OrderDescending(new WorstFirst())
                .Select(place => new FoundPassage(place.Hash, place.Ordinal, place.Score)),
        ];

    private string HashOf(int doc)
    {
        int key = _keys!.GetOrd(doc);
        if (key == _keyOfHash)
            return _hash;
        _keys.LookupOrd(key, _key);
        _keyOfHash = key;
        return _hash = IndexedContent.HashIn(_key);
    }

    private readonly record struct Place(float Score, string Hash, int Ordinal);

    private sealed class WorstFirst : IComparer<Place>
    {
        public int Compare(Place one, Place other)
        {
            int order = one.Score.CompareTo(other.Score);
            if (order == 0)
                order = string.CompareOrdinal(other.Hash, one.Hash);
            return order == 0 ? other.Ordinal.CompareTo(one.Ordinal) : order;
        }
    }
}

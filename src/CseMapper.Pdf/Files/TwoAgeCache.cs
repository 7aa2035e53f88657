namespace CseMapper.Pdf.Files;

/// <summary>
/// Keeps what was used lately within a budget: when the young half is full the old half is dropped and the young one
/// becomes old; what is used again moves to the young half.
/// </summary>
/// <typeparam name="T">What is kept.</typeparam>
/// <param name="budget">The greatest sum of sizes, in whatever unit the caller counts.</param>
internal sealed class TwoAgeCache<T>(long budget)
{
    private Dictionary<int, (T Item, int Size)> _young = [];
    private Dictionary<int, (T Item, int Size)> _old = [];
    private long _youngSize;

    public bool TryGet(int key, out T item)
    {
        bool isFound = _young.TryGetValue(key, out (T Item, int Size) entry);
        if (!isFound && _old.Remove(key, out entry))
        {
            isFound = true;
            Add(key, entry.Item, entry.Size);
        }

        item = entry.Item;
        return isFound;
    }

    public void Add(int key, T item, int size)
    {
        if (_youngSize + size > budget / 2 && _young.Count > 0)
        {
            (_old, _young) = (_young, _old);
            _young.Clear();
            _youngSize = 0;
        }

        _young[key] = (item, size);
        _youngSize += size;
    }

    public void Clear()
    {
        _young.Clear();
        _old.Clear();
        _youngSize = 0;
    }
}

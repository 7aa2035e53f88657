namespace CseMapper.Matching.Queries;

/// <summary>The words of the run being read that pairs are made of, as far as they stand near the place where reading
/// is.</summary>
/// <param name="window">How many words apart two words may stand.</param>
internal sealed class PairWords(int window)
{
    private readonly int[] _roles = new int[window + 1];
    private readonly int[] _places = new int[window + 1];
    private int _count;

    public void Begin() => _count = 0;

    /// <summary>The roles that stand within the window before a place, each once.</summary>
    public ReadOnlySpan<int> Near(int place)
    {
        int gone = 0;
        while (gone < _count && place - _places[gone] > window)
            gone++;
        RemoveAt(0, gone);
        return _roles.AsSpan(0, _count);
    }

    /// <summary>Adds a word after <see cref="Near"/> was asked for its place; where its role stands there already, only
    /// the later place counts.</summary>
    public void Add(int role, int place)
    {
        int before = _roles.AsSpan(0, _count).IndexOf(role);
        if (before >= 0)
            RemoveAt(before, 1);
        _roles[_count] = role;
        _places[_count++] = place;
    }

    private void RemoveAt(int start, int count)
    {
        if (count == 0)
            return;
        _count -= count;
        _roles.AsSpan(start + count, _count - start).CopyTo(_roles.AsSpan(start));
        _places.AsSpan(start + count, _count - start).CopyTo(_places.AsSpan(start));
    }
}

namespace CseMapper.Matching;

/// <summary>How often the features stand in one passage; emptied and used again for the next.</summary>
/// <param name="features">How many features there are.</param>
internal sealed class FeatureCounts(int features)
{
    private readonly bool[] _isTouched = new bool[features];
    private readonly List<int> _touched = [];

    public FieldCounts Body { get; } = new(features);

    public FieldCounts Heading { get; } = new(features);

    /// <summary>The features that stand in the passage, in order of first occurrence.</summary>
    public List<int> Touched => _touched;

    public void Add(FieldCounts field, int feature, int parts, bool isExact)
    {
        if (!_isTouched[feature])
        {
            _isTouched[feature] = true;
            _touched.Add(feature);
        }

        field.Add(feature, parts, isExact);
    }

    public void Clear()
    {
        foreach (int feature in _touched) _isTouched[feature] = false;
        _touched.Clear();
    }
}

/// <summary>Counts within one field, in twentieths: of the features themselves, and of what may stand for them.</summary>
/// <param name="features">How many features there are.</param>
internal sealed class FieldCounts(int features)
{
    private readonly int[] _exact = new int[features];
    private readonly int[] _soft = new int[features];

    public void Add(int feature, int parts, bool isExact)
    {
        if (isExact) _exact[feature] += parts;
        else _soft[feature] += parts;
    }

    /// <summary>The counts of a feature, which are zero afterwards.</summary>
    public (int Exact, int Soft) Take(int feature)
    {
        (int, int) counts = (_exact[feature], _soft[feature]);
        _exact[feature] = 0;
        _soft[feature] = 0;
        return counts;
    }
}

using CseMapper.Passages.Storage;

namespace CseMapper.Matching.Criteria;

/// <summary>Collects the faults of a criteria file, to tell them all at once.</summary>
internal sealed class CriteriaFaults(string path)
{
    /// <summary>Beyond this many the file is probably something else.</summary>
    private const int Most = 20;

    private readonly List<string> _faults = [];

    public void Add(JsonItem at, string fault) => _faults.Add($"{path}:{at.Line}: {fault}");

    public void ThrowIfAny()
    {
        if (_faults.Count == 0)
            return;
        string more = _faults.Count > Most ? $"\n(and {_faults.Count - Most} more)" : "";
        throw new CriteriaFileException(string.Join('\n', _faults.Take(Most)) + more);
    }
}

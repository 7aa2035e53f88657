using CseMapper.Indexing;

namespace CseMapper.Matching;

/// <summary>The terms of the documents, to be read again for the passages of a working set.</summary>
/// <param name="documents">The documents in the order in which their passages are numbered.</param>
internal sealed class StoredTerms(IReadOnlyList<IndexedDocument> documents)
{
    private readonly PassageTermsReader _reader = new();
    private readonly List<TermCount> _counts = [];
    private int[] _placeOf = [];

    /// <summary>Reads the passages of a working set in order; those that are not wanted are passed over.</summary>
    /// <returns>The rows of the passages and their terms without stop words, in order of first occurrence; valid until the next one is asked for.</returns>
    public IEnumerable<(int Row, IReadOnlyList<TermCount> Counts)> Read(WorkingSet set, Func<int, bool>? isWanted = null)
    {
        for (int row = 0; row < set.Passages.Length;)
        {
            int document = set.Documents[row];
            int end = row;
            while (end < set.Passages.Length && set.Documents[end] == document) end++;
            int[] wanted = [.. Enumerable.Range(row, end - row).Where(r => isWanted is null || isWanted(r))];
            row = end;
            if (wanted.Length == 0) continue;
            _reader.Open(documents[document].Terms);
            if (_placeOf.Length < _reader.TermCount) _placeOf = new int[_reader.TermCount * 2];
            int at = 0;
            for (int ordinal = 0; at < wanted.Length; ordinal++)
            {
                _reader.ReadPassage();
                if (ordinal < set.Ordinals[wanted[at]]) continue;
                CountPassage();
                yield return (wanted[at++], _counts);
            }
        }
    }

    private void CountPassage()
    {
        _counts.Clear();
        foreach (int local in _reader.Body) Count(local, body: 1, heading: 0);
        foreach (int local in _reader.Heading) Count(local, body: 0, heading: 1);
        foreach (int local in _reader.Body) _placeOf[local] = 0;
        foreach (int local in _reader.Heading) _placeOf[local] = 0;
    }

    private void Count(int local, int body, int heading)
    {
        if (_reader.IsStopWord(local)) return;
        if (_placeOf[local] == 0)
        {
            _counts.Add(new TermCount(Lexicon.HashOf(_reader.Term(local)), 0, 0));
            _placeOf[local] = _counts.Count;
        }

        TermCount count = _counts[_placeOf[local] - 1];
        _counts[_placeOf[local] - 1] = count with { Body = count.Body + body, Heading = count.Heading + heading };
    }
}

/// <summary>How often a term stands in a passage.</summary>
/// <param name="Term">The hash that stands for it.</param>
/// <param name="Body">Occurrences in the body.</param>
/// <param name="Heading">Occurrences in the heading path.</param>
internal readonly record struct TermCount(ulong Term, int Body, int Heading)
{
    /// <summary>Its weighted frequency.</summary>
    public float Weigh(float body, float heading) => Lexicon.Whole * ((Body * body) + (Heading * heading));
}

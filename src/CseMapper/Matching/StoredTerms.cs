namespace CseMapper.Matching;

/// <summary>The terms of the documents, to be read again for the passages of a working set.</summary>
/// <param name="lexicon">Numbers the terms.</param>
/// <param name="documents">The documents in the order in which their passages are numbered.</param>
internal sealed class StoredTerms(Lexicon lexicon, IReadOnlyList<IndexedDocument> documents)
{
    private readonly DocumentTerms _terms = new(lexicon);

    /// <summary>Reads the passages of a working set in order; those that are not wanted are passed over.</summary>
    public IEnumerable<(int Row, IReadOnlyDictionary<int, TermCount> Counts)> Read(WorkingSet set, Func<int, bool>? isWanted = null)
    {
        Dictionary<int, TermCount> counts = [];
        for (int row = 0; row < set.Passages.Length;)
        {
            int document = set.Documents[row];
            int end = row;
            while (end < set.Passages.Length && set.Documents[end] == document) end++;
            int[] wanted = [.. Enumerable.Range(row, end - row).Where(r => isWanted is null || isWanted(r))];
            row = end;
            if (wanted.Length == 0) continue;
            _terms.Open(documents[document].Terms);
            int at = 0;
            for (int ordinal = 0; at < wanted.Length; ordinal++)
            {
                _terms.Reader.ReadPassage();
                if (ordinal < set.Ordinals[wanted[at]]) continue;
                CountPassage(counts);
                yield return (wanted[at++], counts);
            }
        }
    }

    private void CountPassage(Dictionary<int, TermCount> counts)
    {
        counts.Clear();
        foreach (int local in _terms.Reader.Body)
        {
            if (_terms.IsStopWord[local]) continue;
            TermCount count = counts.GetValueOrDefault(_terms.Numbers[local]);
            counts[_terms.Numbers[local]] = count with { Body = count.Body + 1 };
        }

        foreach (int local in _terms.Reader.Heading)
        {
            if (_terms.IsStopWord[local]) continue;
            TermCount count = counts.GetValueOrDefault(_terms.Numbers[local]);
            counts[_terms.Numbers[local]] = count with { Heading = count.Heading + 1 };
        }
    }
}

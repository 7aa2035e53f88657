using CseMapper.Decisions.Mapping;
using CseMapper.Passages.CrossChecking;

namespace CseMapper.Reports;

/// <summary>What a second reader found on the pages that evidence stands on, as notes beside it.</summary>
internal sealed class CrossCheckNotes
{
    private readonly Dictionary<(string Document, int Page), PageDifference> _differences = [];

    private CrossCheckNotes() { }

    public static CrossCheckNotes Of(MappingFile mapping)
    {
        CrossCheckNotes notes = new();
        foreach (MappingDocument document in mapping.Documents)
        {
            foreach (PageDifference difference in document.Record.CrossCheck?.Differences ?? [])
                notes._differences[(document.Record.Hash, difference.Page)] = difference;
        }
        return notes;
    }

    /// <summary>The note on a place; none for nearly all.</summary>
    public IEnumerable<string> On(MappingPlace place) =>
        place.Page is { } page && _differences.TryGetValue((place.Document, page), out PageDifference? difference)
            ? [FormattableString.Invariant($"page {page}: {difference.Message}")]
            : [];
}

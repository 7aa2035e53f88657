using CseMapper.Decisions.Mapping;

namespace CseMapper.App.ReviewPage.Project;

/// <summary>What the page looks up in a finished run; made once a run.</summary>
internal sealed class MappingIndex
{
    private readonly Dictionary<string, int> _elements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MappingDocument> _documents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MappingDocument> _contents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PassageUse>> _uses = new(StringComparer.Ordinal);

    /// <param name="mapping">What the run wrote.</param>
    /// <param name="stamp">Names this run among all others.</param>
    public MappingIndex(MappingFile mapping, string stamp)
    {
        Stamp = stamp;
        foreach (MappingEntry entry in mapping.Elements)
        {
            _elements.TryAdd(entry.Number, _elements.Count);
            foreach (MappingSuggestion suggestion in entry.Suggestions)
            {
                foreach (MappingPlace place in suggestion.Places)
                    Add(place.Document, new PassageUse(entry.Number, suggestion, place));
            }
        }

        foreach (MappingDocument document in mapping.Documents)
        {
            _documents.TryAdd(document.Record.Path, document);
            if (document.Record.Hash.Length > 0)
                _contents.TryAdd(document.Record.Hash, document);
        }
    }

    /// <summary>Names the run.</summary>
    public string Stamp { get; }

    /// <summary>Where an element stands in the standard, from 0; -1 for none.</summary>
    public int PlaceOf(string? number) => number is not null && _elements.TryGetValue(number, out int at) ? at : -1;

    /// <summary>A document by its path, or null. A path that is not in the mapping is no path of the corpus.</summary>
    public MappingDocument? Document(string? path) => path is null ? null : _documents.GetValueOrDefault(path);

    /// <summary>The first document with a content, or null.</summary>
    public MappingDocument? Content(string? hash) => hash is null ? null : _contents.GetValueOrDefault(hash);

    /// <summary>What passages of a content are suggested for: elements in printed order, best first within
    /// one.</summary>
    public IReadOnlyList<PassageUse> UsesOf(string hash) =>
        _uses.TryGetValue(hash, out List<PassageUse>? uses) ? uses : [];

    private void Add(string hash, PassageUse use)
    {
        if (!_uses.TryGetValue(hash, out List<PassageUse>? uses))
            _uses.Add(hash, uses = []);
        uses.Add(use);
    }
}

/// <summary>A passage that is suggested for an element.</summary>
/// <param name="Element">The element's number.</param>
/// <param name="Suggestion">The suggestion; what was decided about it may be older than now.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record PassageUse(string Element, MappingSuggestion Suggestion, MappingPlace Place);

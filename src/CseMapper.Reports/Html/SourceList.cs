using CseMapper.Decisions.Mapping;

namespace CseMapper.Reports.Html;

/// <summary>The documents that hold suggestions, numbered by path for the page's document filter.</summary>
internal sealed class SourceList
{
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);

    public SourceList(MappingFile mapping)
    {
        HashSet<string> used = new(
            mapping
                .Elements.SelectMany(entry => entry.Suggestions)
                .SelectMany(suggestion => suggestion.Places)
                .Select(place => place.Document),
            StringComparer.Ordinal
        );
        Documents =
        [
            .. mapping
                .Documents.Where(document => used.Contains(document.Record.Hash))
                .DistinctBy(document => document.Record.Hash, StringComparer.Ordinal),
        ];
        for (int i = 0; i < Documents.Count; i++)
            _indexes.Add(Documents[i].Record.Hash, i);
    }

    /// <summary>One document a content, by path.</summary>
    public IReadOnlyList<MappingDocument> Documents { get; }

    /// <summary>The number of a content.</summary>
    public int IndexOf(string hash) => _indexes[hash];
}

using CseMapper.Documents;
using CseMapper.Matching.Suggestions;

namespace CseMapper.Decisions.Mapping;

/// <summary>The figures of a mapping that a summary shows.</summary>
/// <param name="Elements">Elements of the standard.</param>
/// <param name="Strong">Elements with strong evidence.</param>
/// <param name="Possible">Elements whose best evidence is possible.</param>
/// <param name="None">Elements without evidence, or with weak candidates only.</param>
/// <param name="Suggestions">Strong and possible suggestions.</param>
/// <param name="WeakSuggestions">Weak suggestions, shown on demand.</param>
/// <param name="Documents">Files of the folder.</param>
/// <param name="Read">Files read whole.</param>
/// <param name="PartlyRead">Files of which something is missing.</param>
/// <param name="NotRead">All other files.</param>
/// <param name="Pages">Pages of the files that have pages; equal content counts once.</param>
/// <param name="Passages">Passages searched; equal content counts once.</param>
public sealed record MappingCounts(
    int Elements,
    int Strong,
    int Possible,
    int None,
    int Suggestions,
    int WeakSuggestions,
    int Documents,
    int Read,
    int PartlyRead,
    int NotRead,
    int Pages,
    int Passages
)
{
    internal static MappingCounts Count(IReadOnlyList<MappingEntry> elements, IReadOnlyList<MappingDocument> documents)
    {
        int weak = elements.Sum(entry =>
            entry.Suggestions.Count(suggestion => suggestion.Strength <= EvidenceStrength.Weak)
        );
        int InState(EvidenceStrength state) => elements.Count(entry => entry.State == state);
        HashSet<string> contents = new(documents.Count, StringComparer.Ordinal);
        (int read, int partly, int pages, int passages) = (0, 0, 0, 0);
        foreach (MappingDocument document in documents)
        {
            read += document.Record.Status == ReadStatus.Read ? 1 : 0;
            partly += document.Record.Status == ReadStatus.PartlyRead ? 1 : 0;
            if (document.Record.Hash.Length > 0 && !contents.Add(document.Record.Hash))
                continue;
            pages += document.Record.Pages ?? 0;
            passages += document.Record.PassageCount;
        }

        return new MappingCounts(
            elements.Count,
            InState(EvidenceStrength.Strong),
            InState(EvidenceStrength.Possible),
            InState(EvidenceStrength.None),
            elements.Sum(entry => entry.Suggestions.Count) - weak,
            weak,
            documents.Count,
            read,
            partly,
            documents.Count - read - partly,
            pages,
            passages
        );
    }
}

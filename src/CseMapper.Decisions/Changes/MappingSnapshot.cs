using System.Text.Json;
using CseMapper.Decisions.Mapping;
using CseMapper.Decisions.Mapping.Json;
using CseMapper.Documents;
using CseMapper.Matching.Suggestions;
using CseMapper.Passages.Storage;

namespace CseMapper.Decisions.Changes;

/// <summary>What of a mapping the next one is compared with.</summary>
/// <param name="Documents">Every file.</param>
/// <param name="Elements">Every element's evidence and decisions.</param>
public sealed record MappingSnapshot(IReadOnlyList<SnapshotDocument> Documents, IReadOnlyList<SnapshotElement> Elements)
{
    private const string FileName = "last-mapping.json";

    /// <summary>Enough to recognise a passage by.</summary>
    private const int QuoteLength = 300;

    /// <summary>Takes it from a mapping.</summary>
    /// <param name="mapping">The mapping as it is written.</param>
    public static MappingSnapshot Take(MappingFile mapping)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        return new MappingSnapshot(
            [
                .. mapping.Documents.Select(document => new SnapshotDocument(
                    document.Record.Path,
                    document.Record.Hash,
                    document.Record.Status is ReadStatus.Read or ReadStatus.PartlyRead,
                    document.Record.IsReviewOverdue
                )),
            ],
            [
                .. mapping.Elements.Select(element => new SnapshotElement(
                    element.Number,
                    [.. element.Suggestions.Where(IsEvidence).Select(Take)],
                    [.. element.Decisions.Select(Take)]
                )),
            ]
        );
    }

    /// <summary>The mapping before: as it was remembered, else as it stands in the output folder; null before the first
    /// run.</summary>
    /// <param name="cacheFolder">Where it is remembered.</param>
    /// <param name="outputFolder">Where mapping.json lies.</param>
    public static MappingSnapshot? Read(string cacheFolder, string outputFolder)
    {
        try
        {
            string remembered = Path.Combine(cacheFolder, FileName);
            if (File.Exists(remembered))
            {
                return JsonSerializer
                    .Deserialize(File.ReadAllBytes(remembered), SnapshotJson.Default.SnapshotFile)
                    ?.Content;
            }

            string whole = Path.Combine(outputFolder, MappingFile.FileName);
            if (!File.Exists(whole))
                return null;
            using FileStream stream = new(
                whole,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete
            );
            return Take(MappingJsonReader.Read(stream));
        }
        catch (Exception trouble)
            when (trouble is IOException or UnauthorizedAccessException or JsonException or InvalidDataException)
        {
            // Nothing to compare with: the next run has.
            return null;
        }
    }

    /// <summary>Remembers it, once the mapping it was taken from is on the disk.</summary>
    /// <param name="cacheFolder">The folder <c>.csemapper</c> of the output folder.</param>
    /// <exception cref="OutputFileException">It cannot be written.</exception>
    public void Write(string cacheFolder) =>
        AtomicFile.Write(
            Path.Combine(cacheFolder, FileName),
            stream => JsonSerializer.Serialize(stream, SnapshotFile.From(this), SnapshotJson.Default.SnapshotFile),
            CancellationToken.None
        );

    private static bool IsEvidence(MappingSuggestion suggestion) => suggestion.Strength >= EvidenceStrength.Possible;

    private static SnapshotEvidence Take(MappingSuggestion suggestion) =>
        new(
            suggestion.Id,
            MappingNames.NameOf(suggestion.Strength),
            suggestion.Places[0].Paths[0],
            Short(suggestion.Quote)
        );

    private static SnapshotDecision Take(MappingDecision decision) => new(decision.Id, decision.HasChanged);

    private static string Short(string quote) =>
        quote.Length <= QuoteLength
            ? quote
            : quote[..(char.IsHighSurrogate(quote[QuoteLength - 1]) ? QuoteLength - 1 : QuoteLength)] + "…";
}

/// <summary>A file.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Hash">Its content, or empty.</param>
/// <param name="IsRead">True when text of it was read.</param>
/// <param name="IsOverdue">True when its review date has passed.</param>
public sealed record SnapshotDocument(string Path, string Hash, bool IsRead, bool IsOverdue);

/// <summary>An element.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Evidence">Its strong and possible suggestions, best first.</param>
/// <param name="Decisions">What was decided about for it.</param>
public sealed record SnapshotElement(
    string Number,
    IReadOnlyList<SnapshotEvidence> Evidence,
    IReadOnlyList<SnapshotDecision> Decisions
);

/// <summary>A strong or possible suggestion.</summary>
/// <param name="Id">Its id in the mapping.</param>
/// <param name="Strength">"strong" or "possible".</param>
/// <param name="Document">The path of the document it stands in, the first where there are several.</param>
/// <param name="Quote">Its words, cut where they are long.</param>
public sealed record SnapshotEvidence(string Id, string Strength, string Document, string Quote);

/// <summary>A decided passage.</summary>
/// <param name="Id">Its id in the mapping.</param>
/// <param name="HasChanged">True when its words have changed since it was decided.</param>
public sealed record SnapshotDecision(string Id, bool HasChanged);

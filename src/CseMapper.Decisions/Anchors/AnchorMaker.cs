using CseMapper.Passages.Workspaces;

namespace CseMapper.Decisions.Anchors;

/// <summary>Makes anchors for words of the documents as they were last read.</summary>
/// <param name="workspace">What was read.</param>
public sealed class AnchorMaker(Workspace workspace)
{
    /// <summary>Makes an anchor.</summary>
    /// <param name="path">The document's path below the policy folder.</param>
    /// <param name="contentHash">Its content.</param>
    /// <param name="passageKey">The passage that the words begin in, where they stand in several; null for the
    /// first.</param>
    /// <param name="quote">The words, as printed.</param>
    public EvidenceAnchor Make(string path, string contentHash, string? passageKey, string quote)
    {
        ArgumentNullException.ThrowIfNull(quote);
        EvidenceAnchor anchor = new(quote, path, contentHash) { Copies = CopiesOf(path, contentHash, quote) };
        AnchorText text = new(new AnchorDocument(path, contentHash, () => workspace.PassagesOf(contentHash)));
        AnchorWords words = new(quote);
        List<int> places = words.Count == 0 ? [] : text.FindExactly(words.Words);
        if (places.Count == 0)
            return anchor;
        int at = places.FindIndex(word => text.PassageAt(word).Key == passageKey) is var found and >= 0
            ? places[found]
            : places[0];
        AnchorPlace place = text.Place(at, words.Count);
        (string before, string after) = text.Words.Around(at, words.Count, EvidenceAnchor.ContextLength);
        return anchor with
        {
            Before = before,
            After = after,
            Headings = place.Headings,
            Clause = place.Clause,
            Page = place.Page,
        };
    }

    /// <summary>Other documents that hold the words, or most of them: they stood there before, so nothing can have
    /// moved there.</summary>
    private string[] CopiesOf(string path, string contentHash, string quote)
    {
        HashSet<string> hashes = [.. WordSearch.Holders(workspace, quote), contentHash];
        return
        [
            .. workspace
                .PathsOf(hashes)
                .Where(other => other != path)
                .Order(StringComparer.Ordinal)
                .Take(EvidenceAnchor.MostCopies),
        ];
    }
}

using System.Text;
using CseMapper.Passages;
using CseMapper.Workspaces;

namespace CseMapper.Review;

/// <summary>Makes anchors for words of the documents as they were last read.</summary>
/// <param name="workspace">What was read.</param>
public sealed class AnchorMaker(Workspace workspace)
{
    /// <summary>Makes an anchor.</summary>
    /// <param name="path">The document's path below the policy folder.</param>
    /// <param name="contentHash">Its content.</param>
    /// <param name="passageKey">The passage that the words begin in.</param>
    /// <param name="quote">The words, as printed.</param>
    public EvidenceAnchor Make(string path, string contentHash, string passageKey, string quote)
    {
        ArgumentNullException.ThrowIfNull(quote);
        IReadOnlyList<Passage> passages = workspace.PassagesOf(contentHash);
        EvidenceAnchor anchor = new(quote, path, contentHash) { Copies = CopiesOf(path, quote) };
        Passage? passage = passages.FirstOrDefault(one => one.Key == passageKey);
        if (passage is null) return anchor;
        (string before, string after) = Around(passages, passage, quote);
        return anchor with { Before = before, After = after, Headings = passage.Headings, Clause = passage.Clause, Page = passage.Page };
    }

    /// <summary>Other documents that hold the words, or most of them: they stood there before, so nothing can have moved there.</summary>
    private string[] CopiesOf(string path, string quote)
    {
        HashSet<string> hashes = [.. WordSearch.Contents(workspace, quote, WordSearch.MostCopies)];
        return [.. workspace.Files().Values.Where(file => file.Path != path && hashes.Contains(file.Hash)).Select(file => file.Path).Order(StringComparer.Ordinal)];
    }

    private static (string Before, string After) Around(IReadOnlyList<Passage> passages, Passage passage, string quote)
    {
        StringBuilder text = new();
        int start = 0;
        foreach (Passage one in passages.Skip(Math.Max(0, passage.Ordinal - 1)).Take(3))
        {
            if (one == passage) start = text.Length;
            text.Append(one.Text).Append('\n');
        }

        string all = text.ToString();
        int at = all.IndexOf(quote, start, StringComparison.Ordinal);
        if (at < 0) return ("", "");
        int end = at + quote.Length;
        return (all[Math.Max(0, at - EvidenceAnchor.ContextLength)..at], all[end..Math.Min(all.Length, end + EvidenceAnchor.ContextLength)].TrimEnd('\n'));
    }
}

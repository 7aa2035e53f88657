using CseMapper.Decisions.Anchors;
using CseMapper.Documents;
using CseMapper.Passages.Splitting;

namespace CseMapper.Decisions.Tests.Anchors.Revisions;

/// <summary>What is done to the words of a decision.</summary>
internal enum Fate
{
    Untouched,
    Moved,
    Reworded,
    SentenceChanged,
    Deleted,

    /// <summary>Taken out, while words very like them are put in elsewhere.</summary>
    Replaced,
}

/// <summary>A block that decided words stand in.</summary>
/// <param name="Block">Its place in the document.</param>
/// <param name="Words">Those of its words that were decided about.</param>
internal sealed record QuotedBlock(int Block, string Words);

/// <summary>Words that were decided about, the blocks they stand in, and what is to become of them.</summary>
/// <param name="Anchor">What the decision is anchored to.</param>
/// <param name="Blocks">The blocks; empty for words that cannot be followed there, such as those of tables.</param>
internal sealed record DecidedQuote(EvidenceAnchor Anchor, IReadOnlyList<QuotedBlock> Blocks)
{
    private const int Longest = 900;
    private const int FewestWords = 8;

    public Fate Fate { get; set; }

    /// <summary>The path of the document that took the place of its own; null where nothing did.</summary>
    public string? NewPath { get; set; }

    /// <summary>The words as they stand now, where they were reworded.</summary>
    public string NewText { get; set; } = "";

    /// <summary>Some lines of a passage; null where they make no good quote.</summary>
    public static DecidedQuote? Choose(
        AnchorMaker anchors,
        string path,
        string hash,
        SourceDocument document,
        Passage passage,
        Random random
    )
    {
        string[] lines = passage.Text.Split('\n');
        int from = random.Next(lines.Length);
        int count = 1;
        while (from + count < lines.Length && lines[from..(from + count)].Sum(line => line.Length) < 150)
            count++;
        string[] chosen = lines[from..(from + count)];
        string quote = string.Join('\n', chosen);
        if (new AnchorWords(quote).Count < FewestWords || quote.Length > Longest)
            return null;
        List<QuotedBlock> blocks = [];
        foreach (string line in chosen)
        {
            QuotedBlock[] places =
            [
                .. Enumerable
                    .Range(0, document.Blocks.Count)
                    .Select(at => In(document.Blocks[at], at, BlockText.Collapse(line)))
                    .OfType<QuotedBlock>(),
            ];
            // Words that stand there twice cannot be told apart by the judge of the trial either, and lines of a table
            // only together.
            if (places.Length > 1 || (places.Length > 0 && passage.Kind == PassageKind.Table))
                return null;
            blocks.AddRange(places);
        }

        bool isFollowed =
            blocks.Count == chosen.Length && blocks.DistinctBy(block => block.Block).Count() == blocks.Count;
        // Tables are never edited; other words that cannot be followed might be.
        if (!isFollowed && passage.Kind != PassageKind.Table)
            return null;
        return new DecidedQuote(anchors.Make(path, hash, passage.Key, quote), isFollowed ? blocks : []);
    }

    /// <summary>True where what the finder shows is where the reworded words stand now.</summary>
    public bool IsShownAt(AnchorPlace? place)
    {
        if (place is null || place.Path != NewPath)
            return false;
        List<string> words = new AnchorWords(place.Text).Words;
        List<string> expected = new AnchorWords(NewText).Words;
        int all = words.Count + expected.Count;
        return all > 0 && 2.0 * words.Count(expected.Remove) / all >= 0.6;
    }

    /// <summary>True where the very words stand in a text.</summary>
    public bool StandsIn(AnchorText text) => text.FindExactly(new AnchorWords(Anchor.Quote).Words).Count > 0;

    private static QuotedBlock? In(Block block, int at, string line)
    {
        if (block.Role != BlockRole.Body || BlockText.Of(block) is not { Length: > 20 } text)
            return null;
        if (line.Contains(text, StringComparison.Ordinal))
            return new QuotedBlock(at, text);
        return text.Contains(line, StringComparison.Ordinal) ? new QuotedBlock(at, line) : null;
    }
}

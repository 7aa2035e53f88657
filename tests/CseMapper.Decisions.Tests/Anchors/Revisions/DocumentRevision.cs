using CseMapper.Decisions.Anchors;
using CseMapper.Documents;

namespace CseMapper.Decisions.Tests.Anchors.Revisions;

/// <summary>Gives a document a new version: does to each decided quote what its fate says, and edits what stands around
/// them.</summary>
/// <param name="random">The dice.</param>
/// <param name="edits">Edits of words.</param>
internal sealed class DocumentRevision(Random random, WordEdits edits)
{
    private static readonly Fate[] _fates =
    [
        Fate.Untouched,
        Fate.Untouched,
        Fate.Untouched,
        Fate.Moved,
        Fate.Moved,
        Fate.Reworded,
        Fate.Reworded,
        Fate.SentenceChanged,
        Fate.Deleted,
        Fate.Replaced,
    ];

    /// <summary>A document with other words and order, as fates and dice have it.</summary>
    public SourceDocument Revise(SourceDocument document, IReadOnlyList<DecidedQuote> quotes, bool savesAsOther)
    {
        List<List<Block>> blocks = [.. document.Blocks.Select(block => new List<Block> { block })];
        HashSet<int> quoted = [.. quotes.SelectMany(quote => quote.Blocks).Select(block => block.Block)];
        for (int at = 0; at < blocks.Count; at++)
        {
            if (!quoted.Contains(at))
                blocks[at] = [.. EditAround(document.Blocks[at])];
        }

        List<(int At, List<Block> Blocks)> elsewhere = [];
        HashSet<int> taken = [];
        foreach (DecidedQuote quote in quotes)
        {
            bool isFree = quote.Blocks.Count > 0 && quote.Blocks.All(block => taken.Add(block.Block));
            quote.Fate = isFree ? _fates[random.Next(_fates.Length)] : Fate.Untouched;
            Apply(quote, blocks, elsewhere);
        }

        foreach ((int at, List<Block> moved) in elsewhere)
            blocks[at].AddRange(moved);
        IEnumerable<Block> all = blocks.SelectMany(block => block);
        if (random.Next(2) == 0)
        {
            all =
            [
                new HeadingBlock(new BlockLocation(1), 1, "1", "What is new"),
                .. all.Select(block => LookChanges.Renumber(block, random)),
            ];
        }

        all = LookChanges.Recut(all, random);
        return document with { Blocks = [.. savesAsOther ? LookChanges.SaveAsOther(all, random) : all] };
    }

    /// <summary>Paragraphs that nobody decided about: mostly left, else reworded, taken out, or followed by a new
    /// one.</summary>
    private IEnumerable<Block> EditAround(Block block)
    {
        int choice = block.Role == BlockRole.Body && BlockText.Of(block) is { Length: > 0 } ? random.Next(20) : 20;
        if (choice == 0)
            yield break;
        yield return choice is 1 or 2 or 3 ? BlockText.With(block, edits.Reword(BlockText.Of(block)!)) : block;
        if (choice is 4 or 5)
            yield return new TextBlock(block.Location, null, edits.Other());
    }

    private void Apply(DecidedQuote quote, List<List<Block>> blocks, List<(int At, List<Block> Blocks)> elsewhere)
    {
        int[] places = [.. quote.Blocks.Select(block => block.Block)];
        int away = random.Next(blocks.Count);
        switch (quote.Fate)
        {
            case Fate.Moved:
                elsewhere.Add((away, [.. places.SelectMany(at => blocks[at])]));
                foreach (int at in places)
                    blocks[at].Clear();
                break;
            case Fate.Deleted:
                foreach (int at in places)
                    blocks[at].Clear();
                break;
            case Fate.Replaced:
                elsewhere.Add(
                    (
                        away,
                        [
                            .. places.Select(at =>
                                BlockText.With(blocks[at][0], edits.Reword(edits.Reword(BlockText.Of(blocks[at][0])!)))
                            ),
                        ]
                    )
                );
                foreach (int at in places)
                    blocks[at].Clear();
                break;
            case Fate.Reworded or Fate.SentenceChanged:
                Reword(quote, blocks);
                break;
            default:
                break;
        }
    }

    private void Reword(DecidedQuote quote, List<List<Block>> blocks)
    {
        int edited = random.Next(quote.Blocks.Count);
        List<string> words = [];
        for (int i = 0; i < quote.Blocks.Count; i++)
        {
            QuotedBlock block = quote.Blocks[i];
            string now =
                i != edited ? block.Words
                : quote.Fate == Fate.Reworded ? edits.Reword(block.Words)
                : edits.ChangeSentence(block.Words);
            words.Add(now);
            Block old = blocks[block.Block][0];
            if (now != block.Words)
            {
                blocks[block.Block][0] = BlockText.With(
                    old,
                    BlockText.Collapse(BlockText.Of(old)!.Replace(block.Words, now, StringComparison.Ordinal))
                );
            }
        }

        quote.NewText = string.Join('\n', words);
        // The same words in the end, by a sentence added after them or by chance: then they stand as they were.
        if (
            Contains(
                new AnchorWords(quote.NewText).Words,
                new AnchorWords(string.Join('\n', quote.Blocks.Select(block => block.Words))).Words
            )
        )
        {
            quote.Fate = Fate.Untouched;
        }
    }

    private static bool Contains(List<string> words, List<string> part) =>
        Enumerable
            .Range(0, Math.Max(0, words.Count - part.Count + 1))
            .Any(at => words.GetRange(at, part.Count).SequenceEqual(part));
}

using CseMapper.Documents.Word.Lists;
using CseMapper.Documents.Word.Stories;

namespace CseMapper.Documents.Word.Assembly;

/// <summary>Turns drafts into blocks: tells headings, clauses and list items apart, and tables from text laid out as
/// one.</summary>
internal sealed class BlockAssembler(PageCounter pages, IReadOnlyDictionary<DraftParagraph, int> guessedHeadings)
{
    // A sentence in a heading's style is a clause that its author numbered by way of the style.
    private const int LongestHeading = 200;
    private const int FewestWordsOfSentence = 8;

    private readonly ClauseNumbers _clauses = new();
    private readonly List<Block> _blocks = [];

    /// <summary>The blocks so far.</summary>
    internal IReadOnlyList<Block> Blocks => _blocks;

    /// <summary>Adds drafts in their order.</summary>
    /// <param name="drafts">Paragraphs and tables.</param>
    /// <param name="role">What they are where they do not say otherwise.</param>
    internal void Add(IEnumerable<Draft> drafts, BlockRole role)
    {
        foreach (Draft draft in drafts)
        {
            if (draft is DraftParagraph paragraph)
                _blocks.Add(Convert(paragraph, role));
            else if (draft is DraftTable table)
                AddTable(table, role);
        }
    }

    private void AddTable(DraftTable table, BlockRole role)
    {
        TableAssembler assembled = new TableAssembler(table, pages);
        foreach (DraftCell caption in assembled.Captions)
            Add(caption.Content, role);
        if (assembled.IsLayout)
        {
            foreach (DraftCell cell in assembled.PrintedCells)
                Add(cell.Content, role);
            return;
        }

        BlockLocation location = Locate(table, role);
        _blocks.Add(
            new TableBlock(location, assembled.Rows, assembled.HeaderRows)
            {
                Role = role,
                HasUnacceptedChanges = assembled.HasChanges,
            }
        );
        foreach (DraftParagraph note in assembled.Notes)
            _blocks.Add(Convert(note, role));
    }

    private BlockLocation Locate(Draft draft, BlockRole role) =>
        role is BlockRole.Header or BlockRole.Footer
            ? default
            : new BlockLocation(pages.PageOf(draft.RenderedPage, draft.Breaks), IsPageApproximate: true);

    private Block Convert(DraftParagraph paragraph, BlockRole given)
    {
        BlockRole role = RoleOf(paragraph, given);
        BlockLocation location = Locate(paragraph, given);
        Block block = role is BlockRole.Note or BlockRole.Contents
            ? new TextBlock(location, NullIfEmpty(paragraph.Label?.Text), paragraph.Text)
            : Classify(paragraph, location);
        return block with { Role = role, HasUnacceptedChanges = paragraph.HasChanges };
    }

    private static BlockRole RoleOf(DraftParagraph paragraph, BlockRole given)
    {
        if (paragraph.IsNote)
            return BlockRole.Note;
        if (given != BlockRole.Body)
            return given;
        if (paragraph.IsContents)
            return BlockRole.Contents;
        return paragraph.IsAside ? BlockRole.Aside : BlockRole.Body;
    }

    private Block Classify(DraftParagraph paragraph, BlockLocation location)
    {
        bool isGuessed = guessedHeadings.TryGetValue(paragraph, out int level);
        if (!isGuessed)
            level = HeadingLevel(paragraph);
        if (level > 0)
        {
            (string? number, string text) = paragraph.Label is { Text.Length: > 0 } label
                ? (label.Text, paragraph.Text)
                : TypedNumber.SplitHeading(paragraph.Text);
            if (number is null)
                _clauses.Leave();
            else
                _clauses.Enter(number, paragraph.Label);
            return new HeadingBlock(location, level, number, text) { IsGuessed = isGuessed };
        }

        return paragraph.Label is { Text.Length: > 0 } listed
            ? _clauses.ListedBlock(location, listed, paragraph.Text)
            : ClassifyPlain(paragraph, location);
    }

    private static int HeadingLevel(DraftParagraph paragraph)
    {
        if (paragraph.Text.Length == 0)
            return 0;
        if (IsSentence(paragraph.Text))
            return 0;
        if (paragraph.Style.IsTitle && paragraph.OutlineLevel is null)
            return 1;
        if (paragraph.OutlineLevel is not { } outline || outline >= 9)
            return 0;
        // Some authors number "4" and "4.1" in one style.
        return Math.Min(9, Math.Max(outline + 1, ClauseNumbers.Depth(paragraph.Label?.Text)));
    }

    /// <summary>True for what is too much of a sentence to be a heading, whatever its style says.</summary>
    internal static bool IsSentence(string text) =>
        text.Length > LongestHeading
        || (text[^1] is '.' or ';' && text.AsSpan().Count(' ') + 1 >= FewestWordsOfSentence);

    private Block ClassifyPlain(DraftParagraph paragraph, BlockLocation location)
    {
        TypedLabel? typed = TypedNumber.Split(paragraph.Text);
        if (typed is null)
            return new TextBlock(location, null, paragraph.Text);
        if (typed.IsBullet)
            return new ListItemBlock(location, 1, typed.Label, typed.Rest);
        string full = _clauses.Enter(typed.Label, null);
        return typed.IsClause
            ? new TextBlock(location, typed.Label, typed.Rest)
            : new ListItemBlock(location, 1, typed.Label, typed.Rest) { Number = full };
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

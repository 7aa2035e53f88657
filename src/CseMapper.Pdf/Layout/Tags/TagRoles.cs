using CseMapper.Pdf.Layout.Lines;
using CseMapper.Pdf.Layout.Structure;

namespace CseMapper.Pdf.Layout.Tags;

/// <summary>Gives blocks what their tags say: heading, list item, contents, note, caption.</summary>
internal static class TagRoles
{
    /// <summary>Longer ones are text in a heading's tag.</summary>
    private const int LongestHeading = 250;

    /// <summary>So many tagged headings show that the author used them throughout.</summary>
    private const int EnoughHeadings = 3;

    /// <returns>True when the tags name the headings of the document.</returns>
    public static bool Mark(DocumentText document, TagUse tags, List<BlockDraft> drafts)
    {
        if (tags.Tree.IsEmpty)
            return false;
        int headings = 0,
            lastItem = -1;
        foreach (BlockDraft draft in drafts)
        {
            ref PrintedLine line = ref document.Lines[draft.Lines[0]];
            if (line.Tag < 0 || draft.Role != LineRole.Body || draft.Kind == DraftKind.Table)
                continue;
            TagElement element = tags.Tree.Elements[line.Tag];
            int item = tags.Tree.Around(line.Tag, TagKind.ListItem);
            if (element.Kind == TagKind.Heading)
            {
                if (!tags.TrustsHeadings || draft.Lines.Sum(i => document.Lines[i].TextLength) > LongestHeading)
                    continue;
                draft.Kind = DraftKind.Heading;
                draft.Level = Math.Max(1, (int)element.Level);
                draft.IsTagged = true;
                headings++;
            }
            else if (element.Kind is TagKind.ContentsItem || tags.Tree.Around(line.Tag, TagKind.Contents) >= 0)
            {
                draft.Role = LineRole.Contents;
            }
            else if (element.Kind is TagKind.Note)
            {
                draft.Role = LineRole.Note;
            }
            else if (item >= 0 && tags.TrustsParagraphs)
            {
                MarkItem(draft, tags.Tree, item, item != lastItem && !BeginsSmall(document.TextOf(line)));
            }

            lastItem = item;
        }

        return headings >= EnoughHeadings;
    }

    /// <summary>Word begins a new item where one goes on on the next page.</summary>
    private static bool BeginsSmall(ReadOnlySpan<char> text) => text.Length > 0 && char.IsLower(text[0]);

    private static void MarkItem(BlockDraft draft, TagTree tree, int item, bool isFirst)
    {
        bool begins = isFirst || draft.Label.Kind != LabelKind.None;
        draft.Kind = begins ? DraftKind.ListItem : DraftKind.Paragraph;
        draft.Level = Math.Max(1, tree.Depth(item, TagKind.List));
        draft.IsTagged = begins;
    }
}

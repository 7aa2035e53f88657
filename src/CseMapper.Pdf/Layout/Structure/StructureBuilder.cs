using CseMapper.Documents;
using CseMapper.Pdf.Layout.Flows;
using CseMapper.Pdf.Layout.Lines;
using CseMapper.Pdf.Layout.Tables;
using CseMapper.Pdf.Layout.Tags;
using CseMapper.Pdf.Text;
using CseMapper.Pdf.Text.Interpreting;

namespace CseMapper.Pdf.Layout.Structure;

/// <summary>Understands a whole document: one step a line, each using only what the steps before it found.</summary>
internal static class StructureBuilder
{
    /// <param name="document">All lines in reading order.</param>
    /// <param name="tree">The document's tags.</param>
    /// <param name="bookmarks">The document's outline.</param>
    /// <param name="hyphens">Tells broken words.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static List<Block> Build(
        DocumentText document,
        TagTree tree,
        IReadOnlyList<PdfBookmark> bookmarks,
        Hyphens hyphens,
        CancellationToken cancellation
    )
    {
        AddDescriptions(document, tree);
        RunningText.Mark(document);
        ContentsLineMarker.Mark(document);
        TagUse tags = TagUse.Judge(tree, document);
        TagTables.Assign(document, tags);
        TableJoiner.Join(document);
        BodyStyle body = BodyStyle.Measure(document);
        FootNotes.Mark(document, body);
        ParagraphBuilder paragraphs = new(document, new Leading(document), tags, body);
        List<BlockDraft> drafts = paragraphs.Build();
        cancellation.ThrowIfCancellationRequested();
        bool hasHeadings = TagRoles.Mark(document, tags, drafts);
        new HeadingFinder(document, body, new BookmarkTitles(bookmarks), hasHeadings).Mark(drafts);
        drafts = new BlockJoiner(document, tags).Join(drafts);
        new ListLevels(document).Mark(drafts);
        PageOrder.Sort(document, drafts);
        BlockComposer composer = new(document, paragraphs, hyphens);
        List<Block> blocks = new(drafts.Count);
        int page = 0;
        foreach (BlockDraft draft in drafts)
        {
            Block block = composer.Compose(draft);
            for (; page < block.Location.Page - 1; page++)
                AddFields(document.Pages[page], blocks);
            blocks.Add(block);
        }

        for (; page < document.Pages.Count; page++)
            AddFields(document.Pages[page], blocks);
        cancellation.ThrowIfCancellationRequested();
        return blocks;
    }

    private static void AddFields(PrintedPage page, List<Block> blocks)
    {
        foreach (PageField field in page.Fields)
        {
            blocks.Add(
                new TextBlock(BlockComposer.PlaceOf(page.Number, field.Box), null, field.Text)
                {
                    Role = RoleOf(field.Kind),
                    IsRecognised = page.State == PdfPageState.Recognised,
                }
            );
        }
    }

    private static BlockRole RoleOf(FieldKind kind) =>
        kind switch
        {
            FieldKind.FormField => BlockRole.FormField,
            FieldKind.Picture => BlockRole.Aside,
            _ => BlockRole.Annotation,
        };

    /// <summary>What the tags say that pictures show.</summary>
    private static void AddDescriptions(DocumentText document, TagTree tree)
    {
        foreach ((int page, string text) in tree.Descriptions)
        {
            if (page > 0 && page <= document.Pages.Count)
                document.Pages[page - 1].Fields.Add(new(default, text.Trim(), FieldKind.Picture));
        }
    }
}

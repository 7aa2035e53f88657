using CseMapper.Pdf.Text;

namespace CseMapper.Pdf.Layout;

/// <summary>Understands a whole document: one step a line, each using only what the steps before it found.</summary>
internal static class StructureBuilder
{
    /// <param name="document">All lines in reading order.</param>
    /// <param name="bookmarks">The document's outline.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static List<PdfBlock> Build(DocumentText document, IReadOnlyList<PdfBookmark> bookmarks, CancellationToken cancellation)
    {
        RunningText.Mark(document);
        ContentsLines.Mark(document);
        BodyStyle body = BodyStyle.Of(document);
        FootNotes.Mark(document, body);
        ParagraphBuilder paragraphs = new(document, new Leading(document));
        List<BlockDraft> drafts = paragraphs.Build();
        cancellation.ThrowIfCancellationRequested();
        new HeadingFinder(document, body, new BookmarkTitles(bookmarks)).Mark(drafts);
        drafts = new BlockJoiner(document).Join(drafts);
        new ListLevels(document).Mark(drafts);
        BlockComposer composer = new(document, paragraphs);
        List<PdfBlock> blocks = new(drafts.Count);
        int page = 0;
        foreach (BlockDraft draft in drafts)
        {
            PdfBlock block = composer.Compose(draft);
            for (; page < block.Page - 1; page++) AddFields(document.Pages[page], blocks);
            blocks.Add(block);
        }

        for (; page < document.Pages.Count; page++) AddFields(document.Pages[page], blocks);
        cancellation.ThrowIfCancellationRequested();
        return blocks;
    }

    private static void AddFields(PrintedPage page, List<PdfBlock> blocks)
    {
        foreach (PageField field in page.Fields)
        {
            blocks.Add(new PdfParagraph(page.Number, field.Box, null, field.Text) { Role = field.IsFormField ? PdfBlockRole.FormField : PdfBlockRole.Annotation });
        }
    }
}

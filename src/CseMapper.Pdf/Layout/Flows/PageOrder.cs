using CseMapper.Pdf.Layout.Lines;
using CseMapper.Pdf.Layout.Structure;

namespace CseMapper.Pdf.Layout.Flows;

/// <summary>Puts running headers before and running footers behind all else of their page, wherever the file draws
/// them.</summary>
internal static class PageOrder
{
    public static void Sort(DocumentText document, List<BlockDraft> drafts)
    {
        (int Page, int Part, int Place)[] keys = new (int, int, int)[drafts.Count];
        for (int i = 0; i < keys.Length; i++)
        {
            int part = drafts[i].Role switch
            {
                LineRole.Header => 0,
                LineRole.Footer => 2,
                _ => 1,
            };
            keys[i] = (document.Lines[drafts[i].Lines[0]].Page, part, i);
        }

        BlockDraft[] sorted = [.. drafts];
        Array.Sort(keys, sorted);
        drafts.Clear();
        drafts.AddRange(sorted);
    }
}

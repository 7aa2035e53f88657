using CseMapper.Pdf.Layout.Lines;
using CseMapper.Pdf.Layout.Structure;
using CseMapper.Pdf.Text;
using CseMapper.Pdf.Text.Interpreting;

namespace CseMapper.Pdf.Layout.Tags;

/// <summary>What the tags of a document are worth, found out by comparing them with its lines: many files are tagged by
/// machines that guess.</summary>
/// <param name="Tree">The tags.</param>
/// <param name="TrustsParagraphs">False when lines of one sentence carry different tags.</param>
/// <param name="TrustsHeadings">False when most of the text is tagged as heading.</param>
internal sealed record TagUse(TagTree Tree, bool TrustsParagraphs, bool TrustsHeadings)
{
    /// <summary>Share of lines that go on a sentence and must carry the tag of the line before.</summary>
    private const float GoingOnShare = 0.7f;

    /// <summary>More heading text than this is no heading text.</summary>
    private const float MostHeadings = 0.3f;

    private const int FewPairs = 5;

    public static TagUse Judge(TagTree tree, DocumentText document)
    {
        if (tree.IsEmpty)
            return new(tree, false, false);
        int goingOn = 0,
            same = 0,
            letters = 0,
            headingLetters = 0;
        Span<PrintedLine> lines = document.Lines;
        for (int i = 0; i < lines.Length; i++)
        {
            ref PrintedLine line = ref lines[i];
            if (line.Tag < 0)
                continue;
            letters += line.TextLength;
            if (tree.Elements[line.Tag].Kind == TagKind.Heading)
                headingLetters += line.TextLength;
            if (
                i == 0
                || lines[i - 1].Tag < 0
                || lines[i - 1].Flow != line.Flow
                || !GoesOn(document.TextOf(lines[i - 1]), document.TextOf(line))
            )
            {
                continue;
            }

            goingOn++;
            if (lines[i - 1].Tag == line.Tag)
                same++;
        }

        return new(
            tree,
            letters > 0 && (goingOn < FewPairs || same >= GoingOnShare * goingOn),
            headingLetters <= MostHeadings * letters
        );
    }

    /// <returns>The block element of a line where paragraphs are trusted, or -1.</returns>
    public int BlockOf(in PrintedLine line) => TrustsParagraphs ? line.Tag : -1;

    /// <summary>For each mark of a page the table cell or form field it stands in, -1 for none; empty where there are
    /// neither tags nor fields.</summary>
    public static int[] CellsOf(TagTree tree, PageText page, int number)
    {
        if (tree.IsEmpty && page.Fields.Count == 0)
            return [];
        int[] cells = new int[page.Marks.Count];
        for (int mark = 0; mark < cells.Length; mark++)
        {
            MarkedContent content = page.Marks[mark];
            cells[mark] =
                content.Field != FieldKind.None
                    ? -1 - mark
                    : tree.CellAround(tree.ElementOf(number, content.Stream, content.Id));
        }

        return cells;
    }

    private static bool GoesOn(ReadOnlySpan<char> above, ReadOnlySpan<char> below) =>
        above.Length > 0
        && below.Length > 0
        && char.IsLower(below[0])
        && above[^1] is not ('.' or ':' or ';' or '!' or '?');
}

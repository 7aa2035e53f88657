using CseMapper.Documents;
using CseMapper.Pdf.Tests.Objects;

namespace CseMapper.Pdf.Tests.Layout.Flows;

public sealed class FootNotesTests
{
    private const string Long = "and so on through many words of it";

    [Fact]
    public void EveryColumnHasItsOwnFoot()
    {
        PdfContent content = DrawnPage.Read(
            DrawnPage.Make(
                DrawnPage.Lines(
                    (50, 300, 10, "Left column " + Long),
                    (50, 288, 10, "goes on here " + Long),
                    (50, 276, 10, "and more of it " + Long),
                    (50, 264, 10, "ends here " + Long),
                    (50, 100, 7, "* A note below the left column."),
                    (350, 306, 10, "Right column " + Long),
                    (350, 294, 10, "goes on here " + Long),
                    (350, 282, 10, "and it ends " + Long)
                )
            )
        );
        Assert.Equal(["1 note item 1 * A note below the left column."], Notes(content));
    }

    [Fact]
    public void FiguresInSmallTypeAreNoNotes() =>
        Assert.Empty(
            Notes(
                DrawnPage.Read(
                    DrawnPage.Make(
                        DrawnPage.Lines(
                            (50, 700, 10, "Text " + Long),
                            (50, 688, 10, "and text " + Long),
                            (50, 100, 7, "14 14 31")
                        )
                    )
                )
            )
        );

    private static string[] Notes(PdfContent content) =>
        [
            .. content
                .Blocks.Where(block => block.Role == BlockRole.Note)
                .Select(block => BlockNotation.Write([block]).TrimEnd()),
        ];
}

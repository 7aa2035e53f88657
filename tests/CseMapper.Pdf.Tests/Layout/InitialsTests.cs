using CseMapper.Pdf.Tests.Objects;

namespace CseMapper.Pdf.Tests.Layout;

public sealed class InitialsTests
{
    [Fact]
    public void AnInitialOverSeveralLinesBelongsToItsWordAndMakesNoHeading()
    {
        PdfContent content = DrawnPage.Read(
            DrawnPage.Make(
                DrawnPage.Lines(
                    (50, 676, 30, "T"),
                    (70, 690, 10, "he council listens to what all of its many"),
                    (70, 678, 10, "customers say and acts on it as soon as"),
                    (50, 666, 10, "can be, and before the year is over it tells them.")
                )
            )
        );
        Assert.Equal(
            "1 text [] The council listens to what all of its many customers say and acts on it as soon as can "
                + "be, and before the year is over it tells them.\n",
            BlockNotation.Write(content.Blocks)
        );
    }
}

using CseMapper.Documents;
using CseMapper.Pdf.Tests.Objects;

namespace CseMapper.Pdf.Tests.Layout.Tables;

public sealed class CellBordersTests
{
    private const string Grid = "60 680 40 40 re S 100 680 200 40 re S 60 700 m 300 700 l S ";

    [Theory]
    [InlineData("1 0 0 1 62 705 Tm (AC-2 \\(11\\)) Tj 1 0 0 1 116 705 Tm (Usage) Tj ")]
    [InlineData("1 0 0 1 62 705 Tm (AC-2) Tj 1 0 0 1 89.2 705 Tm (\\(11\\)) Tj 1 0 0 1 116 705 Tm (Usage) Tj ")]
    public void WordsThatRunOverABorderStayInTheirCell(string row) =>
        Assert.Equal(
            [
                ["AC-2 (11)", "Usage"],
                ["AC-3", "Access"],
            ],
            Rows(Grid + $"BT /F 11 Tf {row} 1 0 0 1 62 685 Tm (AC-3) Tj 1 0 0 1 102 685 Tm (Access) Tj ET")
        );

    [Fact]
    public void WordsOfNeighbouringCellsArePartedThoughTheyStandAsCloseAsWordsOfALine() =>
        Assert.Equal(
            [
                ["Control", "Usage"],
                ["AC-3", "Access"],
            ],
            Rows(
                Grid
                    + "BT /F 11 Tf 1 0 0 1 62 705 Tm (Control) Tj 1 0 0 1 101 705 Tm (Usage) Tj 1 0 0 1 62 685 Tm (AC-3) Tj 1 0 0 1 102 "
                    + "685 Tm (Access) Tj ET"
            )
        );

    private static IEnumerable<IReadOnlyList<string>> Rows(string content) =>
        Assert
            .IsType<TableBlock>(Assert.Single(DrawnPage.Read(DrawnPage.Make(content)).Blocks))
            .Rows.Select(row => row.Cells);
}

using System.Text;
using CseMapper.Documents;
using CseMapper.Pdf.Tests.Objects;

namespace CseMapper.Pdf.Tests.Layout.Tables;

public sealed class GridRefinerTests
{
    private static readonly string[][] _rows =
    [
        ["Measure", "Target", "Result"],
        ["Calls answered", "90%", "94%"],
        ["Letters answered", "95%", "96%"],
        ["Visits kept", "99%", "97%"],
    ];

    [Fact]
    public void RowsPartedByLevelLinesAloneTakeTheColumnsOfTheHeader() =>
        Assert.Equal(
            _rows,
            Read(
                "0.9 g 60 730 140 20 re f 200 730 80 20 re f 280 730 80 20 re f 0 g 60 750 m 360 750 l S 60 730 m 360 730 l S 60 710 m "
                    + "360 710 l S 60 690 m 360 690 l S 60 670 m 360 670 l S 60 670 m 60 750 l S 360 670 m 360 750 l S "
            )
        );

    [Fact]
    public void RowsOfAFrameWithColumnsAreParted() =>
        Assert.Equal(_rows, Read("60 670 300 80 re S 200 670 m 200 750 l S 280 670 m 280 750 l S "));

    [Fact]
    public void AFrameBelowAHeaderIsPartedInRowsAndColumns() =>
        Assert.Equal(_rows, Read("60 670 300 80 re S 60 730 140 20 re S 200 730 80 20 re S 280 730 80 20 re S "));

    [Fact]
    public void ACellThatSpansColumnsStaysOne() =>
        Assert.Equal(
            [
                ["All measures of the year that has ended", "", ""],
                ["Calls", "90%", "94%"],
            ],
            Rows(
                DrawnPage.Lines(
                    (64, 735, 11, "All measures of the year that has ended"),
                    (64, 715, 11, "Calls"),
                    (204, 715, 11, "90%"),
                    (284, 715, 11, "94%")
                ) + "60 710 300 40 re S 60 730 m 360 730 l S 200 710 m 200 730 l S 280 710 m 280 730 l S "
            )
        );

    [Fact]
    public void SentencesDrawnAcrossTheCellsOfARowStayInIt() =>
        Assert.Equal(
            [
                [
                    "Calls are answered by staff who know the service",
                    "Letters are answered by the team that they reach",
                ],
            ],
            Rows(
                    DrawnPage.Lines(
                        (64, 735, 11, "Calls are answered"),
                        (204, 735, 11, "Letters are answered"),
                        (64, 721, 11, "by staff who know"),
                        (204, 721, 11, "by the team that"),
                        (64, 707, 11, "the service"),
                        (204, 707, 11, "they reach")
                    ) + "60 700 140 50 re S 200 700 140 50 re S "
                )
                .Select(row => row.Select(cell => cell.Replace('\n', ' ')))
        );

    [Fact]
    public void WordsWithAGroundOfTheirOwnAreNoTable()
    {
        Block block = Assert.Single(
            DrawnPage
                .Read(
                    DrawnPage.Make(
                        "1 1 0 rg 60 698 19.6 12 re f 79.6 698 38.5 12 re f 118.1 698 30 12 re f "
                            + "0 g BT /F 11 Tf 1 0 0 1 60 700 Tm (We answer soon, "
                            + "always, and say so in writing) Tj ET"
                    )
                )
                .Blocks
        );
        Assert.Equal("We answer soon, always, and say so in writing", ((TextBlock)block).Text);
    }

    private static IEnumerable<IReadOnlyList<string>> Read(string rules)
    {
        StringBuilder text = new();
        for (int row = 0; row < _rows.Length; row++)
        {
            double y = 735 - (20 * row);
            text.Append(
                DrawnPage.Lines((64, y, 11, _rows[row][0]), (204, y, 11, _rows[row][1]), (284, y, 11, _rows[row][2]))
            );
        }

        return Rows(rules + text);
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(string content) =>
        Assert
            .IsType<TableBlock>(Assert.Single(DrawnPage.Read(DrawnPage.Make(content)).Blocks))
            .Rows.Select(row => row.Cells);
}

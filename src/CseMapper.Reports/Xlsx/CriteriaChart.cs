using CseMapper.Matching.Suggestions;
using CseMapper.Reports.Xlsx.Sheets;
using static CseMapper.Reports.Xlsx.ChartPieces;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace CseMapper.Reports.Xlsx;

/// <summary>The Summary sheet's chart (ISO/IEC 29500-1, 21.2): a bar a criterion, stacked of strong, possible and
/// none.</summary>
internal sealed class CriteriaChart(SummarySheet summary)
{
    private const uint CategoryAxis = 1;
    private const uint ValueAxis = 2;
    private const string Dark = "1A1F24";

    /// <summary>Colours that stay apart for colour-blind readers and in grey print, each with a colour of figures that
    /// reads on it.</summary>
    private static readonly (string Name, EvidenceStrength State, char Column, string Fill, string Figures)[] _series =
    [
        ("Strong", EvidenceStrength.Strong, 'D', "0F7A55", "FFFFFF"),
        ("Possible", EvidenceStrength.Possible, 'E', "F2B134", Dark),
        ("None found", EvidenceStrength.None, 'F', "D5DADF", Dark),
    ];

    /// <summary>The part's root.</summary>
    public C.ChartSpace Build()
    {
        C.ChartSpace space = new(
            new C.RoundedCorners { Val = false },
            new C.Chart(
                Title("Elements with evidence, by criterion"),
                new C.AutoTitleDeleted { Val = false },
                new C.PlotArea(new C.Layout(), Bars(), Categories(), Values()),
                new C.Legend(
                    new C.LegendPosition { Val = C.LegendPositionValues.Bottom },
                    new C.Overlay { Val = false },
                    TextLook(1000, Dark)
                ),
                new C.PlotVisibleOnly { Val = true },
                new C.DisplayBlanksAs { Val = C.DisplayBlanksAsValues.Gap }
            ),
            new C.ShapeProperties(Fill("FFFFFF"), Line("D0D6DC"))
        );
        space.AddNamespaceDeclaration("a", "http://schemas.openxmlformats.org/drawingml/2006/main");
        return space;
    }

    private C.BarChart Bars() =>
        new([
            new C.BarDirection { Val = C.BarDirectionValues.Bar },
            new C.BarGrouping { Val = C.BarGroupingValues.Stacked },
            new C.VaryColors { Val = false },
            .. _series.Select((_, index) => Series(index)),
            new C.GapWidth { Val = 45 },
            new C.Overlap { Val = 100 },
            new C.AxisId { Val = CategoryAxis },
            new C.AxisId { Val = ValueAxis },
        ]);

    private C.BarChartSeries Series(int index)
    {
        (string name, EvidenceStrength state, char column, string fill, string figures) = _series[index];
        return new C.BarChartSeries(
            new C.Index { Val = (uint)index },
            new C.Order { Val = (uint)index },
            new C.SeriesText(Strings($"{SummarySheet.Name}!${column}${SummarySheet.HeaderRow}", [name])),
            new C.ChartShapeProperties(Fill(fill)),
            new C.InvertIfNegative { Val = false },
            Labels(figures),
            new C.CategoryAxisData(Strings(Cells('B'), [.. summary.Criteria.Select(row => row.Heading.Title)])),
            new C.Values(Numbers(Cells(column), [.. summary.Criteria.Select(row => row.In(state))]))
        );
    }

    private string Cells(char column)
    {
        int last = SummarySheet.HeaderRow + Math.Max(1, summary.Criteria.Count);
        return FormattableString.Invariant(
            $"{SummarySheet.Name}!${column}${SummarySheet.HeaderRow + 1}:${column}${last}"
        );
    }

    private static C.DataLabels Labels(string colour) =>
        new(
            // Nothing is written on a bar of no length.
            new C.NumberingFormat { FormatCode = "0;;;", SourceLinked = false },
            new C.ChartShapeProperties(new A.NoFill()),
            TextLook(1000, colour),
            new C.ShowLegendKey { Val = false },
            new C.ShowValue { Val = true },
            new C.ShowCategoryName { Val = false },
            new C.ShowSeriesName { Val = false },
            new C.ShowPercent { Val = false },
            new C.ShowBubbleSize { Val = false }
        );

    private static C.CategoryAxis Categories() =>
        new(
            new C.AxisId { Val = CategoryAxis },
            // The first criterion on top, as in the table.
            new C.Scaling(new C.Orientation { Val = C.OrientationValues.MaxMin }),
            new C.Delete { Val = false },
            new C.AxisPosition { Val = C.AxisPositionValues.Left },
            new C.MajorTickMark { Val = C.TickMarkValues.None },
            new C.MinorTickMark { Val = C.TickMarkValues.None },
            new C.TickLabelPosition { Val = C.TickLabelPositionValues.NextTo },
            TextLook(1000, Dark),
            new C.CrossingAxis { Val = ValueAxis },
            new C.Crosses { Val = C.CrossesValues.AutoZero },
            new C.AutoLabeled { Val = true },
            new C.LabelAlignment { Val = C.LabelAlignmentValues.Center },
            new C.LabelOffset { Val = 100 },
            new C.NoMultiLevelLabels { Val = false }
        );

    private static C.ValueAxis Values() =>
        new(
            new C.AxisId { Val = ValueAxis },
            new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax }, new C.MinAxisValue { Val = 0 }),
            new C.Delete { Val = false },
            new C.AxisPosition { Val = C.AxisPositionValues.Bottom },
            new C.MajorGridlines(new C.ChartShapeProperties(Line("E3E7EB"))),
            new C.NumberingFormat { FormatCode = "0", SourceLinked = false },
            new C.MajorTickMark { Val = C.TickMarkValues.None },
            new C.MinorTickMark { Val = C.TickMarkValues.None },
            new C.TickLabelPosition { Val = C.TickLabelPositionValues.NextTo },
            TextLook(900, "4A5560"),
            new C.CrossingAxis { Val = CategoryAxis },
            new C.Crosses { Val = C.CrossesValues.Maximum }
        );
}

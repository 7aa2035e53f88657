using CseMapper.Matching.Suggestions;
using CseMapper.Reports.Xlsx.Sheets;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using X = DocumentFormat.OpenXml.Drawing.Spreadsheet;

namespace CseMapper.Reports.Xlsx;

/// <summary>The drawing part that places the chart on the Summary sheet and describes it to those who cannot see
/// it.</summary>
internal sealed class ChartDrawing(SummarySheet summary)
{
    private const string ChartNamespace = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private const int LastColumn = 7;

    /// <summary>The part's root; the chart is its relationship rId1.</summary>
    public X.WorksheetDrawing Build() =>
        new(
            new X.TwoCellAnchor(
                new X.FromMarker(At(0, summary.ChartTop)),
                new X.ToMarker(At(LastColumn, summary.ChartBottom)),
                new X.GraphicFrame(
                    new X.NonVisualGraphicFrameProperties(
                        new X.NonVisualDrawingProperties
                        {
                            Id = 2,
                            Name = "Evidence by criterion",
                            Description = Description(),
                        },
                        new X.NonVisualGraphicFrameDrawingProperties()
                    ),
                    new X.Transform(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = 0, Cy = 0 }),
                    new A.Graphic(new A.GraphicData(new C.ChartReference { Id = "rId1" }) { Uri = ChartNamespace })
                )
                {
                    Macro = "",
                },
                new X.ClientData()
            )
        );

    private string Description() => "Bar chart. " + string.Join(" ", summary.Criteria.Select(Describe));

    private static string Describe(CriterionRow row)
    {
        string label = $"{row.Heading.Number} {row.Heading.Title}".Trim();
        return XlsxText.Escape(DisplayText.OneLine(label))
            + FormattableString.Invariant($": {row.In(EvidenceStrength.Strong)} strong, ")
            + FormattableString.Invariant($"{row.In(EvidenceStrength.Possible)} possible, ")
            + FormattableString.Invariant($"{row.In(EvidenceStrength.None)} none found.");
    }

    private static DocumentFormat.OpenXml.OpenXmlElement[] At(int column, int row) =>
        [
            new X.ColumnId(FormattableString.Invariant($"{column}")),
            new X.ColumnOffset("0"),
            new X.RowId(FormattableString.Invariant($"{row}")),
            new X.RowOffset("0"),
        ];
}

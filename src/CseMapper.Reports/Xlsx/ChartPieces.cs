using System.Globalization;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace CseMapper.Reports.Xlsx;

/// <summary>Pieces that a chart is made of (ISO/IEC 29500-1, 21.2 and 20.1).</summary>
internal static class ChartPieces
{
    public static C.Title Title(string title) =>
        new(
            new C.ChartText(
                new C.RichText(
                    new A.BodyProperties(),
                    new A.Paragraph(
                        new A.Run(
                            new A.RunProperties(Fill("12344D"))
                            {
                                Language = "en-GB",
                                FontSize = 1200,
                                Bold = true,
                            },
                            new A.Text(title)
                        )
                    )
                )
            ),
            new C.Overlay { Val = false }
        );

    /// <summary>How texts of an axis or of a legend look.</summary>
    /// <param name="size">In hundredths of a point.</param>
    /// <param name="colour">As RGB in hex.</param>
    public static C.TextProperties TextLook(int size, string colour) =>
        new(
            new A.BodyProperties(),
            new A.Paragraph(new A.ParagraphProperties(new A.DefaultRunProperties(Fill(colour)) { FontSize = size }))
        );

    /// <summary>Texts of cells with what stands in them now.</summary>
    public static C.StringReference Strings(string cells, IReadOnlyList<string> values) =>
        new(
            new C.Formula(cells),
            new C.StringCache([
                new C.PointCount { Val = (uint)values.Count },
                .. values.Select(
                    (value, at) =>
                        new C.StringPoint(new C.NumericValue(XlsxText.Escape(DisplayText.OneLine(value))))
                        {
                            Index = (uint)at,
                        }
                ),
            ])
        );

    /// <summary>Figures of cells with what stands in them now.</summary>
    public static C.NumberReference Numbers(string cells, IReadOnlyList<int> values) =>
        new(
            new C.Formula(cells),
            new C.NumberingCache([
                new C.FormatCode("General"),
                new C.PointCount { Val = (uint)values.Count },
                .. values.Select(
                    (value, at) =>
                        new C.NumericPoint(new C.NumericValue(value.ToString(CultureInfo.InvariantCulture)))
                        {
                            Index = (uint)at,
                        }
                ),
            ])
        );

    public static A.SolidFill Fill(string colour) => new(new A.RgbColorModelHex { Val = colour });

    public static A.Outline Line(string colour) => new(Fill(colour)) { Width = 9525 };
}

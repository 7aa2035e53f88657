using System.Globalization;
using System.Xml;
using CseMapper.Matching;

namespace CseMapper.Reports.Xlsx;

/// <summary>The Summary sheet's chart (ISO/IEC 29500-1, 21.2): a bar a criterion, stacked of strong, possible and none.</summary>
internal sealed class CriteriaChart(SummarySheet summary)
{
    private const string ChartNamespace = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private const string DrawingNamespace = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private const string SheetDrawingNamespace = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";

    /// <summary>Colours that stay apart for colour-blind readers and in grey print, each with a colour of figures that reads on it.</summary>
    private static readonly (string Name, EvidenceStrength State, char Column, string Fill, string Figures)[] s_series =
    [
        ("Strong", EvidenceStrength.Strong, 'D', "0F7A55", "FFFFFF"),
        ("Possible", EvidenceStrength.Possible, 'E', "F2B134", "1A1F24"),
        ("None found", EvidenceStrength.None, 'F', "D5DADF", "1A1F24"),
    ];

    /// <summary>Writes the drawing part that places the chart on the sheet.</summary>
    public void WriteDrawing(XmlWriter xml)
    {
        xml.WriteStartElement("xdr", "wsDr", SheetDrawingNamespace);
        xml.WriteAttributeString("xmlns", "a", null, DrawingNamespace);
        xml.WriteStartElement("twoCellAnchor", SheetDrawingNamespace);
        WriteAnchor(xml, "from", column: 0, summary.ChartTop);
        WriteAnchor(xml, "to", column: 7, summary.ChartBottom);
        xml.WriteStartElement("graphicFrame", SheetDrawingNamespace);
        xml.WriteAttributeString("macro", "");
        xml.WriteStartElement("nvGraphicFramePr", SheetDrawingNamespace);
        xml.WriteStartElement("cNvPr", SheetDrawingNamespace);
        xml.WriteAttributeString("id", "2");
        xml.WriteAttributeString("name", "Evidence by criterion");
        xml.WriteAttributeString("descr", Description());
        xml.WriteEndElement();
        xml.WriteStartElement("cNvGraphicFramePr", SheetDrawingNamespace);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("xfrm", SheetDrawingNamespace);
        Point(xml, "off", "x", "y");
        Point(xml, "ext", "cx", "cy");
        xml.WriteEndElement();
        xml.WriteStartElement("graphic", DrawingNamespace);
        xml.WriteStartElement("graphicData", DrawingNamespace);
        xml.WriteAttributeString("uri", ChartNamespace);
        xml.WriteStartElement("c", "chart", ChartNamespace);
        xml.WriteAttributeString("r", "id", XlsxPackage.RelationshipsNamespace, "rId1");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("clientData", SheetDrawingNamespace);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Writes the chart part.</summary>
    public void WriteChart(XmlWriter xml)
    {
        xml.WriteStartElement("c", "chartSpace", ChartNamespace);
        xml.WriteAttributeString("xmlns", "a", null, DrawingNamespace);
        Value(xml, "roundedCorners", "0");
        Start(xml, "chart");
        WriteTitle(xml, "Elements with evidence, by criterion");
        Value(xml, "autoTitleDeleted", "0");
        Start(xml, "plotArea");
        Start(xml, "layout");
        xml.WriteEndElement();
        Start(xml, "barChart");
        Value(xml, "barDir", "bar");
        Value(xml, "grouping", "stacked");
        Value(xml, "varyColors", "0");
        for (int i = 0; i < s_series.Length; i++)
            WriteSeries(xml, i);
        Value(xml, "gapWidth", "45");
        Value(xml, "overlap", "100");
        Value(xml, "axId", "1");
        Value(xml, "axId", "2");
        xml.WriteEndElement();
        WriteCategoryAxis(xml);
        WriteValueAxis(xml);
        xml.WriteEndElement();
        Start(xml, "legend");
        Value(xml, "legendPos", "b");
        Value(xml, "overlay", "0");
        WriteTextLook(xml, 1000, "1A1F24");
        xml.WriteEndElement();
        Value(xml, "plotVisOnly", "1");
        Value(xml, "dispBlanksAs", "gap");
        xml.WriteEndElement();
        Start(xml, "spPr");
        WriteFill(xml, "FFFFFF");
        WriteLine(xml, "D0D6DC");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private string Description() => "Bar chart. " + string.Join(" ", summary.Criteria.Select(row => FormattableString.Invariant(
        $"{XlsxText.Escape(DisplayText.OneLine(Label(row)))}: {row.In(EvidenceStrength.Strong)} strong, {row.In(EvidenceStrength.Possible)} possible, {row.In(EvidenceStrength.None)} none found.")));

    private static string Label(CriterionRow row) => $"{row.Heading.Number} {row.Heading.Title}".Trim();

    private void WriteSeries(XmlWriter xml, int index)
    {
        (string name, EvidenceStrength state, char column, string fill, string figures) = s_series[index];
        Start(xml, "ser");
        Value(xml, "idx", Number(index));
        Value(xml, "order", Number(index));
        Start(xml, "tx");
        WriteStrings(xml, $"{SummarySheet.Name}!${column}${SummarySheet.HeaderRow}", [name]);
        xml.WriteEndElement();
        Start(xml, "spPr");
        WriteFill(xml, fill);
        xml.WriteEndElement();
        Value(xml, "invertIfNegative", "0");
        WriteLabels(xml, figures);
        Start(xml, "cat");
        WriteStrings(xml, Cells('B'), [.. summary.Criteria.Select(row => row.Heading.Title)]);
        xml.WriteEndElement();
        Start(xml, "val");
        Start(xml, "numRef");
        xml.WriteElementString("f", ChartNamespace, Cells(column));
        Start(xml, "numCache");
        xml.WriteElementString("formatCode", ChartNamespace, "General");
        WritePoints(xml, [.. summary.Criteria.Select(row => Number(row.In(state)))]);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private string Cells(char column) => FormattableString.Invariant(
        $"{SummarySheet.Name}!${column}${SummarySheet.HeaderRow + 1}:${column}${SummarySheet.HeaderRow + Math.Max(1, summary.Criteria.Count)}");

    private static void WriteLabels(XmlWriter xml, string colour)
    {
        Start(xml, "dLbls");
        Start(xml, "numFmt");
        // Nothing is written on a bar of no length.
        xml.WriteAttributeString("formatCode", "0;;;");
        xml.WriteAttributeString("sourceLinked", "0");
        xml.WriteEndElement();
        Start(xml, "spPr");
        xml.WriteStartElement("noFill", DrawingNamespace);
        xml.WriteEndElement();
        xml.WriteEndElement();
        WriteTextLook(xml, 1000, colour);
        foreach ((string name, string value) in (ReadOnlySpan<(string, string)>)
            [("showLegendKey", "0"), ("showVal", "1"), ("showCatName", "0"), ("showSerName", "0"), ("showPercent", "0"), ("showBubbleSize", "0")])
        {
            Value(xml, name, value);
        }

        xml.WriteEndElement();
    }

    private static void WriteCategoryAxis(XmlWriter xml)
    {
        Start(xml, "catAx");
        Value(xml, "axId", "1");
        Start(xml, "scaling");
        // The first criterion on top, as in the table.
        Value(xml, "orientation", "maxMin");
        xml.WriteEndElement();
        Value(xml, "delete", "0");
        Value(xml, "axPos", "l");
        Value(xml, "majorTickMark", "none");
        Value(xml, "minorTickMark", "none");
        Value(xml, "tickLblPos", "nextTo");
        WriteTextLook(xml, 1000, "1A1F24");
        Value(xml, "crossAx", "2");
        Value(xml, "crosses", "autoZero");
        Value(xml, "auto", "1");
        Value(xml, "lblAlgn", "ctr");
        Value(xml, "lblOffset", "100");
        Value(xml, "noMultiLvlLbl", "0");
        xml.WriteEndElement();
    }

    private static void WriteValueAxis(XmlWriter xml)
    {
        Start(xml, "valAx");
        Value(xml, "axId", "2");
        Start(xml, "scaling");
        Value(xml, "orientation", "minMax");
        Value(xml, "min", "0");
        xml.WriteEndElement();
        Value(xml, "delete", "0");
        Value(xml, "axPos", "b");
        Start(xml, "majorGridlines");
        Start(xml, "spPr");
        WriteLine(xml, "E3E7EB");
        xml.WriteEndElement();
        xml.WriteEndElement();
        Start(xml, "numFmt");
        xml.WriteAttributeString("formatCode", "0");
        xml.WriteAttributeString("sourceLinked", "0");
        xml.WriteEndElement();
        Value(xml, "majorTickMark", "none");
        Value(xml, "minorTickMark", "none");
        Value(xml, "tickLblPos", "nextTo");
        WriteTextLook(xml, 900, "4A5560");
        Value(xml, "crossAx", "1");
        Value(xml, "crosses", "max");
        xml.WriteEndElement();
    }

    private static void WriteTitle(XmlWriter xml, string title)
    {
        Start(xml, "title");
        Start(xml, "tx");
        Start(xml, "rich");
        Drawing(xml, "bodyPr");
        xml.WriteStartElement("p", DrawingNamespace);
        xml.WriteStartElement("r", DrawingNamespace);
        xml.WriteStartElement("rPr", DrawingNamespace);
        xml.WriteAttributeString("lang", "en-GB");
        xml.WriteAttributeString("sz", "1200");
        xml.WriteAttributeString("b", "1");
        WriteFill(xml, "12344D");
        xml.WriteEndElement();
        xml.WriteElementString("t", DrawingNamespace, title);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        Value(xml, "overlay", "0");
        xml.WriteEndElement();
    }

    private static void WriteTextLook(XmlWriter xml, int size, string colour)
    {
        Start(xml, "txPr");
        Drawing(xml, "bodyPr");
        xml.WriteStartElement("p", DrawingNamespace);
        xml.WriteStartElement("pPr", DrawingNamespace);
        xml.WriteStartElement("defRPr", DrawingNamespace);
        xml.WriteAttributeString("sz", Number(size));
        WriteFill(xml, colour);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteStrings(XmlWriter xml, string cells, string[] values)
    {
        Start(xml, "strRef");
        xml.WriteElementString("f", ChartNamespace, cells);
        Start(xml, "strCache");
        WritePoints(xml, values);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WritePoints(XmlWriter xml, string[] values)
    {
        Value(xml, "ptCount", Number(values.Length));
        for (int i = 0; i < values.Length; i++)
        {
            Start(xml, "pt");
            xml.WriteAttributeString("idx", Number(i));
            xml.WriteElementString("v", ChartNamespace, XlsxText.Escape(DisplayText.OneLine(values[i])));
            xml.WriteEndElement();
        }
    }

    private static void WriteAnchor(XmlWriter xml, string name, int column, int row)
    {
        xml.WriteStartElement(name, SheetDrawingNamespace);
        xml.WriteElementString("col", SheetDrawingNamespace, Number(column));
        xml.WriteElementString("colOff", SheetDrawingNamespace, "0");
        xml.WriteElementString("row", SheetDrawingNamespace, Number(row));
        xml.WriteElementString("rowOff", SheetDrawingNamespace, "0");
        xml.WriteEndElement();
    }

    private static void Point(XmlWriter xml, string name, string x, string y)
    {
        xml.WriteStartElement(name, DrawingNamespace);
        xml.WriteAttributeString(x, "0");
        xml.WriteAttributeString(y, "0");
        xml.WriteEndElement();
    }

    private static void WriteFill(XmlWriter xml, string colour)
    {
        xml.WriteStartElement("solidFill", DrawingNamespace);
        xml.WriteStartElement("srgbClr", DrawingNamespace);
        xml.WriteAttributeString("val", colour);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteLine(XmlWriter xml, string colour)
    {
        xml.WriteStartElement("ln", DrawingNamespace);
        xml.WriteAttributeString("w", "9525");
        WriteFill(xml, colour);
        xml.WriteEndElement();
    }

    private static void Start(XmlWriter xml, string name) => xml.WriteStartElement(name, ChartNamespace);

    private static void Drawing(XmlWriter xml, string name)
    {
        xml.WriteStartElement(name, DrawingNamespace);
        xml.WriteEndElement();
    }

    private static void Value(XmlWriter xml, string name, string value)
    {
        Start(xml, name);
        xml.WriteAttributeString("val", value);
        xml.WriteEndElement();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

using System.Xml;
using CseMapper.Matching.Suggestions;
using CseMapper.Reports.Xlsx.Sheets;

namespace CseMapper.Reports.Xlsx;

/// <summary>The drawing part that places the chart on the Summary sheet and describes it to those who cannot see
/// it.</summary>
internal sealed class ChartDrawing(SummarySheet summary)
{
    private const string SheetNamespace = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";

    /// <summary>Writes the part.</summary>
    public void Write(XmlWriter xml)
    {
        xml.WriteStartElement("xdr", "wsDr", SheetNamespace);
        xml.WriteAttributeString("xmlns", "a", null, ChartXml.DrawingNamespace);
        xml.WriteStartElement("twoCellAnchor", SheetNamespace);
        WriteAnchor(xml, "from", column: 0, summary.ChartTop);
        WriteAnchor(xml, "to", column: 7, summary.ChartBottom);
        xml.WriteStartElement("graphicFrame", SheetNamespace);
        xml.WriteAttributeString("macro", "");
        xml.WriteStartElement("nvGraphicFramePr", SheetNamespace);
        xml.WriteStartElement("cNvPr", SheetNamespace);
        xml.WriteAttributeString("id", "2");
        xml.WriteAttributeString("name", "Evidence by criterion");
        xml.WriteAttributeString("descr", Description());
        xml.WriteEndElement();
        xml.WriteStartElement("cNvGraphicFramePr", SheetNamespace);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("xfrm", SheetNamespace);
        Point(xml, "off", "x", "y");
        Point(xml, "ext", "cx", "cy");
        xml.WriteEndElement();
        xml.WriteStartElement("graphic", ChartXml.DrawingNamespace);
        xml.WriteStartElement("graphicData", ChartXml.DrawingNamespace);
        xml.WriteAttributeString("uri", ChartXml.Namespace);
        xml.WriteStartElement("c", "chart", ChartXml.Namespace);
        xml.WriteAttributeString("r", "id", XlsxPackage.RelationshipsNamespace, "rId1");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("clientData", SheetNamespace);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private string Description() =>
        "Bar chart. "
        + string.Join(
            " ",
            summary.Criteria.Select(row =>
                FormattableString.Invariant(
                    $"{XlsxText.Escape(DisplayText.OneLine(Label(row)))}: {row.In(EvidenceStrength.Strong)} strong, {row.In(EvidenceStrength.Possible)} possible, {row.In(EvidenceStrength.None)} none found."
                )
            )
        );

    private static string Label(CriterionRow row) => $"{row.Heading.Number} {row.Heading.Title}".Trim();

    private static void WriteAnchor(XmlWriter xml, string name, int column, int row)
    {
        xml.WriteStartElement(name, SheetNamespace);
        xml.WriteElementString("col", SheetNamespace, ChartXml.Number(column));
        xml.WriteElementString("colOff", SheetNamespace, "0");
        xml.WriteElementString("row", SheetNamespace, ChartXml.Number(row));
        xml.WriteElementString("rowOff", SheetNamespace, "0");
        xml.WriteEndElement();
    }

    private static void Point(XmlWriter xml, string name, string x, string y)
    {
        xml.WriteStartElement(name, ChartXml.DrawingNamespace);
        xml.WriteAttributeString(x, "0");
        xml.WriteAttributeString(y, "0");
        xml.WriteEndElement();
    }
}

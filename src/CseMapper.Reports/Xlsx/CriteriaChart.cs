using System.Xml;
using CseMapper.Matching.Suggestions;
using CseMapper.Reports.Xlsx.Sheets;
using static CseMapper.Reports.Xlsx.ChartXml;

namespace CseMapper.Reports.Xlsx;

/// <summary>The Summary sheet's chart (ISO/IEC 29500-1, 21.2): a bar a criterion, stacked of strong, possible and
/// none.</summary>
internal sealed class CriteriaChart(SummarySheet summary)
{
    /// <summary>Colours that stay apart for colour-blind readers and in grey print, each with a colour of figures that
    /// reads on it.</summary>
    private static readonly (string Name, EvidenceStrength State, char Column, string Fill, string Figures)[] _series =
    [
        ("Strong", EvidenceStrength.Strong, 'D', "0F7A55", "FFFFFF"),
        ("Possible", EvidenceStrength.Possible, 'E', "F2B134", "1A1F24"),
        ("None found", EvidenceStrength.None, 'F', "D5DADF", "1A1F24"),
    ];

    /// <summary>Writes the part.</summary>
    public void Write(XmlWriter xml)
    {
        xml.WriteStartElement("c", "chartSpace", Namespace);
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
        for (int i = 0; i < _series.Length; i++)
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

    private void WriteSeries(XmlWriter xml, int index)
    {
        (string name, EvidenceStrength state, char column, string fill, string figures) = _series[index];
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
        xml.WriteElementString("f", Namespace, Cells(column));
        Start(xml, "numCache");
        xml.WriteElementString("formatCode", Namespace, "General");
        WritePoints(xml, [.. summary.Criteria.Select(row => Number(row.In(state)))]);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private string Cells(char column) =>
        FormattableString.Invariant(
            $"{SummarySheet.Name}!${column}${SummarySheet.HeaderRow + 1}:${column}${SummarySheet.HeaderRow + Math.Max(1, summary.Criteria.Count)}"
        );

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
        foreach (
            (string name, string value) in (ReadOnlySpan<(string, string)>)
                [
                    ("showLegendKey", "0"),
                    ("showVal", "1"),
                    ("showCatName", "0"),
                    ("showSerName", "0"),
                    ("showPercent", "0"),
                    ("showBubbleSize", "0"),
                ]
        )
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
}

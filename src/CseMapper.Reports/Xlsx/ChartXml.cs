using System.Globalization;
using System.Xml;

namespace CseMapper.Reports.Xlsx;

/// <summary>Pieces that a chart part is made of (ISO/IEC 29500-1, 21.2 and 20.1).</summary>
internal static class ChartXml
{
    public const string Namespace = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    public const string DrawingNamespace = "http://schemas.openxmlformats.org/drawingml/2006/main";

    public static void WriteTitle(XmlWriter xml, string title)
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

    public static void WriteTextLook(XmlWriter xml, int size, string colour)
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

    public static void WriteStrings(XmlWriter xml, string cells, string[] values)
    {
        Start(xml, "strRef");
        xml.WriteElementString("f", Namespace, cells);
        Start(xml, "strCache");
        WritePoints(xml, values);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    public static void WritePoints(XmlWriter xml, string[] values)
    {
        Value(xml, "ptCount", Number(values.Length));
        for (int i = 0; i < values.Length; i++)
        {
            Start(xml, "pt");
            xml.WriteAttributeString("idx", Number(i));
            xml.WriteElementString("v", Namespace, XlsxText.Escape(DisplayText.OneLine(values[i])));
            xml.WriteEndElement();
        }
    }

    public static void WriteFill(XmlWriter xml, string colour)
    {
        xml.WriteStartElement("solidFill", DrawingNamespace);
        xml.WriteStartElement("srgbClr", DrawingNamespace);
        xml.WriteAttributeString("val", colour);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    public static void WriteLine(XmlWriter xml, string colour)
    {
        xml.WriteStartElement("ln", DrawingNamespace);
        xml.WriteAttributeString("w", "9525");
        WriteFill(xml, colour);
        xml.WriteEndElement();
    }

    public static void Start(XmlWriter xml, string name) => xml.WriteStartElement(name, Namespace);

    public static void Drawing(XmlWriter xml, string name)
    {
        xml.WriteStartElement(name, DrawingNamespace);
        xml.WriteEndElement();
    }

    public static void Value(XmlWriter xml, string name, string value)
    {
        Start(xml, name);
        xml.WriteAttributeString("val", value);
        xml.WriteEndElement();
    }

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

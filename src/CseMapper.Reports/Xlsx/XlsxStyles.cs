using System.Globalization;
using System.Xml;

namespace CseMapper.Reports.Xlsx;

/// <summary>Writes styles.xml (ISO/IEC 29500-1, 18.8) from <see cref="CellLooks"/>.</summary>
internal static class XlsxStyles
{
    private static readonly string[] _sides = ["left", "right", "top", "bottom"];

    public static void Write(XmlWriter xml)
    {
        CellFont[] fonts = [.. CellLooks.All.Select(look => look.Font).Distinct()];
        // The first two fills are reserved by Excel for "none" and its grey pattern.
        string?[] fills =
        [
            null,
            null,
            .. CellLooks.All.Select(look => look.Fill).OfType<string>().Distinct(StringComparer.Ordinal),
        ];
        xml.WriteStartElement("styleSheet", XlsxPackage.MainNamespace);
        StartList(xml, "numFmts", 1);
        Empty(xml, "numFmt", ("numFmtId", Number(CellLooks.DateFormat)), ("formatCode", "d mmm yyyy"));
        xml.WriteEndElement();
        WriteFonts(xml, fonts);
        WriteFills(xml, fills);
        WriteBorders(xml);
        StartList(xml, "cellStyleXfs", 1);
        Empty(xml, "xf", ("numFmtId", "0"), ("fontId", "0"), ("fillId", "0"), ("borderId", "0"));
        xml.WriteEndElement();
        StartList(xml, "cellXfs", CellLooks.All.Count);
        foreach (CellLook look in CellLooks.All)
        {
            WriteFormat(
                xml,
                look,
                Array.IndexOf(fonts, look.Font),
                look.Fill is null ? 0 : Array.IndexOf(fills, look.Fill)
            );
        }

        xml.WriteEndElement();
        StartList(xml, "cellStyles", 1);
        Empty(xml, "cellStyle", ("name", "Normal"), ("xfId", "0"), ("builtinId", "0"));
        xml.WriteEndElement();
        StartList(xml, "dxfs", CellLooks.Highlights.Count);
        foreach ((string? font, string? fill) in CellLooks.Highlights)
            WriteHighlight(xml, font, fill);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteFonts(XmlWriter xml, CellFont[] fonts)
    {
        StartList(xml, "fonts", fonts.Length);
        foreach (CellFont font in fonts)
        {
            xml.WriteStartElement("font");
            if (font.IsBold)
                Empty(xml, "b");
            if (font.IsUnderlined)
                Empty(xml, "u");
            Empty(xml, "sz", ("val", font.Size.ToString(CultureInfo.InvariantCulture)));
            Empty(xml, "color", ("rgb", font.Colour));
            Empty(xml, "name", ("val", "Arial"));
            Empty(xml, "family", ("val", "2"));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteFills(XmlWriter xml, string?[] fills)
    {
        StartList(xml, "fills", fills.Length);
        for (int i = 0; i < fills.Length; i++)
        {
            xml.WriteStartElement("fill");
            xml.WriteStartElement("patternFill");
            xml.WriteAttributeString(
                "patternType",
                i == 0 ? "none"
                    : i == 1 ? "gray125"
                    : "solid"
            );
            if (fills[i] is { } colour)
                Empty(xml, "fgColor", ("rgb", colour));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteBorders(XmlWriter xml)
    {
        StartList(xml, "borders", 2);
        xml.WriteStartElement("border");
        foreach (string side in _sides)
            Empty(xml, side);
        Empty(xml, "diagonal");
        xml.WriteEndElement();
        WriteFrame(xml, CellLooks.Line);
        xml.WriteEndElement();
    }

    private static void WriteFormat(XmlWriter xml, CellLook look, int font, int fill)
    {
        xml.WriteStartElement("xf");
        xml.WriteAttributeString("numFmtId", Number(look.NumberFormat));
        xml.WriteAttributeString("fontId", Number(font));
        xml.WriteAttributeString("fillId", Number(fill));
        xml.WriteAttributeString("borderId", look.IsFramed ? "1" : "0");
        xml.WriteAttributeString("xfId", "0");
        foreach (
            string applied in (ReadOnlySpan<string>)
                ["applyNumberFormat", "applyFont", "applyFill", "applyBorder", "applyAlignment"]
        )
        {
            xml.WriteAttributeString(applied, "1");
        }

        xml.WriteStartElement("alignment");
        // Text in a frame stands off its left side.
        bool isLeft = look.IsFramed && !look.IsCentred;
        xml.WriteAttributeString(
            "horizontal",
            look.IsCentred ? "center"
                : isLeft ? "left"
                : "general"
        );
        xml.WriteAttributeString("vertical", look.Vertical);
        if (look.IsWrapped)
            xml.WriteAttributeString("wrapText", "1");
        if (isLeft)
            xml.WriteAttributeString("indent", "1");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteHighlight(XmlWriter xml, string? font, string? fill)
    {
        xml.WriteStartElement("dxf");
        if (font is not null)
        {
            xml.WriteStartElement("font");
            Empty(xml, "color", ("rgb", font));
            xml.WriteEndElement();
        }

        if (fill is not null)
        {
            xml.WriteStartElement("fill");
            xml.WriteStartElement("patternFill");
            xml.WriteAttributeString("patternType", "solid");
            Empty(xml, "fgColor", ("rgb", fill));
            Empty(xml, "bgColor", ("rgb", fill));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        if (font is null && fill is null)
            WriteFrame(xml, CellLooks.Navy);
        xml.WriteEndElement();
    }

    /// <summary>All four sides, because LibreOffice takes away the ones that a rule leaves out.</summary>
    private static void WriteFrame(XmlWriter xml, string top)
    {
        xml.WriteStartElement("border");
        foreach (string side in _sides)
        {
            xml.WriteStartElement(side);
            xml.WriteAttributeString("style", "thin");
            Empty(xml, "color", ("rgb", side == "top" ? top : CellLooks.Line));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void StartList(XmlWriter xml, string name, int count)
    {
        xml.WriteStartElement(name);
        xml.WriteAttributeString("count", Number(count));
    }

    private static void Empty(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name);
        foreach ((string attribute, string value) in attributes)
            xml.WriteAttributeString(attribute, value);
        xml.WriteEndElement();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

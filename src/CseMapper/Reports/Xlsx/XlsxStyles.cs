using System.Globalization;
using System.Xml;

namespace CseMapper.Reports.Xlsx;

/// <summary>Writes styles.xml: Arial, because its widths are known and every office has it or its metric twin Liberation Sans.</summary>
internal static class XlsxStyles
{
    /// <summary>Differential format for a value that needs attention, such as a review date that has passed.</summary>
    public const int Attention = 3;

    /// <summary>Differential formats of the decisions, in the order of the drop-down: accept, reject, unsure.</summary>
    public const int FirstDecision = 0;

    /// <summary>Differential format of words that repeat the row above.</summary>
    public const int Repeated = 4;

    /// <summary>Differential format of the first row of a group.</summary>
    public const int GroupStart = 5;

    /// <summary>Size of ordinary text in points.</summary>
    public const double FontSize = 10;

    private const int DateFormat = 164;
    private const string Line = "FFD0D6DC";

    private static readonly (string Name, double Size, bool Bold, bool Underline, string Colour)[] s_fonts =
    [
        ("Arial", FontSize, false, false, "FF1A1F24"),
        ("Arial", FontSize, true, false, "FF1A1F24"),
        ("Arial", 16, true, false, "FF12344D"),
        ("Arial", FontSize, true, false, "FFFFFFFF"),
        ("Arial", FontSize, false, true, "FF0B57A4"),
        ("Arial", FontSize, false, false, "FF4A5560"),
        ("Arial", FontSize, true, false, "FF0F5C3F"),
        ("Arial", FontSize, true, false, "FF7A4B00"),
        ("Arial", 12, true, false, "FF12344D"),
        ("Arial", FontSize, true, false, "FF9B1C1C"),
        ("Arial", FontSize, true, true, "FF0B57A4"),
    ];

    private static readonly string?[] s_fills = [null, null, "FF12344D", "FFE0F2E8", "FFFDF0D0", "FFECEFF2", "FFFBE3E1", "FFFFFDF0", "FF6B5200"];

    private static readonly Dictionary<CellStyle, Look> s_looks = new()
    {
        [CellStyle.Default] = new(0, 0, false),
        [CellStyle.Title] = new(2, 0, false),
        [CellStyle.Hint] = new(5, 0, false),
        [CellStyle.Section] = new(8, 0, false),
        [CellStyle.Header] = new(3, 2, true, Wrap: true, Vertical: "center"),
        [CellStyle.InputHeader] = new(3, 8, true, Wrap: true, Vertical: "center"),
        [CellStyle.Text] = new(0, 0, true, Wrap: true),
        [CellStyle.Strong] = new(1, 0, true, Wrap: true),
        [CellStyle.Count] = new(0, 0, true, NumberFormat: 3, Horizontal: "center"),
        [CellStyle.Total] = new(1, 5, true, NumberFormat: 3, Horizontal: "center"),
        [CellStyle.Percent] = new(0, 0, true, NumberFormat: 9, Horizontal: "center"),
        [CellStyle.Date] = new(0, 0, true, NumberFormat: DateFormat, Horizontal: "left"),
        [CellStyle.Link] = new(4, 0, true, NumberFormat: 1, Horizontal: "center"),
        [CellStyle.Jump] = new(10, 0, true),
        [CellStyle.Good] = new(6, 3, true, Horizontal: "center"),
        [CellStyle.Fair] = new(7, 4, true, Horizontal: "center"),
        [CellStyle.Faint] = new(5, 5, true, Horizontal: "center"),
        [CellStyle.Missing] = new(9, 6, true, Horizontal: "center"),
        [CellStyle.InputWord] = new(1, 7, true, Horizontal: "center"),
        [CellStyle.InputText] = new(0, 7, true, Wrap: true),
        [CellStyle.Overflow] = new(0, 0, false),
    };

    /// <summary>True where the text of such a cell is broken into lines.</summary>
    public static bool Wraps(CellStyle style) => s_looks[style].Wrap;

    public static void Write(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", XlsxPackage.MainNamespace);
        xml.WriteStartElement("numFmts");
        xml.WriteAttributeString("count", "1");
        xml.WriteStartElement("numFmt");
        xml.WriteAttributeString("numFmtId", Number(DateFormat));
        xml.WriteAttributeString("formatCode", "d mmm yyyy");
        xml.WriteEndElement();
        xml.WriteEndElement();
        WriteFonts(xml);
        WriteFills(xml);
        WriteBorders(xml);
        WriteFormats(xml);
        WriteDifferences(xml);
        xml.WriteEndElement();
    }

    private static void WriteFonts(XmlWriter xml)
    {
        xml.WriteStartElement("fonts");
        xml.WriteAttributeString("count", Number(s_fonts.Length));
        foreach ((string name, double size, bool bold, bool underline, string colour) in s_fonts)
        {
            xml.WriteStartElement("font");
            if (bold)
                Empty(xml, "b");
            if (underline)
                Empty(xml, "u");
            Value(xml, "sz", size.ToString(CultureInfo.InvariantCulture));
            Colour(xml, "color", colour);
            Value(xml, "name", name);
            Value(xml, "family", "2");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteFills(XmlWriter xml)
    {
        xml.WriteStartElement("fills");
        xml.WriteAttributeString("count", Number(s_fills.Length));
        for (int i = 0; i < s_fills.Length; i++)
        {
            xml.WriteStartElement("fill");
            xml.WriteStartElement("patternFill");
            // The first two fills are reserved by Excel for "none" and its grey pattern.
            xml.WriteAttributeString("patternType", i == 0 ? "none" : i == 1 ? "gray125" : "solid");
            if (s_fills[i] is { } colour)
                Colour(xml, "fgColor", colour);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteBorders(XmlWriter xml)
    {
        xml.WriteStartElement("borders");
        xml.WriteAttributeString("count", "2");
        xml.WriteStartElement("border");
        foreach (string side in (string[])["left", "right", "top", "bottom", "diagonal"])
            Empty(xml, side);
        xml.WriteEndElement();
        xml.WriteStartElement("border");
        foreach (string side in (string[])["left", "right", "top", "bottom"])
            WriteSide(xml, side, Line);
        Empty(xml, "diagonal");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteFormats(XmlWriter xml)
    {
        xml.WriteStartElement("cellStyleXfs");
        xml.WriteAttributeString("count", "1");
        WriteFormat(xml, s_looks[CellStyle.Default], isBase: true);
        xml.WriteEndElement();
        CellStyle[] styles = Enum.GetValues<CellStyle>();
        xml.WriteStartElement("cellXfs");
        xml.WriteAttributeString("count", Number(styles.Length));
        foreach (CellStyle style in styles)
            WriteFormat(xml, s_looks[style], isBase: false);
        xml.WriteEndElement();
        xml.WriteStartElement("cellStyles");
        xml.WriteAttributeString("count", "1");
        xml.WriteStartElement("cellStyle");
        xml.WriteAttributeString("name", "Normal");
        xml.WriteAttributeString("xfId", "0");
        xml.WriteAttributeString("builtinId", "0");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteFormat(XmlWriter xml, Look look, bool isBase)
    {
        xml.WriteStartElement("xf");
        xml.WriteAttributeString("numFmtId", Number(look.NumberFormat));
        xml.WriteAttributeString("fontId", Number(look.Font));
        xml.WriteAttributeString("fillId", Number(look.Fill));
        xml.WriteAttributeString("borderId", look.Border ? "1" : "0");
        if (isBase)
        {
            xml.WriteEndElement();
            return;
        }

        xml.WriteAttributeString("xfId", "0");
        xml.WriteAttributeString("applyNumberFormat", "1");
        xml.WriteAttributeString("applyFont", "1");
        xml.WriteAttributeString("applyFill", "1");
        xml.WriteAttributeString("applyBorder", "1");
        xml.WriteAttributeString("applyAlignment", "1");
        xml.WriteStartElement("alignment");
        // Text in a frame stands off its left side.
        string horizontal = look.Horizontal ?? (look.Border ? "left" : "general");
        xml.WriteAttributeString("horizontal", horizontal);
        xml.WriteAttributeString("vertical", look.Vertical);
        if (look.Wrap)
            xml.WriteAttributeString("wrapText", "1");
        if (horizontal == "left")
            xml.WriteAttributeString("indent", "1");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteDifferences(XmlWriter xml)
    {
        (string? Font, string? Fill)[] differences =
        [
            ("FF0F5C3F", "FFC9EBD8"), ("FF9B1C1C", "FFF9D5D2"), ("FF7A4B00", "FFFCE4AE"), ("FF7A4B00", "FFFCE4AE"), ("FF6B747D", null), (null, null),
        ];
        xml.WriteStartElement("dxfs");
        xml.WriteAttributeString("count", Number(differences.Length));
        foreach ((string? font, string? fill) in differences)
            WriteDifference(xml, font, fill);
        xml.WriteEndElement();
    }

    private static void WriteDifference(XmlWriter xml, string? font, string? fill)
    {
        xml.WriteStartElement("dxf");
        if (font is not null)
        {
            xml.WriteStartElement("font");
            Colour(xml, "color", font);
            xml.WriteEndElement();
        }

        if (fill is not null)
        {
            xml.WriteStartElement("fill");
            xml.WriteStartElement("patternFill");
            xml.WriteAttributeString("patternType", "solid");
            Colour(xml, "fgColor", fill);
            Colour(xml, "bgColor", fill);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        if (font is null)
        {
            // All four sides: LibreOffice takes the ones that are left out away.
            xml.WriteStartElement("border");
            foreach (string side in (string[])["left", "right", "top", "bottom"])
                WriteSide(xml, side, side == "top" ? "FF12344D" : Line);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteSide(XmlWriter xml, string side, string colour)
    {
        xml.WriteStartElement(side);
        xml.WriteAttributeString("style", "thin");
        Colour(xml, "color", colour);
        xml.WriteEndElement();
    }

    private static void Empty(XmlWriter xml, string name)
    {
        xml.WriteStartElement(name);
        xml.WriteEndElement();
    }

    private static void Value(XmlWriter xml, string name, string value)
    {
        xml.WriteStartElement(name);
        xml.WriteAttributeString("val", value);
        xml.WriteEndElement();
    }

    private static void Colour(XmlWriter xml, string name, string colour)
    {
        xml.WriteStartElement(name);
        xml.WriteAttributeString("rgb", colour);
        xml.WriteEndElement();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed record Look(
        int Font,
        int Fill,
        bool Border,
        int NumberFormat = 0,
        string? Horizontal = null,
        string Vertical = "top",
        bool Wrap = false);
}

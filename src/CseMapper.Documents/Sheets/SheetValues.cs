using System.Globalization;
using System.Xml;
using CseMapper.Documents.Containers;
using CseMapper.Documents.Word.Packages;
using CseMapper.Documents.Word.Stories;

namespace CseMapper.Documents.Sheets;

/// <summary>What turns the stored value of a cell into what it shows: shared texts, number formats, and the lines
/// through letters.</summary>
public sealed class SheetValues
{
    // Days from 1 January 1 to the day before the first: 30 December 1899, which hides the leap day that 1900 did not
    // have, and 1 January 1904.
    private const int DayZeroOf1900 = 693_593;
    private const int DayZeroOf1904 = 695_055;
    private const string StrikeMark = "~~";

    /// <summary>
    /// The formats that workbooks do not write out (ECMA-376 part 1, 18.8.30). Those that follow the country of who looks
    /// are written so that nobody can take the day for the month.
    /// </summary>
    private static readonly Dictionary<int, string> _usualFormats = new()
    {
        [1] = "0",
        [2] = "0.00",
        [3] = "#,##0",
        [4] = "#,##0.00",
        [9] = "0%",
        [10] = "0.00%",
        [11] = "0.00E+00",
        [12] = "# ?/?",
        [13] = "# ??/??",
        [14] = "d mmmm yyyy",
        [15] = "d-mmm-yy",
        [16] = "d-mmm",
        [17] = "mmm-yy",
        [18] = "h:mm AM/PM",
        [19] = "h:mm:ss AM/PM",
        [20] = "hh:mm",
        [21] = "hh:mm:ss",
        [22] = "d mmmm yyyy hh:mm",
        [37] = "#,##0;(#,##0)",
        [38] = "#,##0;(#,##0)",
        [39] = "#,##0.00;(#,##0.00)",
        [40] = "#,##0.00;(#,##0.00)",
        [41] = "#,##0;-#,##0;\"-\"",
        [42] = "#,##0;-#,##0;\"-\"",
        [43] = "#,##0.00;-#,##0.00;\"-\"",
        [44] = "#,##0.00;-#,##0.00;\"-\"",
        [45] = "mm:ss",
        [46] = "[h]:mm:ss",
        [47] = "mm:ss",
        [48] = "##0.0E+0",
        [49] = "@",
    };

    private readonly List<string> _texts = [];
    private readonly List<(int Format, int Font)> _styles = [];
    private readonly Dictionary<int, string> _ownFormats = [];
    private readonly Dictionary<int, NumberFormat?> _formats = [];
    private readonly HashSet<int> _struckFonts = [];
    private readonly bool _marksStruck;
    private int _firstDay = DayZeroOf1900;

    private SheetValues(bool marksStruck) => _marksStruck = marksStruck;

    /// <summary>Reads shared texts, number formats and the first day of the calendar.</summary>
    /// <param name="package">The workbook.</param>
    /// <param name="marksStruck">True to put "~~" around what a line goes through.</param>
    public static SheetValues Read(PackageXml package, bool marksStruck = false)
    {
        ArgumentNullException.ThrowIfNull(package);
        SheetValues values = new(marksStruck);
        package.Read(
            "xl/workbook.xml",
            "the list of sheets",
            reader =>
            {
                while (package.Limits.MayGoOn() && reader.Read())
                {
                    if (
                        reader is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" }
                        && reader.GetAttribute("date1904") is "1" or "true"
                    )
                    {
                        values._firstDay = DayZeroOf1904;
                    }
                }
            }
        );
        package.Read(
            "xl/sharedStrings.xml",
            "the texts of the cells",
            reader => values.ReadTexts(reader, package.Limits)
        );
        package.Read("xl/styles.xml", "the number formats", reader => values.ReadStyles(reader, package.Limits));
        return values;
    }

    /// <summary>The code of a format that workbooks do not write out, or null.</summary>
    /// <param name="format">Its number.</param>
    internal static string? UsualFormat(int format) => _usualFormats.GetValueOrDefault(format);

    /// <summary>A shared text; empty where there is none of that number.</summary>
    /// <param name="index">Its number as the cell gives it, from 0.</param>
    public string Shared(string index) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out int at) && at < _texts.Count
            ? _texts[at]
            : "";

    /// <summary>A number as its format shows it.</summary>
    /// <param name="raw">As it stands in the file.</param>
    /// <param name="style">The number of the cell's format.</param>
    public string Number(string raw, int style)
    {
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
            return raw;
        return FormatOf(style)?.Show(value, _firstDay) ?? NumberFormat.General(value);
    }

    /// <summary>A text as its format shows it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">The number of the cell's format.</param>
    public string Text(string text, int style) => FormatOf(style)?.ShowText(text) ?? text;

    /// <summary>Puts "~~" around what a line through the whole cell goes through.</summary>
    /// <param name="shown">What the cell shows.</param>
    /// <param name="style">The number of the cell's format.</param>
    public string Struck(string shown, int style) =>
        _marksStruck
        && shown.Length > 0
        && (uint)style < (uint)_styles.Count
        && _struckFonts.Contains(_styles[style].Font)
        && !shown.Contains(StrikeMark, StringComparison.Ordinal)
            ? StrikeMark + shown + StrikeMark
            : shown;

    /// <summary>True where a line goes through the letters whose properties an element belongs to.</summary>
    /// <param name="reader">Stands at the element.</param>
    internal bool IsStrike(XmlReader reader) =>
        _marksStruck && reader.LocalName == "strike" && reader.GetAttribute("val") is not ("0" or "false");

    private NumberFormat? FormatOf(int style)
    {
        int format = (uint)style < (uint)_styles.Count ? _styles[style].Format : 0;
        if (!_formats.TryGetValue(format, out NumberFormat? known))
        {
            string? code = _ownFormats.GetValueOrDefault(format) ?? _usualFormats.GetValueOrDefault(format);
            _formats.Add(format, known = string.IsNullOrEmpty(code) ? null : NumberFormat.Parse(code));
        }

        return known;
    }

    private void ReadTexts(XmlReader reader, DocumentLimits limits)
    {
        LimitedText text = new(limits);
        bool isPhonetic = false;
        bool isText = false;
        bool isStruck = false;
        while (limits.MayGoOn() && reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                isPhonetic |= reader.LocalName == "rPh";
                isText = reader.LocalName == "t" && !reader.IsEmptyElement && !isPhonetic;
                isStruck = reader.LocalName != "r" && (isStruck || IsStrike(reader));
                if (reader is { LocalName: "si", IsEmptyElement: true })
                    _texts.Add("");
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                isText = false;
                if (reader.LocalName == "rPh")
                    isPhonetic = false;
                if (reader.LocalName != "si")
                    continue;
                _texts.Add(SheetEscapes.Decode(text.Take()));
                isStruck = false;
            }
            else if (isText)
            {
                text.Append(reader.Value, isStruck);
            }
        }
    }

    private void ReadStyles(XmlReader reader, DocumentLimits limits)
    {
        bool isCells = false;
        bool isFonts = false;
        int fonts = 0;
        while (limits.MayGoOn() && reader.Read())
        {
            bool isElement = reader.NodeType == XmlNodeType.Element;
            switch (reader.LocalName)
            {
                case "cellXfs":
                    isCells = isElement;
                    break;
                case "fonts":
                    isFonts = isElement;
                    break;
                case "font" when isFonts && isElement:
                    fonts++;
                    break;
                case "numFmt" when isElement:
                    _ownFormats[Id(reader, "numFmtId")] = reader.GetAttribute("formatCode") ?? "";
                    break;
                case "xf" when isCells && isElement:
                    _styles.Add((Id(reader, "numFmtId"), Id(reader, "fontId")));
                    break;
                default:
                    if (isFonts && isElement && IsStrike(reader))
                        _struckFonts.Add(fonts - 1);
                    break;
            }
        }
    }

    private static int Id(XmlReader reader, string attribute) => WordXml.Number(reader.GetAttribute(attribute)) ?? 0;
}

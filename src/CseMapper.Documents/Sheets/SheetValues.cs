using System.Globalization;
using System.Xml;
using CseMapper.Documents.Containers;
using CseMapper.Documents.Word.Packages;
using CseMapper.Documents.Word.Stories;

namespace CseMapper.Documents.Sheets;

/// <summary>What turns the stored value of a cell into what it shows: shared texts and number formats.</summary>
public sealed class SheetValues
{
    // Days from 1 January 1 to the day before the first: 30 December 1899, which hides the leap day that 1900 did not
    // have, and 1 January 1904.
    private const int DayZeroOf1900 = 693_593;
    private const int DayZeroOf1904 = 695_055;
    private const int LastDay = 2_958_465;
    private const int MinutesOfDay = 24 * 60;

    private readonly List<string> _texts = [];
    private readonly List<int> _formatOfStyle = [];
    private readonly Dictionary<int, string> _ownFormats = [];
    private int _firstDay = DayZeroOf1900;

    /// <summary>Reads shared texts, number formats and the first day of the calendar.</summary>
    /// <param name="package">The workbook.</param>
    public static SheetValues Read(PackageXml package)
    {
        SheetValues values = new();
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
        package.Read("xl/styles.xml", "the number formats", reader => values.ReadFormats(reader, package.Limits));
        return values;
    }

    /// <summary>A shared text; empty where there is none of that number.</summary>
    /// <param name="index">Its number as the cell gives it, from 0.</param>
    public string Shared(string index) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out int at) && at < _texts.Count
            ? _texts[at]
            : "";

    /// <summary>A number as its format shows it: dates and times, percentages, plain numbers.</summary>
    /// <param name="raw">As it stands in the file.</param>
    /// <param name="style">The number of the cell's format.</param>
    public string Number(string raw, int style)
    {
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
            return raw;
        int format = (uint)style < (uint)_formatOfStyle.Count ? _formatOfStyle[style] : 0;
        string pattern = _ownFormats.GetValueOrDefault(format) ?? "";
        if (value < 1 && (format is 18 or 19 or 20 or 21 or 22 || IsTime(pattern)))
            return Time(value);
        if (format is >= 14 and <= 17 or 22 || IsDate(pattern))
            return Date(value);
        if (format is 9 or 10 || pattern.Contains('%', StringComparison.Ordinal))
            return Math.Round(value * 100, 2).ToString(CultureInfo.InvariantCulture) + "%";
        string currency =
            pattern.Contains('£', StringComparison.Ordinal) ? "£"
            : pattern.Contains('€', StringComparison.Ordinal) ? "€"
            : "";
        return currency + Math.Round(value, 6).ToString("0.######", CultureInfo.InvariantCulture);
    }

    private static bool IsDate(string pattern) =>
        pattern.Contains("yy", StringComparison.OrdinalIgnoreCase)
        || pattern.Contains("d/", StringComparison.OrdinalIgnoreCase)
        || pattern.Contains("mmm", StringComparison.OrdinalIgnoreCase);

    private static bool IsTime(string pattern) =>
        pattern.Contains("h:mm", StringComparison.OrdinalIgnoreCase)
        || pattern.Contains("hh:mm", StringComparison.OrdinalIgnoreCase);

    /// <summary>A share of a day as a time: "09:00".</summary>
    private static string Time(double day)
    {
        if (day < 0)
            return day.ToString(CultureInfo.InvariantCulture);
        int minutes = (int)Math.Round(day * MinutesOfDay) % MinutesOfDay;
        return string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");
    }

    private string Date(double days)
    {
        if (days is < 1 or > LastDay || _firstDay + days > DateOnly.MaxValue.DayNumber)
            return days.ToString(CultureInfo.InvariantCulture);
        return DateOnly
            .FromDayNumber(_firstDay + (int)Math.Floor(days))
            .ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
    }

    private void ReadTexts(XmlReader reader, WordLimits limits)
    {
        LimitedText text = new(limits);
        bool isPhonetic = false;
        bool isText = false;
        while (limits.MayGoOn() && reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                isPhonetic |= reader.LocalName == "rPh";
                isText = reader.LocalName == "t" && !reader.IsEmptyElement && !isPhonetic;
                if (reader is { LocalName: "si", IsEmptyElement: true })
                    _texts.Add("");
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                isText = false;
                if (reader.LocalName == "rPh")
                    isPhonetic = false;
                if (reader.LocalName == "si")
                    _texts.Add(text.Take());
            }
            else if (isText)
            {
                text.Append(reader.Value);
            }
        }
    }

    private void ReadFormats(XmlReader reader, WordLimits limits)
    {
        bool isCells = false;
        while (limits.MayGoOn() && reader.Read())
        {
            if (reader.LocalName == "cellXfs")
                isCells = reader.NodeType == XmlNodeType.Element;
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            int id = WordXml.Number(reader.GetAttribute("numFmtId")) ?? 0;
            if (reader.LocalName == "numFmt")
                _ownFormats[id] = reader.GetAttribute("formatCode") ?? "";
            if (isCells && reader.LocalName == "xf")
                _formatOfStyle.Add(id);
        }
    }
}

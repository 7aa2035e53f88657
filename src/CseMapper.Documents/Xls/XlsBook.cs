using CseMapper.Documents.Sheets;
using CseMapper.Documents.Word.Stories;

namespace CseMapper.Documents.Xls;

/// <summary>A sheet as the workbook lists it.</summary>
/// <param name="Name">What its tab says.</param>
/// <param name="Start">Where its records begin.</param>
/// <param name="IsHidden">True where the workbook does not show it.</param>
internal sealed record XlsListedSheet(string Name, int Start, bool IsHidden);

/// <summary>What all sheets of a workbook share (MS-XLS 2.1.7.20.1): texts, number formats, fonts, the list of
/// sheets.</summary>
internal sealed class XlsBook
{
    private const string StrikeMark = "~~";
    private const int DayZeroOf1900 = 693_593;
    private const int DayZeroOf1904 = 695_055;

    private readonly List<bool> _fonts = [];
    private readonly List<(int Font, int Format)> _styles = [];
    private readonly Dictionary<int, string> _codes = [];
    private readonly Dictionary<int, NumberFormat?> _formats = [];
    private List<string> _texts = [];
    private int _firstDay = DayZeroOf1900;

    /// <summary>The sheets that hold cells, in their order.</summary>
    public List<XlsListedSheet> Sheets { get; } = [];

    /// <summary>True where the workbook is encrypted.</summary>
    public bool IsEncrypted { get; private set; }

    /// <summary>Reads up to the end of what is shared.</summary>
    public static XlsBook Read(XlsRecords records, DocumentLimits limits)
    {
        XlsBook book = new();
        const int End = 0x0A;
        while (limits.MayGoOn() && records.Read() && records.Kind != End && !book.IsEncrypted)
            book.Take(records, limits);
        return book;
    }

    /// <summary>A shared text; empty where there is none of that number.</summary>
    public string Shared(uint index) => index < (uint)_texts.Count ? _texts[(int)index] : "";

    /// <summary>A number as its cell shows it.</summary>
    public string Number(double value, int style) =>
        FormatOf(style)?.Show(value, _firstDay) ?? NumberFormat.General(value);

    /// <summary>A text as its cell shows it.</summary>
    public string Text(string text, int style) => FormatOf(style)?.ShowText(text) ?? text;

    /// <summary>Puts "~~" around what a line through the whole cell goes through.</summary>
    public string Struck(string shown, int style) =>
        shown.Length > 0
        && (uint)style < (uint)_styles.Count
        && IsStruck(_styles[style].Font)
        && !shown.Contains(StrikeMark, StringComparison.Ordinal)
            ? StrikeMark + shown + StrikeMark
            : shown;

    private void Take(XlsRecords records, DocumentLimits limits)
    {
        switch (records.Kind)
        {
            case 0x2F:
                IsEncrypted = true;
                break;
            case 0x22:
                _firstDay = records.U16(0) == 1 ? DayZeroOf1904 : DayZeroOf1900;
                break;
            case 0x31:
                _fonts.Add((records.U16(2) & 8) != 0);
                break;
            case 0x41E:
                _codes[records.U16(0)] = new XlsStrings(records, limits).ReadPlain(2, hasShortLength: false);
                break;
            case 0xE0:
                _styles.Add((records.U16(0), records.U16(2)));
                break;
            case 0x85 when records.U8(5) == 0:
                Sheets.Add(
                    new XlsListedSheet(
                        new XlsStrings(records, limits).ReadPlain(6, hasShortLength: true),
                        (int)Math.Min(records.U32(0), int.MaxValue),
                        (records.U8(4) & 3) != 0
                    )
                );
                break;
            case 0xFC:
                _texts = new XlsStrings(records, limits).ReadShared(IsStruck);
                break;
            default:
                break;
        }
    }

    /// <summary>There is no font with the number 4 (MS-XLS 2.5.129).</summary>
    private bool IsStruck(int font)
    {
        int at = font > 4 ? font - 1 : font;
        return (uint)at < (uint)_fonts.Count && _fonts[at];
    }

    private NumberFormat? FormatOf(int style)
    {
        int format = (uint)style < (uint)_styles.Count ? _styles[style].Format : 0;
        if (!_formats.TryGetValue(format, out NumberFormat? known))
        {
            // Workbooks of this kind write out the formats that follow the country too, in that of their author.
            string? code = format is 14 or 22 ? null : _codes.GetValueOrDefault(format);
            code ??= SheetValues.UsualFormat(format);
            _formats.Add(
                format,
                known =
                    string.IsNullOrEmpty(code) || code.Equals("General", StringComparison.OrdinalIgnoreCase)
                        ? null
                        : NumberFormat.Parse(code)
            );
        }

        return known;
    }
}

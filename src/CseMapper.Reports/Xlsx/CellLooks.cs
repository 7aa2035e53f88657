namespace CseMapper.Reports.Xlsx;

/// <summary>What each cell style looks like.</summary>
internal static class CellLooks
{
    /// <summary>Size of ordinary text in points.</summary>
    public const double FontSize = 10;

    /// <summary>Arial, because its widths are known and every office has it or its metric twin Liberation
    /// Sans.</summary>
    public const string FontName = "Arial";

    /// <summary>Colour of the frames.</summary>
    public const string Line = "FFD0D6DC";

    /// <summary>Colour of titles and of the line above a group.</summary>
    public const string Navy = "FF12344D";

    /// <summary>Number of the first format that is not built in: dates.</summary>
    public const uint DateFormat = 164;

    private const uint WholeNumber = 1;
    private const uint GroupedNumber = 3;
    private const uint PerCent = 9;
    private const string Green = "FF0F5C3F";
    private const string Brown = "FF7A4B00";
    private const string Red = "FF9B1C1C";
    private const string Grey = "FF4A5560";
    private const string Blue = "FF0B57A4";
    private const string PaleGreen = "FFE0F2E8";
    private const string PaleAmber = "FFFDF0D0";
    private const string PaleGrey = "FFECEFF2";
    private const string PaleRed = "FFFBE3E1";
    private const string PaleYellow = "FFFFFDF0";
    private const string Ochre = "FF6B5200";

    private static readonly CellFont _plain = new("FF1A1F24");
    private static readonly CellFont _bold = _plain with { IsBold = true };
    private static readonly CellFont _heading = new("FFFFFFFF") { IsBold = true };
    private static readonly CellFont _link = new(Blue) { IsUnderlined = true };

    private static readonly Dictionary<CellStyle, CellLook> _looks = new()
    {
        [CellStyle.Default] = new(_plain),
        [CellStyle.Title] = new(new CellFont(Navy) { IsBold = true, Size = 16 }),
        [CellStyle.Hint] = new(new CellFont(Grey)),
        [CellStyle.Section] = new(new CellFont(Navy) { IsBold = true, Size = 12 }),
        [CellStyle.Header] = new(_heading, Navy) { IsMiddle = true, IsWrapped = true },
        [CellStyle.InputHeader] = new(_heading, Ochre) { IsMiddle = true, IsWrapped = true },
        [CellStyle.Text] = new(_plain) { IsFramed = true, IsWrapped = true },
        [CellStyle.Strong] = new(_bold) { IsFramed = true, IsWrapped = true },
        [CellStyle.Count] = new(_plain)
        {
            IsFramed = true,
            NumberFormat = GroupedNumber,
            IsCentred = true,
        },
        [CellStyle.Total] = new(_bold, PaleGrey) { NumberFormat = GroupedNumber, IsCentred = true },
        [CellStyle.Percent] = new(_plain)
        {
            IsFramed = true,
            NumberFormat = PerCent,
            IsCentred = true,
        },
        [CellStyle.Date] = new(_plain) { IsFramed = true, NumberFormat = DateFormat },
        [CellStyle.Link] = new(_link)
        {
            IsFramed = true,
            NumberFormat = WholeNumber,
            IsCentred = true,
        },
        [CellStyle.Jump] = new(_link with { IsBold = true }) { IsFramed = true },
        [CellStyle.Good] = new(new CellFont(Green) { IsBold = true }, PaleGreen) { IsCentred = true },
        [CellStyle.Fair] = new(new CellFont(Brown) { IsBold = true }, PaleAmber) { IsCentred = true },
        [CellStyle.Faint] = new(new CellFont(Grey), PaleGrey) { IsCentred = true },
        [CellStyle.Missing] = new(new CellFont(Red) { IsBold = true }, PaleRed) { IsCentred = true },
        [CellStyle.InputWord] = new(_bold, PaleYellow) { IsCentred = true },
        [CellStyle.InputText] = new(_plain, PaleYellow) { IsWrapped = true },
        [CellStyle.Hidden] = new(_plain),
        [CellStyle.Added] = new(_plain) { IsFramed = true },
    };

    /// <summary>All looks, in the order of the styles.</summary>
    public static IReadOnlyList<CellLook> All { get; } =
    [.. Enum.GetValues<CellStyle>().Select(style => _looks[style])];

    private static readonly bool[] _wraps = [.. All.Select(look => look.IsWrapped)];

    /// <summary>Font and fill of the conditional formats, in the order of <see cref="Highlight"/>; without both it is a
    /// frame.</summary>
    public static IReadOnlyList<(string? Font, string? Fill)> Highlights { get; } =
    [
        (Green, "FFC9EBD8"),
        (Red, "FFF9D5D2"),
        (Brown, "FFFCE4AE"),
        (Brown, "FFFCE4AE"),
        ("FF6B747D", null),
        (null, null),
    ];

    /// <summary>True where the text of such a cell is broken into lines.</summary>
    public static bool Wraps(CellStyle style) => _wraps[(int)style];
}

/// <summary>Looks that a rule gives to a cell as long as it holds; the number is the place among the differential
/// formats of styles.xml.</summary>
internal enum Highlight
{
    /// <summary>The decision is to accept.</summary>
    Accepted,

    /// <summary>The decision is to reject.</summary>
    Rejected,

    /// <summary>The decision is left to somebody else.</summary>
    Unsure,

    /// <summary>A value that needs attention, such as a review date that has passed.</summary>
    Attention,

    /// <summary>Words that repeat the row above.</summary>
    Repeated,

    /// <summary>The first row of a group.</summary>
    GroupStart,
}

/// <summary>How a cell looks.</summary>
/// <param name="Font">Its letters.</param>
/// <param name="Fill">Its background, as ARGB in hex; a filled cell has a frame. Null for none.</param>
internal sealed record CellLook(CellFont Font, string? Fill = null)
{
    public bool IsFramed { get; init; } = Fill is not null;

    public bool IsCentred { get; init; }

    public bool IsWrapped { get; init; }

    /// <summary>True where text stands half way up the cell and not at its top.</summary>
    public bool IsMiddle { get; init; }

    /// <summary>Number of the format of numbers; 0 for general.</summary>
    public uint NumberFormat { get; init; }
}

/// <summary>Letters of a cell.</summary>
/// <param name="Colour">As ARGB in hex.</param>
internal sealed record CellFont(string Colour)
{
    public double Size { get; init; } = CellLooks.FontSize;

    public bool IsBold { get; init; }

    public bool IsUnderlined { get; init; }
}

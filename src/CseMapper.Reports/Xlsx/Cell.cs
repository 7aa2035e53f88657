using CseMapper.Matching.Suggestions;

namespace CseMapper.Reports.Xlsx;

/// <summary>What stands in a cell. Texts are cleaned and cut to what a cell holds when they enter.</summary>
internal readonly record struct Cell
{
    private Cell(CellStyle style) => Style = style;

    public CellStyle Style { get; }

    /// <summary>Text, or null.</summary>
    public string? Text { get; private init; }

    /// <summary>Words of the text in bold.</summary>
    public IReadOnlyList<MatchedWord> Marks { get; private init; } = [];

    /// <summary>Number, date as Excel counts it, or the value of the formula.</summary>
    public double? Number { get; private init; }

    /// <summary>Formula without '=', or null.</summary>
    public string? Formula { get; private init; }

    /// <summary>Address of a document, or null.</summary>
    public string? Target { get; private init; }

    /// <summary>Place in the document or in this workbook, or null.</summary>
    public string? Location { get; private init; }

    public static Cell Empty(CellStyle style) => new(style);

    public static Cell Of(CellStyle style, string text) => new(style) { Text = XlsxText.Cut(DisplayText.Clean(text)) };

    public static Cell Of(CellStyle style, int? number) => new(style) { Number = number };

    public static Cell Figure(CellStyle style, double figure) => new(style) { Number = figure };

    public static Cell Share(double share) => new(CellStyle.Percent) { Number = share };

    public static Cell Quote(CellStyle style, string text, IReadOnlyList<MatchedWord> marks) =>
        Of(style, text) with
        {
            Marks = marks,
        };

    public static Cell Computed(CellStyle style, string formula, double value) =>
        new(style) { Formula = formula, Number = value };

    /// <summary>A date as a date where a workbook can hold it (from March 1900, where Excel's calendar is right), as
    /// text elsewhere.</summary>
    public static Cell Of(DateOnly date) =>
        date >= new DateOnly(1900, 3, 1)
            ? new(CellStyle.Date) { Number = date.DayNumber - new DateOnly(1899, 12, 30).DayNumber }
            : Of(CellStyle.Text, date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The cell as a link to a document.</summary>
    /// <param name="target">Its address.</param>
    /// <param name="fragment">Place in it, or empty.</param>
    public Cell To(string target, string fragment) =>
        this with
        {
            Target = target,
            Location = fragment.Length == 0 ? null : fragment,
        };

    /// <summary>The cell as a link to a place in this workbook, "Evidence!A4".</summary>
    public Cell To(string place) => this with { Location = place };
}

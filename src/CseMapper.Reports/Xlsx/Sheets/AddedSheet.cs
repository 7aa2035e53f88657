using System.Globalization;

namespace CseMapper.Reports.Xlsx.Sheets;

/// <summary>A sheet that people have added to an earlier workbook, with its texts and numbers.</summary>
internal sealed class AddedSheet(ExtraSheet extra)
{
    private const double NarrowestColumn = 10;
    private const double WidestColumn = 60;

    public SheetLayout Layout { get; } =
        new(
            extra.Name,
            [
                .. Enumerable
                    .Range(0, Math.Max(1, extra.Rows.Select(row => row.Count).DefaultIfEmpty().Max()))
                    .Select(column => new SheetColumn(
                        "",
                        Math.Clamp(
                            extra
                                .Rows.Select(row => column < row.Count ? row[column].Length : 0)
                                .DefaultIfEmpty()
                                .Max(),
                            NarrowestColumn,
                            WidestColumn
                        )
                    )),
            ]
        );

    public void Write(SheetWriter sheet)
    {
        sheet.Begin();
        foreach (IReadOnlyList<string> row in extra.Rows)
        {
            if (row.Count == 0)
                sheet.Skip();
            else
                sheet.Write([.. row.Select(CellOf)]);
        }

        sheet.EndData();
        sheet.End(extra.Name);
    }

    /// <summary>Plain figures go back as figures; anything that would come back in another form stays text.</summary>
    private static Cell CellOf(string text) =>
        text.Length == 0 ? Cell.Empty(CellStyle.Default)
        : double.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out double number
        )
        && number.ToString(CultureInfo.InvariantCulture) == text
            ? Cell.Figure(CellStyle.Added, number)
        : Cell.Of(CellStyle.Text, text);
}

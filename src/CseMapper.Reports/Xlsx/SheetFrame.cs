using CseMapper.Reports.Xlsx.Sheets;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CseMapper.Reports.Xlsx;

/// <summary>What stands around the cells of a sheet: its view, its columns and how it prints.</summary>
internal static class SheetFrame
{
    private const int LongestFooter = 150;
    private const uint PaperA4 = 9;

    /// <summary>What Excel adds to a width in characters, in characters of its standard letters.</summary>
    private const double Padding = 0.7109375;

    public static SheetProperties Properties(SheetLayout layout)
    {
        SheetProperties properties = new();
        if (layout.IsFiltered)
            properties.FilterMode = true;
        if (layout.TabColour is { } colour)
            properties.Append(new TabColor { Rgb = colour });
        properties.Append(new PageSetupProperties { FitToPage = true });
        return properties;
    }

    public static SheetViews Views(SheetLayout layout)
    {
        SheetView view = new() { ShowGridLines = false, WorkbookViewId = 0 };
        if (layout.IsFirst)
            view.TabSelected = true;
        if (layout.HeaderRow > 0)
        {
            string corner = FormattableString.Invariant(
                $"{SheetLayout.Letters(layout.FrozenColumns)}{layout.HeaderRow + 1}"
            );
            PaneValues active = layout.FrozenColumns > 0 ? PaneValues.BottomRight : PaneValues.BottomLeft;
            Pane pane = new()
            {
                VerticalSplit = layout.HeaderRow,
                TopLeftCell = corner,
                ActivePane = active,
                State = PaneStateValues.Frozen,
            };
            if (layout.FrozenColumns > 0)
                pane.HorizontalSplit = layout.FrozenColumns;
            view.Append(
                pane,
                new Selection
                {
                    Pane = active,
                    ActiveCell = corner,
                    SequenceOfReferences = new ListValue<StringValue>([corner]),
                }
            );
        }

        return new SheetViews(view);
    }

    public static Columns Columns(SheetLayout layout) => new(layout.Columns.Select(ColumnAt));

    /// <summary>Margins, paper and foot of the printed pages.</summary>
    /// <param name="layout">How the sheet looks.</param>
    /// <param name="footer">Text at the left of each page's foot.</param>
    public static IEnumerable<OpenXmlElement> Print(SheetLayout layout, string footer)
    {
        yield return new PrintOptions { HorizontalCentered = true };
        yield return new PageMargins
        {
            Left = 0.4,
            Right = 0.4,
            Top = 0.5,
            Bottom = 0.6,
            Header = 0.3,
            Footer = 0.3,
        };
        yield return new PageSetup
        {
            PaperSize = PaperA4,
            Orientation = layout.IsLandscape ? OrientationValues.Landscape : OrientationValues.Portrait,
            FitToWidth = 1,
            FitToHeight = 0,
        };
        string safe = DisplayText.OneLine(footer).Replace("&", "&&", StringComparison.Ordinal);
        string left = XlsxText.Escape(safe.Length > LongestFooter ? safe[..LongestFooter] : safe);
        yield return new HeaderFooter(new OddFooter($"&L&8{left}&C&8&A&R&8Page &P of &N"));
    }

    private static Column ColumnAt(SheetColumn layout, int index)
    {
        Column column = new()
        {
            Min = (uint)index + 1,
            Max = (uint)index + 1,
            Width = layout.Width + Padding,
            CustomWidth = true,
        };
        if (layout.IsHidden)
            column.Hidden = true;
        return column;
    }
}

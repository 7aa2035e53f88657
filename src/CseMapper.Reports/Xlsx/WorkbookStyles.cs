using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CseMapper.Reports.Xlsx;

/// <summary>The styles part of a workbook (ISO/IEC 29500-1, 18.8), made from <see cref="CellLooks"/>.</summary>
internal static class WorkbookStyles
{
    private const uint Framed = 1;

    /// <summary>The part's root.</summary>
    public static Stylesheet Build()
    {
        CellFont[] fonts = [.. CellLooks.All.Select(look => look.Font).Distinct()];
        // The first two fills are reserved by Excel for "none" and its grey pattern.
        string?[] fills =
        [
            null,
            null,
            .. CellLooks.All.Select(look => look.Fill).OfType<string>().Distinct(StringComparer.Ordinal),
        ];
        CellFormat[] formats =
        [
            .. CellLooks.All.Select(look =>
                Format(look, Array.IndexOf(fonts, look.Font), look.Fill is null ? 0 : Array.IndexOf(fills, look.Fill))
            ),
        ];
        return new Stylesheet(
            new NumberingFormats(
                new NumberingFormat { NumberFormatId = CellLooks.DateFormat, FormatCode = "d mmm yyyy" }
            )
            {
                Count = 1,
            },
            new Fonts(fonts.Select(FontOf)) { Count = (uint)fonts.Length },
            new Fills(fills.Select(FillAt)) { Count = (uint)fills.Length },
            new Borders(NoFrame(), Frame(CellLooks.Line)) { Count = 2 },
            new CellStyleFormats(
                new CellFormat
                {
                    NumberFormatId = 0,
                    FontId = 0,
                    FillId = 0,
                    BorderId = 0,
                }
            )
            {
                Count = 1,
            },
            new CellFormats(formats.AsEnumerable()) { Count = (uint)formats.Length },
            new CellStyles(
                new DocumentFormat.OpenXml.Spreadsheet.CellStyle
                {
                    Name = "Normal",
                    FormatId = 0,
                    BuiltinId = 0,
                }
            )
            {
                Count = 1,
            },
            new DifferentialFormats(CellLooks.Highlights.Select(look => HighlightOf(look.Font, look.Fill)))
            {
                Count = (uint)CellLooks.Highlights.Count,
            }
        );
    }

    private static Font FontOf(CellFont look)
    {
        Font font = new();
        if (look.IsBold)
            font.Append(new Bold());
        if (look.IsUnderlined)
            font.Append(new Underline());
        font.Append(
            new FontSize { Val = look.Size },
            new Color { Rgb = look.Colour },
            new FontName { Val = CellLooks.FontName },
            new FontFamilyNumbering { Val = 2 }
        );
        return font;
    }

    private static Fill FillAt(string? colour, int index) =>
        new(
            colour is null
                ? new PatternFill { PatternType = index == 0 ? PatternValues.None : PatternValues.Gray125 }
                : new PatternFill(new ForegroundColor { Rgb = colour }) { PatternType = PatternValues.Solid }
        );

    private static CellFormat Format(CellLook look, int font, int fill)
    {
        // Text in a frame stands off its left side.
        bool isLeft = look.IsFramed && !look.IsCentred;
        Alignment alignment = new()
        {
            Horizontal =
                look.IsCentred ? HorizontalAlignmentValues.Center
                : isLeft ? HorizontalAlignmentValues.Left
                : HorizontalAlignmentValues.General,
            Vertical = look.IsMiddle ? VerticalAlignmentValues.Center : VerticalAlignmentValues.Top,
        };
        if (look.IsWrapped)
            alignment.WrapText = true;
        if (isLeft)
            alignment.Indent = 1;
        return new CellFormat(alignment)
        {
            NumberFormatId = look.NumberFormat,
            FontId = (uint)font,
            FillId = (uint)fill,
            BorderId = look.IsFramed ? Framed : 0,
            FormatId = 0,
            ApplyNumberFormat = true,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
            ApplyAlignment = true,
        };
    }

    private static DifferentialFormat HighlightOf(string? font, string? fill)
    {
        DifferentialFormat format = new();
        if (font is not null)
            format.Append(new Font(new Color { Rgb = font }));
        if (fill is not null)
        {
            format.Append(
                new Fill(
                    new PatternFill(new ForegroundColor { Rgb = fill }, new BackgroundColor { Rgb = fill })
                    {
                        PatternType = PatternValues.Solid,
                    }
                )
            );
        }

        if (font is null && fill is null)
            format.Append(Frame(CellLooks.Navy));
        return format;
    }

    private static Border NoFrame() =>
        new(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder());

    /// <summary>All four sides, because LibreOffice takes away the ones that a rule leaves out.</summary>
    private static Border Frame(string top)
    {
        return new Border(
            new LeftBorder(Line(CellLooks.Line)) { Style = BorderStyleValues.Thin },
            new RightBorder(Line(CellLooks.Line)) { Style = BorderStyleValues.Thin },
            new TopBorder(Line(top)) { Style = BorderStyleValues.Thin },
            new BottomBorder(Line(CellLooks.Line)) { Style = BorderStyleValues.Thin }
        );

        static OpenXmlElement Line(string colour) => new Color { Rgb = colour };
    }
}

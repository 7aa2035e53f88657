using DocumentFormat.OpenXml.Wordprocessing;
using static CseMapper.Reports.Pack.WordPieces;

namespace CseMapper.Reports.Pack;

/// <summary>The styles of the pack's Word document.</summary>
internal static class WordStyles
{
    /// <summary>The style of tables.</summary>
    public const string Table = "Evidence";

    private const string Navy = "12344D";
    private const string Frame = "B8C1C9";

    /// <summary>Sizes in half points, space before and after in twentieths of a point.</summary>
    private static readonly (
        string Id,
        string Name,
        int Size,
        bool IsBold,
        string Colour,
        int Before,
        int After,
        int? Outline
    )[] _paragraphs =
    [
        ("Normal", "Normal", 20, false, "1A1F24", 0, 120, null),
        ("Title", "Title", 40, true, Navy, 0, 120, null),
        ("Heading1", "heading 1", 30, true, Navy, 360, 120, 0),
        ("Heading2", "heading 2", 24, true, Navy, 240, 100, 1),
        ("TableHeading", "Table Heading", 18, true, "FFFFFF", 40, 40, null),
        ("TableText", "Table Text", 18, false, "1A1F24", 40, 40, null),
        ("Footer", "footer", 16, false, "4A5560", 0, 0, null),
    ];

    /// <summary>The part's root.</summary>
    public static Styles Build() =>
        new([
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        new RunFonts
                        {
                            Ascii = "Arial",
                            HighAnsi = "Arial",
                            ComplexScript = "Arial",
                        },
                        new Languages { Val = "en-GB" }
                    )
                )
            ),
            .. _paragraphs.Select(one =>
            {
                Style style = New(StyleValues.Paragraph, one.Id, one.Name);
                style.Append(Spacing(one.Before, one.After, one.Outline), Letters(one.IsBold, one.Colour, one.Size));
                return style;
            }),
            CharacterStyle("Strong", isBold: true, Navy),
            CharacterStyle("Faint", isBold: false, "6B747D"),
            TableStyle(),
        ]);

    private static Style New(StyleValues type, string id, string name)
    {
        Style style = new(new StyleName { Val = name }) { Type = type, StyleId = id };
        if (id == "Normal")
            style.Default = true;
        else if (type == StyleValues.Paragraph)
            style.Append(new BasedOn { Val = "Normal" });
        style.Append(new PrimaryStyle());
        return style;
    }

    private static StyleParagraphProperties Spacing(int before, int after, int? outline)
    {
        StyleParagraphProperties properties = new();
        if (outline is not null)
            properties.Append(new KeepNext());
        properties.Append(new SpacingBetweenLines { Before = Text(before), After = Text(after) });
        if (outline is { } level)
            properties.Append(new OutlineLevel { Val = level });
        return properties;
    }

    private static StyleRunProperties Letters(bool isBold, string colour, int? size)
    {
        StyleRunProperties properties = new();
        if (isBold)
            properties.Append(new Bold());
        properties.Append(new Color { Val = colour });
        if (size is { } halfPoints)
            properties.Append(new FontSize { Val = Text(halfPoints) });
        return properties;
    }

    private static Style CharacterStyle(string id, bool isBold, string colour)
    {
        Style style = New(StyleValues.Character, id, id);
        style.Append(Letters(isBold, colour, size: null));
        return style;
    }

    private static Style TableStyle()
    {
        Style style = New(StyleValues.Table, Table, Table);
        style.Append(
            new StyleTableProperties(
                new TableBorders(
                    Line(new TopBorder()),
                    Line(new LeftBorder()),
                    Line(new BottomBorder()),
                    Line(new RightBorder()),
                    Line(new InsideHorizontalBorder()),
                    Line(new InsideVerticalBorder())
                ),
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 85, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = 85, Type = TableWidthValues.Dxa }
                )
            ),
            new TableStyleProperties(
                new TableStyleConditionalFormattingTableCellProperties(
                    new Shading
                    {
                        Val = ShadingPatternValues.Clear,
                        Color = "auto",
                        Fill = Navy,
                    }
                )
            )
            {
                Type = TableStyleOverrideValues.FirstRow,
            }
        );
        return style;
    }

    private static BorderType Line(BorderType side)
    {
        side.Val = BorderValues.Single;
        side.Size = 4;
        side.Space = 0;
        side.Color = Frame;
        return side;
    }
}

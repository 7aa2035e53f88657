using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CseMapper.Reports.Pack;

/// <summary>Pieces of a Word document (ISO/IEC 29500-1, 17) in the styles of <see cref="WordStyles"/>.</summary>
internal static class WordPieces
{
    /// <summary>Numbers of lists to choose from begin above it.</summary>
    private const int FirstControl = 1000;

    /// <summary>A paragraph; lines of the text are lines of the paragraph.</summary>
    /// <param name="style">Its style's id.</param>
    /// <param name="runs">Its texts with their character styles, null for none.</param>
    public static Paragraph Paragraph(string style, params IEnumerable<(string Text, string? Style)> runs) =>
        new([
            new ParagraphProperties(new ParagraphStyleId { Val = style }),
            .. runs.Select(run => Run(run.Text, run.Style)),
        ]);

    /// <summary>A paragraph of one text.</summary>
    public static Paragraph Paragraph(string style, string text) => Paragraph(style, [(text, null)]);

    /// <summary>A text in a character style, null for none.</summary>
    public static Run Run(string text, string? style = null)
    {
        Run run = new();
        if (style is not null)
            run.Append(new RunProperties(new RunStyle { Val = style }));
        string[] lines = DisplayText.Clean(text).Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                run.Append(new Break());
            run.Append(new Text(lines[i].Replace('\t', ' ')) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    /// <summary>A table with a heading row that is repeated on every page.</summary>
    /// <param name="columns">Its headings, and their widths in twentieths of a point.</param>
    /// <param name="rows">Made by <see cref="Row"/>.</param>
    public static Table Table(IReadOnlyList<(string Heading, int Width)> columns, IEnumerable<TableRow> rows)
    {
        TableProperties properties = new(
            new TableStyle { Val = WordStyles.Table },
            new TableWidth { Width = Text(columns.Sum(column => column.Width)), Type = TableWidthUnitValues.Dxa },
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableLook
            {
                Val = "0420",
                FirstRow = true,
                LastRow = false,
                FirstColumn = false,
                LastColumn = false,
                NoHorizontalBand = false,
                NoVerticalBand = true,
            }
        );
        TableGrid grid = new(columns.Select(column => new GridColumn { Width = Text(column.Width) }));
        TableRow headings = WithProperties(
            columns,
            [.. columns.Select(column => Paragraph("TableHeading", column.Heading))],
            new CantSplit(),
            new TableHeader()
        );
        return new Table([properties, grid, headings, .. rows]);
    }

    /// <summary>A row.</summary>
    /// <param name="columns">The table's columns.</param>
    /// <param name="cells">What stands in each cell: a paragraph, a list to choose from, or a
    /// <see cref="TableCell"/> of several.</param>
    /// <param name="maySplit">True for a row so high that it may be broken at the end of a page.</param>
    public static TableRow Row(
        IReadOnlyList<(string Heading, int Width)> columns,
        IReadOnlyList<OpenXmlElement> cells,
        bool maySplit = false
    ) => WithProperties(columns, cells, maySplit ? [] : [new CantSplit()]);

    /// <summary>A paragraph that offers a list of words.</summary>
    /// <param name="number">Its number among those of the document, from 1.</param>
    /// <param name="title">What the list is.</param>
    /// <param name="words">What it offers.</param>
    /// <param name="chosen">The word that is chosen, or empty.</param>
    public static SdtBlock Choice(int number, string title, IReadOnlyList<string> words, string chosen)
    {
        SdtProperties properties = new(new SdtAlias { Val = title }, new SdtId { Val = FirstControl + number });
        if (chosen.Length == 0)
            properties.Append(new ShowingPlaceholder());
        properties.Append(
            new SdtContentDropDownList(words.Select(word => new ListItem { DisplayText = word, Value = word }))
        );
        (string, string?) shown = chosen.Length == 0 ? ("Choose", "Faint") : (chosen, "Strong");
        return new SdtBlock(properties, new SdtContentBlock(Paragraph("TableText", shown)));
    }

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static TableRow WithProperties(
        IReadOnlyList<(string Heading, int Width)> columns,
        IReadOnlyList<OpenXmlElement> cells,
        params OpenXmlElement[] properties
    )
    {
        TableRow row = new(new TableRowProperties(properties));
        for (int i = 0; i < cells.Count; i++)
        {
            TableCell cell = cells[i] as TableCell ?? new TableCell(cells[i]);
            cell.PrependChild(
                new TableCellProperties(
                    new TableCellWidth { Width = Text(columns[i].Width), Type = TableWidthUnitValues.Dxa }
                )
            );
            row.Append(cell);
        }

        return row;
    }
}

using System.Text;

namespace CseMapper.Reports.Xlsx;

/// <summary>How many lines a text takes in a wrapped cell, so that rows open at the right height everywhere.</summary>
internal static class TextMeasure
{
    /// <summary>Height of a line of ordinary text in points.</summary>
    public const double LineHeight = 12.75;

    private const int Other = 556;
    private const int Wide = 1000;

    /// <summary>The widest of all, "@".</summary>
    private const long Widest = 1015;

    /// <summary>Widths of the characters from space to tilde in thousandths of the size: Adobe's metrics of Helvetica,
    /// which Arial shares.</summary>
    private static readonly short[] _widths =
    [
        278,
        278,
        355,
        556,
        556,
        889,
        667,
        191,
        333,
        333,
        389,
        584,
        278,
        333,
        278,
        278,
        556,
        556,
        556,
        556,
        556,
        556,
        556,
        556,
        556,
        556,
        278,
        278,
        584,
        584,
        584,
        556,
        1015,
        667,
        667,
        722,
        722,
        667,
        611,
        778,
        722,
        278,
        500,
        667,
        556,
        833,
        722,
        778,
        667,
        778,
        722,
        667,
        611,
        722,
        667,
        944,
        667,
        667,
        611,
        278,
        278,
        278,
        469,
        556,
        333,
        556,
        556,
        500,
        556,
        556,
        278,
        556,
        556,
        222,
        222,
        500,
        222,
        833,
        556,
        556,
        556,
        556,
        333,
        500,
        278,
        556,
        500,
        722,
        500,
        500,
        500,
        334,
        260,
        334,
        584,
    ];

    /// <summary>Lines of a text broken at blanks; a word wider than the cell is broken inside.</summary>
    /// <param name="text">The text.</param>
    /// <param name="columnWidth">The column's width in characters, as the workbook states it.</param>
    public static int Lines(string text, double columnWidth)
    {
        // A column of n characters is n digits of 7 pixels wide at 96 dpi; the indent takes 9 of them, bold words and
        // rounding a little.
        int room = (int)(((columnWidth * 7) - 9) * 0.98 / (CellLooks.FontSize * 96 / 72) * 1000);
        if (text.Length * Widest <= room && !text.Contains('\n', StringComparison.Ordinal))
            return 1;
        int lines = 1;
        int line = 0;
        int word = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.Value == '\n')
            {
                lines++;
                line = word = 0;
                continue;
            }

            int width = Width(rune.Value);
            line += width;
            word = rune.Value is ' ' or '-' ? 0 : word + width;
            if (line <= room || rune.Value == ' ')
                continue;
            lines++;
            line = word = word > room ? width : word;
        }

        return lines;
    }

    private static int Width(int rune) =>
        rune switch
        {
            >= ' ' and <= '~' => _widths[rune - ' '],
            < 0x300 => Other,
            <= 0x36F => 0,
            (>= 0x1100 and < 0x1200) or >= 0x2E80 => Wide,
            _ => 667,
        };
}

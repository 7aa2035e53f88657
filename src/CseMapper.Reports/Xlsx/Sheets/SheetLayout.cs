namespace CseMapper.Reports.Xlsx.Sheets;

/// <summary>How a sheet looks and prints, apart from its cells.</summary>
/// <param name="Name">Its name on the tab.</param>
/// <param name="Columns">Its columns, left to right.</param>
internal sealed record SheetLayout(string Name, IReadOnlyList<SheetColumn> Columns)
{
    /// <summary>Columns that a sheet can have.</summary>
    public const int MostColumns = 16_384;

    /// <summary>Row of the column headings, counted from 1: frozen with all above it and printed on every page; 0 for
    /// none.</summary>
    public int HeaderRow { get; init; }

    /// <summary>Columns that stay when the sheet is moved sideways.</summary>
    public int FrozenColumns { get; init; }

    /// <summary>True where the headings get filter arrows.</summary>
    public bool HasFilter { get; init; }

    /// <summary>True where the filter leaves rows out from the start.</summary>
    public bool IsFiltered { get; init; }

    public bool IsLandscape { get; init; }

    /// <summary>Colour of the tab, or null.</summary>
    public string? TabColour { get; init; }

    /// <summary>True for the sheet that shows when the workbook opens.</summary>
    public bool IsFirst { get; init; }

    /// <summary>The letters of a column, counted from 0.</summary>
    public static string Letters(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));
}

/// <summary>A column of a sheet.</summary>
/// <param name="Heading">Its heading; empty where the sheet has none.</param>
/// <param name="Width">Its width in characters.</param>
internal sealed record SheetColumn(string Heading, double Width)
{
    /// <summary>True where it carries what the program needs and no reader does.</summary>
    public bool IsHidden { get; init; }

    /// <summary>True where reviewers fill it in.</summary>
    public bool IsInput { get; init; }
}

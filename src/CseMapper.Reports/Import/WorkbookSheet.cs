namespace CseMapper.Reports.Import;

/// <summary>A sheet of a workbook, or a csv file, as texts.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">Its rows that hold anything, from the top.</param>
internal sealed record WorkbookSheet(string Name, IReadOnlyList<WorkbookRow> Rows)
{
    /// <summary>Rows of a sheet at most.</summary>
    public const int MostRows = 1_048_576;

    /// <summary>Headings stand below a title and a hint, and people put lines of their own above.</summary>
    public const int DeepestHeadings = 20;

    /// <summary>The row of column headings: the first with several short texts, one of which names the column of row
    /// ids or elements.</summary>
    public SheetHeadings? Headings()
    {
        foreach (WorkbookRow row in Rows.TakeWhile(row => row.Number <= DeepestHeadings))
        {
            SheetHeadings headings = SheetHeadings.Read(row);
            if (headings.Names.Count > 1 && (headings.Find("Row id", "Element") is not null))
                return headings;
        }

        return null;
    }
}

/// <summary>A row of a sheet.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Cells">Its texts from the first column on; without blanks at their ends.</param>
internal sealed record WorkbookRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>The text of a column, empty where there is none.</summary>
    public string this[int column] => column < Cells.Count ? Cells[column] : "";
}

/// <summary>Column headings: people move, hide and rename columns; what counts is the words.</summary>
/// <param name="Row">The row they stand in.</param>
/// <param name="Names">Column by heading; of two of the same words the first.</param>
internal sealed record SheetHeadings(int Row, IReadOnlyDictionary<string, int> Names)
{
    public static SheetHeadings Read(WorkbookRow row)
    {
        Dictionary<string, int> names = new(StringComparer.OrdinalIgnoreCase);
        for (int column = 0; column < row.Cells.Count; column++)
        {
            string name = string.Join(
                ' ',
                row.Cells[column].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            );
            if (name.Length > 0)
                names.TryAdd(name, column);
        }

        return new SheetHeadings(row.Number, names);
    }

    /// <summary>The column of the first heading that is there, or null.</summary>
    public int? Find(params ReadOnlySpan<string> headings)
    {
        foreach (string heading in headings)
        {
            if (Names.TryGetValue(heading, out int column))
                return column;
        }

        return null;
    }
}

/// <summary>A workbook cannot be read; the message says why, for the user.</summary>
public sealed class WorkbookException(string message) : Exception(message);

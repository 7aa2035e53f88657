using CseMapper.Pdf.Layout.Lines;
using CseMapper.Pdf.Layout.Structure;

namespace CseMapper.Pdf.Layout.Tags;

/// <summary>Takes tables from the tags: rows and cells as the author made them, also over pages.</summary>
internal static class TagTables
{
    /// <summary>A table has no more rows of column headings; where more are tagged so, all are.</summary>
    private const int MostHeaderRows = 10;

    public static void Assign(DocumentText document, TagUse tags)
    {
        TagTree tree = tags.Tree;
        if (tree.IsEmpty)
            return;
        Dictionary<int, List<int>> linesOfTable = [];
        Span<PrintedLine> lines = document.Lines;
        for (int i = 0; i < lines.Length; i++)
        {
            int cell = tree.CellAround(lines[i].Tag);
            int table = cell < 0 ? -1 : tree.Around(cell, TagKind.Table);
            if (table < 0 || lines[i].Role is not LineRole.Body)
                continue;
            if (!linesOfTable.TryGetValue(table, out List<int>? own))
                linesOfTable.Add(table, own = []);
            own.Add(i);
        }

        foreach ((int table, List<int> own) in linesOfTable)
            Assign(document, tree, Places(tree, table), own);
    }

    /// <summary>Row and column of every cell of a table, by the order of the tags.</summary>
    private static Dictionary<int, (int Row, int Column, int Span)> Places(TagTree tree, int table)
    {
        Dictionary<int, (int, int, int)> places = [];
        int row = -1,
            lastRow = -1,
            column = 0;
        ReadOnlySpan<TagElement> elements = tree.Elements;
        for (int i = table + 1; i < elements.Length && elements[i].Parent >= table; i++)
        {
            if (
                elements[i].Kind is not (TagKind.TableCell or TagKind.TableHeader)
                || tree.Around(i, TagKind.Table) != table
            )
            {
                continue;
            }

            int ownRow = tree.Around(i, TagKind.TableRow);
            if (ownRow != lastRow)
            {
                row++;
                column = 0;
                lastRow = ownRow;
            }

            places[i] = (row, column, elements[i].ColumnSpan);
            column += elements[i].ColumnSpan;
        }

        return places;
    }

    private static void Assign(
        DocumentText document,
        TagTree tree,
        Dictionary<int, (int Row, int Column, int Span)> places,
        List<int> lines
    )
    {
        if (places.Count == 0)
            return;
        int columns = places.Values.Max(place => place.Column + place.Span);
        int rows = places.Values.Max(place => place.Row) + 1;
        if (columns < 2 || rows < 2 || columns > 200)
            return;
        float[] edges = new float[columns];
        int headerRows = 0;
        foreach (int index in lines)
        {
            ref PrintedLine line = ref document.Lines[index];
            (int row, int column, int span) = places[tree.CellAround(line.Tag)];
            edges[column + span - 1] = Math.Max(edges[column + span - 1], line.U1);
            line.Table = document.Tables.Count;
            line.Cell = (row * columns) + column;
        }

        while (headerRows < Math.Min(rows, MostHeaderRows) && IsHeader(tree, places, headerRows))
            headerRows++;
        document.Tables.Add(
            new PrintedTable(document.Lines[lines[0]].Page, rows, columns, edges)
            {
                HeaderRows = headerRows == Math.Min(rows, MostHeaderRows) ? 1 : headerRows,
                IsTagged = true,
            }
        );
    }

    private static bool IsHeader(TagTree tree, Dictionary<int, (int Row, int Column, int Span)> places, int row)
    {
        bool any = false;
        foreach ((int cell, (int at, _, _)) in places)
        {
            if (at != row)
                continue;
            if (tree.Elements[cell].Kind != TagKind.TableHeader)
                return false;
            any = true;
        }

        return any;
    }
}

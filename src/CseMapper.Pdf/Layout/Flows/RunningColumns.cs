using System.Runtime.InteropServices;
using CseMapper.Pdf.Layout.Lines;
using CseMapper.Pdf.Layout.Tables;

namespace CseMapper.Pdf.Layout.Flows;

/// <summary>
/// Columns of running text whose lines the stream draws across the columns, row by row: each column becomes a flow. It
/// is the vertical cut of Nagy and Seth, "Hierarchical representation of optically scanned documents" (ICPR 1984), made
/// only where the order of the stream has to be overruled.
/// </summary>
internal sealed class RunningColumns
{
    /// <summary>The stream draws across the columns when it changes between them for more than this share of the
    /// lines.</summary>
    private const float ChangeShare = 0.3f;

    private readonly Dictionary<int, int> _columnOfLine = [];
    private int _count;

    public void Clear()
    {
        _columnOfLine.Clear();
        _count = 0;
    }

    /// <returns>The column that a line belongs to, -1 for none.</returns>
    public int ColumnOf(int line) => _columnOfLine.GetValueOrDefault(line, -1);

    public void Add(LineSet lines, PageRows rows, int first, int end, Gutters gutters)
    {
        List<(int Order, int Line, int Column)> found = [];
        foreach (PageRow row in CollectionsMarshal.AsSpan(rows.Rows)[first..end])
        {
            for (int i = row.First; i < row.First + row.Count; i++)
            {
                RowPart part = rows.Parts[i];
                int column = 0;
                while (column < gutters.Inner && part.U0 >= gutters.Gaps[column + 1].To - 1)
                    column++;
                found.Add((lines.Lines[part.Line].Order, part.Line, column));
                if (part.LabelLine >= 0)
                    found.Add((lines.Lines[part.LabelLine].Order, part.LabelLine, column));
            }
        }

        found.Sort();
        int changes = 0;
        for (int i = 1; i < found.Count; i++)
        {
            if (found[i].Column != found[i - 1].Column)
                changes++;
        }

        if (changes <= ChangeShare * found.Count)
            return;
        foreach ((_, int line, int column) in found)
            _columnOfLine[line] = _count + column;
        _count += gutters.Inner + 1;
    }
}

namespace CseMapper.Reports.Xlsx.Sheets;

/// <summary>The links of a sheet: gathered while its rows are written, written after them.</summary>
internal sealed class SheetLinks
{
    /// <summary>Excel refuses more links on a sheet.</summary>
    private const int Most = 65_530;

    /// <summary>Excel refuses longer addresses.</summary>
    private const int LongestAddress = 2_079;

    private readonly List<(int Column, int Row, string? Target, string? Location)> _links = [];
    private readonly List<string> _targets = [];
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);

    /// <summary>Addresses of documents, in the order of their relationship ids rId1, rId2, …</summary>
    public IReadOnlyList<string> Targets => _targets;

    /// <summary>Adds a cell's link; one beyond Excel's limits is left out, because the whole workbook would need a
    /// repair.</summary>
    public void Add(int column, int row, in Cell cell)
    {
        if (_links.Count < Most && (cell.Target?.Length ?? 0) + (cell.Location?.Length ?? 0) < LongestAddress)
            _links.Add((column, row, cell.Target, cell.Location));
    }

    /// <summary>Writes them.</summary>
    /// <param name="xml">Where to.</param>
    /// <param name="letters">The letters of each column.</param>
    public void Write(SheetXml xml, byte[][] letters)
    {
        if (_links.Count == 0)
            return;
        xml.Raw("<hyperlinks>"u8);
        foreach ((int column, int row, string? target, string? location) in _links)
        {
            xml.Raw("<hyperlink ref=\""u8);
            xml.Raw(letters[column]);
            xml.Number(row);
            if (target is not null)
            {
                xml.Raw("\" r:id=\"rId"u8);
                xml.Number(IdOf(target));
            }

            if (location is not null)
            {
                xml.Raw("\" location=\""u8);
                xml.Text(location);
            }

            xml.Raw("\"/>"u8);
        }

        xml.Raw("</hyperlinks>"u8);
    }

    private int IdOf(string target)
    {
        if (_ids.TryGetValue(target, out int id))
            return id;
        _targets.Add(target);
        _ids.Add(target, _targets.Count);
        return _targets.Count;
    }
}

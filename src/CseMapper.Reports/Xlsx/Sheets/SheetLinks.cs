using System.Xml;
using DocumentFormat.OpenXml.Spreadsheet;

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
    public void Write(XmlWriter xml)
    {
        if (_links.Count == 0)
            return;
        // One after another, since a tree of 65,000 would only be held to be thrown away.
        xml.WriteStartElement("hyperlinks", SheetWriter.Main);
        foreach ((int Column, int Row, string? Target, string? Location) link in _links)
            LinkOf(link).WriteTo(xml);
        xml.WriteEndElement();
    }

    private Hyperlink LinkOf((int Column, int Row, string? Target, string? Location) link)
    {
        Hyperlink element = new()
        {
            Reference = FormattableString.Invariant($"{SheetLayout.Letters(link.Column)}{link.Row}"),
        };
        if (link.Target is not null)
            element.Id = FormattableString.Invariant($"rId{IdOf(link.Target)}");
        if (link.Location is not null)
            element.Location = link.Location;
        return element;
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

using System.Globalization;
using System.Xml;

namespace CseMapper.Reports.Xlsx;

/// <summary>The links of a sheet: gathered while its rows are written, written after them.</summary>
internal sealed class SheetLinks
{
    /// <summary>Excel refuses more links on a sheet.</summary>
    private const int Most = 65_530;

    /// <summary>Excel refuses longer addresses.</summary>
    private const int LongestAddress = 2_079;

    private readonly List<(string Reference, string? Target, string? Location)> _links = [];
    private readonly List<string> _targets = [];
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);

    /// <summary>Addresses of documents, in the order of their relationship ids rId1, rId2, …</summary>
    public IReadOnlyList<string> Targets => _targets;

    /// <summary>Adds a cell's link; one beyond Excel's limits is left out, because the whole workbook would need a repair.</summary>
    public void Add(string reference, Cell cell)
    {
        if (_links.Count < Most && (cell.Target?.Length ?? 0) + (cell.Location?.Length ?? 0) < LongestAddress)
            _links.Add((reference, cell.Target, cell.Location));
    }

    public void Write(XmlWriter xml)
    {
        if (_links.Count == 0)
            return;
        xml.WriteStartElement("hyperlinks");
        foreach ((string reference, string? target, string? location) in _links)
        {
            xml.WriteStartElement("hyperlink");
            xml.WriteAttributeString("ref", reference);
            if (target is not null)
                xml.WriteAttributeString("r", "id", XlsxPackage.RelationshipsNamespace, "rId" + IdOf(target).ToString(CultureInfo.InvariantCulture));
            if (location is not null)
                xml.WriteAttributeString("location", location);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
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

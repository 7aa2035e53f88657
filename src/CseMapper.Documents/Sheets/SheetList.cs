using System.Xml;
using CseMapper.Documents.Containers;

namespace CseMapper.Documents.Sheets;

/// <summary>A sheet as the workbook lists it.</summary>
/// <param name="Name">What its tab says.</param>
/// <param name="Entry">Where its cells stand in the package.</param>
/// <param name="IsHidden">True where the workbook does not show it.</param>
public sealed record ListedSheet(string Name, string Entry, bool IsHidden);

/// <summary>The sheets of a workbook in their order.</summary>
public static class SheetList
{
    private const string Workbook = "xl/workbook.xml";

    /// <summary>Reads the list; a sheet whose cells are nowhere to be found is left out.</summary>
    /// <param name="package">The workbook.</param>
    /// <returns>Null where the list is lost or damaged; the package's problems tell.</returns>
    public static IReadOnlyList<ListedSheet>? Read(PackageXml package)
    {
        ArgumentNullException.ThrowIfNull(package);
        Dictionary<string, string> targets = package.Relations(Workbook);
        List<ListedSheet> sheets = [];
        bool isListed = package.Read(
            Workbook,
            "the list of sheets",
            reader =>
            {
                while (package.Limits.MayGoOn() && reader.Read())
                {
                    if (
                        reader is { NodeType: XmlNodeType.Element, LocalName: "sheet" }
                        && PackageXml.RelationId(reader) is { } id
                        && targets.TryGetValue(id, out string? entry)
                    )
                    {
                        bool isHidden = reader.GetAttribute("state") is "hidden" or "veryHidden";
                        sheets.Add(new ListedSheet(reader.GetAttribute("name") ?? "Sheet", entry, isHidden));
                    }
                }
            }
        );
        return isListed ? sheets : null;
    }
}

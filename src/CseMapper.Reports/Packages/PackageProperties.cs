using System.Xml;
using CseMapper.Reports.Xlsx;
using DocumentFormat.OpenXml.ExtendedProperties;

namespace CseMapper.Reports.Packages;

/// <summary>A part of a package.</summary>
/// <param name="Name">Its name, "xl/workbook.xml".</param>
/// <param name="Kind">The last piece of its content type, "spreadsheetml.styles".</param>
internal sealed record PackagePart(string Name, string Kind);

/// <summary>A relationship of a part.</summary>
/// <param name="Type">Its kind as an address.</param>
/// <param name="Target">Where it leads.</param>
/// <param name="IsExternal">True where that lies outside the package.</param>
internal sealed record PackageRelationship(string Type, string Target, bool IsExternal)
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    /// <summary>A relationship to a part.</summary>
    /// <param name="kind">The last piece of its kind, "worksheet".</param>
    /// <param name="target">The part, seen from the one that leads there.</param>
    public static PackageRelationship To(string kind, string target) => new(Office + kind, target, IsExternal: false);

    /// <summary>A link out of the package.</summary>
    public static PackageRelationship Link(string target) => new(Office + "hyperlink", target, IsExternal: true);
}

/// <summary>What a package says of itself (ISO/IEC 29500-2, 10 and 11).</summary>
/// <param name="Title">What it is.</param>
/// <param name="Creator">Program and version.</param>
internal sealed record PackageProperties(string Title, string Creator)
{
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string ApplicationPart = "docProps/app.xml";
    private const string CorePart = "docProps/core.xml";

    /// <summary>The name of the program that saved it, or null where the package does not say.</summary>
    public string? Application { get; init; }

    /// <summary>The package's relationships.</summary>
    /// <param name="main">Its main part.</param>
    public IReadOnlyList<PackageRelationship> Relationships(string main)
    {
        List<PackageRelationship> all = [PackageRelationship.To("officeDocument", main)];
        if (Application is not null)
            all.Add(PackageRelationship.To("extended-properties", ApplicationPart));
        all.Add(new(Package + "relationships/metadata/core-properties", CorePart, IsExternal: false));
        return all;
    }

    /// <summary>Writes what each part is.</summary>
    /// <param name="xml">Where to.</param>
    /// <param name="parts">All parts but those of the properties.</param>
    public void WriteContentTypes(XmlWriter xml, IReadOnlyList<PackagePart> parts)
    {
        const string Vendor = "application/vnd.openxmlformats-";
        xml.WriteStartElement("Types", Package + "content-types");
        Entry("Default", "Extension", "rels", Vendor + "package.relationships+xml");
        Entry("Default", "Extension", "xml", "application/xml");
        foreach (PackagePart part in parts)
            Entry("Override", "PartName", "/" + part.Name, $"{Vendor}officedocument.{part.Kind}+xml");
        if (Application is not null)
            Entry("Override", "PartName", "/" + ApplicationPart, Vendor + "officedocument.extended-properties+xml");
        Entry("Override", "PartName", "/" + CorePart, Vendor + "package.core-properties+xml");
        xml.WriteEndElement();

        void Entry(string element, string key, string value, string type)
        {
            xml.WriteStartElement(element);
            xml.WriteAttributeString(key, value);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }
    }

    /// <summary>Adds the parts that hold the properties.</summary>
    public void AddTo(OfficePackage package)
    {
        if (Application is not null)
            package.Add(ApplicationPart, new Properties(new Application(Application)));
        package.Add(CorePart, (xml, _) => WriteCore(xml));
    }

    /// <summary>The SDK has no elements for this part.</summary>
    private void WriteCore(XmlWriter xml)
    {
        xml.WriteStartElement("cp", "coreProperties", Package + "metadata/core-properties");
        xml.WriteElementString("dc", "title", DublinCore, XlsxText.Escape(Title));
        xml.WriteElementString("dc", "creator", DublinCore, XlsxText.Escape(DisplayText.OneLine(Creator)));
        xml.WriteEndElement();
    }
}

using System.Xml;
using CseMapper.Mapping;
using CseMapper.Reports.Xlsx;

namespace CseMapper.Reports;

/// <summary>
/// Writes mapping.xlsx, the workbook reviewers work in: Summary, Evidence, Gaps, Documents and About. The same mapping gives the
/// same bytes on every machine.
/// </summary>
public static class XlsxReport
{
    /// <summary>What the workbook says it was saved by; Excel and others put their own name there when they save it.</summary>
    public const string Application = "CseMapper";

    private const string Document = "application/vnd.openxmlformats-officedocument.";

    private static readonly string[] s_sheets = [SummarySheet.Name, EvidenceSheet.Name, GapsSheet.Name, DocumentsSheet.Name, AboutSheet.Name];

    /// <summary>Writes the mapping.</summary>
    /// <param name="mapping">What to write.</param>
    /// <param name="links">Where the documents are.</param>
    /// <param name="stream">Where to; left open.</param>
    public static void Write(MappingFile mapping, DocumentLinks links, Stream stream)
    {
        using MemoryStream buffer = new();
        using (XlsxPackage package = new(buffer))
            WriteParts(mapping, links, package);
        ZipHost.Neutralise(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
        buffer.WriteTo(stream);
    }

    private static void WriteParts(MappingFile mapping, DocumentLinks links, XlsxPackage package)
    {
        EvidenceSheet evidence = new(mapping, links);
        SummarySheet summary = new(mapping);
        GapsSheet gaps = new(mapping, links);
        DocumentsSheet documents = new(mapping, links);
        AboutSheet about = new(mapping);

        package.Add("[Content_Types].xml", WriteContentTypes);
        package.AddRelationships("", [
            ("officeDocument", "xl/workbook.xml", false),
            ("extended-properties", "docProps/app.xml", false),
            ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml", false),
        ]);
        package.Add("docProps/app.xml", WriteApplication);
        package.Add("docProps/core.xml", xml => WriteCore(xml, mapping));
        package.Add("xl/workbook.xml", xml => WriteWorkbook(xml, evidence, gaps, documents));
        package.AddRelationships("xl/workbook.xml", [
            .. Enumerable.Range(1, s_sheets.Length).Select(number => ("worksheet", FormattableString.Invariant($"worksheets/sheet{number}.xml"), false)),
            ("styles", "styles.xml", false),
        ]);
        package.Add("xl/styles.xml", XlsxStyles.Write);
        // The other sheets point to the rows of Evidence, so it comes first.
        AddSheet(package, 2, evidence.Layout, evidence.Write);
        AddSheet(package, 1, summary.Layout, sheet => summary.Write(sheet, evidence), ("drawing", "../drawings/drawing1.xml", false));
        AddSheet(package, 3, gaps.Layout, sheet => gaps.Write(sheet, evidence));
        AddSheet(package, 4, documents.Layout, documents.Write);
        AddSheet(package, 5, about.Layout, about.Write);
        package.Add("xl/drawings/drawing1.xml", new ChartDrawing(summary).Write);
        package.AddRelationships("xl/drawings/drawing1.xml", [("chart", "../charts/chart1.xml", false)]);
        package.Add("xl/charts/chart1.xml", new CriteriaChart(summary).Write);
    }

    private static void AddSheet(
        XlsxPackage package,
        int number,
        SheetLayout layout,
        Action<SheetWriter> write,
        params IReadOnlyList<(string Type, string Target, bool IsExternal)> after)
    {
        string name = FormattableString.Invariant($"xl/worksheets/sheet{number}.xml");
        IReadOnlyList<string> targets = [];
        package.Add(name, xml =>
        {
            SheetWriter sheet = new(xml, layout);
            write(sheet);
            targets = sheet.Targets;
        });
        if (targets.Count + after.Count > 0)
            package.AddRelationships(name, [.. targets.Select(target => ("hyperlink", target, true)), .. after]);
    }

    private static void WriteContentTypes(XmlWriter xml)
    {
        xml.WriteStartElement("Types", "http://schemas.openxmlformats.org/package/2006/content-types");
        Entry("Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
        Entry("Default", "Extension", "xml", "application/xml");
        Part("/xl/workbook.xml", "spreadsheetml.sheet.main");
        for (int i = 1; i <= s_sheets.Length; i++)
            Part(FormattableString.Invariant($"/xl/worksheets/sheet{i}.xml"), "spreadsheetml.worksheet");
        Part("/xl/styles.xml", "spreadsheetml.styles");
        Part("/xl/drawings/drawing1.xml", "drawing");
        Part("/xl/charts/chart1.xml", "drawingml.chart");
        Part("/docProps/app.xml", "extended-properties");
        Entry("Override", "PartName", "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        xml.WriteEndElement();

        void Part(string name, string type) => Entry("Override", "PartName", name, Document + type + "+xml");

        void Entry(string element, string key, string value, string type)
        {
            xml.WriteStartElement(element);
            xml.WriteAttributeString(key, value);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }
    }

    private static void WriteApplication(XmlWriter xml)
    {
        xml.WriteStartElement("Properties", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties");
        xml.WriteElementString("Application", Application);
        xml.WriteEndElement();
    }

    private static void WriteCore(XmlWriter xml, MappingFile mapping)
    {
        xml.WriteStartElement("cp", "coreProperties", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
        xml.WriteElementString("dc", "title", "http://purl.org/dc/elements/1.1/", XlsxText.Escape(DisplayText.OneLine(mapping.Standard.Title) + ": evidence"));
        xml.WriteElementString("dc", "creator", "http://purl.org/dc/elements/1.1/", XlsxText.Escape(DisplayText.OneLine(mapping.Generator)));
        xml.WriteEndElement();
    }

    private static void WriteWorkbook(XmlWriter xml, EvidenceSheet evidence, GapsSheet gaps, DocumentsSheet documents)
    {
        xml.WriteStartElement("workbook", XlsxPackage.MainNamespace);
        xml.WriteAttributeString("xmlns", "r", null, XlsxPackage.RelationshipsNamespace);
        xml.WriteStartElement("bookViews");
        xml.WriteStartElement("workbookView");
        xml.WriteAttributeString("windowWidth", "28800");
        xml.WriteAttributeString("windowHeight", "15000");
        xml.WriteAttributeString("tabRatio", "700");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("sheets");
        for (int i = 0; i < s_sheets.Length; i++)
        {
            xml.WriteStartElement("sheet");
            xml.WriteAttributeString("name", s_sheets[i]);
            xml.WriteAttributeString("sheetId", SheetWriter.Text(i + 1));
            xml.WriteAttributeString("r", "id", XlsxPackage.RelationshipsNamespace, FormattableString.Invariant($"rId{i + 1}"));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        WriteNames(xml, evidence, gaps, documents);
        xml.WriteEndElement();
    }

    private static void WriteNames(XmlWriter xml, EvidenceSheet evidence, GapsSheet gaps, DocumentsSheet documents)
    {
        xml.WriteStartElement("definedNames");
        // In the order of their names, then sheets, as Excel writes them.
        Name("_xlnm._FilterDatabase", 1, $"{EvidenceSheet.Name}!{evidence.Range}", isHidden: true);
        Name("_xlnm._FilterDatabase", 2, $"{GapsSheet.Name}!{gaps.Range}", isHidden: true);
        Name("_xlnm._FilterDatabase", 3, $"{DocumentsSheet.Name}!{documents.Range}", isHidden: true);
        // Without it the hidden columns' texts count as something to print.
        Name("_xlnm.Print_Area", 1, $"{EvidenceSheet.Name}!{evidence.PrintRange}");
        Name("_xlnm.Print_Titles", 1, Titles(EvidenceSheet.Name, evidence.Layout.HeaderRow));
        Name("_xlnm.Print_Titles", 2, Titles(GapsSheet.Name, gaps.Layout.HeaderRow));
        Name("_xlnm.Print_Titles", 3, Titles(DocumentsSheet.Name, documents.Layout.HeaderRow));
        xml.WriteEndElement();

        void Name(string name, int sheet, string value, bool isHidden = false)
        {
            xml.WriteStartElement("definedName");
            xml.WriteAttributeString("name", name);
            xml.WriteAttributeString("localSheetId", SheetWriter.Text(sheet));
            if (isHidden)
                xml.WriteAttributeString("hidden", "1");
            xml.WriteString(value);
            xml.WriteEndElement();
        }
    }

    private static string Titles(string sheet, int row) => FormattableString.Invariant($"{sheet}!${row}:${row}");
}

using System.Xml;
using CseMapper.Reports.Xlsx.Sheets;

namespace CseMapper.Reports.Xlsx;

/// <summary>Writes the parts of a workbook around its sheets (ISO/IEC 29500-1, 12.3 and 18.2).</summary>
internal static class WorkbookParts
{
    private const string Document = "application/vnd.openxmlformats-officedocument.";

    /// <summary>Writes everything but a drawing.</summary>
    /// <param name="package">Where to.</param>
    /// <param name="sheets">The sheets, in their order.</param>
    /// <param name="title">What the workbook says it is.</param>
    /// <param name="creator">Program and version.</param>
    /// <param name="first">The sheet to write first, because others point to its rows; null where none does.</param>
    public static void Write(
        XlsxPackage package,
        IReadOnlyList<WrittenSheet> sheets,
        string title,
        string creator,
        string? first = null
    )
    {
        package.Add("[Content_Types].xml", xml => WriteContentTypes(xml, sheets));
        package.AddRelationships(
            "",
            [
                ("officeDocument", "xl/workbook.xml", false),
                ("extended-properties", "docProps/app.xml", false),
                (
                    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                    "docProps/core.xml",
                    false
                ),
            ]
        );
        package.Add("docProps/app.xml", WriteApplication);
        package.Add("docProps/core.xml", xml => WriteCore(xml, title, creator));
        package.Add("xl/workbook.xml", xml => WriteWorkbook(xml, sheets));
        package.AddRelationships(
            "xl/workbook.xml",
            [
                .. Enumerable
                    .Range(1, sheets.Count)
                    .Select(number =>
                        ("worksheet", FormattableString.Invariant($"worksheets/sheet{number}.xml"), false)
                    ),
                ("styles", "styles.xml", false),
            ]
        );
        package.Add("xl/styles.xml", XlsxStyles.Write);
        foreach (int at in Enumerable.Range(0, sheets.Count).OrderBy(at => sheets[at].Layout.Name != first))
            AddSheet(package, at + 1, sheets[at]);
    }

    private static void AddSheet(XlsxPackage package, int number, WrittenSheet written)
    {
        string name = FormattableString.Invariant($"xl/worksheets/sheet{number}.xml");
        IReadOnlyList<string> targets = [];
        package.Add(
            name,
            (xml, stream) =>
            {
                SheetWriter sheet = new(xml, stream, written.Layout);
                written.Write(sheet);
                targets = sheet.Targets;
            }
        );
        (string, string, bool)[] after = written.HasDrawing ? [("drawing", "../drawings/drawing1.xml", false)] : [];
        if (targets.Count + after.Length > 0)
            package.AddRelationships(name, [.. targets.Select(target => ("hyperlink", target, true)), .. after]);
    }

    private static void WriteContentTypes(XmlWriter xml, IReadOnlyList<WrittenSheet> sheets)
    {
        xml.WriteStartElement("Types", "http://schemas.openxmlformats.org/package/2006/content-types");
        Entry("Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
        Entry("Default", "Extension", "xml", "application/xml");
        Part("/xl/workbook.xml", "spreadsheetml.sheet.main");
        for (int i = 1; i <= sheets.Count; i++)
            Part(FormattableString.Invariant($"/xl/worksheets/sheet{i}.xml"), "spreadsheetml.worksheet");
        Part("/xl/styles.xml", "spreadsheetml.styles");
        if (sheets.Any(sheet => sheet.HasDrawing))
        {
            Part("/xl/drawings/drawing1.xml", "drawing");
            Part("/xl/charts/chart1.xml", "drawingml.chart");
        }

        Part("/docProps/app.xml", "extended-properties");
        Entry(
            "Override",
            "PartName",
            "/docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml"
        );
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
        xml.WriteStartElement(
            "Properties",
            "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
        );
        xml.WriteElementString("Application", XlsxReport.Application);
        xml.WriteEndElement();
    }

    private static void WriteCore(XmlWriter xml, string title, string creator)
    {
        xml.WriteStartElement(
            "cp",
            "coreProperties",
            "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
        );
        xml.WriteElementString("dc", "title", "http://purl.org/dc/elements/1.1/", XlsxText.Escape(title));
        xml.WriteElementString(
            "dc",
            "creator",
            "http://purl.org/dc/elements/1.1/",
            XlsxText.Escape(DisplayText.OneLine(creator))
        );
        xml.WriteEndElement();
    }

    private static void WriteWorkbook(XmlWriter xml, IReadOnlyList<WrittenSheet> sheets)
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
        for (int i = 0; i < sheets.Count; i++)
        {
            xml.WriteStartElement("sheet");
            xml.WriteAttributeString("name", sheets[i].Layout.Name);
            xml.WriteAttributeString("sheetId", SheetWriter.Text(i + 1));
            xml.WriteAttributeString(
                "r",
                "id",
                XlsxPackage.RelationshipsNamespace,
                FormattableString.Invariant($"rId{i + 1}")
            );
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        WriteNames(xml, sheets);
        xml.WriteEndElement();
    }

    private static void WriteNames(XmlWriter xml, IReadOnlyList<WrittenSheet> sheets)
    {
        xml.WriteStartElement("definedNames");
        // In the order of their names, then sheets, as Excel writes them. A print area keeps hidden columns' texts from
        // counting as something to print.
        Names("_xlnm._FilterDatabase", sheet => sheet.FilterRange, isHidden: true);
        Names("_xlnm.Print_Area", sheet => sheet.PrintRange);
        Names(
            "_xlnm.Print_Titles",
            sheet =>
                sheet.Layout.HeaderRow > 0
                    ? FormattableString.Invariant($"${sheet.Layout.HeaderRow}:${sheet.Layout.HeaderRow}")
                    : null
        );
        xml.WriteEndElement();

        void Names(string name, Func<WrittenSheet, string?> range, bool isHidden = false)
        {
            for (int at = 0; at < sheets.Count; at++)
            {
                if (range(sheets[at]) is { } cells)
                    Name(name, at, $"{sheets[at].Layout.Name}!{cells}", isHidden);
            }
        }

        void Name(string name, int sheet, string value, bool isHidden)
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
}

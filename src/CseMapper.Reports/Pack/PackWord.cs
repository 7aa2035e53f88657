using System.Globalization;
using System.Xml;
using CseMapper.Decisions.Mapping;
using CseMapper.Reports.Html;
using CseMapper.Reports.Xlsx;

namespace CseMapper.Reports.Pack;

/// <summary>The pack's Word document: a table a sub-criterion in the layout of the assessor's sheet, then the documents
/// and the index.</summary>
internal sealed class PackWord(PackContent content)
{
    public const string Name = "evidence.docx";

    private const string Document = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    /// <summary>Characters of a row that fit on a page together with its headings.</summary>
    private const int LongestUnbroken = 1200;

    private static readonly int[] _columns = [2900, 1700, 4900, 1700, 1500, 2438];
    private static readonly int[] _documents = [1200, 6600, 7338];
    private static readonly int[] _index = [1100, 1200, 1300, 1500, 3700, 6338];

    public void Write(Stream stream)
    {
        using MemoryStream buffer = new();
        using (XlsxPackage package = new(buffer))
            WriteParts(package);
        ZipHost.Neutralise(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
        buffer.WriteTo(stream);
    }

    private void WriteParts(XlsxPackage package)
    {
        package.Add("[Content_Types].xml", WriteContentTypes);
        package.AddRelationships(
            "",
            [
                ("officeDocument", "word/document.xml", false),
                (
                    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                    "docProps/core.xml",
                    false
                ),
            ]
        );
        package.Add("docProps/core.xml", WriteCore);
        package.Add("word/document.xml", WriteDocument);
        package.AddRelationships(
            "word/document.xml",
            [("styles", "styles.xml", false), ("footer", "footer1.xml", false)]
        );
        package.Add("word/styles.xml", xml => WordStyles.Write(new WordWriter(xml)));
        package.Add("word/footer1.xml", WriteFooter);
    }

    private void WriteDocument(XmlWriter xml)
    {
        WordWriter word = new(xml);
        word.Start("document");
        word.Start("body");
        word.Paragraph("Title", (DisplayText.OneLine(content.Mapping.Standard.Title) + ": evidence", null));
        int covered = content.Elements.Count(element => element.Quotes.Count > 0);
        word.Paragraph(
            "Normal",
            (
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{covered} of {content.Elements.Count} elements with accepted evidence, {Plural.Count(content.Elements.Sum(element => element.Quotes.Count), "quote", "quotes")} from {Plural.Count(content.Documents.Count, "document", "documents")}. References such as D1 lead to the list of documents at the end and to the files in the folder “documents”."
                ),
                null
            )
        );
        foreach (
            IGrouping<MappedHeading, PackElement> criterion in content.Elements.GroupBy(element =>
                element.Entry.Criterion
            )
        )
        {
            word.Paragraph("Heading1", ($"{criterion.Key.Number} {criterion.Key.Title}".Trim(), null));
            foreach (
                IGrouping<MappedHeading, PackElement> sub in criterion.GroupBy(element => element.Entry.SubCriterion)
            )
            {
                if (sub.Key.Title.Length > 0)
                    word.Paragraph("Heading2", ($"{sub.Key.Number} {sub.Key.Title}".Trim(), null));
                word.Table(
                    _columns,
                    [
                        "Element",
                        "Guidance",
                        "Show me: reference and evidence",
                        "Tell me: reference",
                        "Self-assessment band",
                        "Commentary",
                    ],
                    () =>
                    {
                        foreach (PackElement element in sub)
                            WriteElement(word, element);
                    }
                );
            }
        }

        WriteDocuments(word);
        WriteIndex(word);
        word.Section("rId2");
        word.End();
        word.End();
    }

    private static void WriteElement(WordWriter word, PackElement element) =>
        word.Row(
            _columns,
            [
                () =>
                    word.Paragraph(
                        "TableText",
                        (element.Entry.Number + " ", "Strong"),
                        (DisplayText.OneLine(element.Entry.Wording), null)
                    ),
                () => word.Paragraph("TableText", (element.Guidance, "Faint")),
                () => WriteQuotes(word, element),
                () => word.Paragraph("TableText"),
                () => word.Choice("Self-assessment band", PackElement.Bands, element.Band),
                () => word.Paragraph("TableText", (element.Entry.Commentary?.Text ?? "", null)),
            ],
            maySplit: element.Quotes.Sum(quote => quote.Decision.Quote.Length)
                + (element.Entry.Commentary?.Text.Length ?? 0)
                > LongestUnbroken
        );

    private static void WriteQuotes(WordWriter word, PackElement element)
    {
        if (element.Quotes.Count == 0)
            word.Paragraph("TableText", ("No evidence has been accepted yet.", "Faint"));
        foreach (PackQuote quote in element.Quotes)
            word.Paragraph("TableText", (quote.Reference + ": ", "Strong"), ($"“{quote.Decision.Quote.Trim()}”", null));
    }

    private void WriteDocuments(WordWriter word)
    {
        word.Paragraph("Heading1", ("Documents", null));
        word.Table(
            _documents,
            ["Reference", "Document", "File in this pack"],
            () =>
            {
                foreach (PackDocument document in content.Documents)
                {
                    word.Row(
                        _documents,
                        [
                            () => word.Paragraph("TableText", (document.Reference, "Strong")),
                            () => word.Paragraph("TableText", (document.Title, null)),
                            () => word.Paragraph("TableText", (document.Entry, null)),
                        ]
                    );
                }
            }
        );
    }

    private void WriteIndex(WordWriter word)
    {
        word.Paragraph("Heading1", ("Index of quotes", null));
        word.Table(
            _index,
            ["Element", "Reference", "Page", "Clause", "Section", "Quote"],
            () =>
            {
                foreach (
                    (PackElement element, PackQuote quote) in content.Elements.SelectMany(element =>
                        element.Quotes.Select(quote => (element, quote))
                    )
                )
                {
                    string[] texts =
                    [
                        element.Entry.Number,
                        quote.Document.Reference,
                        quote.Page,
                        quote.Clause,
                        quote.Section,
                        quote.Decision.Quote.Trim(),
                    ];
                    word.Row(
                        _index,
                        [.. texts.Select(text => (Action)(() => word.Paragraph("TableText", (text, null))))]
                    );
                }
            }
        );
    }

    private void WriteFooter(XmlWriter xml)
    {
        WordWriter word = new(xml);
        word.Start("ftr");
        word.Start("p");
        word.Start("pPr");
        word.Value("pStyle", "Footer");
        word.End();
        word.Run(DisplayText.OneLine(content.Mapping.Standard.Title) + " · page ", null);
        word.Field("PAGE");
        word.End();
        word.End();
    }

    private static void WriteContentTypes(XmlWriter xml)
    {
        xml.WriteStartElement("Types", "http://schemas.openxmlformats.org/package/2006/content-types");
        Entry("Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
        Entry("Default", "Extension", "xml", "application/xml");
        Entry("Override", "PartName", "/word/document.xml", Document + "document.main+xml");
        Entry("Override", "PartName", "/word/styles.xml", Document + "styles+xml");
        Entry("Override", "PartName", "/word/footer1.xml", Document + "footer+xml");
        Entry(
            "Override",
            "PartName",
            "/docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml"
        );
        xml.WriteEndElement();

        void Entry(string element, string key, string value, string type)
        {
            xml.WriteStartElement(element);
            xml.WriteAttributeString(key, value);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }
    }

    private void WriteCore(XmlWriter xml)
    {
        xml.WriteStartElement(
            "cp",
            "coreProperties",
            "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
        );
        xml.WriteElementString(
            "dc",
            "title",
            "http://purl.org/dc/elements/1.1/",
            DisplayText.OneLine(content.Mapping.Standard.Title) + ": evidence"
        );
        xml.WriteElementString(
            "dc",
            "creator",
            "http://purl.org/dc/elements/1.1/",
            DisplayText.OneLine(content.Mapping.Generator)
        );
        xml.WriteEndElement();
    }
}

using CseMapper.Decisions.Mapping;
using CseMapper.Reports.Packages;
using DocumentFormat.OpenXml.Wordprocessing;
using static CseMapper.Reports.Pack.WordPieces;

namespace CseMapper.Reports.Pack;

/// <summary>The pack's Word document: a table a sub-criterion in the layout of the assessor's sheet, then the documents
/// and the index.</summary>
internal sealed class PackWord(PackContent content)
{
    public const string Name = "evidence.docx";

    private const string Main = "word/document.xml";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Cells = "TableText";

    /// <summary>Characters of a row that fit on a page together with its headings.</summary>
    private const int LongestUnbroken = 1200;

    private static readonly (string Heading, int Width)[] _columns =
    [
        ("Element", 2900),
        ("Guidance", 1700),
        ("Show me: reference and evidence", 4900),
        ("Tell me: reference", 1700),
        ("Self-assessment band", 1500),
        ("Commentary", 2438),
    ];

    private static readonly (string Heading, int Width)[] _documents =
    [
        ("Reference", 1200),
        ("Document", 6600),
        ("File in this pack", 7338),
    ];

    private static readonly (string Heading, int Width)[] _index =
    [
        ("Element", 1100),
        ("Reference", 1200),
        ("Page", 1300),
        ("Clause", 1500),
        ("Section", 3700),
        ("Quote", 6338),
    ];

    private int _choices;

    private string Title => DisplayText.OneLine(content.Mapping.Standard.Title);

    /// <summary>Writes the document.</summary>
    /// <param name="stream">Where to; left open.</param>
    public void Write(Stream stream) =>
        OfficePackage.Write(
            stream,
            new PackageProperties(Title + ": evidence", content.Mapping.Generator),
            [
                new(Main, "wordprocessingml.document.main"),
                new("word/styles.xml", "wordprocessingml.styles"),
                new("word/footer1.xml", "wordprocessingml.footer"),
            ],
            package =>
            {
                package.Add(Main, BuildDocument());
                package.AddRelationships(
                    Main,
                    [PackageRelationship.To("styles", "styles.xml"), PackageRelationship.To("footer", "footer1.xml")]
                );
                package.Add("word/styles.xml", WordStyles.Build());
                package.Add("word/footer1.xml", BuildFooter());
            }
        );

    private Document BuildDocument()
    {
        Body body = new(Paragraph("Title", Title + ": evidence"), Paragraph("Normal", Introduction()));
        foreach (string damage in content.Damage)
            body.Append(Paragraph("Normal", "The decision log was damaged when this was made. " + damage));
        foreach (
            IGrouping<MappedHeading, PackElement> criterion in content.Elements.GroupBy(element =>
                element.Entry.Criterion
            )
        )
        {
            body.Append(Heading("Heading1", criterion.Key));
            foreach (
                IGrouping<MappedHeading, PackElement> sub in criterion.GroupBy(element => element.Entry.SubCriterion)
            )
            {
                if (sub.Key.Title.Length > 0)
                    body.Append(Heading("Heading2", sub.Key));
                AddTable(body, _columns, sub.Select(ElementRow));
            }
        }

        body.Append(Paragraph("Heading1", "Documents"));
        AddTable(body, _documents, content.Documents.Select(DocumentRow));
        body.Append(Paragraph("Heading1", "Index of quotes"));
        AddTable(
            body,
            _index,
            content.Elements.SelectMany(element => element.Quotes.Select(quote => IndexRow(element, quote)))
        );
        body.Append(PageSetup());
        Document document = new(body);
        document.AddNamespaceDeclaration("r", Relationships);
        return document;
    }

    private string Introduction()
    {
        int covered = content.Elements.Count(element => element.Quotes.Count > 0);
        string quotes = Plural.Count(content.Elements.Sum(element => element.Quotes.Count), "quote", "quotes");
        string documents = Plural.Count(content.Documents.Count, "document", "documents");
        return FormattableString.Invariant($"{covered} of {content.Elements.Count} elements with accepted evidence, ")
            + $"{quotes} from {documents}. References such as D1 lead to the list of documents at the end and to the "
            + "files in the folder “documents”.";
    }

    private static Paragraph Heading(string style, MappedHeading heading) =>
        Paragraph(style, $"{heading.Number} {heading.Title}".Trim());

    /// <summary>Two tables without a paragraph between would grow together.</summary>
    private static void AddTable(Body body, (string Heading, int Width)[] columns, IEnumerable<TableRow> rows) =>
        body.Append(Table(columns, rows), Paragraph(Cells));

    private TableRow ElementRow(PackElement element)
    {
        string commentary = element.Entry.Commentary?.Text ?? "";
        return Row(
            _columns,
            [
                Paragraph(
                    Cells,
                    (element.Entry.Number + " ", "Strong"),
                    (DisplayText.OneLine(element.Entry.Wording), null)
                ),
                Paragraph(Cells, (element.Guidance, "Faint")),
                new TableCell(Quotes(element)),
                Paragraph(Cells),
                Choice(++_choices, "Self-assessment band", PackElement.Bands, element.Band),
                Paragraph(Cells, commentary),
            ],
            maySplit: element.Quotes.Sum(quote => quote.Decision.Quote.Length) + commentary.Length > LongestUnbroken
        );
    }

    private static IEnumerable<Paragraph> Quotes(PackElement element) =>
        element.Quotes.Count == 0
            ? [Paragraph(Cells, ("No evidence has been accepted yet.", "Faint"))]
            : element.Quotes.Select(quote =>
                Paragraph(Cells, (quote.Reference + ": ", "Strong"), ($"“{quote.Decision.Quote.Trim()}”", null))
            );

    private static TableRow DocumentRow(PackDocument document) =>
        Row(
            _documents,
            [
                Paragraph(Cells, (document.Reference, "Strong")),
                Paragraph(Cells, document.Title),
                Paragraph(Cells, document.Entry),
            ]
        );

    private static TableRow IndexRow(PackElement element, PackQuote quote)
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
        return Row(_index, [.. texts.Select(text => Paragraph(Cells, text))]);
    }

    private static SectionProperties PageSetup() =>
        new(
            new FooterReference { Type = HeaderFooterValues.Default, Id = "rId2" },
            new PageSize
            {
                Width = 16_838,
                Height = 11_906,
                Orient = PageOrientationValues.Landscape,
            },
            new PageMargin
            {
                Top = 850,
                Right = 850,
                Bottom = 850,
                Left = 850,
                Header = 400,
                Footer = 400,
                Gutter = 0,
            }
        );

    private Footer BuildFooter() =>
        new(
            new Paragraph(
                new ParagraphProperties(new ParagraphStyleId { Val = "Footer" }),
                Run(Title + " · page "),
                new SimpleField(Run("1")) { Instruction = "PAGE" }
            )
        );
}

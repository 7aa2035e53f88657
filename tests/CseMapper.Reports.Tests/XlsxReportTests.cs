using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using CseMapper.Decisions.Mapping;
using CseMapper.Matching.Suggestions;
using CseMapper.Reports.Xlsx;
using CseMapper.Testing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace CseMapper.Reports.Tests;

public sealed class XlsxReportTests
{
    private static readonly DocumentLinks _links = new(
        Path.Combine(Path.GetTempPath(), "policies"),
        Path.Combine(Path.GetTempPath(), "out")
    );

    [Theory]
    [InlineData(0)]
    [InlineData(57)]
    [InlineData(570)]
    [InlineData(-1)]
    public void TheWorkbookFollowsTheSchema(int suggestions)
    {
        MappingFile mapping = suggestions < 0 ? SampleMapping.Build() : SampleMapping.Generate(suggestions);
        using SpreadsheetDocument document = SpreadsheetDocument.Open(
            new MemoryStream(Bytes(mapping)),
            isEditable: false
        );

        IEnumerable<ValidationErrorInfo> errors = new OpenXmlValidator(
            DocumentFormat.OpenXml.FileFormatVersions.Office2019
        ).Validate(document, TestContext.Current.CancellationToken);

        Assert.Empty(errors.Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public void TheSheetsStandInTheOrderPeopleReadThem()
    {
        using SpreadsheetDocument document = Open(SampleMapping.Build());

        Assert.Equal(
            ["Summary", "Evidence", "Commentary", "Gaps", "Documents", "About"],
            document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Select(sheet => sheet.Name!.Value!)
        );
    }

    [Fact]
    public void EverySuggestionIsARowAndWeakOnesAreFilteredOut()
    {
        MappingFile mapping = SampleMapping.Build();
        using SpreadsheetDocument document = Open(mapping);

        List<Row> rows = [.. Rows(document, "Evidence").Where(row => row.RowIndex! > 3u)];

        MappingSuggestion[] suggestions = [.. mapping.Elements.SelectMany(entry => entry.Suggestions)];
        Assert.Equal(suggestions.Select(suggestion => suggestion.Id), rows.Select(row => Text(row, "N")));
        Assert.Equal(
            suggestions.Select(suggestion => suggestion.Strength == EvidenceStrength.Weak),
            rows.Select(row => row.Hidden?.Value ?? false)
        );
    }

    [Fact]
    public void MatchedWordsAreBoldAndTheQuoteIsWhole()
    {
        MappingFile mapping = SampleMapping.Build();
        using SpreadsheetDocument document = Open(mapping);

        Cell quote = Cell(Rows(document, "Evidence").First(row => Text(row, "A") == "1.1.1"), "H");

        Assert.Equal(mapping.Elements[0].Suggestions[0].Quote, quote.InlineString!.InnerText);
        Assert.Equal(
            ["customer groups", "needs"],
            quote
                .InlineString.Elements<Run>()
                .Where(run => run.RunProperties?.GetFirstChild<Bold>() is not null)
                .Select(run => run.Text!.Text)
        );
    }

    [Fact]
    public void TextsOfDocumentsAreNeverFormulas()
    {
        using SpreadsheetDocument document = Open(SampleMapping.Build());

        foreach (string sheet in (string[])["Evidence", "Gaps", "Documents", "About"])
        {
            Assert.All(
                Rows(document, sheet).SelectMany(row => row.Elements<Cell>()),
                cell => Assert.Null(cell.CellFormula)
            );
        }

        Assert.All(
            Rows(document, "Summary")
                .SelectMany(row => row.Elements<Cell>())
                .Select(cell => cell.CellFormula?.Text)
                .OfType<string>(),
            formula => Assert.Matches("^(SUM|COUNTIF|SUMPRODUCT)\\(", formula)
        );
    }

    [Fact]
    public void LinksLeadToTheDocumentAtItsPage()
    {
        using SpreadsheetDocument document = Open(SampleMapping.Build());
        WorksheetPart part = Part(document, "Evidence");

        Hyperlink link = part.Worksheet.Descendants<Hyperlink>().First();

        Assert.Equal("page=2", link.Location!.Value);
        Assert.Equal(
            "../policies/partly.pdf",
            part.HyperlinkRelationships.First(relationship => relationship.Id == link.Id).Uri.OriginalString
        );
        Assert.All(
            part.HyperlinkRelationships,
            relationship => Assert.StartsWith("../policies/", relationship.Uri.OriginalString, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void ReviewersChooseFromLists()
    {
        using SpreadsheetDocument document = Open(SampleMapping.Build());

        IEnumerable<string> lists = Part(document, "Evidence")
            .Worksheet.Descendants<DataValidation>()
            .Select(list => list.Formula1!.Text);

        Assert.Equal(["\"Accept,Reject,Unsure\"", "\"Full,Partial\""], lists);
    }

    [Fact]
    public void TheBytesDependOnTheMappingAlone()
    {
        byte[] first = Bytes(SampleMapping.Build());

        Assert.Equal(first, Bytes(SampleMapping.Build()));
        using ZipArchive zip = new(new MemoryStream(first));
        Assert.All(zip.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
        Assert.All(zip.Entries, entry => Assert.Equal(0, entry.ExternalAttributes));
    }

    [Fact]
    public void TheBytesAreTheSameInACultureThatWritesFiguresInAnotherWay()
    {
        byte[] first = Bytes(SampleMapping.Build());
#pragma warning disable RS0030 // The test is of what must not hang on it.
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        other.NumberFormat.NumberDecimalSeparator = ",";
        other.NumberFormat.NegativeSign = "~";
        try
        {
            CultureInfo.CurrentCulture = other;

            Assert.Equal(first, Bytes(SampleMapping.Build()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
#pragma warning restore RS0030
    }

    [Fact]
    public void ATextLongerThanACellIsCutWithAnEllipsis()
    {
        Suggestion suggestion = SampleMapping.Suggest(
            SampleMapping.Hash(1),
            "long",
            new string('x', 40_000),
            [],
            0.9,
            []
        );
        MappingFile mapping = MappingBuilder.Build(
            SampleMapping.Standard,
            SampleMapping.Documents(),
            [new ElementEvidence("1.1.1", EvidenceStrength.Strong, [suggestion])],
            "x"
        );
        using SpreadsheetDocument document = Open(mapping);

        string quote = Text(Rows(document, "Evidence").First(row => row.RowIndex! == 4u), "H");

        Assert.Equal(32_767, quote.Length);
        Assert.EndsWith("x…", quote, StringComparison.Ordinal);
    }

    [Fact]
    public void ACellWithNothingInItIsEmpty()
    {
        using SpreadsheetDocument document = Open(SampleMapping.Build());

        Cell[] cells =
        [
            .. ((string[])["Evidence", "Gaps", "Documents"])
                .SelectMany(sheet => Rows(document, sheet))
                .SelectMany(row => row.Elements<Cell>()),
        ];

        Assert.All(
            cells,
            cell => Assert.Equal(cell.CellValue is not null || cell.InnerText.Length > 0, cell.HasChildren)
        );
        Assert.Contains(cells, cell => !cell.HasChildren);
    }

    [Fact]
    public void CharactersOfTwoUnitsStayWholeInLongTexts()
    {
        string text = "x" + string.Concat(Enumerable.Repeat("\U0001F600", 16_000)) + "<&>\"\n\t\r";
        using MemoryStream stream = new();
        SheetXml xml = new(stream);

        xml.Raw("<t>"u8);
        xml.Text(text);
        xml.Raw("</t>"u8);
        xml.Flush();

        Assert.Equal(
            text,
            XElement.Parse(Encoding.UTF8.GetString(stream.ToArray()), LoadOptions.PreserveWhitespace).Value
        );
    }

    private static byte[] Bytes(MappingFile mapping)
    {
        using MemoryStream stream = new();
        XlsxReport.Write(mapping, _links, stream);
        return stream.ToArray();
    }

    private static SpreadsheetDocument Open(MappingFile mapping) =>
        SpreadsheetDocument.Open(new MemoryStream(Bytes(mapping)), isEditable: false);

    private static WorksheetPart Part(SpreadsheetDocument document, string sheet) =>
        (WorksheetPart)
            document.WorkbookPart!.GetPartById(
                document.WorkbookPart.Workbook.Sheets!.Elements<Sheet>().First(found => found.Name == sheet).Id!
            );

    private static IEnumerable<Row> Rows(SpreadsheetDocument document, string sheet) =>
        Part(document, sheet).Worksheet.Descendants<Row>();

    private static Cell Cell(Row row, string column) =>
        row.Elements<Cell>().First(cell => cell.CellReference! == column + row.RowIndex);

    private static string Text(Row row, string column) =>
        row.Elements<Cell>()
            .FirstOrDefault(cell => cell.CellReference! == column + row.RowIndex)
            ?.InlineString?.InnerText
        ?? "";
}

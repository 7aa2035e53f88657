using CseMapper.Reports.Packages;
using CseMapper.Reports.Xlsx;
using CseMapper.Reports.Xlsx.Sheets;

namespace CseMapper.Reports.Pack;

/// <summary>The pack's workbook: the assessor's sheet, the index of quotes, and the documents.</summary>
internal sealed class PackWorkbook(PackContent content)
{
    public const string Name = "evidence.xlsx";

    private const int HeaderRow = 3;
    private const int BandColumn = 5;

    private readonly SheetLayout _assessment = new(
        "Assessment",
        [
            new SheetColumn("Element", 9),
            new SheetColumn("What it asks for", 40),
            new SheetColumn("Guidance", 24),
            new SheetColumn("Show me: reference and evidence", 58),
            new SheetColumn("Tell me: reference", 24) { IsInput = true },
            new SheetColumn("Self-assessment band", 21) { IsInput = true },
            new SheetColumn("Commentary", 48) { IsInput = true },
        ]
    )
    {
        HeaderRow = HeaderRow,
        FrozenColumns = 1,
        IsLandscape = true,
        IsFirst = true,
        TabColour = "FF12344D",
    };

    private readonly SheetLayout _index = new(
        "Index",
        [
            new SheetColumn("Element", 9),
            new SheetColumn("Reference", 11),
            new SheetColumn("Document", 34),
            new SheetColumn("Page", 10),
            new SheetColumn("Clause", 12),
            new SheetColumn("Section", 34),
            new SheetColumn("Quote", 70),
        ]
    )
    {
        HeaderRow = HeaderRow,
        HasFilter = true,
        IsLandscape = true,
    };

    private readonly SheetLayout _documents = new(
        "Documents",
        [
            new SheetColumn("Reference", 11),
            new SheetColumn("Document", 50),
            new SheetColumn("File in this pack", 60),
            new SheetColumn("SHA-256", 68),
        ]
    )
    {
        HeaderRow = HeaderRow,
        IsLandscape = true,
    };

    public void Write(Stream stream) =>
        WorkbookParts.Write(
            stream,
            [
                new WrittenSheet(_assessment, WriteAssessment),
                new WrittenSheet(_index, WriteIndex) { FilterRange = IndexRange },
                new WrittenSheet(_documents, WriteDocuments),
            ],
            new PackageProperties(Title, content.Mapping.Generator) { Application = XlsxReport.Application }
        );

    private string Title => DisplayText.OneLine(content.Mapping.Standard.Title) + ": evidence for the assessor";

    private string IndexRange =>
        FormattableString.Invariant(
            $"$A${HeaderRow}:$G${HeaderRow + Math.Max(1, content.Elements.Sum(element => element.Quotes.Count))}"
        );

    private void WriteAssessment(SheetWriter sheet)
    {
        Begin(sheet, Title, "References lead to the sheet Documents and to the files in the folder documents.");
        foreach (PackElement element in content.Elements)
        {
            sheet.Write([
                Cell.Of(CellStyle.Strong, element.Entry.Number),
                Cell.Of(CellStyle.Text, element.Entry.Wording),
                Cell.Of(CellStyle.Text, element.Guidance),
                Cell.Of(
                    CellStyle.Text,
                    string.Join(
                        "\n\n",
                        element.Quotes.Select(quote => $"{quote.Reference}: “{quote.Decision.Quote.Trim()}”")
                    )
                ),
                Cell.Empty(CellStyle.InputText),
                SheetCells.Input(CellStyle.InputWord, element.Band),
                SheetCells.Input(CellStyle.InputText, element.Entry.Commentary?.Text ?? ""),
            ]);
        }

        sheet.EndData();
        sheet.Add(
            SheetRules.Lists(
                SheetRules.List(
                    SheetRules.Below(BandColumn, HeaderRow, sheet.Row),
                    PackElement.Bands,
                    "Where you see yourselves. What stands here follows from what reviewers said their evidence proves."
                )
            )
        );
        sheet.End(Title);
    }

    private void WriteIndex(SheetWriter sheet)
    {
        Begin(
            sheet,
            "Index: every quote with its place",
            "Pages of Word documents are where the word processor last broke them."
        );
        foreach (PackElement element in content.Elements)
        {
            foreach (PackQuote quote in element.Quotes)
            {
                sheet.Write([
                    Cell.Of(CellStyle.Strong, element.Entry.Number),
                    Cell.Of(CellStyle.Text, quote.Document.Reference),
                    Cell.Of(CellStyle.Text, quote.Document.Title),
                    Cell.Of(CellStyle.Text, quote.Page),
                    Cell.Of(CellStyle.Text, quote.Clause),
                    Cell.Of(CellStyle.Text, quote.Section),
                    Cell.Of(CellStyle.Text, quote.Decision.Quote),
                ]);
            }
        }

        sheet.EndData();
        sheet.Add(SheetRules.Filter(IndexRange));
        sheet.End(Title);
    }

    private void WriteDocuments(SheetWriter sheet)
    {
        Begin(
            sheet,
            "Documents in this pack",
            "Each cited document once; the checksum shows that it is the one that was read."
        );
        foreach (PackDocument document in content.Documents)
        {
            sheet.Write([
                Cell.Of(CellStyle.Strong, document.Reference),
                Cell.Of(CellStyle.Text, document.Title),
                Cell.Of(CellStyle.Text, document.Entry),
                Cell.Of(CellStyle.Text, document.Hash),
            ]);
        }

        sheet.EndData();
        sheet.End(Title);
    }

    private static void Begin(SheetWriter sheet, string title, string hint)
    {
        sheet.Begin();
        sheet.Write([Cell.Of(CellStyle.Title, title)], height: 24);
        sheet.Write([Cell.Of(CellStyle.Hint, hint)], height: 18);
        sheet.WriteHeadings();
    }
}

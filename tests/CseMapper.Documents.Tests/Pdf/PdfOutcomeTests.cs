using System.Globalization;
using System.Text;
using CseMapper.Documents.Pdf;

namespace CseMapper.Documents.Tests.Pdf;

public sealed class PdfOutcomeTests
{
    private const string Picture = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q";

    [Fact]
    public void TextBecomesBlocksWithTheirPlace()
    {
        IngestResult result = Read(
            "BT /F1 18 Tf 60 780 Td (1. Complaints) Tj /F1 11 Tf 0 -40 Td (Every complaint is answered within "
                + "ten working days by an officer who) Tj 0 -14 Td (was not involved.) Tj ET"
        );
        Assert.Equal(ReadStatus.Read, result.Status);
        Assert.Collection(
            result.Document!.Blocks,
            block => Assert.Equal(("1", "Complaints"), (((HeadingBlock)block).Number, ((HeadingBlock)block).Text)),
            block =>
                Assert.Equal(
                    "Every complaint is answered within ten working days by an officer who was not involved.",
                    ((TextBlock)block).Text
                )
        );
        BlockLocation place = result.Document.Blocks[1].Location;
        Assert.Equal(1, place.Page);
        Assert.InRange(place.Box!.Value.Top, 85, 100);
        Assert.InRange(place.Box.Value.Left, 59, 61);
    }

    [Fact]
    public void AScanNeedsRecognitionAndSaysSo()
    {
        IngestResult result = Read(Picture);
        Assert.Equal(ReadStatus.NeedsOcr, result.Status);
        Assert.Contains("scan", Assert.Single(result.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AScannedPageAmongOthersIsNamed()
    {
        IngestResult result = Read(
            "BT /F1 11 Tf 60 780 Td (Complaints are answered within ten working days.) Tj ET",
            Picture
        );
        Assert.Equal(ReadStatus.PartlyRead, result.Status);
        IngestProblem problem = Assert.Single(result.Problems);
        Assert.Equal(2, problem.Page);
        Assert.StartsWith("Page 2 is a picture", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatIsNoPdfIsUnreadableWithAReason()
    {
        using MemoryStream stream = new(Encoding.ASCII.GetBytes("this is no document"));
        IngestResult result = new PdfReader().Read(stream, ReadOptions.Default, TestContext.Current.CancellationToken);
        Assert.Equal(ReadStatus.Unreadable, result.Status);
        Assert.NotEmpty(Assert.Single(result.Problems).Message);
    }

    [Fact]
    public void AFileLargerThanTheLimitIsNotRead()
    {
        using MemoryStream stream = new(new byte[2_000_000]);
        IngestResult result = new PdfReader().Read(
            stream,
            ReadOptions.Default with
            {
                MaxFileBytes = 1_000_000,
            },
            TestContext.Current.CancellationToken
        );
        Assert.Equal(ReadStatus.Unreadable, result.Status);
    }

    [Fact]
    public void TextIsWrittenLineByLineWithPagesEndedByFormFeed()
    {
        IngestResult result = Read(
            "BT /F1 11 Tf 14 TL 60 780 Td (First line) Tj T* (second line) Tj ET",
            "BT /F1 11 Tf 60 780 Td (Next page) Tj ET"
        );
        StringWriter text = new();
        ExtractWriter.WriteText(result.Document!, text);
        Assert.Equal("First line\nsecond line\n\fNext page\n\f", text.ToString());
    }

    [Fact]
    public void BlocksAreWrittenOneALineAsJson()
    {
        IngestResult result = Read("BT /F1 11 Tf 60 780 Td (Answered \"in time\".) Tj ET");
        StringWriter text = new();
        ExtractWriter.WriteJsonLines(result.Document!, text);
        string line = Assert.Single(text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith(
            """{"type":"text","text":"Answered \"in time\".","page":1,"box":[60,""",
            line,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void AttachedFilesAreNamedAndTheDocumentIsRead()
    {
        IngestResult result = Read(
            Write(
                ["BT /F1 11 Tf 60 780 Td (The policy.) Tj ET"],
                "/Names<</EmbeddedFiles<</Names[(a)<</F(annex.docx)>>]>>>>"
            )
        );
        Assert.Equal(ReadStatus.Read, result.Status);
        Assert.Contains("annex.docx", Assert.Single(result.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OfAPortfolioOnlyThePagesAreRead() =>
        Assert.Equal(
            ReadStatus.PartlyRead,
            Read(
                Write(
                    ["BT /F1 11 Tf 60 780 Td (Cover.) Tj ET"],
                    "/Collection<<>>/Names<</EmbeddedFiles<</Names[(a)<</F(annex.docx)>>]>>>>"
                )
            ).Status
        );

    [Fact]
    public void WhateverStandsBeforeTheHeaderTheFileIsReadWithoutAWord()
    {
        byte[] file = Write(["BT /F1 11 Tf 60 780 Td (The policy.) Tj ET"]);
        IngestResult behind = Read([.. Encoding.ASCII.GetBytes(new string('~', 1 << 20)), .. file]);
        Array.Clear(file, 0, 8);
        IngestResult zeroed = Read(file);
        Assert.Equal((ReadStatus.Read, ReadStatus.Read), (behind.Status, zeroed.Status));
        Assert.Equal(["The policy.", "The policy."], [Text(behind), Text(zeroed)]);
        Assert.Empty(behind.Problems);
    }

    [Fact]
    public void PagesWithTextUnderADrawnBoxAreNamedTogetherAndTheDocumentIsRead()
    {
        const string Redacted = "BT /F1 11 Tf 60 780 Td (Jo Example) Tj ET 0 g 50 770 200 30 re f";
        IngestResult result = Read(Redacted, "BT /F1 11 Tf 60 780 Td (The policy.) Tj ET", Redacted);
        Assert.Equal(ReadStatus.Read, result.Status);
        IngestProblem problem = Assert.Single(result.Problems);
        Assert.True(problem.TellsOfCoveredText);
        Assert.StartsWith("Pages 1 and 3: text lies under a drawn box", problem.Message, StringComparison.Ordinal);
        Assert.Equal([true, false, true], result.Document!.Blocks.Select(block => block.IsCovered));
    }

    private static string Text(IngestResult result) => ((TextBlock)Assert.Single(result.Document!.Blocks)).Text;

    private static IngestResult Read(params string[] pages) => Read(Write(pages));

    private static IngestResult Read(byte[] file)
    {
        using MemoryStream stream = new(file);
        return new PdfReader().Read(
            stream,
            ReadOptions.Default with
            {
                KeepsPageTexts = true,
            },
            TestContext.Current.CancellationToken
        );
    }

    /// <summary>A PDF with these content streams as its pages, Helvetica as F1.</summary>
    private static byte[] Write(string[] pages, string catalog = "")
    {
        List<string> objects =
        [
            $"<</Type/Catalog/Pages 2 0 R{catalog}>>",
            "",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        ];
        StringBuilder kids = new();
        foreach (string page in pages)
        {
            kids.Append(CultureInfo.InvariantCulture, $"{objects.Count + 1} 0 R ");
            objects.Add(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents "
                    + $"{objects.Count + 2} 0 R>>"
            );
            objects.Add($"<</Length {page.Length}>>\nstream\n{page}\nendstream");
        }

        objects[1] = $"<</Type/Pages/Count {pages.Length}/Kids[{kids}]>>";
        StringBuilder file = new("%PDF-1.7\n");
        List<int> places = [];
        for (int i = 0; i < objects.Count; i++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        int table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (int place in places)
            file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        file.Append(
            CultureInfo.InvariantCulture,
            $"trailer\n<</Size {objects.Count + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n"
        );
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}

using CseMapper.Documents.Word;
using static CseMapper.Documents.Tests.Word.SmallWordFile;

namespace CseMapper.Documents.Tests.Word;

public sealed class WordReaderTests
{
    private const string PageBreak = "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>";

    private const string Footnote = "<w:footnote w:id=\"2\"><w:p><w:r><w:t>note</w:t></w:r></w:p></w:footnote>";

    [Fact]
    public void TrackedChangesMarkTheirBlockAndAreCounted()
    {
        SourceDocument document = Reading.Of(
            new SmallWordFile(
                $"<w:p>{R("within ")}<w:del w:id=\"1\"><w:r><w:delText>20</w:delText></w:r></w:del><w:ins "
                    + $"w:id=\"2\">{R("10")}</w:ins>{R(" working days")}</w:p>{P("Settled.")}"
            )
        );
        Assert.Equal([true, false], document.Blocks.Select(block => block.HasUnacceptedChanges));
        Assert.Equal(2, document.UnacceptedChangeCount);
    }

    [Fact]
    public void AChangedCellMarksItsTable()
    {
        SourceDocument document = Reading.Of(
            new SmallWordFile(
                $"<w:tbl><w:tr><w:tc>{P("A")}</w:tc><w:tc>{P("B")}</w:tc></w:tr><w:tr><w:tc>{P("C")}"
                    + $"</w:tc><w:tc><w:p><w:ins w:id=\"1\">{R("D")}</w:ins></w:p></w:tc></w:tr></w:tbl>"
            )
        );
        Assert.True(Assert.Single(document.Blocks).HasUnacceptedChanges);
    }

    [Fact]
    public void AMoveIsOneChange()
    {
        SourceDocument document = Reading.Of(
            new SmallWordFile(
                $"<w:p><w:moveFrom w:id=\"1\">{R("a")}</w:moveFrom>{R("b")}</w:p><w:p><w:moveTo w:id=\"2\">"
                    + $"{R("a")}</w:moveTo></w:p>"
            )
        );
        Assert.Equal(1, document.UnacceptedChangeCount);
    }

    [Fact]
    public void HiddenWordsAreLeftOutAndCommentsCounted()
    {
        SourceDocument document = Reading.Of(
            new SmallWordFile($"<w:p>{R("Shown")}{R(" two words", "<w:vanish/>")}</w:p>").Comments(
                $"<w:comment w:id=\"1\">{P("Why?")}</w:comment><w:comment w:id=\"2\">{P("Because.")}</w:comment>"
            )
        );
        Assert.Equal(2, document.CommentCount);
        Assert.Equal("Shown", Assert.IsType<TextBlock>(Assert.Single(document.Blocks)).Text);
    }

    [Fact]
    public void HeadersAndFootersThatArePrintedStandApart()
    {
        const string Section =
            "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"h1\"/><w:headerReference w:type=\"first\" "
            + "r:id=\"h2\"/><w:headerReference w:type=\"even\" r:id=\"h3\"/><w:footerReference w:type=\"default\" "
            + "r:id=\"f1\"/></w:sectPr>";
        SourceDocument document = Reading.Of(
            new SmallWordFile(P("Text") + Section)
                .Header("h1", P("Version 2"))
                .Header("h2", P("First"))
                .Header("h3", P("Even"))
                .Footer("f1", P("Review: May 2027"))
        );
        Assert.Equal(
            [(BlockRole.Header, "Version 2"), (BlockRole.Body, "Text"), (BlockRole.Footer, "Review: May 2027")],
            document.Blocks.Select(block => (block.Role, ((TextBlock)block).Text))
        );
    }

    [Fact]
    public void AFirstPageHeaderIsReadWhereTheSectionHasATitlePage()
    {
        SourceDocument document = Reading.Of(
            new SmallWordFile(
                P("Text") + "<w:sectPr><w:headerReference w:type=\"first\" r:id=\"h1\"/><w:titlePg/></w:sectPr>"
            ).Header("h1", P("First"))
        );
        Assert.Equal(BlockRole.Header, document.Blocks[0].Role);
    }

    [Fact]
    public void AHeaderOfSeveralSectionsIsReadOnce()
    {
        const string Section = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"h1\"/></w:sectPr>";
        SourceDocument document = Reading.Of(
            new SmallWordFile($"<w:p><w:pPr>{Section}</w:pPr>{R("One")}</w:p>{P("Two")}{Section}").Header(
                "h1",
                P("Header")
            )
        );
        Assert.Single(document.Blocks, block => block.Role == BlockRole.Header);
    }

    [Fact]
    public void NotesAndTextBoxesHaveTheirRoles()
    {
        SourceDocument document = Reading.Of(
            new SmallWordFile(
                $"<w:p>{R("Text")}<w:r><w:footnoteReference "
                    + $"w:id=\"2\"/></w:r><w:r><w:pict><v:shape><v:textbox><w:txbxContent>{P("Box")}"
                    + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
            ).Footnotes(Footnote)
        );
        Assert.Equal([BlockRole.Body, BlockRole.Note, BlockRole.Aside], document.Blocks.Select(block => block.Role));
    }

    [Fact]
    public void TablesOfContentsAreMarked()
    {
        const string Begin =
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>TOC "
            + "\\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
        SourceDocument document = Reading.Of(
            new SmallWordFile(
                "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of "
                    + $"Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent>{P("Contents")}</w:sdtContent></w:sdt>"
                    + $"<w:p>{Begin}{R("Purpose 3")}</w:p><w:p>{R("Scope 4")}<w:r><w:fldChar "
                    + $"w:fldCharType=\"end\"/></w:r></w:p>{P("Text")}"
            )
        );
        Assert.Equal(
            [BlockRole.Contents, BlockRole.Contents, BlockRole.Contents, BlockRole.Body],
            document.Blocks.Select(block => block.Role)
        );
    }

    [Fact]
    public void ATableOfContentsWithoutAnEndDoesNotTakeInTheDocument()
    {
        SourceDocument document = Reading.Of(
            new SmallWordFile(
                "<w:p><w:r><w:fldChar "
                    + "w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar "
                    + $"w:fldCharType=\"separate\"/></w:r>{R("Purpose 3")}</w:p>{P("Text")}"
            )
        );
        Assert.All(document.Blocks, block => Assert.Equal(BlockRole.Body, block.Role));
    }

    [Fact]
    public void AFieldWithoutAnEndSwallowsNothing() =>
        Assert.Equal(
            "One\nTwo\nThree",
            Reading.TextOf(
                Reading.Of(
                    new SmallWordFile(
                        $"{P("One")}<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>{R("Two")}</w:p>{P("Three")}"
                    ).ToBytes()
                )
            )
        );

    [Fact]
    public void PagesAreCountedByTheBreaksWordLeft()
    {
        SourceDocument document = Reading.Of(
            new SmallWordFile(
                $"{P("One")}{PageBreak}"
                    + "<w:p><w:r><w:lastRenderedPageBreak/><w:t>Two</w:t></w:r></w:p><w:p><w:r><w:t>still "
                    + $"two</w:t><w:lastRenderedPageBreak/><w:t>three</w:t></w:r></w:p>{P("Three")}"
            )
        );
        Assert.Equal([1, 2, 2, 3], document.Blocks.Select(block => block.Location.Page));
        Assert.All(document.Blocks, block => Assert.True(block.Location.IsPageApproximate));
    }

    [Fact]
    public void WithoutThoseTheAuthorsBreaksCount()
    {
        SourceDocument document = Reading.Of(
            new SmallWordFile(
                $"{P("One")}{PageBreak}{P("Two")}<w:p><w:pPr><w:sectPr/></w:pPr></w:p>{P("Three")}"
                    + "<w:p><w:pPr><w:sectPr><w:type w:val=\"continuous\"/></w:sectPr></w:pPr></w:p>"
                    + $"{P("Four", "<w:pageBreakBefore/>")}<w:sectPr><w:type w:val=\"continuous\"/></w:sectPr>"
            )
        );
        Assert.Equal([1, 2, 2, 3], document.Blocks.Select(block => block.Location.Page));
    }

    [Fact]
    public void RowsKnowTheirPage()
    {
        SourceDocument document = Reading.Of(
            new SmallWordFile(
                $"<w:tbl><w:tr><w:tc>{P("A")}</w:tc><w:tc>{P("B")}"
                    + "</w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>C</w:t><w:lastRenderedPageBreak/></w:r></w:p>"
                    + "</w:tc><w:tc>"
                    + $"{P("D")}</w:tc></w:tr><w:tr><w:tc>{P("E")}</w:tc><w:tc>{P("F")}</w:tc></w:tr></w:tbl>"
            )
        );
        Assert.Equal([1, 1, 2], Assert.IsType<TableBlock>(Assert.Single(document.Blocks)).Rows.Select(row => row.Page));
    }

    [Fact]
    public void PropertiesAreHandedOn()
    {
        SmallWordFile file = new SmallWordFile(P("Text"))
            .PackagePart(
                "docProps/core.xml",
                "application/vnd.openxmlformats-package.core-properties+xml",
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "<cp:coreProperties "
                    + "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
                    + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>Complaints "
                    + "Policy</dc:title><dc:creator/></cp:coreProperties>"
            )
            .PackagePart(
                "docProps/custom.xml",
                "application/vnd.openxmlformats-officedocument.custom-properties+xml",
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties",
                "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" "
                    + "xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\"><property "
                    + "name=\"Review date\"><vt:lpwstr>May 2027</vt:lpwstr></property></Properties>"
            );
        SourceDocument document = Reading.Of(file);
        Assert.Equal("Complaints Policy", document.Properties["title"]);
        Assert.Equal("May 2027", document.Properties["Review date"]);
        Assert.False(document.Properties.ContainsKey("creator"));
    }

    [Fact]
    public void MacrosAreNoted()
    {
        IngestResult result = Reading.Of(
            new SmallWordFile(P("Text"))
                .OfType("application/vnd.ms-word.document.macroEnabled.main+xml")
                .Part(
                    "word/vbaProject.bin",
                    "application/vnd.ms-office.vbaProject",
                    "http://schemas.microsoft.com/office/2006/relationships/vbaProject",
                    "x"
                )
                .ToBytes()
        );
        Assert.Equal(ReadStatus.Read, result.Status);
        Assert.Contains("macros", Assert.Single(result.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ADocumentOfPicturesNeedsTextRecognition() =>
        Assert.Equal(
            ReadStatus.NeedsOcr,
            Reading
                .Of(new SmallWordFile("<w:p/>").Part("word/media/image1.png", "image/png", "image", "x").ToBytes())
                .Status
        );

    [Fact]
    public void AnEmptyDocumentHasTheStatusOfAnyFileWithoutWords()
    {
        IngestResult result = Reading.Of(new SmallWordFile("<w:p/>").ToBytes());
        Assert.Equal(
            (ReadStatus.Unreadable, "There are no words in this file."),
            (result.Status, Assert.Single(result.Problems).Message)
        );
    }

    [Fact]
    public void CancellationPasses()
    {
        using MemoryStream stream = new MemoryStream(new SmallWordFile(P("Text")).ToBytes());
        Assert.Throws<OperationCanceledException>(() =>
            new WordReader().Read(stream, ReadOptions.Default, new CancellationToken(canceled: true))
        );
    }
}

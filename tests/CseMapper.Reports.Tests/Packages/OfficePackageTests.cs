using System.IO.Compression;
using System.Text;
using CseMapper.Reports.Packages;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CseMapper.Reports.Tests.Packages;

public sealed class OfficePackageTests
{
    [Fact]
    public void PartsStandInTheOrderInWhichTheyWereAdded()
    {
        using ZipArchive zip = new(new MemoryStream(Write("words")));

        Assert.Equal(
            ["[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml"],
            zip.Entries.Select(entry => entry.FullName)
        );
    }

    [Fact]
    public void LineEndsAreWrittenAsTheyAreOnEveryMachine()
    {
        using ZipArchive zip = new(new MemoryStream(Write("one\ntwo\rthree")));
        using StreamReader part = new(zip.GetEntry("word/document.xml")!.Open(), Encoding.UTF8);

        Assert.Contains("one\ntwo&#xD;three", part.ReadToEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void OpenXmlFindsTheMainPartAndTheTitle()
    {
        using WordprocessingDocument document = WordprocessingDocument.Open(
            new MemoryStream(Write("words")),
            isEditable: false
        );

        Assert.Equal("words", document.MainDocumentPart!.Document!.InnerText);
        Assert.Equal("Title", document.PackageProperties.Title);
    }

    private static byte[] Write(string text)
    {
        using MemoryStream stream = new();
        OfficePackage.Write(
            stream,
            new CseMapper.Reports.Packages.PackageProperties("Title", "Creator"),
            [new("word/document.xml", "wordprocessingml.document.main")],
            package => package.Add("word/document.xml", new Document(new Body(new Paragraph(new Run(new Text(text))))))
        );
        return stream.ToArray();
    }
}

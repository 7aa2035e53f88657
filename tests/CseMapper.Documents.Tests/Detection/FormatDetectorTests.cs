using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using CseMapper.Documents.Detection;
using CseMapper.Documents.Tests.Containers;
using CseMapper.Testing;

namespace CseMapper.Documents.Tests.Detection;

public sealed class FormatDetectorTests
{
    private const string WordMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    [Theory]
    [InlineData(WordMain, FileFormat.WordOpenXml)]
    [InlineData("application/vnd.ms-word.document.macroEnabled.main+xml", FileFormat.WordOpenXml)]
    [InlineData(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        FileFormat.WordOpenXml
    )]
    [InlineData("application/vnd.ms-word.template.macroEnabledTemplate.main+xml", FileFormat.WordOpenXml)]
    [InlineData(
        "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
        FileFormat.Presentation
    )]
    [InlineData("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", FileFormat.Spreadsheet)]
    [InlineData("application/vnd.ms-excel.sheet.binary.macroEnabled.main", FileFormat.Unknown)]
    public void AnOfficePackageIsToldByTheContentTypeOfItsMainPart(string contentType, FileFormat expected) =>
        Assert.Equal(
            expected,
            Detect(
                Zip(("[Content_Types].xml", $"<Types><Override PartName='/a' ContentType='{contentType}'/></Types>")),
                "x.bin"
            ).Format
        );

    [Fact]
    public void AWordDocumentThatEmbedsAWorkbookIsAWordDocument() =>
        Assert.Equal(
            FileFormat.WordOpenXml,
            Detect(
                Zip(
                    (
                        "[Content_Types].xml",
                        $"{WordMain} application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                    ),
                    ("xl/a.xml", "")
                ),
                "x"
            ).Format
        );

    [Fact]
    public void APackageWithoutItsListOfPartsIsToldByItsParts() =>
        Assert.Equal(FileFormat.WordOpenXml, Detect(Zip(("word/document.xml", "")), "x.zip").Format);

    [Fact]
    public void APdfThatHasLostItsBeginningIsToldByItsParts()
    {
        byte[] file = LayeredPdf.Of(["What is left of it can be read."]);
        Array.Clear(file, 0, 9);

        Assert.Equal(FileFormat.Pdf, Detect(file, "policy.PDF").Format);
        Assert.Equal(FileFormat.Pdf, Detect(file, "policy").Format);
        Assert.Equal(FileFormat.Unknown, Detect(file, "policy.bin").Format);
        Assert.Equal(FileFormat.Pdf, Detect([.. file, .. new byte[5000]], "policy.pdf").Format);
        Assert.Equal(FileFormat.Pdf, Detect([.. file.Where(b => b != (byte)'x')], "policy.pdf").Format);
        Assert.Equal(FileFormat.Unknown, Detect([.. file.Where(b => b != (byte)'j')], "policy.pdf").Format);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n")]
    [InlineData("<html><body>Forwarded by the gateway</body></html>\n")]
    [InlineData("\0\0\0\0\0\0\0\0\0\0\0\0\0")]
    [InlineData("MZ\u0090\0\u0003\0")]
    [InlineData("\u0007\u0013\u00FE\u0090\u0001")]
    public void WhateverStandsBeforeAPdfItIsOne(string junk)
    {
        byte[] before = Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat(junk, (1 << 20) / junk.Length)));
        Assert.Equal(
            FileFormat.Pdf,
            Detect([.. before, .. LayeredPdf.Of(["All of it is there."])], "policy.pdf").Format
        );
    }

    [Fact]
    public void APackageThatHasLostItsDirectoryIsToldByItsEntries()
    {
        byte[] whole = Zip(("a.txt", "a"), ("word/document.xml", "<a/>"));
        Assert.Equal(FileFormat.WordOpenXml, Detect(whole[..^60], "policy.zip").Format);
    }

    [Theory]
    [InlineData("application/vnd.oasis.opendocument.text", FileFormat.OpenDocumentText)]
    [InlineData("application/vnd.oasis.opendocument.text-template", FileFormat.OpenDocumentText)]
    [InlineData("application/vnd.oasis.opendocument.spreadsheet", FileFormat.OpenDocumentSpreadsheet)]
    [InlineData("application/epub+zip", FileFormat.Unknown)]
    public void AnOpenDocumentIsToldByItsMimeType(string mime, FileFormat expected) =>
        Assert.Equal(expected, Detect(Zip(("mimetype", mime)), "x.docx").Format);

    [Fact]
    public void AnEncryptedOpenDocumentNeedsItsPassword()
    {
        byte[] zip = Zip(
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            ("META-INF/manifest.xml", "<m:encryption-data/>")
        );
        Assert.Equal(ReadStatus.NeedsPassword, Detect(zip, "x.odt").Refusal?.Status);
    }

    [Theory]
    [InlineData("EncryptedPackage", "x.docx", FileFormat.WordOpenXml, "a Word document", true)]
    [InlineData("EncryptedPackage", "x.xlsx", FileFormat.Spreadsheet, "an Excel workbook", true)]
    [InlineData("EncryptedPackage", "x.pptx", FileFormat.Presentation, "a PowerPoint presentation", true)]
    [InlineData("Workbook", "x.doc", FileFormat.SpreadsheetBinary, "an Excel workbook of 97 to 2003", false)]
    [InlineData(
        "PowerPoint Document",
        "x.doc",
        FileFormat.PresentationBinary,
        "a PowerPoint presentation of 97 to 2003",
        false
    )]
    [InlineData("__properties_version1.0", "x.msg", FileFormat.Email, "an Outlook message", false)]
    [InlineData("Something", "x.ole", FileFormat.Unknown, "an Office file of an unknown kind", false)]
    public void ACompoundFileIsToldByItsStreams(
        string stream,
        string name,
        FileFormat format,
        string inWords,
        bool isEncrypted
    )
    {
        DetectedFormat found = Detect(SmallCompoundFile.With(stream, new byte[4096]), name);
        Assert.Equal((format, inWords, isEncrypted), (found.Format, found.Name, found.NeedsPassword));
    }

    [Theory]
    [InlineData(0xA5EC, 0xC1, 0, FileFormat.WordBinary, false)]
    [InlineData(0xA5EC, 0xC1, 0x0100, FileFormat.WordBinary, true)]
    [InlineData(0xA5DC, 0x68, 0, FileFormat.Unknown, false)]
    [InlineData(0xA5EC, 0x68, 0, FileFormat.Unknown, false)]
    public void AnOldWordDocumentIsToldByItsInformationBlock(
        int identity,
        int version,
        int flags,
        FileFormat expected,
        bool isEncrypted
    )
    {
        byte[] content = new byte[4096];
        BinaryPrimitives.WriteUInt16LittleEndian(content, (ushort)identity);
        BinaryPrimitives.WriteUInt16LittleEndian(content.AsSpan(2), (ushort)version);
        BinaryPrimitives.WriteUInt16LittleEndian(content.AsSpan(10), (ushort)flags);
        DetectedFormat found = Detect(SmallCompoundFile.With("WordDocument", content), "x.doc");
        Assert.Equal((expected, isEncrypted), (found.Format, found.NeedsPassword));
    }

    [Theory]
    [InlineData("%PDF-1.7\n", "x.docx", FileFormat.Pdf)]
    [InlineData("junk before\r\n%PDF-1.4", "x.pdf", FileFormat.Pdf)]
    [InlineData(@"{\rtf1\ansi Text}", "x.doc", FileFormat.RichText)]
    [InlineData("Our promise to customers.", "x.txt", FileFormat.PlainText)]
    [InlineData("Our promise to customers.", "x.docx", FileFormat.PlainText)]
    [InlineData("# Our promise", "x.md", FileFormat.Markdown)]
    [InlineData("element\tdocument\n1.1.1\tPolicy.docx\n", "expected.tsv", FileFormat.SeparatedValues)]
    [InlineData("<!DOCTYPE html><title>x</title>", "x.doc", FileFormat.Html)]
    [InlineData("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>", "x", FileFormat.Html)]
    [InlineData("<p>Text</p>", "x", FileFormat.Html)]
    public void TextualFormatsAreToldByTheirStart(string content, string name, FileFormat expected) =>
        Assert.Equal(expected, Detect(Encoding.UTF8.GetBytes(content), name).Format);

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void WideTextIsText(string encoding)
    {
        Encoding wide = Encoding.GetEncoding(encoding);
        Assert.Equal(
            FileFormat.PlainText,
            Detect([.. wide.GetPreamble(), .. wide.GetBytes("Our promise to customers")], "x.txt").Format
        );
    }

    [Fact]
    public void WideTextWithoutItsMarkIsText() =>
        Assert.Equal(
            FileFormat.PlainText,
            Detect(Encoding.Unicode.GetBytes("Our promise to customers"), "x.txt").Format
        );

    [Theory]
    [InlineData("474946383961", "a picture (GIF)")]
    [InlineData("424D460000000000000036000000", "a picture (BMP)")]
    [InlineData("5249464600000000574542505650", "a picture (WebP)")]
    [InlineData("00000018667479706865696300", "a picture (HEIC)")]
    [InlineData("000000186674797069736F6D00", "a video (MP4)")]
    [InlineData("4D5A90000300", "a program")]
    [InlineData("7F454C46", "a program")]
    [InlineData("526172211A07", "a RAR archive")]
    [InlineData("377ABCAF271C", "a 7-Zip archive")]
    [InlineData("DBA52D000000", "a document of a Word version before 97")]
    [InlineData("31BE0000", "a document of a Word version before 97")]
    [InlineData("FF575043", "a WordPerfect document")]
    [InlineData("4C0000000114020000", "a Windows shortcut")]
    [InlineData("0005160700020000", "a companion file that a Mac keeps beside the document")]
    [InlineData("", "an empty file")]
    [InlineData("000102030405060708", "a file of an unknown kind")]
    public void WhatIsNotReadIsNamed(string hex, string expected)
    {
        byte[] content = Convert.FromHexString(hex);
        Array.Resize(ref content, content.Length == 0 ? 0 : Math.Max(content.Length, 64));
        DetectedFormat found = Detect(content, "policy.docx");
        Assert.Equal((FileFormat.Unknown, expected), (found.Format, found.Name));
        Assert.StartsWith(
            $"This is {expected}, which is not read.",
            Assert.Single(found.Refusal!.Problems).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("FFD8FFE0", "a picture (JPEG)")]
    [InlineData("89504E470D0A1A0A", "a picture (PNG)")]
    [InlineData("49492A00", "a picture (TIFF)")]
    public void PicturesThatMayShowTextAreToldByTheirFirstBytes(string hex, string expected)
    {
        DetectedFormat found = Detect(Convert.FromHexString(hex), "notice.dat");
        Assert.Equal((FileFormat.Picture, expected), (found.Format, found.Name));
    }

    [Theory]
    [InlineData("From: a@b.org\nTo: c@d.org\nSubject: x\nMIME-Version: 1.0\n\ntext", "mail", FileFormat.Email)]
    [InlineData("Delivered-To: c@d.org\r\nDate: Mon, 4 Mar 2024 10:11:12 +0000\r\n\r\ntext", "x.eml", FileFormat.Email)]
    [InlineData("MIME-Version: 1.0\nContent-Type: multipart/related\nDate: x\n\n", "x.mht", FileFormat.Email)]
    [InlineData("From: the council\nTo: all customers\n\nOur promise.", "letter.txt", FileFormat.PlainText)]
    [InlineData("Subject: complaints\nWe answer within ten days.", "notes.txt", FileFormat.PlainText)]
    public void MessagesAreToldByTheLinesTheyBeginWith(string content, string name, FileFormat expected) =>
        Assert.Equal(expected, Detect(Encoding.UTF8.GetBytes(content), name).Format);

    [Theory]
    [InlineData("Index/Document.iwa", "a document of Apple's Pages, Numbers or Keynote")]
    [InlineData("META-INF/MANIFEST.MF", "a Java program")]
    [InlineData("readme.txt", "a zip archive")]
    public void ArchivesThatHoldNoDocumentAreNamed(string entry, string expected) =>
        Assert.Equal(expected, Detect(Zip((entry, "x")), "x.zip").Name);

    [Fact]
    public void ALockFileIsNamed() =>
        Assert.Contains("lock file", Detect(new byte[162], "~$policy.docx").Name, StringComparison.Ordinal);

    [Fact]
    public void ThePositionOfTheStreamIsLeftAlone()
    {
        using MemoryStream stream = new MemoryStream("%PDF-1.7"u8.ToArray()) { Position = 3 };
        FormatDetector.Detect(stream, "x");
        Assert.Equal(3, stream.Position);
    }

    private static DetectedFormat Detect(byte[] content, string name)
    {
        using MemoryStream stream = new MemoryStream(content);
        return FormatDetector.Detect(stream, name);
    }

    private static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using MemoryStream stream = new MemoryStream();
        using (ZipArchive zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string content) in entries)
            {
                using Stream entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }
}

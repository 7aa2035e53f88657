using System.Text;
using CseMapper.Documents.Containers;

namespace CseMapper.Documents.Detection;

/// <summary>Tells apart the formats that are zip archives inside.</summary>
internal static class ZipFormats
{
    private const int DirectoryLength = 1 << 20;

    /// <summary>Main parts by their content type, as ECMA-376 part 1 §11.2, §12.2, §13.2 and MS-OFFMACRO2 name
    /// them.</summary>
    private static readonly (string ContentType, DetectedFormat Format)[] _contentTypes =
    [
        ("wordprocessingml.document.main+xml", Word),
        ("wordprocessingml.template.main+xml", Word),
        ("ms-word.document.macroEnabled.main+xml", Word),
        ("ms-word.template.macroEnabledTemplate.main+xml", Word),
        ("presentationml.presentation.main+xml", Slides),
        ("presentationml.slideshow.main+xml", Slides),
        ("presentationml.template.main+xml", Slides),
        ("ms-powerpoint.presentation.macroEnabled.main+xml", Slides),
        ("ms-powerpoint.slideshow.macroEnabled.main+xml", Slides),
        ("ms-powerpoint.template.macroEnabled.main+xml", Slides),
        ("spreadsheetml.sheet.main+xml", Sheets),
        ("spreadsheetml.template.main+xml", Sheets),
        ("ms-excel.sheet.macroEnabled.main+xml", Sheets),
        ("ms-excel.template.macroEnabled.main+xml", Sheets),
        ("ms-excel.sheet.binary.macroEnabled.main", Unread("a binary Excel workbook (.xlsb)", "Save it as .xlsx.")),
        ("package.xps-fixeddocumentsequence+xml", Unread("an XPS document", "Print it to PDF.")),
        ("ms-visio.drawing", Unread("a Visio drawing", "Save it as PDF.")),
    ];

    /// <summary>Entries that give a format away when no content type does.</summary>
    private static readonly (string Entry, DetectedFormat Format)[] _entries =
    [
        ("word/document.xml", Word),
        ("ppt/presentation.xml", Slides),
        ("xl/workbook.xml", Sheets),
        ("Index/Document.iwa", Pages),
        ("Index.zip", Pages),
        ("index.apxl", Pages),
        ("index.xml.gz", Pages),
        ("FixedDocSeq.fdseq", Unread("an XPS document", "Print it to PDF.")),
        ("visio/document.xml", Unread("a Visio drawing", "Save it as PDF.")),
        ("AndroidManifest.xml", Unread("an Android program")),
        ("META-INF/MANIFEST.MF", Unread("a Java program")),
        ("doc.kml", Unread("a map (KMZ)")),
    ];

    private static DetectedFormat Word => new(FileFormat.WordOpenXml, "a Word document");

    private static DetectedFormat Slides => new(FileFormat.Presentation, "a PowerPoint presentation");

    private static DetectedFormat Sheets => new(FileFormat.Spreadsheet, "an Excel workbook");

    private static DetectedFormat Archive => new(FileFormat.Archive, "a zip archive");

    private static DetectedFormat Pages =>
        Unread("a document of Apple's Pages, Numbers or Keynote", "Export it as Word or PDF.");

    private static DetectedFormat Unread(string name, string? advice = null) =>
        new(FileFormat.Unknown, name) { Advice = advice };

    /// <summary>Names what a zip archive holds.</summary>
    /// <param name="stream">The archive.</param>
    /// <param name="extension">The file's extension in capitals, for archives too damaged to tell.</param>
    internal static DetectedFormat Detect(Stream stream, string extension)
    {
        ZipContainer zip = ZipContainer.Open(stream);
        if (zip.Find("mimetype") is { } mime)
            return OpenDocument(zip, ReadText(zip, mime).Trim());
        if (zip.Find("[Content_Types].xml") is { } types)
        {
            string text = ReadText(zip, types);
            foreach ((string contentType, DetectedFormat format) in _contentTypes)
            {
                if (text.Contains(contentType, StringComparison.OrdinalIgnoreCase))
                    return format;
            }
        }

        foreach ((string entry, DetectedFormat format) in _entries)
        {
            if (zip.Find(entry) is not null)
                return format;
        }

        return ByExtension(zip, extension);
    }

    private static DetectedFormat OpenDocument(ZipContainer zip, string mime)
    {
        DetectedFormat format = mime switch
        {
            _ when mime.StartsWith("application/vnd.oasis.opendocument.text", StringComparison.Ordinal) =>
                new DetectedFormat(FileFormat.OpenDocumentText, "an OpenDocument text"),
            _ when mime.StartsWith("application/vnd.oasis.opendocument.spreadsheet", StringComparison.Ordinal) =>
                new DetectedFormat(FileFormat.OpenDocumentSpreadsheet, "an OpenDocument spreadsheet"),
            _ when mime.StartsWith("application/vnd.oasis.opendocument.presentation", StringComparison.Ordinal) =>
                new DetectedFormat(FileFormat.OpenDocumentPresentation, "an OpenDocument presentation"),
            "application/epub+zip" => Unread("an electronic book (EPUB)", "Save it as PDF or Word."),
            _ when mime.StartsWith("application/vnd.oasis.opendocument", StringComparison.Ordinal) => Unread(
                "an OpenDocument drawing or formula",
                "Save it as PDF."
            ),
            _ => Archive,
        };
        bool isEncrypted =
            zip.Find("META-INF/manifest.xml") is { } manifest
            && ReadText(zip, manifest).Contains("encryption-data", StringComparison.Ordinal);
        return format with { NeedsPassword = isEncrypted };
    }

    /// <summary>A package that has lost its list of parts is still tried as what its name says, if parts of that kind
    /// are there.</summary>
    private static DetectedFormat ByExtension(ZipContainer zip, string extension)
    {
        bool Has(string folder) =>
            zip.Entries.Any(entry => entry.Name.StartsWith(folder, StringComparison.OrdinalIgnoreCase));
        if (Has("word/"))
            return Word;
        if (Has("ppt/"))
            return Slides;
        if (Has("xl/"))
            return Sheets;
        return extension switch
        {
            ".DOCX" or ".DOCM" or ".DOTX" or ".DOTM" => Word,
            ".PPTX" or ".PPTM" or ".PPSX" or ".POTX" => Slides,
            ".XLSX" or ".XLSM" or ".XLTX" => Sheets,
            ".ODT" or ".OTT" => new DetectedFormat(FileFormat.OpenDocumentText, "an OpenDocument text"),
            _ => Archive,
        };
    }

    private static string ReadText(ZipContainer zip, ZipEntry entry)
    {
        byte[] bytes = zip.ReadStart(entry, DirectoryLength);
        return bytes switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes),
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes),
            _ => Encoding.UTF8.GetString(bytes),
        };
    }
}

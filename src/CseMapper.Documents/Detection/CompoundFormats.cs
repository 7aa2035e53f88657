using System.Buffers.Binary;
using CseMapper.Documents.Containers;

namespace CseMapper.Documents.Detection;

/// <summary>Tells apart the formats that are compound files (OLE) inside.</summary>
internal static class CompoundFormats
{
    /// <summary>Streams and storages that give a format away.</summary>
    private static readonly (string Entry, string Name, string? Advice)[] _unread =
    [
        ("Book", "an Excel workbook of before 97", "Save it as .xlsx."),
        ("PP40", "a PowerPoint presentation of before 97", "Save it as .pptx or PDF."),
        ("VisioDocument", "a Visio drawing", "Save it as PDF."),
        ("Quill", "a Publisher publication", "Save it as PDF."),
        ("MatOST", "a document of Microsoft Works", "Save it as Word."),
        ("Catalog", "a list of thumbnails that Windows keeps", null),
        ("HwpSummaryInformation", "a document of Hangul", "Save it as Word or PDF."),
    ];

    private static readonly (string Entry, DetectedFormat Format)[] _read =
    [
        ("Workbook", new DetectedFormat(FileFormat.SpreadsheetBinary, "an Excel workbook of 97 to 2003")),
        (
            "PowerPoint Document",
            new DetectedFormat(FileFormat.PresentationBinary, "a PowerPoint presentation of 97 to 2003")
        ),
        ("__properties_version1.0", new DetectedFormat(FileFormat.Email, "an Outlook message")),
    ];

    /// <summary>Names what a compound file holds.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="extension">Its extension in capitals: an encrypted package shows nothing else of its kind.</param>
    internal static DetectedFormat Detect(Stream stream, string extension)
    {
        CompoundFile file = CompoundFile.Open(stream);
        if (
            file.Find("EncryptedPackage") is not null
            || file.FindAnywhere("DRMEncryptedDataSpace") is not null
            || file.Find("\tDRMContent") is not null
        )
        {
            return Encrypted(extension);
        }

        if (file.Find("WordDocument") is { } word)
            return Word(file.ReadStart(word, 64));
        foreach ((string entry, DetectedFormat format) in _read)
        {
            if (file.Find(entry) is not null)
                return format;
        }

        foreach ((string entry, string name, string? advice) in _unread)
        {
            if (file.Find(entry) is not null)
                return new DetectedFormat(FileFormat.Unknown, name) { Advice = advice };
        }

        // Project keeps everything in storages of its own.
        if (file.FindAnywhere("Props9") is not null)
        {
            return new DetectedFormat(FileFormat.Unknown, "a project plan of Microsoft Project")
            {
                Advice = "Save it as PDF.",
            };
        }

        return extension is ".DOC" or ".DOT"
            ? new DetectedFormat(FileFormat.WordBinary, "a Word document of 97 to 2003")
            : new DetectedFormat(FileFormat.Unknown, "an Office file of an unknown kind");
    }

    private static DetectedFormat Encrypted(string extension) =>
        extension switch
        {
            ".XLSX" or ".XLSM" or ".XLTX" or ".XLSB" => new DetectedFormat(FileFormat.Spreadsheet, "an Excel workbook")
            {
                NeedsPassword = true,
            },
            ".PPTX" or ".PPTM" or ".PPSX" or ".POTX" => new DetectedFormat(
                FileFormat.Presentation,
                "a PowerPoint presentation"
            )
            {
                NeedsPassword = true,
            },
            ".DOCX" or ".DOCM" or ".DOTX" or ".DOTM" or ".DOC" => new DetectedFormat(
                FileFormat.WordOpenXml,
                "a Word document"
            )
            {
                NeedsPassword = true,
            },
            _ => new DetectedFormat(FileFormat.WordOpenXml, "an Office document") { NeedsPassword = true },
        };

    /// <summary>Reads the start of the file information block: identity, version and the encryption flag (MS-DOC
    /// §2.5.2).</summary>
    private static DetectedFormat Word(ReadOnlySpan<byte> block)
    {
        const int Word97 = 0xC1;
        if (
            block.Length >= 4
            && (
                BinaryPrimitives.ReadUInt16LittleEndian(block) != 0xA5EC
                || BinaryPrimitives.ReadUInt16LittleEndian(block[2..]) < Word97
            )
        )
        {
            return FormatSignatures.OldWord;
        }

        bool isEncrypted = block.Length >= 12 && (BinaryPrimitives.ReadUInt16LittleEndian(block[10..]) & 0x0100) != 0;
        return new DetectedFormat(FileFormat.WordBinary, "a Word document of 97 to 2003")
        {
            NeedsPassword = isEncrypted,
        };
    }
}

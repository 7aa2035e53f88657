namespace CseMapper.Documents;

/// <summary>What a file is by its content; the extension only breaks ties.</summary>
public enum FileFormat
{
    /// <summary>None of the formats that are read.</summary>
    Unknown,

    /// <summary>Portable Document Format.</summary>
    Pdf,

    /// <summary>Word since 2007: .docx, .docm, .dotx, .dotm.</summary>
    WordOpenXml,

    /// <summary>Word 97 to 2003: .doc.</summary>
    WordBinary,

    /// <summary>Rich Text Format.</summary>
    RichText,

    /// <summary>OpenDocument text: .odt.</summary>
    OpenDocumentText,

    /// <summary>PowerPoint since 2007.</summary>
    Presentation,

    /// <summary>Excel since 2007.</summary>
    Spreadsheet,

    /// <summary>Plain text in any usual encoding.</summary>
    PlainText,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>A web page.</summary>
    Html,

    /// <summary>Excel 97 to 2003: .xls.</summary>
    SpreadsheetBinary,

    /// <summary>PowerPoint 97 to 2003: .ppt.</summary>
    PresentationBinary,

    /// <summary>OpenDocument spreadsheet: .ods.</summary>
    OpenDocumentSpreadsheet,

    /// <summary>OpenDocument presentation: .odp.</summary>
    OpenDocumentPresentation,

    /// <summary>A table of values separated by commas, semicolons or tabs: .csv.</summary>
    SeparatedValues,

    /// <summary>An e-mail message, .eml or .msg, or a web archive.</summary>
    Email,

    /// <summary>An archive of documents: .zip.</summary>
    Archive,

    /// <summary>A picture that may show text: JPEG, PNG, TIFF.</summary>
    Picture,
}

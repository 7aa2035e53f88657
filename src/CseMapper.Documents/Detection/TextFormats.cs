using System.Text;

namespace CseMapper.Documents.Detection;

/// <summary>Tells apart the formats that are text when opened in an editor.</summary>
internal static class TextFormats
{
    /// <summary>Names a file whose start is text, or gives null when it is not.</summary>
    /// <param name="head">The file's start.</param>
    /// <param name="extension">The file's extension in capitals.</param>
    internal static DetectedFormat? Detect(ReadOnlySpan<byte> head, string extension)
    {
        if (Decode(head) is not { } text)
            return null;
        string start = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        bool Begins(string mark) => start.StartsWith(mark, StringComparison.OrdinalIgnoreCase);
        bool Holds(string mark) => start.Contains(mark, StringComparison.OrdinalIgnoreCase);
        static DetectedFormat Unread(string name, string? advice = null) =>
            new(FileFormat.Unknown, name) { Advice = advice };

        if (PointerFiles.Find(start) is { } pointer)
            return pointer;
        if (Begins("<?xml") || Begins("<"))
        {
            if (
                Holds("schemas.microsoft.com/office/2006/xmlPackage")
                || Holds("schemas.microsoft.com/office/word/2003/wordml")
            )
            {
                return Unread("a Word document saved as XML", "Open it in Word and save it as .docx.");
            }

            if (Holds("urn:schemas-microsoft-com:office:spreadsheet"))
                return Unread("an Excel workbook saved as XML", "Save it as .xlsx.");
            if (Holds("urn:oasis:names:tc:opendocument"))
                return Unread("an OpenDocument file saved as XML", "Save it as .odt.");
            if (Holds("<html") || Begins("<!doctype html"))
                return new DetectedFormat(FileFormat.Html, "a web page");
            if (Holds("<svg"))
                return Unread("a picture (SVG)");
            if (Begins("<?xml"))
                return Unread("an XML file");
        }

        if (
            extension is ".HTML" or ".HTM" or ".XHTML"
            || Begins("<body")
            || Begins("<head")
            || Begins("<div")
            || Begins("<p>")
        )
        {
            return new DetectedFormat(FileFormat.Html, "a web page");
        }

        if (IsMessage(start, extension))
            return new DetectedFormat(FileFormat.Email, "an e-mail message or web archive");
        if (extension is ".CSV" or ".TSV" or ".TAB")
            return new DetectedFormat(FileFormat.SeparatedValues, "a table of separated values");
        return extension is ".MD" or ".MARKDOWN"
            ? new DetectedFormat(FileFormat.Markdown, "a Markdown text")
            : new DetectedFormat(FileFormat.PlainText, "a plain text");
    }

    /// <summary>A message begins with lines "Name: value"; texts of people may too, so more than one must be that of a
    /// message.</summary>
    private static bool IsMessage(string start, string extension)
    {
        int colon = start.AsSpan(0, Math.Min(start.Length, 80)).IndexOf(':');
        if (colon <= 0 || start.AsSpan(0, colon).ContainsAny(' ', '\t', '\n'))
            return false;
        string[] marks = ["From", "To", "Subject", "Date", "Received", "Return-Path", "Message-ID", "MIME-Version"];
        int found = marks.Count(mark =>
            start.StartsWith(mark + ":", StringComparison.OrdinalIgnoreCase)
            || start.Contains("\n" + mark + ":", StringComparison.OrdinalIgnoreCase)
        );
        return extension is ".EML" or ".MHT" or ".MHTML"
            ? found >= 1
            : found >= 3 && start.Contains("\nMIME-Version:", StringComparison.OrdinalIgnoreCase)
                || found >= 2 && start.StartsWith("Received:", StringComparison.OrdinalIgnoreCase)
                || found >= 2 && start.StartsWith("Return-Path:", StringComparison.OrdinalIgnoreCase)
                || found >= 2 && start.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The text that bytes are, or null when they are none: UTF-16 by its mark or its zeros, else anything
    /// without control characters.</summary>
    private static string? Decode(ReadOnlySpan<byte> head)
    {
        if (head is [0xFF, 0xFE, 0, 0, ..])
            return Encoding.UTF32.GetString(head);
        if (head is [0xFF, 0xFE, ..])
            return Encoding.Unicode.GetString(head);
        if (head is [0xFE, 0xFF, ..])
            return Encoding.BigEndianUnicode.GetString(head);
        if (head.Contains((byte)0))
            return WideText(head);
        int controls = 0;
        foreach (byte value in head)
        {
            if (value < 0x20 && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1B))
                controls++;
        }

        return controls * 100 <= head.Length ? Encoding.UTF8.GetString(head) : null;
    }

    /// <summary>UTF-16 without a mark: nearly every other byte is zero, always the same one.</summary>
    private static string? WideText(ReadOnlySpan<byte> head)
    {
        int even = 0,
            odd = 0;
        for (int i = 0; i + 1 < head.Length; i += 2)
        {
            if (head[i] == 0)
                even++;
            if (head[i + 1] == 0)
                odd++;
        }

        int pairs = head.Length / 2;
        if (pairs < 4)
            return null;
        if (odd * 10 >= pairs * 9 && even * 100 <= pairs)
            return Encoding.Unicode.GetString(head);
        return even * 10 >= pairs * 9 && odd * 100 <= pairs ? Encoding.BigEndianUnicode.GetString(head) : null;
    }
}

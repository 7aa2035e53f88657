using System.Text.RegularExpressions;

namespace CseMapper.Documents.Detection;

/// <summary>Tells small files that only say where a document is: what stands in the folder is not the document.</summary>
internal static partial class PointerFiles
{
    private const int LongestPointer = 4096;
    private const string PutItself = "Put the document itself in the folder.";

    /// <summary>Names a pointer, or gives null for anything else.</summary>
    /// <param name="text">The file's start as text, without white space before it.</param>
    internal static DetectedFormat? Find(string text)
    {
        if (text.Length > LongestPointer)
            return null;
        bool Holds(string mark) => text.Contains(mark, StringComparison.OrdinalIgnoreCase);
        if (text.StartsWith('{') && (Holds("\"doc_id\"") || Holds("docs.google.com/") || Holds("drive.google.com/")))
        {
            return Pointer(
                "a link to a document kept in Google Drive, not the document itself",
                "Open it in Google Drive, choose File, Download, Microsoft Word, Excel or PowerPoint, and put that file "
                    + "in the folder."
            );
        }

        if (text.StartsWith("version https://git-lfs", StringComparison.Ordinal) || Annex().IsMatch(text))
        {
            return Pointer(
                "a stand-in for a document kept by Git, not the document itself",
                "Get the documents with \"git lfs pull\" (or \"git annex get\") and read the folder again."
            );
        }

        if (Holds("[Desktop Entry]") && (Holds("\nURL") || Holds("Type=Link")))
            return Pointer("a shortcut of a desktop, not the document itself", PutItself);
        if (Holds("[Desktop Entry]"))
            return Pointer("a shortcut to a program", null);
        if (Holds("[InternetShortcut]"))
            return Shortcut(text);
        if (text.StartsWith('<') && Holds("<key>URL</key>"))
            return Shortcut(text);
        return OnlyLink().IsMatch(text) || IsRedirect(text) ? Shortcut(text) : null;
    }

    /// <summary>Names a pointer that is no text, or gives null: a shortcut of macOS.</summary>
    /// <param name="head">The file's start.</param>
    /// <param name="extension">Its extension in capitals.</param>
    internal static DetectedFormat? Find(ReadOnlySpan<byte> head, string extension)
    {
        if (head.StartsWith("book\0\0\0\0mark"u8))
            return Pointer("a shortcut of macOS, not the document itself", PutItself);
        if (!head.StartsWith("bplist00"u8))
            return null;
        return extension == ".ICLOUD"
            ? Pointer(
                "a stand-in for a document kept in iCloud, not the document itself",
                "Download it in Finder and read the folder again."
            )
            : Pointer("a shortcut to a web page, or settings of macOS", PutItself);
    }

    private static DetectedFormat Shortcut(string text) =>
        text.Contains("sharepoint.com", StringComparison.OrdinalIgnoreCase)
        || text.Contains("onedrive", StringComparison.OrdinalIgnoreCase)
        || text.Contains("1drv.ms", StringComparison.OrdinalIgnoreCase)
            ? Pointer(
                "a link to a document kept in SharePoint or OneDrive, not the document itself",
                "Open the link, choose Download, and put that file in the folder."
            )
        : text.Contains("docs.google.com", StringComparison.OrdinalIgnoreCase)
        || text.Contains("drive.google.com", StringComparison.OrdinalIgnoreCase)
            ? Pointer(
                "a link to a document kept in Google Drive, not the document itself",
                "Open the link, choose File, Download, and put that file in the folder."
            )
        : Pointer(
            "a shortcut to a web page, not the document itself",
            "Open it, save what it leads to as PDF or Word, and put that file in the folder."
        );

    /// <summary>A web page without words that only sends the browser on.</summary>
    private static bool IsRedirect(string text) =>
        text.StartsWith('<')
        && Redirect().IsMatch(text)
        && Words(Head().Replace(text, " ")).AsSpan().Trim().Length < 120;

    private static string Words(string page) => Tag().Replace(page, " ");

    private static DetectedFormat Pointer(string name, string? advice) =>
        new(FileFormat.Unknown, name) { Advice = advice };

    [GeneratedRegex(@"^\S*[/\\]annex[/\\]objects[/\\]\S+\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Annex();

    /// <summary>An address and nothing else, with a word or two before it at most.</summary>
    [GeneratedRegex(
        @"^(?:(?:url|link|see)\s*[:=]?\s*)?https?://\S+\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex OnlyLink();

    [GeneratedRegex(
        @"http-equiv\s*=\s*[""']?refresh|(?:window\.|document\.)?location(?:\.href)?\s*=\s*[""']https?:",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Redirect();

    [GeneratedRegex(
        @"<(head|script|style)\b.*?</\1>",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline
    )]
    private static partial Regex Head();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}

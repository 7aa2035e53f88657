using System.Globalization;
using CseMapper.Pdf.Files;
using CseMapper.Pdf.Objects;

namespace CseMapper.Pdf.Catalog;

/// <summary>Says what a file holds besides its pages and what is not read, so that nobody takes the pages for all of
/// it.</summary>
internal static class UnreadParts
{
    /// <summary>Names of attached files in a message.</summary>
    private const int MostNames = 3;

    private const int LongestName = 60;

    /// <summary>Attached files (ISO 32000-2, 7.11.4); a portfolio (12.3.5) is hardly more than that.</summary>
    public static void ReportAttachments(PdfFile file)
    {
        List<string> names = [];
        int count = 0;
        PdfDictionary? tree = file.Catalog["Names"].AsDictionary()?["EmbeddedFiles"].AsDictionary();
        foreach ((_, PdfValue value) in NameTree.Entries(tree, "Names", file.Limits))
        {
            PdfDictionary? specification = (
                value.AsReference() is { } reference ? file.Resolve(reference) : value
            ).AsDictionary();
            if (specification is null)
                continue;
            count++;
            if (names.Count < MostNames && NameOf(specification) is { Length: > 0 } name)
                names.Add(name);
        }

        if (count == 0)
            return;
        string files =
            (count == 1 ? "1 file" : count.ToString(CultureInfo.InvariantCulture) + " files")
            + (names.Count == 0 ? "" : $" ({string.Join(", ", names)}{(count > names.Count ? ", …" : "")})");
        bool isOne = count == 1;
        if (file.Catalog["Collection"].AsDictionary() is not null)
        {
            file.Log.Add(
                PdfProblemKind.Unsupported,
                $"This PDF is a portfolio of {files} behind a cover page. Only the cover page was read. Save the "
                    + $"{(isOne ? "file" : "files")} out of it and add {(isOne ? "it" : "them")} to the folder."
            );
            return;
        }

        file.Log.Add(
            PdfProblemKind.Omitted,
            $"{files} attached to this PDF {(isOne ? "was" : "were")} not read. Save {(isOne ? "it" : "them")} "
                + $"out of the PDF and add {(isOne ? "it" : "them")} to the folder where "
                + $"{(isOne ? "it matters" : "they matter")}."
        );
    }

    /// <summary>A form in Adobe's own language (12.7.8), whose only page asks the reader to wait until the program has
    /// drawn the form.</summary>
    /// <param name="file">The file.</param>
    /// <param name="firstPage">The text of its first page.</param>
    public static void ReportForms(PdfFile file, string firstPage)
    {
        if (file.Catalog["AcroForm"].AsDictionary()?.Contains("XFA") != true)
            return;
        bool isDrawnLater =
            file.Catalog["NeedsRendering"].AsBoolean()
            || firstPage.Contains("not eventually replaced by the proper contents", StringComparison.Ordinal);
        if (!isDrawnLater)
            return;
        file.Log.Add(
            PdfProblemKind.Unsupported,
            "This form is drawn by Adobe's programs only, and its words were not read. Open it in Adobe Reader, "
                + "print it to a PDF file and use that one."
        );
    }

    /// <summary>A file pinned to a place of a page (12.5.6.15).</summary>
    public static void ReportAttachment(PdfDictionary annotation, PdfProblemLog log)
    {
        string name = annotation["FS"].AsDictionary() is { } specification ? NameOf(specification) : "";
        log.Add(
            PdfProblemKind.Omitted,
            $"A file attached to this page{(name.Length == 0 ? "" : $" ({name})")} was not read. Save it out of "
                + "the PDF and add it to the folder where it matters."
        );
    }

    private static string NameOf(PdfDictionary specification)
    {
        string name =
            TextString.Decode(specification["UF"], LongestName)
            ?? TextString.Decode(specification["F"], LongestName)
            ?? "";
        return string.Concat(name.Where(static letter => !char.IsControl(letter))).Trim();
    }
}

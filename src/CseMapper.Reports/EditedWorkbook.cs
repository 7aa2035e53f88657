using System.IO.Compression;
using System.Xml;
using CseMapper.Passages.Storage;

namespace CseMapper.Reports;

/// <summary>Keeps a workbook that somebody has worked in from being written over: it may hold decisions that exist
/// nowhere else.</summary>
public static class EditedWorkbook
{
    private const int LongestProperties = 64 * 1024;
    private const string ExtendedProperties =
        "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";

    /// <summary>True for a workbook that was saved by another program since this one wrote it: Excel and others put
    /// their own name into it.</summary>
    /// <param name="path">The workbook. False where there is none.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public static bool Is(string path)
    {
        if (!path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) || !File.Exists(path))
            return false;
        try
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using ZipArchive zip = new(stream, ZipArchiveMode.Read);
            return zip.GetEntry("docProps/app.xml") is not { } properties
                || SavedBy(properties) != XlsxReport.Application;
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException)
        {
            // No workbook of ours: not ours to write over.
            return true;
        }
    }

    /// <summary>Renames an edited workbook, so that a new one can take its place.</summary>
    /// <param name="path">The workbook.</param>
    /// <returns>Where it is now, or null where there was nothing to keep.</returns>
    /// <exception cref="OutputFileException">It is edited and cannot be renamed, most likely because it is
    /// open.</exception>
    public static string? SetAside(string path)
    {
        try
        {
            if (!Is(path))
                return null;
            string kept = FreeName(path);
            File.Move(path, kept);
            return kept;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new OutputFileException(path, fault);
        }
    }

    private static string? SavedBy(ZipArchiveEntry properties)
    {
        using Stream part = properties.Open();
        using XmlReader xml = XmlReader.Create(
            part,
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = LongestProperties,
            }
        );
        return xml.ReadToFollowing("Application", ExtendedProperties) ? xml.ReadElementContentAsString() : null;
    }

    private static string FreeName(string path)
    {
        string start = Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileNameWithoutExtension(path));
        for (int number = 1; ; number++)
        {
            string name =
                number == 1 ? $"{start} (edited).xlsx" : FormattableString.Invariant($"{start} (edited {number}).xlsx");
            if (!File.Exists(name))
                return name;
        }
    }
}

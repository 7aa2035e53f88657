using CseMapper.Decisions.Mapping;
using CseMapper.Reports.Packages;
using CseMapper.Reports.Xlsx;
using CseMapper.Reports.Xlsx.Sheets;

namespace CseMapper.Reports;

/// <summary>
/// Writes mapping.xlsx, the workbook reviewers work in: Summary, Evidence, Commentary, Gaps, Documents, where there are
/// any Decided and Conflicts, and About. The same mapping gives the same bytes on every machine.
/// </summary>
public static class XlsxReport
{
    /// <summary>What the workbook says it was saved by; Excel and others put their own name there when they save
    /// it.</summary>
    public const string Application = "CseMapper";

    /// <summary>The names of all sheets that the program writes.</summary>
    internal static IReadOnlyList<string> OwnSheets { get; } =
    [
        SummarySheet.Name,
        EvidenceSheet.Name,
        CommentarySheet.Name,
        GapsSheet.Name,
        DocumentsSheet.Name,
        DecidedSheet.Name,
        ConflictsSheet.Name,
        AboutSheet.Name,
    ];

    /// <summary>Writes the mapping.</summary>
    /// <param name="mapping">What to write.</param>
    /// <param name="links">Where the documents are.</param>
    /// <param name="stream">Where to; left open.</param>
    public static void Write(MappingFile mapping, DocumentLinks links, Stream stream) =>
        Write(mapping, links, WorkbookExtras.None, [], stream);

    /// <summary>Writes the mapping with what people have added to the workbook before, and with what an import left
    /// open.</summary>
    internal static void Write(
        MappingFile mapping,
        DocumentLinks links,
        WorkbookExtras extras,
        IReadOnlyList<ImportConflict> conflicts,
        Stream stream
    )
    {
        WorkbookSheets sheets = new(mapping, links, extras, conflicts);
        // The other sheets point to the rows of Evidence, so it comes first.
        WorkbookParts.Write(
            stream,
            sheets.All,
            new PackageProperties(DisplayText.OneLine(mapping.Standard.Title) + ": evidence", mapping.Generator)
            {
                Application = Application,
            },
            sheets.Summary,
            first: EvidenceSheet.Name
        );
    }
}

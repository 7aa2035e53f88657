using CseMapper.Decisions.Mapping;

namespace CseMapper.Reports.Xlsx.Sheets;

/// <summary>A sheet as the workbook holds it.</summary>
/// <param name="Layout">How it looks.</param>
/// <param name="Write">Writes its cells.</param>
internal sealed record WrittenSheet(SheetLayout Layout, Action<SheetWriter> Write)
{
    /// <summary>The cells that filter arrows stand over, or null.</summary>
    public string? FilterRange { get; init; }

    /// <summary>The cells that are printed; null for all.</summary>
    public string? PrintRange { get; init; }

    /// <summary>True for the one with the chart.</summary>
    public bool HasDrawing { get; init; }
}

/// <summary>The sheets of a workbook, in their order.</summary>
internal sealed class WorkbookSheets
{
    public WorkbookSheets(
        MappingFile mapping,
        DocumentLinks links,
        WorkbookExtras extras,
        IReadOnlyList<ImportConflict> imported
    )
    {
        EvidenceSheet evidence = new(mapping, links, extras.Columns);
        CommentarySheet commentary = new(mapping);
        GapsSheet gaps = new(mapping, links);
        DocumentsSheet documents = new(mapping, links);
        DecidedSheet decided = new(mapping);
        ConflictsSheet conflicts = new(mapping, imported);
        AboutSheet about = new(mapping);
        Summary = new SummarySheet(mapping);
        List<WrittenSheet> all =
        [
            new(Summary.Layout, sheet => Summary.Write(sheet, evidence)) { HasDrawing = true },
            new(evidence.Layout, evidence.Write) { FilterRange = evidence.Range, PrintRange = evidence.PrintRange },
            new(commentary.Layout, commentary.Write)
            {
                FilterRange = commentary.Range,
                PrintRange = commentary.PrintRange,
            },
            new(gaps.Layout, sheet => gaps.Write(sheet, evidence)) { FilterRange = gaps.Range },
            new(documents.Layout, documents.Write) { FilterRange = documents.Range },
        ];
        if (!decided.IsEmpty)
            all.Add(new(decided.Layout, decided.Write) { FilterRange = decided.Range });
        if (!conflicts.IsEmpty)
            all.Add(new(conflicts.Layout, conflicts.Write));
        all.Add(new(about.Layout, about.Write));
        all.AddRange(
            extras
                .Sheets.Select(extra => new AddedSheet(extra))
                .Select(sheet => new WrittenSheet(sheet.Layout, sheet.Write))
        );
        All = all;
    }

    /// <summary>The sheet that the chart is made from.</summary>
    public SummarySheet Summary { get; }

    public IReadOnlyList<WrittenSheet> All { get; }
}

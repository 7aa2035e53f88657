using System.Collections.Concurrent;
using CseMapper.Decisions.Changes;
using CseMapper.Decisions.Mapping;
using CseMapper.Decisions.Mapping.Json;
using CseMapper.Documents.Files;
using CseMapper.Passages.Storage;

namespace CseMapper.Reports;

/// <summary>Writes a mapping as the files people use: mapping.json, mapping.csv, mapping.xlsx and
/// report.html.</summary>
public static class ReportFiles
{
    /// <summary>Writes all files, side by side. One that cannot be replaced, because Excel holds it, does not keep the
    /// others from being written.</summary>
    /// <param name="mapping">What to write.</param>
    /// <param name="policies">The folders the documents' paths start from; the reports link to it.</param>
    /// <param name="outDirectory">Where to; created when missing.</param>
    /// <param name="cancellation">Leaves the files that are not finished as they were.</param>
    public static ReportResult Write(
        MappingFile mapping,
        PolicyFolders policies,
        string outDirectory,
        CancellationToken cancellation
    ) => Write(mapping, policies, outDirectory, [], cancellation);

    /// <summary>Writes all files after a run, and what it changed.</summary>
    /// <param name="mapping">What to write.</param>
    /// <param name="changes">What changed since the run before; where nothing did, the report of the last changes
    /// stays.</param>
    /// <param name="policies">The folders the documents' paths start from; the reports link to it.</param>
    /// <param name="outDirectory">Where to; created when missing.</param>
    /// <param name="cancellation">Leaves the files that are not finished as they were.</param>
    public static ReportResult Write(
        MappingFile mapping,
        MappingChanges changes,
        PolicyFolders policies,
        string outDirectory,
        CancellationToken cancellation
    ) => Write(mapping, changes, policies, outDirectory, [], cancellation);

    /// <summary>Writes all files after an import, with what it left open.</summary>
    /// <param name="mapping">What to write.</param>
    /// <param name="policies">The folders the documents' paths start from; the reports link to it.</param>
    /// <param name="outDirectory">Where to; created when missing.</param>
    /// <param name="conflicts">What goes on the workbook's sheet Conflicts.</param>
    /// <param name="cancellation">Leaves the files that are not finished as they were.</param>
    public static ReportResult Write(
        MappingFile mapping,
        PolicyFolders policies,
        string outDirectory,
        IReadOnlyList<ImportConflict> conflicts,
        CancellationToken cancellation
    ) => Write(mapping, MappingChanges.None, policies, outDirectory, conflicts, cancellation);

    private static ReportResult Write(
        MappingFile mapping,
        MappingChanges changes,
        PolicyFolders policies,
        string outDirectory,
        IReadOnlyList<ImportConflict> conflicts,
        CancellationToken cancellation
    )
    {
        Directory.CreateDirectory(outDirectory);
        DocumentLinks links = new(policies, outDirectory);
        WorkbookExtras extras = WorkbookExtras.Collect(Path.Combine(outDirectory, "mapping.xlsx"));
        (string Name, Action<Stream> Write)[] files =
        [
            (MappingFile.FileName, stream => MappingJsonWriter.Write(mapping, stream)),
            ("mapping.csv", stream => CsvReport.Write(mapping, stream)),
            ("mapping.xlsx", stream => XlsxReport.Write(mapping, links, extras, conflicts, stream)),
            ("report.html", stream => HtmlReport.Write(mapping, links, stream, changes)),
        ];
        if (!changes.IsNone)
        {
            files =
            [
                .. files,
                ("changes.md", stream => ChangesReport.WriteText(changes, stream)),
                ("changes.json", stream => ChangesReport.WriteJson(changes, stream)),
            ];
        }

        Outcome[] outcomes = new Outcome[files.Length];
        // The one that takes longest first, so that it does not end alone.
        int[] order = [.. Enumerable.Range(0, files.Length).OrderBy(i => files[i].Name != "mapping.xlsx")];
        Parallel.ForEach(
            Partitioner.Create(order, EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions { CancellationToken = cancellation },
            i => outcomes[i] = Put(Path.Combine(outDirectory, files[i].Name), files[i].Write, cancellation)
        );
        return new ReportResult(
            [.. outcomes.Where(outcome => outcome.Problem is null).Select(outcome => outcome.Path)],
            [.. outcomes.Select(outcome => outcome.Problem).OfType<string>()]
        )
        {
            Notices = [.. outcomes.Select(outcome => outcome.Notice).OfType<string>()],
        };
    }

    /// <summary>False for the files that tell what changed: they are made from two mappings, and may be taken away once
    /// they have been read.</summary>
    /// <param name="path">A file of the output folder, with or without its folder.</param>
    public static bool IsOfTheMapping(string path) => Path.GetFileName(path) is not ("changes.md" or "changes.json");

    private static Outcome Put(string path, Action<Stream> write, CancellationToken cancellation)
    {
        string? notice = null;
        try
        {
            if (EditedWorkbook.SetAside(path) is { } kept)
            {
                notice =
                    $"{Path.GetFileName(path)} had been saved by another program since it was made and may hold "
                    + $"decisions: it is kept as '{Path.GetFileName(kept)}'.";
            }

            AtomicFile.Write(path, write, cancellation);
            return new Outcome(path, notice, Problem: null);
        }
        catch (OutputFileException fault)
        {
            return new Outcome(path, notice, fault.Message);
        }
    }

    private sealed record Outcome(string Path, string? Notice, string? Problem);
}

/// <summary>What came of writing the reports.</summary>
/// <param name="Written">Full paths of the files written, mapping.json first.</param>
/// <param name="Problems">A sentence for each file that could not be written, naming it and what to do.</param>
public sealed record ReportResult(IReadOnlyList<string> Written, IReadOnlyList<string> Problems)
{
    /// <summary>A sentence for each file that was kept under another name because somebody had worked in it.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];
}

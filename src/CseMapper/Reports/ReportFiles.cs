using CseMapper.Mapping;

namespace CseMapper.Reports;

/// <summary>Writes a mapping as the files people use: mapping.json, mapping.csv, mapping.xlsx and report.html.</summary>
public static class ReportFiles
{
    /// <summary>Writes all files. One that cannot be replaced, because Excel holds it, does not keep the others from being written.</summary>
    /// <param name="mapping">What to write.</param>
    /// <param name="policyFolder">The folder the documents' paths start from; the reports link to it.</param>
    /// <param name="outDirectory">Where to; created when missing.</param>
    /// <param name="cancellation">Stops between files.</param>
    public static ReportResult Write(MappingFile mapping, string policyFolder, string outDirectory, CancellationToken cancellation)
    {
        Directory.CreateDirectory(outDirectory);
        DocumentLinks links = new(policyFolder, outDirectory);
        List<string> written = [];
        List<string> problems = [];
        List<string> notices = [];
        Put("mapping.json", stream => MappingJsonWriter.Write(mapping, stream));
        Put("mapping.csv", stream => CsvReport.Write(mapping, stream));
        Put("mapping.xlsx", stream => XlsxReport.Write(mapping, links, stream));
        Put("report.html", stream => HtmlReport.Write(mapping, links, stream));
        return new ReportResult(written, problems) { Notices = notices };

        void Put(string name, Action<Stream> write)
        {
            cancellation.ThrowIfCancellationRequested();
            string path = Path.Combine(outDirectory, name);
            try
            {
                if (EditedWorkbook.SetAside(path) is { } kept)
                    notices.Add($"{name} had been saved by another program since it was made and may hold decisions: it is kept as '{Path.GetFileName(kept)}'.");
                AtomicFile.Write(path, write, cancellation);
                written.Add(path);
            }
            catch (OutputFileException fault)
            {
                problems.Add(fault.Message);
            }
        }
    }
}

/// <summary>What came of writing the reports.</summary>
/// <param name="Written">Full paths of the files written, mapping.json first.</param>
/// <param name="Problems">A sentence for each file that could not be written, naming it and what to do.</param>
public sealed record ReportResult(IReadOnlyList<string> Written, IReadOnlyList<string> Problems)
{
    /// <summary>A sentence for each file that was kept under another name because somebody had worked in it.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];
}

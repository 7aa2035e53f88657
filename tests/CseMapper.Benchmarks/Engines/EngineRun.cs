using System.Diagnostics;
using CseMapper.Documents;
using CseMapper.Documents.Pdf;
using CseMapper.Matching.Criteria;
using CseMapper.Matching.Queries;
using CseMapper.Matching.Scoring;
using CseMapper.Passages.Indexing;
using CseMapper.Passages.Workspaces;
using CseMapper.PdfPig;

namespace CseMapper.Benchmarks.Engines;

/// <summary>The engines beside each other, one a process, on the same files; times are processor times.</summary>
internal static class EngineRun
{
    private const int Depth = 350;

    /// <summary>Reads all PDF files of a folder with one of the readers.</summary>
    public static int Read(string engine, string folder, string[] options)
    {
        if (ReaderOf(engine) is not { } reader)
            return Missing(engine);
        string[] files = Arguments.PdfFiles(folder);
        for (int round = 1; round <= Arguments.Number(options, "--rounds", 1); round++)
        {
            long pages = 0;
            ProcessorTime reading = new();
            foreach (string file in files)
            {
                using MemoryStream stream = new(File.ReadAllBytes(file));
                pages +=
                    reading
                        .Of(() => reader.Read(stream, ReadOptions.Default, CancellationToken.None))
                        .Document?.PageCount
                    ?? 0;
            }

            Print(
                $"{engine}: {files.Length} files, {pages} pages, {reading.Total.TotalSeconds:F2} s, "
                    + $"{pages / reading.Total.TotalSeconds:F0} pages/s; peak {PeakMegabytes()} MB"
            );
        }

        return 0;
    }

    /// <summary>Indexes the passages of a workspace, and finds the candidates of all elements of the built-in
    /// standard.</summary>
    public static int Candidates(string engine, string folder, string[] options)
    {
        using Workspace workspace =
            Workspace.OpenExisting(folder) ?? throw new FileNotFoundException("No workspace there.");
        using IPassageIndex? index = IndexOf(engine, folder, workspace);
        if (index is null)
            return Missing(engine);
        int passages = workspace.Documents().Sum(document => document.PassageCount);
        ProcessorTime indexing = new();
        indexing.Of(() =>
        {
            WorkspaceFeed.Update(index, workspace, CancellationToken.None);
            return 0;
        });
        Print(
            $"{engine}: {passages} passages, index brought up to date in {indexing.Total.TotalSeconds:F2} s; "
                + $"peak {PeakMegabytes()} MB"
        );
        ElementQueries queries = ElementQueryMaker.Make(
            StandardQuery.Build(CriteriaFile.Load(null)),
            RelatedWords.Load()
        );
        for (int round = 1; round <= Arguments.Number(options, "--rounds", 1); round++)
        {
            ProcessorTime finding = new();
            int found = finding
                .Of(() => index.Candidates(queries, Depth, CancellationToken.None))
                .Sum(ofElement => ofElement.Count);
            Print(
                $"{engine}: {found} candidates of {queries.Elements} elements in "
                    + $"{finding.Total.TotalSeconds:F2} s; peak {PeakMegabytes()} MB"
            );
        }

        return 0;
    }

    private static IDocumentReader? ReaderOf(string engine) =>
        engine switch
        {
            "embedded" => new PdfReader(),
            "pdfpig" => new PdfPigReader(),
            _ => null,
        };

    private static IPassageIndex? IndexOf(string engine, string folder, Workspace workspace) =>
        engine switch
        {
            "embedded" => new EmbeddedIndex(workspace),
            "lucene" => LucenePassageIndex.Open(Path.Combine(folder, LucenePassageIndex.FolderName)),
            _ => null,
        };

    private static int Missing(string engine)
    {
        Console.Error.WriteLine($"There is no engine {engine}.");
        return 1;
    }

    private static long PeakMegabytes()
    {
        using Process self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 >> 20;
    }

    private static void Print(string line) => Console.WriteLine(line);
}

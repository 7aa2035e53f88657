using System.Diagnostics;
using CseMapper.Documents;
using CseMapper.Documents.Files;
using CseMapper.Matching.Criteria;
using CseMapper.Matching.Loading;
using CseMapper.Matching.Queries;
using CseMapper.Matching.Scoring;
using CseMapper.Passages.Indexing;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;

namespace CseMapper.Benchmarks.Indexing;

/// <summary>Stores generated passages in a workspace, and ranks the passages of any workspace; says what each step
/// costs in processor time.</summary>
internal static class IndexRun
{
    private const int DocumentsAtOnce = 250;

    /// <summary>Stores and indexes generated passages.</summary>
    public static int Store(string folder, string[] options)
    {
        int count = Arguments.Number(options, "--passages", 1_000_000);
        int each = Arguments.Number(options, "--each", GeneratedDocuments.PassagesEach);
        GeneratedDocuments generated = new(CriteriaFile.Load(null));
        using Workspace workspace = Workspace.Open(folder, "generated", rebuild: true);
        ProcessorTime storing = new();
        ProcessorTime indexing = new();
        using (WorkspaceWriter writer = workspace.BeginWriting())
        {
            for (int stored = 0; stored < count; )
            {
                List<(string Title, Passage[] Passages)> documents = [];
                for (; documents.Count < DocumentsAtOnce && stored < count; stored += each)
                    documents.Add(generated.Next(each));
                int first = stored;
                storing.Of(() =>
                {
                    for (int i = 0; i < documents.Count; i++)
                        Put(writer, $"{first:x8}{i:x8}", documents[i]);
                    writer.Commit();
                    return 0;
                });
            }
        }

        Stopwatch clock = Stopwatch.StartNew();
        indexing.Of(() =>
        {
            PassageIndex.Of(workspace).Update(CancellationToken.None);
            return 0;
        });
        Print(
            $"stored      {storing.Total.TotalSeconds:F2} s, {storing.Total.TotalMicroseconds / count:F1} us "
                + $"a passage, {new FileInfo(Path.Combine(folder, Workspace.FileName)).Length >> 20} MB"
        );
        Print(
            $"indexed     {indexing.Total.TotalSeconds:F2} s, {indexing.Total.TotalMicroseconds / count:F1} us "
                + $"a passage; {count / clock.Elapsed.TotalSeconds:F0} passages/s by the clock; "
                + $"peak {PeakMegabytes()} MB"
        );
        return 0;
    }

    /// <summary>Ranks the passages of a workspace for all elements of the built-in standard.</summary>
    public static int Rank(string folder, string[] options)
    {
        using Workspace workspace =
            Workspace.OpenExisting(folder) ?? throw new FileNotFoundException("No workspace there.");
        Standard standard = CriteriaFile.Load(null);
        RelatedWords related = RelatedWords.Load();
        for (int round = 1; round <= Arguments.Number(options, "--rounds", 1); round++)
        {
            ProcessorTime loading = new();
            ProcessorTime ranking = new();
            LoadedPassages loaded = loading.Of(() =>
                LoadedPassages.Load(
                    standard,
                    DocumentSource.Of(workspace, workspace.Documents()),
                    related,
                    CancellationToken.None
                )
            );
            PassageRanking ranked = ranking.Of(() => PassageRanking.Rank(loaded, null, null, CancellationToken.None));
            Print(
                $"loaded      {loaded.Hits.Passages} passages of {loaded.Hits.Documents} documents, "
                    + $"{loading.Total.TotalSeconds:F2} s"
            );
            Print(
                $"ranked      {ranking.Total.TotalSeconds:F2} s for {standard.Elements.Count} elements; peak "
                    + $"{PeakMegabytes()} MB"
            );
            if (round == 1)
                Describe(ranked);
        }

        return 0;
    }

    private static void Describe(PassageRanking ranking)
    {
        long[] hits = new long[3];
        long uses = 0;
        long words = 0;
        long headings = 0;
        for (int passage = 0; passage < ranking.Hits.Passages; passage++)
        {
            words += ranking.Hits.BodyLength(passage);
            Hits found = ranking.Hits[passage];
            while (found.MoveNext())
            {
                Feature feature = ranking.Query.Features[found.Feature];
                hits[(int)feature.Kind]++;
                uses += feature.Uses.Count;
                if (found.Heading > 0)
                    headings++;
            }
        }

        double n = ranking.Hits.Passages;
        Print(
            $"a passage   {words / n:F1} content words, hits {hits.Sum() / n:F1}: words {hits[0] / n:F1}, "
                + $"pairs {hits[1] / n:F2}, phrases {hits[2] / n:F2}, in headings {headings / n:F1}; elements a hit "
                + $"{uses / (double)hits.Sum():F2}; {ranking.Query.Features.Count} features; candidates "
                + $"{ranking.Set.Passages.Length}"
        );
    }

    private static void Put(WorkspaceWriter writer, string hash, (string Title, Passage[] Passages) document)
    {
        writer.Put(
            ReadContent.Encode(
                hash,
                new ReadingMark(".txt", ""),
                FileFormat.PlainText,
                IngestResult.Read(
                    new SourceDocument(
                        FileFormat.PlainText,
                        [],
                        null,
                        new DocumentFacts { Title = new DocumentFact(document.Title, "the file's name", null) }
                    )
                ),
                document.Passages
            )
        );
        writer.Put(new KnownFile(hash + ".txt", new FileStamp(1000, 1, 1), 2, hash));
    }

    private static long PeakMegabytes()
    {
        using Process self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 >> 20;
    }

    private static void Print(string line) => Console.WriteLine(line);
}

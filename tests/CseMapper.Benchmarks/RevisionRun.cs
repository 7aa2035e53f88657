using System.Diagnostics;
using System.Globalization;
using CseMapper.Decisions.Tests.Anchors.Revisions;
using CseMapper.Documents;
using CseMapper.Documents.Pdf;
using CseMapper.Documents.Word;

namespace CseMapper.Benchmarks;

/// <summary>The long form of the trial of revisions: how many decisions survive new versions of the documents of a
/// folder, and how fast they are found.</summary>
internal static class RevisionRun
{
    public static int Run(string folder, string[] options)
    {
        (string Path, SourceDocument Document)[] documents = [.. Read(folder)];
        DirectoryInfo scratch = Directory.CreateTempSubdirectory("csemapper-revisions-");
        RevisionTally total = new();
        int seed = Arguments.Number(options, "--seed", 1);
        try
        {
            if (Array.IndexOf(options, "--converted") is var at and >= 0)
            {
                new RevisionTrial(scratch.FullName, documents, seed).RunConverted(
                    [.. Read(options[at + 1])],
                    total,
                    CancellationToken.None
                );
            }
            else
            {
                for (int round = 0; round < Arguments.Number(options, "--rounds", 3); round++)
                    new RevisionTrial(scratch.FullName, documents, seed + round).Run(total, CancellationToken.None);
            }
        }
        finally
        {
            scratch.Delete(recursive: true);
        }

        foreach (string wrong in total.WrongCarryOvers)
            Console.WriteLine("WRONG " + wrong);
        foreach (string lost in total.Lost.Take(Arguments.Number(options, "--show", 0)))
            Console.WriteLine("LOST " + lost);
        using Process self = Process.GetCurrentProcess();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{documents.Length} documents; {total}\nprocessor {self.TotalProcessorTime.TotalSeconds:F1} "
                    + $"s, peak {self.PeakWorkingSet64 >> 20} MB"
            )
        );
        return total.WrongCarryOvers.Count == 0 ? 0 : 3;
    }

    private static IEnumerable<(string Path, SourceDocument Document)> Read(string folder)
    {
        DocumentIngest ingest = new([new WordReader(), new PdfReader()], ReadOptions.Default, TimeProvider.System);
        string[] files =
        [
            .. Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(file =>
                    file.EndsWith(".docx", StringComparison.Ordinal) || file.EndsWith(".pdf", StringComparison.Ordinal)
                )
                .Order(StringComparer.Ordinal),
        ];
        foreach (string file in files)
        {
            using FileStream stream = File.OpenRead(file);
            if (
                ingest.Read(stream, Path.GetFileName(file), CancellationToken.None).Result.Document is
                { Blocks.Count: > 0 } document
            )
            {
                yield return (Path.GetRelativePath(folder, file), document);
            }
        }
    }
}

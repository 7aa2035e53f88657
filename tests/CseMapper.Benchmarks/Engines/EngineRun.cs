using System.Diagnostics;
using CseMapper.Documents;
using CseMapper.Documents.Pdf;
using CseMapper.PdfPig;

namespace CseMapper.Benchmarks.Engines;

/// <summary>The engines beside each other, one a process, on the same files; times are processor times.</summary>
internal static class EngineRun
{
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

    private static IDocumentReader? ReaderOf(string engine) =>
        engine switch
        {
            "embedded" => new PdfReader(),
            "pdfpig" => new PdfPigReader(),
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

using System.Diagnostics;
using System.Globalization;
using CseMapper.Pdf;

namespace CseMapper.Benchmarks;

/// <summary>Reads a folder of PDFs on one thread in one process, from disk to blocks, and says how fast and with how
/// much memory.</summary>
internal static class CorpusRun
{
    public static int Run(string folder, string[] options)
    {
        string[] files = Arguments.PdfFiles(folder);
        int pages = 0;
        for (int round = 1; round <= Arguments.Number(options, "--rounds", 1); round++)
            pages = ReadAll(files);
        if (options.Contains("--beside"))
            OtherReaders.Time(files, pages);
        return 0;
    }

    private static int ReadAll(string[] files)
    {
        long characters = 0;
        int pages = 0;
        List<(double Seconds, int Pages, string File)> times = [];
        using Process self = Process.GetCurrentProcess();
        TimeSpan processor = self.TotalProcessorTime;
        Stopwatch watch = Stopwatch.StartNew();
        foreach (string file in files)
        {
            TimeSpan before = watch.Elapsed;
            PdfDocument document = PdfDocument.Open(File.ReadAllBytes(file));
            foreach (PdfPageContent page in document.ReadContent().Pages)
                characters += page.Text.Length;
            pages += document.PageCount;
            times.Add(((watch.Elapsed - before).TotalSeconds, document.PageCount, Path.GetFileName(file)));
        }

        double seconds = watch.Elapsed.TotalSeconds;
        self.Refresh();
        int[] collections = [.. Enumerable.Range(0, 3).Select(generation => GC.CollectionCount(generation))];
        double used = (self.TotalProcessorTime - processor).TotalSeconds;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"csemapper: {files.Length} files, {pages} pages, {characters} characters, {seconds:F2} s, "
                    + $"{pages / seconds:F0} pages/s; processor {used:F2} s, {pages / used:F0} pages/s; peak "
                    + $"{self.PeakWorkingSet64 >> 20} MB, {GC.GetTotalAllocatedBytes() >> 20} MB allocated, "
                    + $"collections {string.Join('/', collections)}"
            )
        );
        foreach ((double time, int count, string file) in times.OrderByDescending(t => t.Seconds).Take(5))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {time:F3} s {count} pages {file}"));
        }

        return pages;
    }
}

using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using CseMapper.Pdf;
using CseMapper.Pdf.Files;

namespace CseMapper.Benchmarks.Parts;

/// <summary>How fast a file of 1,000 pages is opened and its pages are listed, with its cross-references and without
/// them.</summary>
[MemoryDiagnoser]
public class OpeningBenchmarks
{
    private const int PageCount = 1000;

    private byte[] _sound = [];
    private byte[] _damaged = [];

    [GlobalSetup]
    public void MakeFiles()
    {
        StringBuilder text = new("%PDF-1.7\n");
        List<int> offsets = [];
        void Add(string value)
        {
            offsets.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{value}\nendobj\n");
        }

        Add("<</Type/Catalog/Pages 2 0 R>>");
        Add(
            $"<</Type/Pages/Count {PageCount}/Kids["
                + $"{string.Join(' ', Enumerable.Range(3, PageCount).Select(n => $"{n} 0 R"))}]>>"
        );
        for (int i = 0; i < PageCount; i++)
        {
            Add(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595.32 841.92]/Resources<</Font<</F1 5 0 R/F2 6 0 "
                    + "R>>>>/Contents 4 0 R/StructParents 1>>"
            );
        }

        int table = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (int offset in offsets)
            text.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"trailer\n<</Size {offsets.Count + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF"
        );
        _sound = Encoding.Latin1.GetBytes(text.ToString());
        _damaged = Encoding.Latin1.GetBytes(text.Replace("startxref", "startxxxx").ToString());
    }

    [Benchmark]
    public int Sound() => Open(_sound);

    [Benchmark]
    public int Rebuilt() => Open(_damaged);

    private static int Open(byte[] file) => PdfFile.Open(file, [], new PdfProblemLog(), PdfLimits.Default).Pages.Count;
}

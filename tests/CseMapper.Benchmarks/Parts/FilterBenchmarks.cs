using System.IO.Compression;
using System.Text;
using BenchmarkDotNet.Attributes;
using CseMapper.Pdf.Objects.Filters;

namespace CseMapper.Benchmarks.Parts;

/// <summary>How fast 32 KB of page content are unpacked, the usual size.</summary>
[MemoryDiagnoser]
public class FilterBenchmarks
{
    private byte[] _packed = [];
    private byte[] _base85 = [];

    [GlobalSetup]
    public void MakeData()
    {
        byte[] content = Encoding.Latin1.GetBytes(
            string.Concat(Enumerable.Range(0, 800).Select(i => $"1 0 0 1 72 {i}.25 Tm [(line)-{i}(number)] TJ\n"))
        );
        using MemoryStream stream = new();
        using (ZLibStream packer = new(stream, CompressionLevel.Optimal, leaveOpen: true))
            packer.Write(content);
        _packed = stream.ToArray();
        Random random = new(1);
        _base85 = [.. Enumerable.Range(0, 32 << 10).Select(_ => (byte)random.Next('!', 'u' + 1))];
    }

    [Benchmark]
    public int Flate()
    {
        using PooledBuffer output = new(_packed.Length * 4, 1 << 20);
        FlateFilter.Decode(_packed, output);
        return output.Length;
    }

    [Benchmark]
    public int Base85()
    {
        using PooledBuffer output = new(_base85.Length, 1 << 20);
        AsciiFilters.Decode85(_base85, output);
        return output.Length;
    }
}

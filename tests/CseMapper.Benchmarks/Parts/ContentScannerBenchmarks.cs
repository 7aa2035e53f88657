using System.Text;
using BenchmarkDotNet.Attributes;
using CseMapper.Pdf.Syntax;

namespace CseMapper.Benchmarks.Parts;

/// <summary>How fast a page's content is split into operators: 1,000 lines of text as a word processor writes
/// them.</summary>
[MemoryDiagnoser]
public class ContentScannerBenchmarks
{
    private readonly byte[] _content = Encoding.Latin1.GetBytes(
        string.Concat(
            Enumerable
                .Range(0, 1000)
                .Select(i =>
                    $"/P <</MCID {i}>> BDC q 0.000008871 0 595.32 841.92 re W* n BT /F1 11.04 Tf 1 0 0 1 72.024 "
                    + $"{760 - i % 50 * 14}.5 Tm 0 g 0 G [(W)7(e)-3( answer)-12( within ten)4( working days)] TJ ET "
                    + "Q EMC\n"
                )
        )
    );

    private readonly ContentOperands _operands = new();
    private readonly NameTable _names = new();

    [Benchmark]
    public int Operators()
    {
        ContentScanner scanner = new(_content, _operands, _names);
        int count = 0;
        while (scanner.Next())
            count++;
        return count;
    }

    [Benchmark]
    public int Tokens()
    {
        Lexer lexer = new(_content);
        int count = 0;
        while (lexer.Next() != TokenKind.End)
            count++;
        return count;
    }
}

using System.IO.Compression;
using System.Text;
using CseMapper.Pdf.Files;
using CseMapper.Pdf.Objects;
using CseMapper.Pdf.Objects.Filters;
using CseMapper.Pdf.Syntax;

namespace CseMapper.Pdf.Tests.Objects.Filters;

public sealed class StreamDecoderTests
{
    private readonly PdfProblemLog _log = new();

    [Theory]
    [InlineData("", "Hello", "Hello")]
    [InlineData("/Filter/AHx", "48656C6C6F>", "Hello")]
    [InlineData("/Filter[/ASCIIHexDecode]", "48656C6C6F>", "Hello")]
    [InlineData("/Filter[/AHx/AHx]", "34383635>", "He")]
    [InlineData("/F[/AHx/A85]", "38 37 63 55 52 44 5D 69 2C 22 45 62 6F 37 7E 3E>", "Hello World")]
    [InlineData("/Filter/Crypt", "Hello", "Hello")]
    [InlineData("/Filter[]", "Hello", "Hello")]
    [InlineData("/Filter 7", "Hello", "Hello")]
    public void FiltersAndChainsAreUndone(string entries, string data, string expected)
    {
        Assert.Equal(
            expected,
            Encoding.Latin1.GetString(Decoder().Decode(Stream(entries, Encoding.Latin1.GetBytes(data))).Span)
        );
        Assert.Empty(_log.Problems);
    }

    [Theory]
    [InlineData("/Filter/DCTDecode", "DCTDecode")]
    [InlineData("/Filter[/AHx/DCT]", "DCTDecode")]
    [InlineData("/Filter/JBIG2Decode", "JBIG2Decode")]
    [InlineData("/Filter/Unheard", "Unheard")]
    public void ImagesAreLeftAsTheyAre(string entries, string filter)
    {
        using DecodedStream decoded = Decoder().DecodePooled(Stream(entries, "4865>"u8.ToArray()));
        Assert.Equal(filter, decoded.ImageFilter);
        Assert.Equal(
            entries.Contains("AHx", StringComparison.Ordinal) ? "He" : "4865>",
            Encoding.Latin1.GetString(decoded.Span)
        );
    }

    [Fact]
    public void PredictorsOfAChainBelongToTheirFilter()
    {
        byte[] rows = [2, 1, 2, 3, 2, 1, 1, 1];
        string hex = Convert.ToHexString(Pack(rows)) + ">";
        PdfStream stream = Stream(
            "/Filter[/AHx/Fl]/DecodeParms[null<</Predictor 12/Columns 3>>]",
            Encoding.Latin1.GetBytes(hex)
        );
        Assert.Equal([1, 2, 3, 2, 3, 4], Decoder().Decode(stream).ToArray());
    }

    [Fact]
    public void ABombIsCutAtTheLimitAndNamed()
    {
        PdfStream bomb = Stream("/Filter[/Fl/Fl]", Pack(Pack(new byte[20_000_000])));
        StreamDecoder decoder = new(_log, PdfLimits.Default with { StreamBytes = 1 << 20 });
        Assert.Equal(1 << 20, decoder.Decode(bomb).Length);
        Assert.Equal(PdfProblemKind.LimitReached, Assert.Single(_log.Problems).Kind);
    }

    [Fact]
    public void AllStreamsTogetherAreBounded()
    {
        PdfStream stream = Stream("/Filter/Fl", Pack(new byte[1000]));
        int stored = stream.Raw.Length;
        StreamDecoder decoder = new(_log, PdfLimits.Default with { FileBytes = 2500 + 3 * stored });
        Assert.Equal([1000, 1000, 500, 0], Enumerable.Range(0, 4).Select(_ => decoder.Decode(stream).Length));
        Assert.Equal(PdfProblemKind.LimitReached, Assert.Single(_log.Problems).Kind);
    }

    [Fact]
    public void DamageIsNamed()
    {
        byte[] packed = Pack([.. Enumerable.Range(0, 5000).Select(i => (byte)(i * i))]);
        packed.AsSpan(20, 20).Fill(0xFF);
        Decoder().Decode(Stream("/Filter/Fl", packed));
        Assert.Equal(PdfProblemKind.Damaged, Assert.Single(_log.Problems).Kind);
    }

    [Fact]
    public void SeveralContentStreamsAreOne()
    {
        PdfArray parts = new(null);
        parts.Add(PdfValue.From(Stream("", "(a"u8.ToArray())));
        parts.Add(PdfValue.Null);
        parts.Add(PdfValue.From(Stream("/Filter/AHx", "6229>"u8.ToArray())));
        using DecodedStream contents = Decoder().DecodeContents(PdfValue.From(parts));
        Assert.Equal("(a\nb)\n", Encoding.Latin1.GetString(contents.Span));
    }

    private StreamDecoder Decoder() => new(_log, PdfLimits.Default);

    private static PdfStream Stream(string entries, byte[] data) =>
        new(new ObjectParser(Encoding.Latin1.GetBytes(entries), 0, new NameTable()).ReadEntries(), data);

    private static byte[] Pack(byte[] bytes)
    {
        using MemoryStream stream = new();
        using (ZLibStream packer = new(stream, CompressionLevel.Optimal, leaveOpen: true))
            packer.Write(bytes);
        return stream.ToArray();
    }
}

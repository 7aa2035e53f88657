using System.Text;
using CseMapper.Documents.Pdf;

namespace CseMapper.Documents.Tests.Pdf;

public sealed class PdfReaderTests
{
    [Fact]
    public void ProtectionByCertificateIsUnsupportedAndAsksForNoPassword()
    {
        IngestResult result = Read("<</Filter/Adobe.PubSec/V 4>>");
        Assert.Equal(ReadStatus.Unsupported, result.Status);
        Assert.Contains("certificates", Assert.Single(result.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnknownPasswordIsItsOwnStatusAndSaysHowToGiveIt()
    {
        string entry = new('0', 64);
        IngestResult result = Read($"<</Filter/Standard/V 2/R 3/Length 128/P -4/O<{entry}>/U<{entry}>>>");
        Assert.Equal(ReadStatus.NeedsPassword, result.Status);
        Assert.Contains("--password", Assert.Single(result.Problems).Message, StringComparison.Ordinal);
    }

    private static IngestResult Read(string encryption)
    {
        string text =
            "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Kids[<</Type/Page>>]>>endobj\n"
            + $"trailer<</Root 1 0 R/Encrypt {encryption}>>";
        using MemoryStream stream = new(Encoding.Latin1.GetBytes(text));
        return new PdfReader().Read(stream, new ReadOptions(), CancellationToken.None);
    }
}

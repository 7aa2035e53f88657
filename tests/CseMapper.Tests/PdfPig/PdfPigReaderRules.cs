using CseMapper.Ingest;
using CseMapper.PdfPig;
using CseMapper.Tests.Ingest;

namespace CseMapper.Tests.PdfPig;

public sealed class PdfPigReaderRules : DocumentReaderRules
{
    protected override IDocumentReader Reader { get; } = new PdfPigReader();

    protected override byte[] Sample { get; } = CorpusSample("Accessible Information Policy.pdf");
}

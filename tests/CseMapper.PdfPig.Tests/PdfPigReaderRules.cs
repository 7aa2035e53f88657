using CseMapper.Documents;
using CseMapper.Testing;

namespace CseMapper.PdfPig.Tests;

public sealed class PdfPigReaderRules : DocumentReaderRules
{
    protected override IDocumentReader Reader { get; } = new PdfPigReader();

    protected override byte[] Sample { get; } = CorpusSample("Accessible Information Policy.pdf");
}

using System.Globalization;
using CseMapper.Documents;
using CseMapper.PdfPig;
using CseMapper.Tests.Samples;

namespace CseMapper.Tests.PdfPig;

public sealed class PdfPigSampleTests(PdfPigSampleRun run, ITestOutputHelper output)
    : SampleCorpusRules(run, output),
        IClassFixture<PdfPigSampleRun>
{
    /// <summary>PdfPig may find five in a hundred fewer.</summary>
    protected override double Share => 0.95;

    /// <summary>Cells of tables that PdfPig's segmenter runs together.</summary>
    protected override int MostLost => 6;

    /// <summary>PdfPig cannot open the file that was cut off.</summary>
    protected override ReadStatus CutOff => ReadStatus.Unreadable;
}

public sealed class PdfPigSampleRun() : SampleRun(new PdfPigReader());

/// <summary>A mapping of documents read by PdfPig beside one of the same documents read by the embedded
/// reader.</summary>
public sealed class PdfReadersAgreeTests(SampleRun run, PdfPigSampleRun other, ITestOutputHelper output)
    : IClassFixture<SampleRun>,
        IClassFixture<PdfPigSampleRun>
{
    [Fact]
    public void AMappingWithPdfPigHoldsTheEvidenceThatTheEmbeddedReaderFinds()
    {
        SampleScores scores = new(run);
        double ofAll = SampleAgreement.Of(run, other, (_, _) => true);
        double ofEvidence = SampleAgreement.Of(
            run,
            other,
            (element, suggestion) => scores.IsEvidence(element, suggestion)
        );
        double ofShown = SampleAgreement.Of(run, other, (_, suggestion) => suggestion.Strength != "weak");

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{ofAll:P1} of all suggestions, {ofShown:P1} of those that are not weak, {ofEvidence:P1} of "
                    + $"those that are evidence"
            )
        );
        Assert.True(ofEvidence >= 0.95, $"{ofEvidence}");
    }
}

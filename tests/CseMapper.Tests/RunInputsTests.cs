using CseMapper.Documents;
using CseMapper.Documents.Files;
using CseMapper.Documents.Pdf;
using CseMapper.Documents.Text;
using CseMapper.Passages.Splitting;
using CseMapper.Pdf;
using CseMapper.PdfPig;

namespace CseMapper.Tests;

public sealed class RunInputsTests
{
    private static readonly Type[] _readingSteps =
    [
        typeof(IDocumentReader),
        typeof(PdfDocument),
        typeof(FoundFile),
        typeof(PassageSplitter),
    ];

    [Fact]
    public void CachesDependOnWhatReadsAndCutsDocumentsAndOnNothingElse() =>
        Assert.Equal(BuildsOf(_readingSteps), BuildsIn([new PlainTextReader(), new PdfReader()]));

    [Fact]
    public void TheOtherPdfReaderCountsWhereItReads() =>
        Assert.Equal(
            BuildsOf([.. _readingSteps, typeof(PdfPigReader)]),
            BuildsIn([new PlainTextReader(), new PdfPigReader()])
        );

    private static Guid[] BuildsOf(IEnumerable<Type> types) =>
        [.. types.Select(type => type.Module.ModuleVersionId).Order()];

    /// <summary>The builds that the fingerprint of reading names.</summary>
    private static Guid[] BuildsIn(IReadOnlyList<IDocumentReader> readers)
    {
        DocumentIngest ingest = new(readers, ReadOptions.Default, TimeProvider.System);
        return
        [
            .. RunInputs
                .OfReading(ingest.ReaderBuilds, ReadOptions.Default)
                .Split(' ')
                .Where(word => Guid.TryParse(word, out _))
                .Select(Guid.Parse)
                .Order(),
        ];
    }
}

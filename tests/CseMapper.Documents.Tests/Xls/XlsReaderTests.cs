using CseMapper.Documents.OpenDocument;
using CseMapper.Documents.Xls;
using CseMapper.Testing;

namespace CseMapper.Documents.Tests.Xls;

public sealed class XlsReaderTests
{
    private static readonly string[] _standards =
    [
        "1 [] Standards",
        "table with 1 heads: Measure | Target | Result / Letters | 10 working days | 91.5% / ~~Faxes~~ | TRUE | in café ’ ☺",
        "{Aside} text: We publish these results.",
    ];

    [Fact]
    public void CellsShowWhatExcelShowsAndHiddenOnesAreLeftOut()
    {
        IngestResult result = OfficeFiles.Read(new XlsReader(), Sample("standards.xls"));

        Assert.Equal(_standards, ShownBlocks.Of(result));
        Assert.Contains("\"Old\"", Assert.Single(result.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnOpenDocumentSpreadsheetReadsTheSame()
    {
        IngestResult result = OfficeFiles.Read(new OdsReader(), Sample("standards.ods"));

        Assert.Equal(_standards, ShownBlocks.Of(result));
        Assert.Contains("\"Old\"", Assert.Single(result.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DamageAnywhereEndsInCellsOrAReason()
    {
        Random random = new(20260311);
        byte[] sample = Sample("standards.xls");
        for (int i = 0; i < 300; i++)
        {
            byte[] damaged = [.. sample];
            for (int n = 0; n < 12; n++)
                damaged[random.Next(512, damaged.Length)] = (byte)random.Next(256);
            IngestResult result = OfficeFiles.Read(new XlsReader(), damaged);
            Assert.True(result.Status is ReadStatus.Read || result.Problems.Count > 0);
        }
    }

    private static byte[] Sample(string name) =>
        File.ReadAllBytes(RepositoryFiles.Path("tests", "CseMapper.Documents.Tests", "Samples", name));
}

public sealed class XlsReaderRules : DocumentReaderRules
{
    protected override IDocumentReader Reader { get; } = new XlsReader();

    protected override byte[] Sample { get; } =
        File.ReadAllBytes(RepositoryFiles.Path("tests", "CseMapper.Documents.Tests", "Samples", "standards.xls"));
}

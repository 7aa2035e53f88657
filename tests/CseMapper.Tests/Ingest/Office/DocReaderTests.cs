using CseMapper.Ingest;
using CseMapper.Ingest.Office;

namespace CseMapper.Tests.Ingest.Office;

public sealed class DocReaderTests
{
    private static readonly byte[] Small = File.ReadAllBytes(RepositoryFiles.Path("tests", "CseMapper.Tests", "Ingest", "Office", "Samples", "small.doc"));

    [Fact]
    public void HeadingsListsAndTablesComeOut()
    {
        string[] blocks = ShownBlocks.Of(OfficeFiles.Read(new DocReader(), Small));

        Assert.Equal(
            [
                "1 [1.] Our promise",
                "text [1.1]: We answer letters within ten working days.",
                "text: We also:",
                "1 • give our name",
                "1 • keep you informed",
                "table: Channel | Standard / Telephone | Five rings",
                "2 [2.] Naïve café – “quotes”",
                "text: See our site for more.",
            ],
            blocks);
    }

    [Fact]
    public void DamageAnywhereEndsInTextOrAReason()
    {
        Random random = new(20261121);
        for (int i = 0; i < 400; i++)
        {
            byte[] damaged = [.. Small];
            for (int flips = random.Next(1, 40); flips > 0; flips--) damaged[random.Next(512, damaged.Length)] = (byte)random.Next(256);
            if (i % 4 == 0) damaged = damaged[..random.Next(512, damaged.Length)];

            IngestResult result = OfficeFiles.Read(new DocReader(), damaged);

            Assert.True(result.Document is not null || result.Problems.Count > 0);
        }
    }
}

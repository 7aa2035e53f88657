using CseMapper.Documents.Doc;
using CseMapper.Testing;

namespace CseMapper.Documents.Tests.Doc;

public sealed class DocReaderTests
{
    private static readonly byte[] _small = Sample("small.doc");
    private static readonly byte[] _numbers = Sample("numbers.doc");

    [Fact]
    public void HeadingsListsAndTablesComeOut()
    {
        string[] blocks = ShownBlocks.Of(OfficeFiles.Read(new DocReader(), _small));

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
            blocks
        );
    }

    [Fact]
    public void NumbersAndNotesAreThoseThatArePrinted()
    {
        string[] blocks = ShownBlocks.Of(OfficeFiles.Read(new DocReader(), _numbers));

        Assert.Equal(
            [
                "1 [1.] Our promise",
                "2 [1.1] Letters",
                "text: We answer within ten working days[1] and say who answered.",
                "{Note} text: [1] Bank holidays excepted.",
                "2 [1.2] Telephone",
                "1 (a) [1.2(a)] We answer within five rings:",
                "2 iv. [1.2(a)iv] on weekdays;",
                "2 v. [1.2(a)v] on Saturdays.",
                "1 (b) [1.2(b)] We call back[i].",
                "{Note} text: [i] Within a day.",
                "1 [2.] Review",
                "1 ✔ Checked every year.",
                "table with 1 heads: Channel | Standard / (c) Telephone | Five rings",
                "text: Ends here.",
            ],
            blocks
        );
    }

    [Fact]
    public void StruckWordsAreMarkedAndHiddenOnesLeftOutByHandAndByStyle() =>
        Assert.Equal(
            [
                "text: We answer within ~~20~~ 10 working days.",
                "text: We call back within ~~two~~ one day, ~~not~~ always.",
                "text: Shown end.",
                "text: The last line.",
            ],
            ShownBlocks.Of(OfficeFiles.Read(new DocReader(), Sample("struck.doc")))
        );

    [Fact]
    public void DamageAnywhereEndsInTextOrAReason()
    {
        Random random = new(20261121);
        for (int i = 0; i < 800; i++)
        {
            byte[] damaged = [.. i % 2 == 0 ? _small : _numbers];
            for (int flips = random.Next(1, 40); flips > 0; flips--)
                damaged[random.Next(512, damaged.Length)] = (byte)random.Next(256);
            if (i % 4 == 0)
                damaged = damaged[..random.Next(512, damaged.Length)];

            IngestResult result = OfficeFiles.Read(new DocReader(), damaged);

            Assert.True(result.Document is not null || result.Problems.Count > 0);
        }
    }

    private static byte[] Sample(string name) =>
        File.ReadAllBytes(RepositoryFiles.Path("tests", "CseMapper.Documents.Tests", "Samples", name));
}

using CseMapper.Pdf.Catalog;
using CseMapper.Pdf.Files;
using CseMapper.Pdf.Tests.Objects;

namespace CseMapper.Pdf.Tests.Catalog;

public sealed class PageLabelsTests
{
    [Theory]
    [InlineData("[0<</S/D>>]", "1 2 3 4")]
    [InlineData("[0<</S/r>>2<</S/D/St 7/P(A-)>>]", "i ii A-7 A-8")]
    [InlineData("[0<</S/R/St 1998>>]", "MCMXCVIII MCMXCIX MM MMI")]
    [InlineData("[1<</S/a/St 26>>]", "1 z aa bb")]
    [InlineData("[0<</P(x)>>]", "x x x x")]
    [InlineData("[2<</S/D/St -4>>0<</S/A>>]", "A B 1 2")]
    [InlineData("[0<</S/R/St 999999999>>]", "999999999 1000000000 1000000001 1000000002")]
    public void LabelsFollowTheirRanges(string ranges, string expected)
    {
        PdfFile file = new SmallPdf()
            .Add(1, $"<</Type/Catalog/Pages 2 0 R/PageLabels<</Nums{ranges}>>>>")
            .Add(2, "<</Kids[<</Type/Page>><</Type/Page>><</Type/Page>><</Type/Page>>]>>")
            .End()
            .Open();
        Assert.Equal(expected, string.Join(' ', PageLabels.Read(file)!));
    }

    [Fact]
    public void AFileWithoutLabelsHasNone()
    {
        Assert.Null(PageLabels.Read(SmallPdf.OnePage().End().Open()));
    }

    [Fact]
    public void RomanNumeralsMeanTheirNumbers()
    {
        for (int number = 1; number < 4000; number += 4)
        {
            string[] labels = LabelsFrom("R", number);
            Assert.Equal([number, number + 1, number + 2, number + 3], labels.Select(ValueOf));
            Assert.All(labels, label => Assert.DoesNotMatch("IIII|XXXX|CCCC|VV|LL|DD", label));
            Assert.Equal(labels, LabelsFrom("r", number).Select(label => label.ToUpperInvariant()));
        }
    }

    [Fact]
    public void LettersRunThroughTheAlphabetAndRepeat()
    {
        for (int number = 1; number < 26 * 12; number += 4)
        {
            string[] labels = LabelsFrom("a", number);
            for (int i = 0; i < labels.Length; i++)
            {
                char letter = Assert.Single(labels[i].Distinct());
                Assert.Equal(number + i, (26 * (labels[i].Length - 1)) + letter - 'a' + 1);
            }
            Assert.Equal(labels, LabelsFrom("A", number).Select(label => label.ToLowerInvariant()));
        }
    }

    private static string[] LabelsFrom(string style, int start) =>
        PageLabels.Read(
            new SmallPdf()
                .Add(1, $"<</Type/Catalog/Pages 2 0 R/PageLabels<</Nums[0<</S/{style}/St {start}>>]>>>>")
                .Add(2, "<</Kids[<</Type/Page>><</Type/Page>><</Type/Page>><</Type/Page>>]>>")
                .End()
                .Open()
        )!;

    /// <summary>A smaller numeral before a larger one is taken away, all others are added.</summary>
    private static int ValueOf(string numeral)
    {
        int[] values =
        [
            .. numeral.Select(letter =>
                letter switch
                {
                    'I' => 1,
                    'V' => 5,
                    'X' => 10,
                    'L' => 50,
                    'C' => 100,
                    'D' => 500,
                    _ => 1000,
                }
            ),
        ];
        return values.Select((value, at) => at + 1 < values.Length && value < values[at + 1] ? -value : value).Sum();
    }
}

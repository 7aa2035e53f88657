using System.Globalization;
using CseMapper.Pdf.Tests.Fonts.Letters;
using CseMapper.Pdf.Tests.Objects;

namespace CseMapper.Pdf.Tests.Text;

public class LetterCheckTests
{
    private const string Scrambled = "/Type/Font/Subtype/Type1/BaseFont/ABCDEF+Foo/Encoding/WinAnsiEncoding";

    [Fact]
    public void TextOfGlyphIndexesIsMended()
    {
        PdfContent content = Read(
            new SmallPdf().Add(
                5,
                "<</Type/Font/Subtype/Type0/BaseFont/Foo/Encoding/Identity-H/DescendantFonts[<</Subtype"
                    + "/CIDFontType2/DW "
                    + "500>>]>>"
            ),
            $"<{ByGlyph(LetterTexts.English)}> Tj"
        );
        Assert.Equal(LetterTexts.English, Text(content));
        Assert.Equal(PdfPageState.HasText, content.Pages[0].State);
    }

    [Fact]
    public void AShiftThatMendedOneFontMendsTheFewWordsOfAnother()
    {
        const string Font =
            "<</Type/Font/Subtype/Type0/BaseFont/Foo/Encoding/Identity-H/DescendantFonts[<</Subtype/CIDFontType2/DW "
            + "500>>]>>";
        PdfContent content = Read(
            new SmallPdf().Add(5, Font).Add(6, Font),
            $"<{ByGlyph(LetterTexts.English)}> Tj /F2 8 Tf T* <{ByGlyph("Our promise")}> Tj"
        );
        Assert.Equal(LetterTexts.English + "Our promise", Text(content));
    }

    [Fact]
    public void AMapThatLiesIsLeftAsideWhereTheEncodingTellsTheTruth()
    {
        string map =
            "1 beginbfrange <61> <7A> ["
            + string.Concat(LetterTexts.Swapped("abcdefghijklmnopqrstuvwxyz").Select(letter => $"<{(int)letter:X4}>"))
            + "] endbfrange";
        PdfContent content = Read(
            new SmallPdf().Add(5, $"<<{Scrambled}/ToUnicode 6 0 R>>").AddStream(6, "", map),
            Show(LetterTexts.English)
        );
        Assert.Equal(LetterTexts.English, Text(content));
    }

    [Fact]
    public void TextThatNothingMendsIsLeftOutAndThePageIsUnreadable()
    {
        PdfDocument document = Open(
            new SmallPdf().Add(5, $"<<{Scrambled}>>"),
            Show(LetterTexts.Swapped(LetterTexts.English))
        );
        PdfContent content = document.ReadContent(TestContext.Current.CancellationToken);
        Assert.Equal(PdfPageState.Unreadable, content.Pages[0].State);
        Assert.Empty(content.Blocks);
        Assert.Empty(content.Pages[0].Text);
    }

    [Fact]
    public void OneBrokenFontAmongOthersCostsItsOwnTextOnly()
    {
        SmallPdf pdf = new SmallPdf()
            .Add(5, $"<<{Scrambled}>>")
            .Add(6, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        PdfDocument document = Open(
            pdf,
            Show(LetterTexts.Swapped(LetterTexts.English))
                + " /F2 8 Tf "
                + Show(LetterTexts.English)
                + " T* "
                + Show(LetterTexts.English)
        );
        PdfContent content = document.ReadContent(TestContext.Current.CancellationToken);
        Assert.Equal(PdfPageState.HasText, content.Pages[0].State);
        Assert.Equal(LetterTexts.English + LetterTexts.English, Text(content));
        Assert.Contains(document.Problems, problem => problem is { Kind: PdfProblemKind.UnknownLetters, Page: 1 });
    }

    [Theory]
    [InlineData("x y z")]
    [InlineData("XQ7/B-22 KVWX")]
    public void AFewOddLettersStay(string text) =>
        Assert.Equal(text, Text(Read(new SmallPdf().Add(5, $"<<{Scrambled}>>"), Show(text))));

    private static string ByGlyph(string text) =>
        string.Concat(text.Select(letter => (letter - 29).ToString("X4", CultureInfo.InvariantCulture)));

    private static string Show(string text) =>
        "("
        + text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("(", "\\(", StringComparison.Ordinal)
            .Replace(")", "\\)", StringComparison.Ordinal)
        + ") Tj";

    private static string Text(PdfContent content) =>
        string.Concat(content.Pages[0].Text.Split('\n').Select(static line => line.Trim()));

    private static PdfContent Read(SmallPdf pdf, string show) =>
        Open(pdf, show).ReadContent(TestContext.Current.CancellationToken);

    private static PdfDocument Open(SmallPdf pdf, string show)
    {
        pdf.Add(1, "<</Type/Catalog/Pages 2 0 R>>")
            .Add(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>")
            .Add(
                3,
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 4000 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 "
                    + "6 0 R>>>>>>"
            )
            .AddStream(4, "", $"BT /F1 8 Tf 10 TL 20 150 Td {show} ET");
        return PdfDocument.Open(pdf.End().Bytes());
    }
}

using System.Globalization;
using System.Text;

namespace CseMapper.Pdf.Tests.Objects;

/// <summary>Small documents of one page in Helvetica, and what is read of them.</summary>
internal static class DrawnPage
{
    /// <param name="content">The page's content; /F is the font, and the page is 600 points wide and 800 high.</param>
    /// <param name="encoding">The font's Encoding.</param>
    public static SmallPdf Make(string content, string encoding = "/WinAnsiEncoding") =>
        new SmallPdf()
            .Add(1, "<</Type/Catalog/Pages 2 0 R>>")
            .Add(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>")
            .Add(
                3,
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R/B 6 0 "
                    + "R>>>>>>"
            )
            .AddStream(4, "", content)
            .Add(5, $"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding {encoding}>>")
            .Add(6, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>");

    /// <summary>Text at places of the page, upright.</summary>
    public static string Lines(params ReadOnlySpan<(double X, double Y, double Size, string Text)> lines)
    {
        StringBuilder content = new("BT ");
        foreach ((double x, double y, double size, string text) in lines)
        {
            content.Append(CultureInfo.InvariantCulture, $"/F {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj\n");
        }

        return content.Append("ET\n").ToString();
    }

    public static PdfContent Read(SmallPdf pdf) =>
        PdfDocument.Open(pdf.End().Bytes()).ReadContent(TestContext.Current.CancellationToken);

    /// <summary>The text of a page with this content, line by line.</summary>
    public static string TextOf(string content, string encoding = "/WinAnsiEncoding") =>
        Read(Make(content, encoding)).Pages[0].Text;
}

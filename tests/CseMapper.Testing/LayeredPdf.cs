using System.Globalization;
using System.Text;

namespace CseMapper.Testing;

/// <summary>Small PDF files of printed lines, some of them on a layer that is switched off: the embedded reader leaves
/// those out, as every viewer does, and PdfPig reads them.</summary>
public static class LayeredPdf
{
    private const int FirstLine = 740;
    private const int LineHeight = 16;

    /// <summary>A file of one page.</summary>
    /// <param name="shown">Its lines, each short enough for the page.</param>
    /// <param name="hidden">Lines below them that nobody sees.</param>
    public static byte[] Of(IReadOnlyList<string> shown, params IReadOnlyList<string> hidden)
    {
        StringBuilder content = new();
        Lines(content, shown, FirstLine);
        content.Append("/OC /L1 BDC\n");
        Lines(content, hidden, FirstLine - (LineHeight * shown.Count));
        content.Append("EMC\n");
        return File(
            "<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]>>>>>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 5 0 R"
                + "/Resources<</Font<</F1 4 0 R>>/Properties<</L1 6 0 R>>>>>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
            string.Create(CultureInfo.InvariantCulture, $"<</Length {content.Length}>>\nstream\n{content}\nendstream"),
            "<</Type/OCG/Name(Notes)>>"
        );
    }

    private static void Lines(StringBuilder content, IReadOnlyList<string> lines, int top)
    {
        for (int i = 0; i < lines.Count; i++)
        {
            content.Append(
                CultureInfo.InvariantCulture,
                $"BT /F1 11 Tf 1 0 0 1 72 {top - (LineHeight * i)} Tm ({lines[i]}) Tj ET\n"
            );
        }
    }

    private static byte[] File(params string[] objects)
    {
        StringBuilder file = new("%PDF-1.7\n");
        StringBuilder table = new($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        for (int i = 0; i < objects.Length; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{file.Length:D10} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        string trailer = string.Create(
            CultureInfo.InvariantCulture,
            $"trailer<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{file.Length}\n%%EOF\n"
        );
        return Encoding.Latin1.GetBytes($"{file}{table}{trailer}");
    }
}

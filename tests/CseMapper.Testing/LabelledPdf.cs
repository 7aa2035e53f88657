using System.Globalization;
using System.Text;

namespace CseMapper.Testing;

/// <summary>A small sound PDF file: a page a text, and labels for the pages.</summary>
internal static class LabelledPdf
{
    private const int LineLength = 80;

    /// <summary>Its bytes.</summary>
    /// <param name="labels">The ranges of /PageLabels as in the file: "0&lt;&lt;/S/r&gt;&gt;2&lt;&lt;/S/D&gt;&gt;".</param>
    /// <param name="pages">The words of each page, in ASCII; lines are made of them.</param>
    public static byte[] Write(string labels, params string[] pages)
    {
        List<string> objects =
        [
            $"<</Type/Catalog/Pages 2 0 R/PageLabels<</Nums[{labels}]>>>>",
            $"<</Type/Pages/Count {Number(pages.Length)}/Kids[{Kids(pages.Length)}]>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        ];
        foreach (string words in pages)
        {
            string content = $"BT /F1 11 Tf 14 TL 60 760 Td {string.Concat(Lines(words).Select(Show))}ET";
            objects.Add(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
                    + $"/Contents {Number(objects.Count + 2)} 0 R>>"
            );
            objects.Add($"<</Length {Number(content.Length)}>>stream\n{content}\nendstream");
        }

        return File(objects);
    }

    private static byte[] File(List<string> objects)
    {
        StringBuilder file = new("%PDF-1.7\n");
        StringBuilder table = new();
        for (int i = 0; i < objects.Count; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{file.Length:0000000000} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        int start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n{table}");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {objects.Count + 1}/Root 1 0 R>>\n");
        file.Append(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }

    /// <summary>Pages are every second object from the fourth, each before its content.</summary>
    private static string Kids(int count) =>
        string.Join(' ', Enumerable.Range(0, count).Select(page => $"{Number(4 + (2 * page))} 0 R"));

    private static IEnumerable<string> Lines(string words)
    {
        StringBuilder line = new();
        foreach (string word in words.Split(' '))
        {
            if (line.Length + word.Length > LineLength)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        yield return line.ToString();
    }

    private static string Show(string line) =>
        $"({line.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)}) Tj T* ";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

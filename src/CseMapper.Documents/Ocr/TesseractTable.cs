using System.Globalization;
using CseMapper.Pdf;

namespace CseMapper.Documents.Ocr;

/// <summary>Reads the table of words that Tesseract writes ("tsv": level, page, block, paragraph, line, word, left,
/// top, width, height, confidence, text).</summary>
internal static class TesseractTable
{
    private const int WordLevel = 5;
    private const int Columns = 12;

    /// <param name="table">The program's output; lines that are no words of text are passed over.</param>
    public static IReadOnlyList<PdfRecognisedWord> Read(string table)
    {
        List<PdfRecognisedWord> words = [];
        string lineOfLast = "";
        int line = 0;
        foreach (string row in table.Split('\n'))
        {
            string[] fields = row.TrimEnd('\r').Split('\t');
            if (fields.Length < Columns || Number(fields[0]) != WordLevel || string.IsNullOrWhiteSpace(fields[11]))
                continue;
            string place = string.Join('\t', fields[1..5]);
            if (place != lineOfLast)
                line++;
            lineOfLast = place;
            int left = Number(fields[6]);
            int top = Number(fields[7]);
            float confidence = float.TryParse(
                fields[10],
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out float percent
            )
                ? Math.Clamp(percent / 100, 0, 1)
                : 0;
            words.Add(
                new PdfRecognisedWord(
                    fields[11].Trim(),
                    line,
                    left,
                    top,
                    left + Number(fields[8]),
                    top + Number(fields[9]),
                    confidence
                )
            );
        }

        return words;
    }

    private static int Number(string field) =>
        int.TryParse(field, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
            ? Math.Clamp(number, 0, 1_000_000)
            : 0;
}

using CseMapper.Documents;

namespace CseMapper.Pdf.Tests;

/// <summary>The code of the README, kept the same by <see cref="ReadmeTests"/>.</summary>
internal static class ReadmeExample
{
    public static void Print(string path, TextWriter output)
    {
        // <example>
        PdfDocument document = PdfDocument.Open(File.ReadAllBytes(path));
        if (document.Status == PdfOpenStatus.Opened)
        {
            foreach (Block block in document.ReadContent().Blocks)
            {
                string text = block switch
                {
                    HeadingBlock heading => $"{new string('#', heading.Level)} {heading.Number} {heading.Text}",
                    ListItemBlock item => $"{item.Label} {item.Text}",
                    TableBlock table => string.Join('\n', table.Rows.Select(row => string.Join(" | ", row.Cells))),
                    TextBlock paragraph => paragraph.Text,
                    _ => "",
                };
                output.WriteLine($"page {block.Location.Page}, {block.Role}: {text}");
            }

            PdfPage page = document.ReadPage(1);
            foreach (PdfLine line in page.Lines)
                output.WriteLine($"{line.Box.Top} points from the top: {line}");
        }

        foreach (PdfProblem problem in document.Problems)
            output.WriteLine(problem.Message);
        // </example>
    }
}

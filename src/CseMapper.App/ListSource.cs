using CseMapper.Documents;
using CseMapper.Documents.Detection;

namespace CseMapper.App;

/// <summary>Brings the lines of a list to import, out of whatever file it came in.</summary>
internal static class ListSource
{
    public static bool IsJson(FileInfo file)
    {
        using StreamReader reader = new(file.FullName);
        int first;
        do first = reader.Read();
        while (first >= 0 && char.IsWhiteSpace((char)first));
        return first == '{';
    }

    /// <summary>The lines of a text file as they are, so that damage is named by the line an editor shows; a line a
    /// paragraph, list item or table row for others.</summary>
    /// <exception cref="CommandException">Nothing in the file can be read.</exception>
    public static IReadOnlyList<string> Lines(FileInfo file, DocumentIngest ingest, CancellationToken cancellation)
    {
        using FileStream stream = new(
            file.FullName,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        if (FormatDetector.Detect(stream, file.Name).Format is FileFormat.PlainText or FileFormat.Markdown)
            return File.ReadAllLines(file.FullName);
        IngestResult result = ingest.Read(stream, file.Name, cancellation).Result;
        if (result.Document is { } document)
            return [.. document.Blocks.Where(IsText).SelectMany(Lines)];
        throw new CommandException(
            $"{file.Name}: {string.Join(' ', result.Problems.Select(problem => problem.Message))}"
        );
    }

    private static bool IsText(Block block) => block.Role is BlockRole.Body or BlockRole.Aside;

    private static IEnumerable<string> Lines(Block block) =>
        block switch
        {
            HeadingBlock heading => [Numbered(heading.Number, heading.Text)],
            TextBlock text => Numbered(text.Number, text.Text).Split('\n'),
            ListItemBlock item => Numbered(item.Number ?? item.Label, item.Text).Split('\n'),
            TableBlock table => table.Rows.Select(row =>
                string.Join(' ', row.Cells.Where(cell => cell.Length > 0)).Replace('\n', ' ')
            ),
            _ => [],
        };

    private static string Numbered(string? number, string text) =>
        number is { Length: > 0 } ? $"{number}\t{text}" : text;
}

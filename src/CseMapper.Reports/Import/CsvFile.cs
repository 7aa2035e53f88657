using CseMapper.Documents.Text;
using CsvHelper;

namespace CseMapper.Reports.Import;

/// <summary>Reads a csv file as one sheet: commas, semicolons or tabs, as the system's language has it; any line end;
/// texts between quotation marks.</summary>
internal static class CsvFile
{
    private const int MostCharacters = 256 * 1024 * 1024;

    public static WorkbookSheet Read(string path, Stream stream)
    {
        string text = TextDecoder.Decode(stream, MostCharacters, out bool wasCut, CancellationToken.None);
        if (wasCut)
            throw new WorkbookException($"{path} is too large.");
        return new WorkbookSheet(Path.GetFileName(path), [.. Rows(text, SeparatorOf(text))]);
    }

    private static char SeparatorOf(string text)
    {
        int end = text.IndexOf('\n');
        string first = end < 0 ? text : text[..end];
        return ",;\t".MaxBy(separator => first.Count(c => c == separator));
    }

    private static IEnumerable<WorkbookRow> Rows(string text, char separator)
    {
        CsvReaderOptions options = new()
        {
            Separator = separator,
            HasHeader = false,
            // Empty rows count, so that a row is named as a spreadsheet numbers it.
            SkipEmptyLines = false,
        };
        using CsvReader reader = CsvReader.Create(new StringReader(text), options);
        while (reader.Read())
        {
            string[] cells = [.. Enumerable.Range(0, reader.FieldCount).Select(i => Plain(reader.GetString(i)))];
            if (Array.Exists(cells, cell => cell.Length > 0))
                yield return new WorkbookRow((int)reader.RowNumber, cells);
        }
    }

    /// <summary>Without the apostrophe that keeps a text from being taken for a formula.</summary>
    private static string Plain(string cell)
    {
        string text = cell.Trim();
        return
            text.Length > 1
            && text[0] == '\''
            && "=+-@＝＋－＠".Contains(
                text.AsSpan(1).TrimStart() is [var first, ..] ? first : ' ',
                StringComparison.Ordinal
            )
            ? text[1..]
            : text;
    }
}

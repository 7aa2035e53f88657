using System.Text;
using CseMapper.Documents.Text;

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
        int row = 1;
        List<string> cells = [];
        StringBuilder cell = new();
        bool isQuoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (isQuoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (c == '"' && (isQuoted || cell.Length == 0))
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && (c == separator || c is '\n' or '\r'))
            {
                cells.Add(Plain(cell));
                if (c == separator)
                    continue;
                if (cells.Exists(one => one.Length > 0))
                    yield return new WorkbookRow(row, [.. cells]);
                cells.Clear();
                if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                    i++;
                row++;
            }
            else
            {
                cell.Append(c);
            }
        }

        cells.Add(Plain(cell));
        if (cells.Exists(one => one.Length > 0))
            yield return new WorkbookRow(row, [.. cells]);
    }

    /// <summary>Without the apostrophe that keeps a text from being taken for a formula.</summary>
    private static string Plain(StringBuilder cell)
    {
        string text = cell.ToString().Trim();
        cell.Clear();
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

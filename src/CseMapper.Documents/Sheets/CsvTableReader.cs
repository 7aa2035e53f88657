using System.Text;
using CseMapper.Documents.Text;

namespace CseMapper.Documents.Sheets;

/// <summary>Reads tables of separated values (.csv, .tsv): by commas, semicolons, tabs or bars, texts with any of them
/// between quotation marks (RFC 4180).</summary>
public sealed class CsvTableReader : IDocumentReader
{
    private const int MostColumns = 512;
    private const int MostCells = 1_000_000;
    private const int LongestLook = 65536;

    /// <inheritdoc/>
    public IReadOnlyList<FileFormat> Formats { get; } = [FileFormat.SeparatedValues];

    /// <inheritdoc/>
    public IngestResult Read(Stream stream, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        string text = TextDecoder.Decode(stream, options.MaxTextLength, out bool wasCut, cancellation);
        List<TableRow> rows = [];
        int cells = 0;
        char separator = SeparatorOf(text);
        int at = SkipHint(text);
        while (at < text.Length && cells < MostCells)
        {
            cancellation.ThrowIfCancellationRequested();
            List<string> row = ReadRow(text, separator, ref at);
            cells += row.Count;
            if (row.Exists(cell => cell.Length > 0))
                rows.Add(new TableRow(row));
        }

        return TextLimits.Result(
            new SourceDocument(
                FileFormat.SeparatedValues,
                rows.Count == 0 ? [] : [SheetTable.Of(rows)],
                PageCount: null,
                DocumentFacts.None
            ),
            wasCut || at < text.Length,
            options
        );
    }

    private static List<string> ReadRow(string text, char separator, ref int at)
    {
        List<string> row = [];
        StringBuilder cell = new();
        bool isQuoted = false;
        for (; at < text.Length; at++)
        {
            char c = text[at];
            if (isQuoted)
            {
                if (c != '"')
                    cell.Append(c);
                else if (at + 1 < text.Length && text[at + 1] == '"')
                    cell.Append(text[at++]);
                else
                    isQuoted = false;
            }
            else if (c == '"' && IsBlank(cell))
            {
                cell.Clear();
                isQuoted = true;
            }
            else if (c == separator)
            {
                EndCell();
            }
            else if (c is '\r' or '\n')
            {
                at += c == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
                break;
            }
            else
            {
                cell.Append(c);
            }
        }

        EndCell();
        return row;

        void EndCell()
        {
            if (row.Count < MostColumns)
                row.Add(cell.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Trim());
            cell.Clear();
        }
    }

    private static bool IsBlank(StringBuilder cell)
    {
        for (int i = 0; i < cell.Length; i++)
        {
            if (cell[i] != ' ')
                return false;
        }

        return true;
    }

    /// <summary>The sign that the first lines hold most evenly; "sep=;" names it for Excel.</summary>
    private static char SeparatorOf(string text)
    {
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4)
            return text[4];
        Dictionary<char, int> counts = [];
        bool isQuoted = false;
        foreach (char c in text.AsSpan(0, Math.Min(text.Length, LongestLook)))
        {
            if (c == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted && c is ',' or ';' or '\t' or '|')
                counts[c] = counts.GetValueOrDefault(c) + (c is '\t' or ';' or '|' ? 2 : 1);
        }

        return counts.Count == 0
            ? ','
            : counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).First().Key;
    }

    private static int SkipHint(string text)
    {
        if (!text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
            return 0;
        int end = text.IndexOfAny(['\r', '\n']);
        return end < 0 ? text.Length : end + 1;
    }
}

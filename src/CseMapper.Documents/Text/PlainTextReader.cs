using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CseMapper.Documents.Text;

/// <summary>Reads plain text: paragraphs parted by empty lines, with the headings, clauses and lists that their look
/// gives away.</summary>
public sealed partial class PlainTextReader : IDocumentReader
{
    private const int LongestHeading = 12;
    private static readonly BlockLocation _nowhere = new(Page: null);

    /// <inheritdoc/>
    public IReadOnlyList<FileFormat> Formats { get; } = [FileFormat.PlainText];

    /// <inheritdoc/>
    public IngestResult Read(Stream stream, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        string text = TextDecoder.Decode(stream, options.MaxTextLength, out bool wasCut, cancellation);
        SourceDocument document = new(
            FileFormat.PlainText,
            Blocks(text, cancellation),
            PageCount: null,
            DocumentFacts.None
        );
        return TextLimits.Result(document, wasCut, options);
    }

    private static List<Block> Blocks(string text, CancellationToken cancellation)
    {
        List<string> chunk = [];
        List<int> indents = [];
        List<Block> blocks = [];
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            cancellation.ThrowIfCancellationRequested();
            if (!line.IsWhiteSpace())
            {
                chunk.Add(line.TrimEnd().ToString());
                continue;
            }
            if (chunk.Count > 0)
                AddChunk(chunk, indents, blocks);
            chunk.Clear();
        }
        if (chunk.Count > 0)
            AddChunk(chunk, indents, blocks);
        return blocks;
    }

    private static void AddChunk(List<string> chunk, List<int> indents, List<Block> blocks)
    {
        if (chunk.Count == 2 && Underline().IsMatch(chunk[1]) && IsShort(chunk[0]))
        {
            blocks.Add(Heading(chunk[0].Trim(), chunk[1].TrimStart()[0] == '=' ? 1 : 2, isGuessed: false));
            return;
        }
        if (chunk.Count == 1 && HeadingLevel(chunk[0].Trim()) is { } level)
        {
            blocks.Add(Heading(chunk[0].Trim(), level, isGuessed: true));
            return;
        }
        int longest = chunk.Max(line => line.Length);
        StringBuilder text = new();
        Block? open = null;
        string before = "";
        foreach (string line in chunk)
        {
            if (Underline().IsMatch(line))
                continue;
            Match item = Item().Match(line);
            // "2019." in the middle of a paragraph ends a sentence; "2640." after "2639." is an item.
            if (item.Groups["big"].Success && open is not null && !FollowsOn(item, open))
                item = Match.Empty;
            (string? number, string words) = item.Success ? (null, line) : PrintedNumbers.OfClause(line);
            // Lines far longer than a page is wide are paragraphs of an editor that wraps by itself.
            bool begins = item.Success || number is not null || longest > 200;
            if (begins || open is null)
            {
                Close(open, text, blocks);
                open = item.Success ? ItemOf(item, indents) : new TextBlock(_nowhere, number, "");
                text.Append(item.Success ? item.Groups["text"].ValueSpan : words.AsSpan().Trim());
            }
            else
            {
                // A line that ends well before the others was ended on purpose.
                text.Append(before.Length * 10 < longest * 6 ? '\n' : ' ').Append(line.AsSpan().Trim());
            }
            before = line;
        }
        Close(open, text, blocks);
    }

    private static bool FollowsOn(Match item, Block open) =>
        open is ListItemBlock { Number: { } before }
        && int.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out int last)
        && int.Parse(item.Groups["big"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) == last + 1;

    private static void Close(Block? open, StringBuilder text, List<Block> blocks)
    {
        if (open is not null && text.Length > 0)
        {
            string words = text.ToString();
            blocks.Add(open is ListItemBlock item ? item with { Text = words } : (TextBlock)open with { Text = words });
        }
        text.Clear();
    }

    private static ListItemBlock ItemOf(Match item, List<int> indents)
    {
        int indent = item.Groups["indent"].Length;
        indents.RemoveAll(outer => outer >= indent);
        indents.Add(indent);
        string label = item.Groups["label"].Value;
        return new ListItemBlock(_nowhere, indents.Count, label, "")
        {
            Number = char.IsLetterOrDigit(label[^1]) || label.Length > 1 ? label.TrimEnd('.', ')') : null,
        };
    }

    private static HeadingBlock Heading(string line, int level, bool isGuessed)
    {
        (string? number, string text) = PrintedNumbers.OfHeading(line);
        return new HeadingBlock(_nowhere, level, number, text) { IsGuessed = isGuessed };
    }

    /// <summary>The level of a line that stands alone and looks like a heading, else null.</summary>
    private static int? HeadingLevel(string line)
    {
        if (!IsShort(line) || line[^1] is '.' or ',' or ';' or ':' or '?' or '!')
            return null;
        if (PrintedNumbers.OfHeading(line).Number is { } number)
            return 1 + number.AsSpan().TrimEnd('.').Count('.');
        int letters = line.Count(char.IsLetter);
        return letters >= 3 && !line.Any(char.IsLower) && letters * 2 > line.Length ? 1 : null;
    }

    private static bool IsShort(string line) => line.AsSpan().Trim().Count(' ') < LongestHeading;

    [GeneratedRegex(@"^\s*([=\-~_*])\1{2,}\s*$")]
    private static partial Regex Underline();

    [GeneratedRegex(
        """
            ^(?<indent>\s*)
            (?<label>
              [•·▪◦●○■□‣⁃–—*+\-]
              |\(?([a-zA-Z]|[ivxlcIVXLC]{1,6}|\d{1,3})\) # "a)", "(iv)"
              |\d{1,3}\.
              |(?<big>\d{4,5})\.
            )
            \s+(?<text>\S.*)$
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Item();
}

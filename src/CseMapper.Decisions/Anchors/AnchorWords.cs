using System.Text;
using System.Text.RegularExpressions;

namespace CseMapper.Decisions.Anchors;

/// <summary>
/// A text as the words that anchors compare: capitals, punctuation, white space and printed numbers at line starts
/// (which shift when a clause is put in above) do not count; figures, percent, currency and minus signs do, and the
/// marks of struck words. "2.5 hours" at the start of a line is a figure, "2.5 Appeals" a clause.
/// </summary>
internal sealed partial class AnchorWords
{
    private readonly List<(int Start, int Length)> _spans = [];

    public AnchorWords(string text)
    {
        Source = text;
        Regex.ValueMatchEnumerator labels = LabelPattern().EnumerateMatches(text);
        bool isLabel = labels.MoveNext();
        foreach (ValueMatch word in WordPattern().EnumerateMatches(text))
        {
            while (isLabel && labels.Current.Index + labels.Current.Length <= word.Index)
                isLabel = labels.MoveNext();
            if (isLabel && labels.Current.Index <= word.Index)
                continue;
            Words.Add(text.Substring(word.Index, word.Length).ToLowerInvariant().Replace('’', '\'').Replace('−', '-'));
            _spans.Add((word.Index, word.Length));
        }
    }

    public string Source { get; }

    public List<string> Words { get; } = [];

    public int Count => Words.Count;

    /// <summary>Where a word begins in the source.</summary>
    public int StartOf(int word) => _spans[word].Start;

    /// <summary>The source from one word to another.</summary>
    public string Slice(int first, int count) =>
        count == 0
            ? ""
            : Source[_spans[first].Start..(_spans[first + count - 1].Start + _spans[first + count - 1].Length)];

    /// <summary>
    /// The words as one string: a hyphen at the end of a line and a narrow column of a table part words or join them
    /// when a document is saved in another format. Figures stay apart: "20 10" is not "2010".
    /// </summary>
    public static string Joined(List<string> words, int first, int count)
    {
        StringBuilder joined = new();
        for (int at = first; at < first + count; at++)
        {
            if (joined.Length > 0 && !(char.IsLetter(joined[^1]) && char.IsLetter(words[at][0])))
                joined.Append(' ');
            joined.Append(words[at]);
        }

        return joined.ToString();
    }

    /// <summary>The characters of the source before and after some words; half a character is never kept.</summary>
    public (string Before, string After) Around(int first, int count, int length)
    {
        int start = _spans[first].Start;
        int end = _spans[first + count - 1].Start + _spans[first + count - 1].Length;
        int from = Math.Max(0, start - length);
        int to = Math.Min(Source.Length, end + length);
        if (from < start && char.IsLowSurrogate(Source[from]))
            from++;
        if (to > end && char.IsHighSurrogate(Source[to - 1]))
            to--;
        return (Source[from..start], Source[end..to]);
    }

    /// <summary>Words that any two sentences share say little about whether they are the same.</summary>
    public static double Weight(string word) => word.Length <= 3 && word.All(char.IsLetter) ? 0.25 : 1;

    /// <summary>A blank follows, so no word reaches beyond it.</summary>
    [GeneratedRegex(
        """
            ^
            (?:
              \(?
              (?:
                \d{1,3}(?:\.\d{1,3}){2,}\.? # "4.3.2"
                | \d{1,3}\.\d{1,3}\.?(?=[ \t]+(?-i:\p{Lu})) # "2.5 Appeals", not "2.5 hours"
                | \d{1,3}[.)] # "3."
                | [a-z]{1,4}\) # "a)"
                | [ivx]{1,5}[.)] # "iv."
                | [a-z]\. # "b."
              )
              | [•\-–▪◦*o] # bullets, as typed and as copied
            )
            (?:\([a-z0-9]{1,4}\))* # "4.(a)(ii)"
            (?=[ \t])
            """,
        RegexOptions.CultureInvariant
            | RegexOptions.IgnoreCase
            | RegexOptions.Multiline
            | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex LabelPattern();

    [GeneratedRegex(
        @"\d+(?:[.,:]\d+)*%?|[%£€$<>≤≥=±+]|~~|(?<![^\s(])[-−](?=\d)|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}]+)*",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex WordPattern();
}

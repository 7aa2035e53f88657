using System.Text;
using CseMapper.Matching.Suggestions;

namespace CseMapper.App.Commands;

/// <summary>A passage for the terminal, its matched words between brackets.</summary>
internal static class MarkedQuote
{
    /// <summary>The quoted part of a text on one line.</summary>
    public static string Mark(string text, TextSpan quote, IEnumerable<TextSpan> matches)
    {
        StringBuilder marked = new();
        int at = quote.Start;
        foreach (
            TextSpan match in matches
                .Where(match => match.Start >= quote.Start && match.End <= quote.End)
                .OrderBy(match => match.Start)
        )
        {
            if (match.Start < at)
                continue;
            marked.Append(text, at, match.Start - at).Append('[').Append(text, match.Start, match.Length).Append(']');
            at = match.End;
        }

        return marked.Append(text, at, quote.End - at).Replace("\n", " / ").ToString();
    }
}

using System.Text;
using CseMapper.Matching.Suggestions;
using CseMapper.Reports;
using Spectre.Console;

namespace CseMapper.App.Commands;

/// <summary>A passage for the terminal: its matched words bold where somebody watches, else between brackets.</summary>
internal static class MarkedQuote
{
    private static readonly (string Open, string Close) _brackets = ("[", "]");
    private static readonly (string Open, string Close) _bold = ("\u001b[1m", "\u001b[22m");

    /// <summary>The quoted part of a text on one line, without anything that a terminal would obey.</summary>
    /// <param name="text">The text.</param>
    /// <param name="quote">The part of it.</param>
    /// <param name="matches">What is marked.</param>
    /// <param name="terminal">Where it is shown.</param>
    public static string Mark(string text, TextSpan quote, IEnumerable<TextSpan> matches, Terminal terminal)
    {
        (string open, string close) = IsBold(terminal) ? _bold : _brackets;
        string clean = DisplayText.Clean(text);
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
            marked
                .Append(clean, at, match.Start - at)
                .Append(open)
                .Append(clean, match.Start, match.Length)
                .Append(close);
            at = match.End;
        }

        return marked.Append(clean, at, quote.End - at).Replace("\n", " / ").ToString();
    }

    /// <summary>Older windows of Windows print the signs instead of obeying them.</summary>
    private static bool IsBold(Terminal terminal) =>
        terminal.IsInteractive && (!OperatingSystem.IsWindows() || AnsiConsole.Profile.Capabilities.Ansi);
}

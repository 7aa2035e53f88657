using CseMapper.Matching.Suggestions;
using CseMapper.Passages.Indexing;
using CseMapper.Passages.Terms;

namespace CseMapper.App.Commands;

/// <summary>What somebody searches for: as a query for the index, and to mark in what is found.</summary>
internal sealed class SearchWords
{
    private readonly string[] _words;
    private readonly HashSet<string> _stems;

    /// <param name="words">Words, and phrases of several words.</param>
    public SearchWords(IEnumerable<string> words)
    {
        _words = [.. words];
        _stems = [.. _words.SelectMany(TextAnalyzer.Analyze).Where(term => !term.IsStopWord).Select(term => term.Term)];
    }

    /// <summary>True when there is nothing to search for, or only words that stand everywhere.</summary>
    public bool IsEmpty => _stems.Count == 0;

    /// <summary>Passages that hold any of the words.</summary>
    public PassageSearch Any => new(_words);

    /// <summary>Passages that hold all of them.</summary>
    public PassageSearch All => new(_words, NeedsAll: true);

    /// <summary>Takes a line apart; what stands between quotation marks is a phrase.</summary>
    public static SearchWords Parse(string line) =>
        new(
            line.Split('"')
                .SelectMany(
                    (piece, at) =>
                        at % 2 == 1 ? [piece] : piece.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                )
        );

    /// <summary>Where a text holds them.</summary>
    public TextSpan[] MatchesIn(string text) =>
        [
            .. TextAnalyzer
                .Analyze(text)
                .Where(term => _stems.Contains(term.Term))
                .Select(term => new TextSpan(term.Start, term.Length)),
        ];
}

using System.Text.RegularExpressions;

namespace CseMapper.Decisions.Tests.Anchors.Revisions;

/// <summary>Edits of the kind that change what a policy promises: figures, periods, duties, negations, single words,
/// sentences.</summary>
internal sealed partial class WordEdits(Random random, string[] otherSentences)
{
    private static readonly (string Old, string New)[] _duties =
    [
        ("must", "may"),
        ("will", "may"),
        ("shall", "should"),
        ("should", "must"),
        ("can", "cannot"),
        ("all", "some"),
        ("days", "weeks"),
        ("weeks", "months"),
        ("always", "usually"),
        ("and", "or"),
        ("before", "after"),
        ("within", "after"),
        ("more", "less"),
        ("is", "is not"),
        ("are", "are not"),
    ];

    private static readonly string[] _words =
    [
        "regional",
        "quarterly",
        "manager",
        "committee",
        "written",
        "published",
        "telephone",
        "annual",
        "partner",
        "standard",
        "tenant",
        "budget",
    ];

    /// <summary>A few words of the text changed; may come to the same words by chance.</summary>
    public string Reword(string text)
    {
        int edits = random.Next(10) switch
        {
            < 6 => 1,
            < 9 => 2,
            _ => 4,
        };
        for (int i = 0; i < edits; i++)
            text = RewordOnce(text);
        return text;
    }

    /// <summary>A sentence put in, taken out or replaced; at least one stays.</summary>
    public string ChangeSentence(string text)
    {
        List<string> sentences = [.. BlockText.Sentences(text)];
        int at = random.Next(sentences.Count);
        if (sentences.Count < 2 || random.Next(3) == 0)
            sentences.Insert(random.Next(2) + at, Other());
        else if (random.Next(2) == 0)
            sentences.RemoveAt(at);
        else
            sentences[at] = Other();
        return string.Join(' ', sentences);
    }

    /// <summary>A sentence from anywhere.</summary>
    public string Other() => otherSentences[random.Next(otherSentences.Length)];

    private string RewordOnce(string text)
    {
        if (random.Next(3) == 0 && Pick(Figure().Matches(text)) is { } figure)
            return Replace(text, figure, $"{int.Parse(figure.ValueSpan) + 1 + random.Next(20)}");
        if (random.Next(2) == 0)
        {
            (string old, string now) = _duties[random.Next(_duties.Length)];
            if (Pick(Regex.Matches(text, $@"\b{old}\b")) is { } duty)
                return Replace(text, duty, now);
        }

        if (Pick(LongWord().Matches(text)) is not { } word)
            return text + " " + _words[random.Next(_words.Length)];
        return random.Next(3) switch
        {
            0 => Replace(text, word, _words[random.Next(_words.Length)]),
            1 => Replace(text, word, $"{_words[random.Next(_words.Length)]} {word.Value}"),
            _ => Replace(text, word, ""),
        };
    }

    private Match? Pick(MatchCollection matches) => matches.Count == 0 ? null : matches[random.Next(matches.Count)];

    private static string Replace(string text, Match match, string now) =>
        BlockText.Collapse($"{text.AsSpan(0, match.Index)}{now}{text.AsSpan(match.Index + match.Length)}");

    [GeneratedRegex(@"(?<![\d.,])\d{1,4}(?![\d.,]\d)")]
    private static partial Regex Figure();

    [GeneratedRegex(@"\b[a-z]{5,}\b")]
    private static partial Regex LongWord();
}

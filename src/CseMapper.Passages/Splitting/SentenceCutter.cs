using System.Buffers;

namespace CseMapper.Passages.Splitting;

/// <summary>Cuts text that is longer than a passage: at the ends of sentences, else at a semicolon or comma, else
/// between words.</summary>
internal static class SentenceCutter
{
    private const string Closers = "\"')]}\u00BB\u2019\u201D";
    private static readonly SearchValues<char> _enders = SearchValues.Create(".!?\u2026\u3002\uFF01\uFF1F");

    // A full stop after these belongs to the word.
    private static readonly HashSet<string> _abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "e.g",
        "eg",
        "i.e",
        "ie",
        "etc",
        "cf",
        "viz",
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "rev",
        "st",
        "no",
        "nos",
        "vs",
        "para",
        "paras",
        "p",
        "pp",
        "s",
        "ss",
        "art",
        "reg",
        "regs",
        "sch",
        "sec",
        "ch",
        "vol",
        "ed",
        "approx",
        "dept",
        "tel",
        "ext",
        "fig",
        "incl",
        "ltd",
        "co",
        "inc",
        "plc",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "oct",
        "nov",
        "dec",
    };

    private enum EndKind
    {
        Word,
        Clause,
        Sentence,
    }

    /// <summary>Cuts a text into pieces of about equal length.</summary>
    /// <param name="text">Any text; nothing of it is lost but the white space at the cuts.</param>
    /// <param name="maxWords">Longest piece.</param>
    public static IEnumerable<string> Cut(string text, int maxWords)
    {
        int remaining = WordCount.Of(text);
        int start = 0;
        while (remaining > maxWords)
        {
            int pieces = (remaining + maxWords - 1) / maxWords;
            int target = (remaining + pieces - 1) / pieces;
            (int end, int words) = BestEnd(text, start, target, maxWords);
            yield return text[start..end].Trim();
            start = end;
            remaining -= words;
        }
        string rest = text[start..].Trim();
        if (rest.Length > 0)
            yield return rest;
    }

    /// <summary>Where sentences end inside a text: the places of the first characters of all sentences but the
    /// first.</summary>
    public static IEnumerable<int> SentenceStarts(string text)
    {
        for (int at = NextWord(text, 0); at < text.Length; at = NextWord(text, EndOfWord(text, at)))
        {
            int end = EndOfWord(text, at);
            int next = NextWord(text, end);
            if (next < text.Length && KindOfEnd(text, at, end, next) == EndKind.Sentence)
                yield return next;
        }
    }

    /// <summary>The last sentence of a text.</summary>
    public static string LastSentence(string text) => text[SentenceStarts(text).LastOrDefault()..].Trim();

    /// <summary>The end nearest to the target among those of the best kind in reach, and the words before it.</summary>
    private static (int End, int Words) BestEnd(string text, int start, int target, int maxWords)
    {
        (int End, int Words)?[] best = new (int End, int Words)?[3];
        int words = 0;
        // No need to look for the end of a word that is too long anyway.
        int longest = maxWords * WordCount.LongWord + 1;
        for (int at = NextWord(text, start); at < text.Length; at = NextWord(text, EndOfWord(text, at)))
        {
            int end = EndOfWord(text, at, longest);
            int more = WordCount.Of(text.AsSpan(at, end - at));
            if (words + more > maxWords)
            {
                if (words == 0)
                    return HardEnd(text, at, maxWords);
                break;
            }
            words += more;
            int next = NextWord(text, end);
            int kind = (int)KindOfEnd(text, at, end, next);
            for (int lower = kind; lower >= 0; lower--)
            {
                if (best[lower] is not { } known || Math.Abs(words - target) < Math.Abs(known.Words - target))
                    best[lower] = (end, words);
            }
        }
        // A sentence end far from the middle would leave a scrap on one side.
        for (int kind = 2; kind > 0; kind--)
        {
            if (best[kind] is { } end && end.Words * 2 >= target)
                return end;
        }

        return best[0]!.Value;
    }

    /// <summary>A cut inside a word that is longer than a passage, never between the halves of a surrogate
    /// pair.</summary>
    private static (int End, int Words) HardEnd(string text, int start, int maxWords)
    {
        int end = start + maxWords * WordCount.LongWord;
        if (char.IsLowSurrogate(text[end]))
            end--;
        return (end, WordCount.Of(text.AsSpan(start, end - start)));
    }

    private static EndKind KindOfEnd(string text, int start, int end, int next)
    {
        if (next >= text.Length || text.AsSpan(end, next - end).Contains('\n'))
            return EndKind.Sentence;
        ReadOnlySpan<char> word = text.AsSpan(start, end - start).TrimEnd(Closers);
        if (word.IsEmpty)
            return EndKind.Word;
        char last = word[^1];
        if (!_enders.Contains(last))
            return last is ';' or ':' or ',' or '\u2013' or '\u2014' ? EndKind.Clause : EndKind.Word;
        bool nextBegins = !char.IsLower(text[next]);
        if (last != '.')
            return nextBegins ? EndKind.Sentence : EndKind.Word;
        ReadOnlySpan<char> bare = word.TrimEnd('.').TrimStart("(\"'[\u2018\u201C");
        // "Table 1. Results", "Mr J. Smith", "e.g. Polish".
        bool isAbbreviation =
            bare.Length <= 2 && !bare.ContainsAnyExceptInRange('0', '9')
            || (bare.Length == 1 && char.IsLetter(bare[0]))
            || _abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(bare);
        return nextBegins && !isAbbreviation ? EndKind.Sentence : EndKind.Word;
    }

    private static int NextWord(string text, int from)
    {
        while (from < text.Length && char.IsWhiteSpace(text[from]))
            from++;
        return from;
    }

    private static int EndOfWord(string text, int from, int longest = int.MaxValue)
    {
        int last = (int)Math.Min((long)from + longest, text.Length);
        while (from < last && !char.IsWhiteSpace(text[from]))
            from++;
        return from;
    }
}

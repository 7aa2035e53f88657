using CseMapper.Pdf.Layout.Structure;

namespace CseMapper.Pdf.Layout.Lines;

/// <summary>
/// Tells a word that was broken at the end of a line ("regu-" / "lations") from one that is written with a hyphen
/// ("well-" / "known") by the document's own words: what it writes as one word elsewhere was broken here.
/// </summary>
internal sealed class Hyphens
{
    /// <summary>First parts of words written with a hyphen, for documents too short to tell.</summary>
    private static readonly HashSet<string> _firstParts = new(
        (
            "well self non cross long short high low full part all year day face user customer staff risk "
            + "decision follow back front on off up "
            + "in out over under by two three four five six seven eight nine ten twenty thirty forty fifty sixty "
            + "seventy eighty ninety first second third half end mid post pre ex co anti multi inter "
            + "sub semi quasi vice pro re cost value time data evidence child person people community family "
            + "service policy work school home "
            + "health safety life care peer one large small medium top down right left state third open close "
            + "hard soft real fast slow late early "
            + "best better worst good bad so near far whole single double cyber web paper land air sea on-going "
            + "day-to step face-to point"
        ).Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Those first parts at which dictionaries also break words that have no hyphen: "re-" /
    /// "sponsible".</summary>
    private static readonly HashSet<string> _prefixes = new(
        "re pro in pre ex co anti multi inter sub semi over under out up on by post".Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>So many words that were certainly broken show that the document's program breaks words.</summary>
    private const int EnoughBroken = 2;

    private readonly DocumentText _document;
    private HashSet<ulong>? _words;
    private bool _breaksWords;

    public Hyphens(DocumentText document) => _document = document;

    /// <summary>What stands between the text of two lines that follow each other in a block.</summary>
    internal enum Joint
    {
        Space,

        /// <summary>Nothing: the hyphen or slash stays.</summary>
        None,

        /// <summary>Nothing, and the hyphen goes.</summary>
        Whole,
    }

    public Joint Between(ReadOnlySpan<char> above, ReadOnlySpan<char> below)
    {
        if (above.Length < 2 || below.IsEmpty)
            return Joint.Space;
        char last = above[^1],
            before = above[^2];
        if (last == '\u00AD')
            return Joint.Whole;
        if (last == '/' && !char.IsWhiteSpace(before))
            return Joint.None;
        if (last is '–' or '—')
            return char.IsAsciiDigit(before) && char.IsAsciiDigit(below[0]) ? Joint.None : Joint.Space;
        if (last is not ('-' or '\u2010'))
            return IsInAddress(above) && !char.IsUpper(below[0]) ? Joint.None : Joint.Space;
        if (!char.IsLetterOrDigit(before) || !char.IsLetterOrDigit(below[0]))
            return Joint.Space;
        if (!char.IsLetter(before) || !char.IsLower(below[0]) || IsInAddress(above))
            return Joint.None;
        ReadOnlySpan<char> first = LastWord(above[..^1]);
        bool isAbbreviation = first.Length > 1 && char.IsUpper(first[^1]) && char.IsUpper(first[^2]);
        return !isAbbreviation && IsBroken(first, FirstWord(below)) ? Joint.Whole : Joint.None;
    }

    private bool IsBroken(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        if (_words is null)
        {
            _words = ReadWords();
            _breaksWords = CountBroken() >= EnoughBroken;
        }

        return IsBroken(first, second, _words);
    }

    private bool IsBroken(ReadOnlySpan<char> first, ReadOnlySpan<char> second, HashSet<ulong> words)
    {
        Span<char> whole = stackalloc char[Math.Min(first.Length + second.Length + 1, 200)];
        if (first.Length + second.Length + 1 > whole.Length)
            return false;
        first.CopyTo(whole);
        second.CopyTo(whole[first.Length..]);
        if (words.Contains(Hash(whole[..(first.Length + second.Length)])))
            return true;
        whole[first.Length] = '-';
        second.CopyTo(whole[(first.Length + 1)..]);
        if (words.Contains(Hash(whole)))
            return false;
        if (words.Contains(Hash(second)) && words.Contains(Hash(first)))
            return false;
        if (!_firstParts.GetAlternateLookup<ReadOnlySpan<char>>().Contains(first))
            return true;
        return _breaksWords
            && !words.Contains(Hash(second))
            && _prefixes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(first);
    }

    /// <summary>Words at line ends that were certainly broken, up to as many as are enough to know.</summary>
    private int CountBroken()
    {
        int count = 0;
        Span<PrintedLine> lines = _document.Lines;
        for (int i = 1; i < lines.Length && count < EnoughBroken; i++)
        {
            if (
                lines[i].Flow == lines[i - 1].Flow
                && Between(_document.TextOf(lines[i - 1]).TrimEnd(), _document.TextOf(lines[i])) == Joint.Whole
            )
            {
                count++;
            }
        }

        return count;
    }

    /// <summary>An address in the web goes on over the line end.</summary>
    private static bool IsInAddress(ReadOnlySpan<char> above)
    {
        int start = above.LastIndexOf(' ') + 1;
        ReadOnlySpan<char> word = above[start..];
        return word.Length > 12
            && (word.Contains("://", StringComparison.Ordinal) || word.StartsWith("www.", StringComparison.Ordinal))
            && word[^1] is not ('.' or ',' or ';' or ')' or '>');
    }

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> text)
    {
        int start = text.Length;
        while (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] is '-' or '\'' or '’'))
            start--;
        return text[start..];
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        int end = 0;
        while (end < text.Length && (char.IsLetter(text[end]) || (text[end] == '-' && end + 1 < text.Length)))
            end++;
        return text[..end];
    }

    private HashSet<ulong> ReadWords()
    {
        HashSet<ulong> words = [];
        bool isCut = false;
        foreach (ref PrintedLine line in _document.Lines)
        {
            ReadOnlySpan<char> text = _document.TextOf(line);
            // The rest of a word that was broken above is no word.
            int at = isCut ? FirstWord(text).Length : 0;
            isCut = text.TrimEnd() is [.., not ' ', '-' or '\u2010' or '\u00AD'];
            while (at < text.Length)
            {
                int end = at;
                while (end < text.Length && (char.IsLetter(text[end]) || text[end] == '-'))
                    end++;
                bool isCutOff = end == text.Length && end > at && text[end - 1] == '-';
                if (end > at && !isCutOff)
                    words.Add(Hash(text[at..end]));
                at = end + 1;
            }
        }

        return words;
    }

    private static ulong Hash(ReadOnlySpan<char> word)
    {
        ulong hash = 14695981039346656037;
        foreach (char letter in word)
            hash = (hash ^ char.ToLowerInvariant(letter)) * 1099511628211;
        return hash;
    }
}

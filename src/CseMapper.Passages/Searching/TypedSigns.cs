namespace CseMapper.Passages.Searching;

/// <summary>Tells what the signs of a typed line are, by what stands beside them.</summary>
/// <param name="text">The line.</param>
internal sealed class TypedSigns(string text)
{
    /// <summary>No word is longer than so many question marks.</summary>
    private const int LongestRun = 50;

    /// <summary>A single star beside a letter, question marks between letters: "complain*", "wom?n".</summary>
    public bool IsWildcard(int at, int end)
    {
        if (text[at] == '*')
        {
            bool isSingle = (at == 0 || text[at - 1] != '*') && (at + 1 == end || text[at + 1] != '*');
            return isSingle && (IsLetter(at - 1) || (at + 1 < end && IsLetter(at + 1)));
        }

        int before = at;
        int after = at;
        while (before >= 0 && text[before] == '?' && at - before < LongestRun)
            before--;
        while (after < end && text[after] == '?' && after - at < LongestRun)
            after++;
        return IsLetter(before) && after < end && (IsLetter(after) || text[after] == '*');
    }

    private bool IsLetter(int at) => at >= 0 && char.IsLetterOrDigit(text[at]);

    /// <summary>Digits, and a point with digits behind it.</summary>
    public string Number(int at)
    {
        int end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        if (end > at && end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            end++;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
                end++;
        }

        return text[at..end];
    }

    /// <summary>Whether a word may begin here.</summary>
    public bool BeginsWord(int at) => at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '+' or '-';

    /// <summary>The word that begins here; empty inside a word.</summary>
    public string WordAt(int at) =>
        at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or ')' or '"' ? text[at..EndOfWord(at)] : "";

    /// <summary>Where a word ends: at a blank, bracket or quotation mark.</summary>
    public int EndOfWord(int at)
    {
        int end = at;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('(' or ')' or '"'))
            end++;
        return end;
    }
}

using System.Text;

namespace CseMapper.Passages.Splitting;

/// <summary>White space in texts that are shown in one line.</summary>
internal static class Spaces
{
    /// <summary>Every run of white space as one blank; none at the ends.</summary>
    public static string Collapse(string text) => Collapse(text, keepLines: false);

    /// <summary>Every run of white space as one blank, or as one '\n' where it holds a line break; none at the
    /// ends.</summary>
    public static string CollapseInLines(string text) => Collapse(text, keepLines: true);

    private static string Collapse(string text, bool keepLines)
    {
        if (IsPlain(text))
            return text;
        StringBuilder result = new(text.Length);
        char gap = '\0';
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                gap = (c is '\n' or '\r' or '\v' or '\f' || gap == '\n') && keepLines ? '\n' : ' ';
                continue;
            }
            if (gap != '\0' && result.Length > 0)
                result.Append(gap);
            gap = '\0';
            result.Append(c);
        }
        return result.ToString();
    }

    private static bool IsPlain(string text)
    {
        bool wasSpace = true;
        foreach (char c in text)
        {
            if (c == ' ' && wasSpace)
                return false;
            if (c != ' ' && char.IsWhiteSpace(c))
                return false;
            wasSpace = c == ' ';
        }
        return !wasSpace || text.Length == 0;
    }
}

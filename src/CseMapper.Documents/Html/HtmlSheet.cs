using System.Text;

namespace CseMapper.Documents.Html;

/// <summary>A rule of a style sheet that hides, strikes or numbers.</summary>
/// <param name="Selector">Which elements it is about.</param>
/// <param name="Usual">What it says.</param>
/// <param name="Important">What it says before all others.</param>
internal sealed record HtmlRule(string Selector, HtmlLook Usual, HtmlLook Important);

/// <summary>Takes rules out of a style sheet (CSS Syntax Module Level 3), as far as they are for screens.</summary>
internal static class HtmlSheet
{
    private const int LongestSheet = 1 << 20;
    private const int LongestSelector = 2048;

    /// <summary>The rules that say anything of use, in their order.</summary>
    /// <param name="sheet">The text of a style element.</param>
    public static IEnumerable<HtmlRule> Read(string sheet)
    {
        string text = WithoutComments(sheet[..Math.Min(sheet.Length, LongestSheet)]);
        // What is open: true for blocks that hold rules of use, false for those that are passed over.
        Stack<bool> open = new();
        int start = 0;
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] == ';')
            {
                start = at + 1;
            }
            else if (text[at] == '}')
            {
                open.TryPop(out _);
                start = at + 1;
            }
            else if (text[at] == '{')
            {
                string prelude = text[start..at].Trim();
                start = at + 1;
                if (prelude.StartsWith('@'))
                {
                    open.Push(!open.Contains(false) && IsOfUse(prelude));
                    continue;
                }

                int end = text.IndexOf('}', at);
                string declarations = text[start..(end < 0 ? text.Length : end)];
                at = end < 0 ? text.Length : end;
                start = at + 1;
                if (open.Contains(false) || prelude.Length is 0 or > LongestSelector)
                    continue;
                HtmlRule rule = new(
                    prelude,
                    HtmlLook.Read(declarations, important: false),
                    HtmlLook.Read(declarations, important: true)
                );
                if (!rule.Usual.IsEmpty || !rule.Important.IsEmpty)
                    yield return rule;
            }
        }
    }

    /// <summary>True for a medium that a wide screen in its usual settings is.</summary>
    /// <param name="medium">The words after "@media"; empty for any.</param>
    public static bool IsForScreens(string medium)
    {
        bool Says(string word) => medium.Contains(word, StringComparison.OrdinalIgnoreCase);
        return !Says("max-") && !Says("prefers-") && (!Says("print") || Says("screen")) && !Says("speech");
    }

    private static bool IsOfUse(string prelude)
    {
        if (prelude.StartsWith("@media", StringComparison.OrdinalIgnoreCase))
            return IsForScreens(prelude[6..]);
        return prelude.StartsWith("@supports", StringComparison.OrdinalIgnoreCase)
            || prelude.StartsWith("@layer", StringComparison.OrdinalIgnoreCase);
    }

    private static string WithoutComments(string sheet)
    {
        StringBuilder text = new(sheet.Length);
        int at = 0;
        while (sheet.IndexOf("/*", at, StringComparison.Ordinal) is >= 0 and int comment)
        {
            text.Append(sheet, at, comment - at).Append(' ');
            int end = sheet.IndexOf("*/", comment + 2, StringComparison.Ordinal);
            at = end < 0 ? sheet.Length : end + 2;
        }

        return text.Append(sheet, at, sheet.Length - at).Replace("<!--", "").Replace("-->", "").ToString();
    }
}

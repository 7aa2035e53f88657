namespace CseMapper.Pdf.Layout.Structure;

/// <summary>Tells what is plainly a part of a sentence, a form or a list from the words of a heading.</summary>
internal static class Phrases
{
    private static readonly HashSet<string> _open = new(
        (
            "a an the and or of to for in on at by with from into over under between within without about as that which "
            + "who whose is are was were be been has have had will shall should must may can could would not our your "
            + "their its his her this these those any all each every both either than when where while if"
        ).Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>Capitals are wider than other letters by about this factor.</summary>
    private const float CapitalWidth = 1.35f;

    /// <summary>True when a text breaks off before a word that must follow: "Attack vectors assessed during the".</summary>
    public static bool BreaksOff(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd(" \t~");
        if (text.IsEmpty || text[^1] is ',' or '&' or '/')
            return !text.IsEmpty;
        int start = text.LastIndexOfAny(' ', '\t') + 1;
        return start > 0 && _open.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text[start..]);
    }

    /// <summary>True for leader dots, blanks to be filled in and addresses of the web.</summary>
    public static bool IsFiller(ReadOnlySpan<char> text) =>
        text.Contains("....", StringComparison.Ordinal)
        || text.Contains("____", StringComparison.Ordinal)
        || text.Contains("://", StringComparison.Ordinal);

    /// <summary>True for a sentence that introduces a list ("The plan must include:"), not for "Key Contacts:",
    /// "Review:" or "How it is carried out:".</summary>
    public static bool IsLeadIn(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.IsEmpty || text[^1] != ':' || IsQuestion(text))
            return false;
        int words = 0,
            small = 0;
        foreach (Range range in text.Split(' '))
        {
            ReadOnlySpan<char> word = text[range];
            if (word.IsEmpty)
                continue;
            words++;
            if (char.IsLower(word[0]) && word.Length > 3)
                small++;
        }

        return words >= 4 && (small * 2 >= words - 1 || (small > 3 && small * 5 >= words * 2));
    }

    private static bool IsQuestion(ReadOnlySpan<char> text)
    {
        int end = text.IndexOf(' ');
        return end > 0 && text[..end] is "How" or "What" or "Why" or "When" or "Where" or "Who";
    }

    /// <summary>How wide the first word of a line is, by the letters of the whole line; capitals are wider.</summary>
    /// <param name="text">The line.</param>
    /// <param name="width">Its width.</param>
    public static float FirstWordWidth(ReadOnlySpan<char> text, float width)
    {
        int end = text.IndexOfAny(' ', '\t');
        ReadOnlySpan<char> word = end < 0 ? text : text[..end];
        float all = 0,
            own = 0;
        for (int i = 0; i < text.Length; i++)
        {
            float letter = char.IsUpper(text[i]) ? CapitalWidth : 1;
            all += letter;
            if (i < word.Length)
                own += letter;
        }

        return width * own / Math.Max(1, all);
    }
}

namespace CseMapper.Pdf.Layout.Lines;

/// <summary>
/// Turns letters as they stand on the line, from left to right, into the order in which they are read: the reverse of
/// the reordering of the Unicode bidirectional algorithm (UAX #9, rules L2 and L4), with the levels that plain lines of
/// Hebrew or Arabic have.
/// </summary>
internal static class VisualOrder
{
    private const string Mirrored = "()[]{}<>«»‹›";

    /// <summary>True when a text holds letters that are written from right to left.</summary>
    public static bool HasRightToLeft(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyInRange('\u0590', '\uFEFC'))
            return false;
        foreach (char letter in text)
        {
            if (IsRightToLeft(letter))
                return true;
        }

        return false;
    }

    public static bool IsRightToLeft(char letter) =>
        letter is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC');

    /// <summary>Reorders a line in place.</summary>
    public static void ToLogical(Span<char> line)
    {
        int rightToLeft = 0,
            leftToRight = 0;
        foreach (char letter in line)
        {
            if (IsRightToLeft(letter))
                rightToLeft++;
            else if (char.IsLetter(letter))
                leftToRight++;
        }

        if (rightToLeft >= leftToRight)
        {
            line.Reverse();
            Mirror(line);
            ReverseRuns(line, false);
        }
        else
        {
            ReverseRuns(line, true);
        }
    }

    /// <summary>Reverses the runs of one direction: of a line that runs to the left the words and numbers that run to
    /// the right, or the other way round.</summary>
    private static void ReverseRuns(Span<char> line, bool rightToLeft)
    {
        int start = 0;
        while (start < line.Length)
        {
            if (!BelongsTo(line[start], rightToLeft))
            {
                start++;
                continue;
            }

            int end = start + 1,
                last = start + 1;
            while (end < line.Length && !BelongsTo(line[end], !rightToLeft))
            {
                if (BelongsTo(line[end], rightToLeft))
                    last = end + 1;
                else if (!rightToLeft && !JoinsNumber(line[end]))
                    break;
                end++;
            }

            line[start..last].Reverse();
            if (!rightToLeft)
                Mirror(line[start..last]);
            start = last;
        }
    }

    private static bool BelongsTo(char letter, bool rightToLeft) =>
        rightToLeft ? IsRightToLeft(letter) : char.IsLetterOrDigit(letter) && !IsRightToLeft(letter);

    /// <summary>What stands inside numbers and between words of the other direction.</summary>
    private static bool JoinsNumber(char letter) =>
        letter is '.' or ',' or ':' or '/' or '-' or ' ' or '%' or '@' or '_' or '\'';

    private static void Mirror(Span<char> text)
    {
        foreach (ref char letter in text)
        {
            int at = Mirrored.IndexOf(letter, StringComparison.Ordinal);
            if (at >= 0)
                letter = Mirrored[at ^ 1];
        }
    }
}

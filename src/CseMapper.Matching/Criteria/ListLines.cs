namespace CseMapper.Matching.Criteria;

/// <summary>Puts the lines of a list together to numbered entries.</summary>
internal sealed class ListLines
{
    private readonly IReadOnlyList<string> _lines;

    private ListLines(IReadOnlyList<string> lines) => _lines = lines;

    /// <summary>Headings and elements in the order of the text.</summary>
    public List<ListEntry> Entries { get; } = [];

    /// <summary>What stands above the first number.</summary>
    public List<string> Preamble { get; } = [];

    public List<ListDamage> Damages { get; } = [];

    private ListEntry? Current => Entries.Count > 0 ? Entries[^1] : null;

    public static ListLines Parse(IReadOnlyList<string> lines)
    {
        ListLines parsed = new(lines);
        for (int at = 0; at < lines.Count; at++)
        {
            string line = string.Join(' ', lines[at].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (line.Length == 0)
                continue;
            if (ElementNumber.TakeFrom(line, out string rest) is { } number)
                parsed.TakeNumbered(number, rest, line, at + 1);
            else
                parsed.TakeUnnumbered(line, at + 1);
        }

        return parsed;
    }

    public void Add(int line, ListDamageKind kind, string? element, string message) =>
        Damages.Add(new ListDamage(line, kind, element, message));

    private void TakeNumbered(ElementNumber number, string rest, string whole, int line)
    {
        NumberStep step = Current is null ? NumberStep.Next : number.After(Current.Number);
        bool goesOn =
            Current is { IsInCapitals: false }
            && !ListText.EndsSentence(Current.Text)
            && ListText.BeginsInSentence(rest);
        if (rest.Length == 0 && step != NumberStep.Next)
        {
            Add(
                line,
                ListDamageKind.LeftOut,
                null,
                $"\"{whole}\" stands alone and does not follow {Current!.Number.Text}: left out as a page number."
            );
        }
        else if (goesOn && (step is NumberStep.Same or NumberStep.Elsewhere || ComesAgain(number, line)))
        {
            TakeStray(number, rest, step, line);
        }
        else
        {
            if (step == NumberStep.Skips)
            {
                Add(
                    line,
                    ListDamageKind.BrokenOrder,
                    number.Text,
                    $"{number.Text} comes after {Current!.Number.Text}: numbers between them are missing."
                );
            }

            if (step == NumberStep.Elsewhere)
            {
                Add(
                    line,
                    ListDamageKind.BrokenOrder,
                    number.Text,
                    $"{number.Text} does not follow {Current!.Number.Text}: kept as found."
                );
            }

            Entries.Add(new ListEntry(number, rest, line));
        }
    }

    private void TakeStray(ElementNumber number, string rest, NumberStep step, int line)
    {
        string current = Current!.Number.Text;
        if (step == NumberStep.Same)
        {
            Add(
                line,
                ListDamageKind.RepeatedNumber,
                current,
                $"{current} stands again in front of \"{rest}\", which goes on with its sentence: joined to it."
            );
        }
        else
        {
            Add(
                line,
                ListDamageKind.StrayNumber,
                current,
                $"the number {number.Text} in front of \"{rest}\" belongs to no element, the text goes on with "
                    + $"the sentence of {current}: number taken out, text joined."
            );
        }

        Current.Join(rest, line);
    }

    private void TakeUnnumbered(string line, int at)
    {
        if (Current is null)
        {
            Preamble.Add(line);
        }
        else if (Current.IsInCapitals && !ListText.IsInCapitals(line))
        {
            Add(
                at,
                ListDamageKind.LeftOut,
                null,
                $"\"{line}\" stands between the heading {Current.Number.Text} and its elements: left out."
            );
        }
        else if (Preamble.Contains(line))
        {
            Add(
                at,
                ListDamageKind.LeftOut,
                null,
                $"\"{line}\" stands at the top of the list as well: left out as a running header."
            );
        }
        else
        {
            bool isCertain = !ListText.EndsSentence(Current.Text);
            string doubt = isCertain ? "" : " (its sentence had ended; check that this belongs to it)";
            Add(
                at,
                isCertain ? ListDamageKind.WrappedLine : ListDamageKind.BrokenOrder,
                Current.Number.Text,
                $"goes on with {Current.Number.Text}: joined{doubt}."
            );
            Current.Join(line, at);
        }
    }

    /// <summary>Whether the number stands in front of a later line as well: then here it was a stray.</summary>
    private bool ComesAgain(ElementNumber number, int line) =>
        _lines
            .Skip(line)
            .Any(later =>
                ElementNumber.TakeFrom(later.Trim(), out string rest)?.Text == number.Text
                && !ListText.BeginsInSentence(rest)
            );
}

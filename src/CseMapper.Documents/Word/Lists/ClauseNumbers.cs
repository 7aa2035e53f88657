namespace CseMapper.Documents.Word.Lists;

/// <summary>Follows the numbers down a document, so that "(ii)" under "(b)" under "7." is known as
/// "7(b)(ii)".</summary>
internal sealed class ClauseNumbers
{
    private readonly Dictionary<AbstractList, string?[]> _byLevel = [];
    private string? _clause;

    /// <summary>True where a label is a clause's own number ("4.3.2", or "4." above such) rather than a
    /// list's.</summary>
    internal static bool IsClause(ListLabel label)
    {
        if (label.Definition.Text.Count(c => c == '%') > 1)
            return true;
        return label.Level == 0
            && label.List.Level(1) is { IsBullet: false } below
            && below.Text.Contains("%1", StringComparison.Ordinal);
    }

    /// <summary>How many parts a number has: 2 for "4.1", 1 for "4.0", "(a)" or "Part I", 0 for none.</summary>
    internal static int Depth(string? number)
    {
        if (string.IsNullOrEmpty(number))
            return 0;
        string[] parts = number.Split('.', StringSplitOptions.RemoveEmptyEntries);
        if (!parts.All(part => part.All(char.IsAsciiDigit)))
            return 1;
        return Math.Max(1, parts is [_, "0"] ? 1 : parts.Length);
    }

    /// <summary>A heading without a number: what follows belongs to none above.</summary>
    internal void Leave() => _clause = null;

    /// <summary>Takes a number in, and gives the full one.</summary>
    /// <param name="printed">The number as printed.</param>
    /// <param name="label">The list it comes from, or null where it was typed.</param>
    internal string Enter(string printed, ListLabel? label)
    {
        string own = Trim(printed);
        if (label is null)
        {
            if (!char.IsAsciiDigit(own.Length > 0 ? own[0] : 'x'))
                return Join(_clause, own);
            return _clause = own;
        }

        if (!_byLevel.TryGetValue(label.List.Levels!, out string?[]? levels))
            _byLevel.Add(label.List.Levels!, levels = new string?[ListDefinitions.Levels]);
        int outermost = OutermostCounter(label);
        string full =
            outermost > 0 ? Join(levels[outermost - 1], own)
            : IsDecimal(own) ? own
            : Join(_clause, own);
        levels[label.Level] = full;
        Array.Clear(levels, label.Level + 1, levels.Length - label.Level - 1);
        if (outermost == 0 && IsDecimal(own))
            _clause = IsClause(label) || label.Definition.StyleId is not null ? own : _clause;
        return full;
    }

    /// <summary>A paragraph of a list that is no heading: a clause, or an item of a list.</summary>
    internal Block ListedBlock(BlockLocation location, ListLabel label, string text)
    {
        if (label.IsBullet)
            return new ListItemBlock(location, label.Level + 1, label.Text, text);
        string full = Enter(label.Text, label);
        return IsClause(label)
            ? new TextBlock(location, label.Text, text)
            : new ListItemBlock(location, label.Level + 1, label.Text, text) { Number = full };
    }

    private static int OutermostCounter(ListLabel label)
    {
        string text = label.Definition.Text;
        int outermost = label.Level;
        for (int i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] == '%' && text[i + 1] is >= '1' and <= '9')
                outermost = Math.Min(outermost, text[i + 1] - '1');
        }

        return outermost;
    }

    private static bool IsDecimal(string number) => number.Length > 0 && char.IsAsciiDigit(number[0]);

    private static string Join(string? parent, string own)
    {
        if (string.IsNullOrEmpty(parent))
            return own;
        return own.StartsWith('(') || parent.EndsWith(')') || char.IsAsciiLetter(own.Length > 0 ? own[0] : ' ')
            ? parent + own
            : $"{parent}.{own}";
    }

    private static string Trim(string printed)
    {
        string own = printed.TrimEnd('.', ':', ' ');
        return own.EndsWith(')') && !own.Contains('(', StringComparison.Ordinal) ? own[..^1] : own;
    }
}

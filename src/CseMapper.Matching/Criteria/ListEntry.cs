namespace CseMapper.Matching.Criteria;

/// <summary>A numbered entry of a list while its lines are put together.</summary>
internal sealed class ListEntry(ElementNumber number, string text, int line)
{
    public ElementNumber Number { get; } = number;

    public string Text { get; private set; } = text;

    public int Line { get; } = line;

    /// <summary>The lines that were joined to the first, with their numbers.</summary>
    public List<(int Line, string Text)> Joined { get; } = [];

    /// <summary>Why its wording cannot be trusted, or null.</summary>
    public string? Damage { get; set; }

    /// <summary>Headings of such lists are printed in capitals.</summary>
    public bool IsInCapitals => ListText.IsInCapitals(Text);

    public void Join(string text, int line)
    {
        Joined.Add((line, text));
        Text = Text.Length == 0 ? text : $"{Text} {text}";
    }
}

namespace CseMapper.Matching.Criteria;

/// <summary>What is wrong with a line of a list.</summary>
public enum ListDamageKind
{
    /// <summary>A sentence was broken over lines; joined without loss.</summary>
    WrappedLine,

    /// <summary>Text that belongs to no element (a column heading, a page number) was left out.</summary>
    LeftOut,

    /// <summary>A number that belongs to no element stood in the middle of a sentence; taken out.</summary>
    StrayNumber,

    /// <summary>A number stands more than once.</summary>
    RepeatedNumber,

    /// <summary>Numbers are missing or out of order.</summary>
    BrokenOrder,

    /// <summary>A heading holds a word that does not belong there; kept as found.</summary>
    StrayHeadingWord,

    /// <summary>The wording of an element is lost or cut; kept as found and marked as damaged.</summary>
    LostWording,
}

/// <summary>One damage of a list, and what was done about it.</summary>
/// <param name="Line">The line of the text, counted from 1.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Element">The number of the element or heading concerned, or null.</param>
/// <param name="Message">What was found and what was made of it.</param>
public sealed record ListDamage(int Line, ListDamageKind Kind, string? Element, string Message)
{
    /// <summary>False for what every printed list does to a text: nothing is lost, nobody needs to look.</summary>
    public bool NeedsAttention => Kind is not (ListDamageKind.WrappedLine or ListDamageKind.LeftOut);
}

/// <summary>What was made of the text of a list.</summary>
/// <param name="Standard">The list; damaged elements are in it and marked.</param>
/// <param name="Damages">Everything that was not as it should be, in the order of the text.</param>
public sealed record ImportedList(Standard Standard, IReadOnlyList<ListDamage> Damages);

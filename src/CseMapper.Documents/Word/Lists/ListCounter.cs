using System.Text;
using CseMapper.Documents.Word.Styles;

namespace CseMapper.Documents.Word.Lists;

/// <summary>Counts through the lists of a story, paragraph by paragraph, and writes what Word prints before
/// each.</summary>
internal sealed class ListCounter(ListDefinitions definitions, StyleSheet styles)
{
    private readonly Dictionary<AbstractList, int?[]> _counters = [];
    private readonly HashSet<(int List, int Level)> _begun = [];

    /// <summary>Counts a paragraph.</summary>
    /// <param name="own">What the paragraph says itself.</param>
    /// <param name="style">Its style.</param>
    /// <returns>What is printed before it, or null where it belongs to no list.</returns>
    internal ListLabel? Next(ParagraphProperties? own, ParagraphStyle style)
    {
        int? id = own?.ListId ?? style.ListId;
        if (id is null || definitions.Find(id.Value, styles) is not { } list)
            return null;
        int level = own?.ListLevel ?? LevelByStyle(list, own, style);
        return Count(list, level);
    }

    /// <summary>Counts a paragraph of which the format says itself where it belongs; null where the list has no such
    /// level.</summary>
    internal ListLabel? Count(ListInstance list, int level) =>
        level is >= 0 and < ListDefinitions.Levels && list.Level(level) is { } definition
            ? Count(list, level, definition)
            : null;

    /// <summary>Makes a number the next one of a level.</summary>
    internal void Set(ListInstance list, int level, int next)
    {
        if (level is < 0 or >= ListDefinitions.Levels)
            return;
        if (!_counters.TryGetValue(list.Levels!, out int?[]? counters))
            _counters.Add(list.Levels!, counters = new int?[ListDefinitions.Levels]);
        counters[level] = unchecked(next - 1);
    }

    /// <summary>Lets a list begin anew, on all levels.</summary>
    internal void Restart(ListInstance list) => _counters.Remove(list.Levels!);

    /// <summary>A style's level is the one that names the style; what the style itself says is only used without
    /// that.</summary>
    private static int LevelByStyle(ListInstance list, ParagraphProperties? own, ParagraphStyle style)
    {
        if (own?.ListId is not null)
            return style.ListId == own.ListId ? style.ListLevel ?? 0 : 0;
        return list.LevelOfStyle(style.Id)
            ?? style.ListLevel
            ?? (style.ListStyle is { } inherited ? list.LevelOfStyle(inherited) : null)
            ?? 0;
    }

    private ListLabel Count(ListInstance list, int level, ListLevel definition)
    {
        if (!_counters.TryGetValue(list.Levels!, out int?[]? counters))
            _counters.Add(list.Levels!, counters = new int?[ListDefinitions.Levels]);
        // A level that is skipped counts as begun: after 5.1 without a 5 comes 6.
        for (int outer = 0; outer < level; outer++)
            counters[outer] ??= StartOf(list, outer);
        if (list.Starts[level] is { } start && _begun.Add((list.Id, level)))
            counters[level] = start;
        else
            counters[level] = counters[level] is { } value ? unchecked(value + 1) : StartOf(list, level);
        for (int deeper = level + 1; deeper < ListDefinitions.Levels; deeper++)
        {
            if (list.Level(deeper)?.Restart is not { } restart || level < restart)
                counters[deeper] = null;
        }

        return new ListLabel(Write(list, level, definition, counters), level, definition, list);
    }

    private static int StartOf(ListInstance list, int level) => list.Starts[level] ?? list.Level(level)?.Start ?? 1;

    private static string Write(ListInstance list, int level, ListLevel definition, int?[] counters)
    {
        if (definition.IsHidden)
            return "";
        if (definition.IsBullet)
            return SymbolFonts.Bullet(definition.Text, definition.Font);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < definition.Text.Length; i++)
        {
            char c = definition.Text[i];
            if (c == '%' && i + 1 < definition.Text.Length && definition.Text[i + 1] is >= '1' and <= '9')
            {
                int other = definition.Text[++i] - '1';
                if (other <= level && list.Level(other) is { } shown)
                    text.Append(WriteCounter(list, other, shown, definition.IsLegal, counters));
            }
            else
            {
                text.Append(c);
            }
        }

        return SymbolFonts.Decode(text.ToString(), definition.Font).Trim();
    }

    private static string WriteCounter(ListInstance list, int level, ListLevel shown, bool isLegal, int?[] counters)
    {
        int value = counters[level] ?? StartOf(list, level);
        return ListFormat.Write(value, isLegal ? ListFormat.Legal(shown.Format) : shown.Format, shown.Pattern);
    }
}

/// <summary>What a list prints before a paragraph.</summary>
/// <param name="Text">As printed, without white space around it; may be empty.</param>
/// <param name="Level">0 for the outermost.</param>
/// <param name="Definition">The level.</param>
/// <param name="List">The list.</param>
internal sealed record ListLabel(string Text, int Level, ListLevel Definition, ListInstance List)
{
    /// <summary>True for signs that do not count.</summary>
    internal bool IsBullet => Definition.IsBullet;
}

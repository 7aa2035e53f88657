using System.Xml;
using CseMapper.Documents.Word.Packages;
using CseMapper.Documents.Word.Styles;

namespace CseMapper.Documents.Word.Lists;

/// <summary>The lists of a document: <c>numbering.xml</c> (ECMA-376 part 1 §17.9).</summary>
internal sealed class ListDefinitions
{
    internal const int Levels = 9;

    private readonly Dictionary<int, AbstractList> _abstracts = [];
    private readonly Dictionary<int, ListInstance> _instances = [];
    private readonly Dictionary<string, AbstractList> _byStyle = new(StringComparer.Ordinal);

    /// <summary>Reads the part; what was read before damage is kept.</summary>
    internal void Read(XmlReader reader)
    {
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "abstractNum")
                ReadAbstract(reader);
            else if (reader.LocalName == "num")
                ReadInstance(reader);
        }
    }

    /// <summary>A list by its id, or null where there is none; 0 means none on purpose.</summary>
    /// <param name="id">The id that paragraphs and styles refer to.</param>
    /// <param name="styles">Where a list leaves its levels to a numbering style.</param>
    internal ListInstance? Find(int id, StyleSheet styles)
    {
        if (id == 0 || !_instances.TryGetValue(id, out ListInstance? instance))
            return null;
        if (instance.Levels is null)
            instance.Levels = Resolve(instance.AbstractId, styles);
        return instance;
    }

    /// <summary>Follows a list that leaves its levels to a numbering style, which names a list of its own.</summary>
    private AbstractList Resolve(int abstractId, StyleSheet styles)
    {
        AbstractList? found = _abstracts.GetValueOrDefault(abstractId);
        for (int i = 0; i < 8 && found?.LinksToStyle is { } style; i++)
        {
            AbstractList? next = _byStyle.GetValueOrDefault(style);
            if (
                next is null
                && styles.ListOf(style) is { } list
                && _instances.TryGetValue(list, out ListInstance? instance)
            )
            {
                next = _abstracts.GetValueOrDefault(instance.AbstractId);
            }

            if (next is null || next == found)
                break;
            found = next;
        }

        return found ?? new AbstractList();
    }

    private void ReadAbstract(XmlReader reader)
    {
        AbstractList list = new AbstractList();
        if (WordXml.Number(WordXml.Attribute(reader, "abstractNumId")) is { } id)
            _abstracts.TryAdd(id, list);
        if (reader.IsEmptyElement)
            return;
        int depth = reader.Depth;
        while (WordXml.ReadInside(reader, depth))
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            switch (reader.LocalName)
            {
                case "lvl":
                    int level = LevelOf(reader);
                    ListLevel definition = ListLevel.Read(reader);
                    if (level >= 0)
                        list.Levels[level] ??= definition;
                    break;
                case "styleLink":
                    if (WordXml.Value(reader) is { } style)
                        _byStyle.TryAdd(style, list);
                    break;
                case "numStyleLink":
                    list.LinksToStyle = WordXml.Value(reader);
                    break;
            }
        }
    }

    private void ReadInstance(XmlReader reader)
    {
        int? id = WordXml.Number(WordXml.Attribute(reader, "numId"));
        ListInstance instance = new ListInstance(id ?? 0);
        if (!reader.IsEmptyElement)
        {
            int depth = reader.Depth,
                level = -1;
            while (WordXml.ReadInside(reader, depth))
            {
                if (reader.NodeType != XmlNodeType.Element)
                    continue;
                if (reader.LocalName == "abstractNumId")
                    instance.AbstractId = WordXml.Number(WordXml.Value(reader)) ?? -1;
                else if (reader.LocalName == "lvlOverride")
                    level = LevelOf(reader);
                else if (reader.LocalName == "startOverride" && level >= 0)
                    instance.Starts[level] = WordXml.Number(WordXml.Value(reader));
                else if (reader.LocalName == "lvl" && level >= 0)
                    instance.Overrides[level] = ListLevel.Read(reader);
            }
        }

        if (id is not null)
            _instances.TryAdd(id.Value, instance);
    }

    private static int LevelOf(XmlReader reader) =>
        WordXml.Number(WordXml.Attribute(reader, "ilvl")) is { } level and >= 0 and < Levels ? level : -1;
}

/// <summary>Levels that several lists share, and with them their counters.</summary>
internal sealed class AbstractList
{
    internal ListLevel?[] Levels { get; } = new ListLevel?[ListDefinitions.Levels];

    internal string? LinksToStyle { get; set; }
}

/// <summary>A list as paragraphs refer to it.</summary>
internal sealed class ListInstance(int id)
{
    internal int Id { get; } = id;

    internal int AbstractId { get; set; } = -1;

    /// <summary>The shared levels; null until they are looked up.</summary>
    internal AbstractList? Levels { get; set; }

    /// <summary>Where this list begins anew, level by level.</summary>
    internal int?[] Starts { get; } = new int?[ListDefinitions.Levels];

    /// <summary>Levels of its own in the place of the shared ones.</summary>
    internal ListLevel?[] Overrides { get; } = new ListLevel?[ListDefinitions.Levels];

    /// <summary>What a level is, or null where the list does not have it.</summary>
    internal ListLevel? Level(int level) => Overrides[level] ?? Levels?.Levels[level];

    /// <summary>The level that a paragraph style is linked to, or null.</summary>
    internal int? LevelOfStyle(string styleId)
    {
        for (int level = 0; level < ListDefinitions.Levels; level++)
        {
            if (Level(level)?.StyleId == styleId)
                return level;
        }

        return null;
    }
}

/// <summary>One level of a list.</summary>
internal sealed class ListLevel
{
    internal int Start { get; set; }

    internal string Format { get; set; } = "decimal";

    /// <summary>A custom format's example.</summary>
    internal string? Pattern { get; set; }

    /// <summary>What is printed, with %1 to %9 for counters.</summary>
    internal string Text { get; set; } = "";

    /// <summary>True where all counters in it are digits, whatever their own format.</summary>
    internal bool IsLegal { get; set; }

    /// <summary>Begins anew after this level, counted from 1, or a higher one; 0 never; null after every higher
    /// one.</summary>
    internal int? Restart { get; set; }

    internal string? StyleId { get; set; }

    internal bool IsHidden { get; set; }

    internal string? Font { get; set; }

    internal bool IsBullet => Format == "bullet";

    /// <summary>Reads <c>lvl</c>; the reader ends on its last tag.</summary>
    internal static ListLevel Read(XmlReader reader)
    {
        ListLevel level = new ListLevel();
        if (reader.IsEmptyElement)
            return level;
        int depth = reader.Depth;
        while (WordXml.ReadInside(reader, depth))
        {
            if (reader.NodeType == XmlNodeType.Element)
                level.Take(reader);
        }

        return level;
    }

    private void Take(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "start":
                Start = WordXml.Number(WordXml.Value(reader)) ?? 0;
                break;
            case "numFmt" when Pattern is null:
                Format = WordXml.Value(reader) ?? "decimal";
                Pattern = WordXml.Attribute(reader, "format");
                break;
            case "lvlText":
                Text = WordXml.Value(reader) ?? "";
                break;
            case "lvlPicBulletId":
                Text = "•";
                break;
            case "isLgl":
                IsLegal = WordXml.IsOn(reader);
                break;
            case "lvlRestart":
                Restart = WordXml.Number(WordXml.Value(reader));
                break;
            case "pStyle":
                StyleId = WordXml.Value(reader);
                break;
            case "pPr":
                WordXml.SkipInside(reader);
                break;
            case "rPr":
                RunProperties letters = RunProperties.Read(reader);
                IsHidden = letters.IsHidden ?? false;
                Font = letters.Font;
                break;
        }
    }
}

using System.Xml;
using CseMapper.Documents.Containers;
using CseMapper.Documents.Word.Packages;

namespace CseMapper.Documents.Slides;

/// <summary>The bullets of a list of levels; null where nothing is said of a level.</summary>
internal sealed class BulletLevels
{
    private readonly Bullet?[] _levels = new Bullet?[9];

    /// <summary>The bullet of a level, counted from 0.</summary>
    public Bullet? this[int level]
    {
        get => (uint)level < (uint)_levels.Length ? _levels[level] : null;
        set
        {
            if ((uint)level < (uint)_levels.Length)
                _levels[level] = value;
        }
    }

    /// <summary>The level that an element describes ("lvl3pPr"), from 0; -1 where it describes none.</summary>
    public static int LevelOf(string name) =>
        name is ['l', 'v', 'l', >= '1' and <= '9', 'p', 'P', 'r'] ? name[3] - '1' : -1;
}

/// <summary>What the layouts and masters of a presentation say about the bullets of their placeholders (ECMA-376 part 1,
/// 19.3.1).</summary>
internal sealed class SlideMasters(PackageXml package)
{
    private readonly Dictionary<string, Sheet?> _sheets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Sheet?> _masterOf = new(StringComparer.Ordinal);

    /// <summary>What stands behind a slide.</summary>
    /// <param name="slide">The slide's entry.</param>
    /// <returns>The bullet of a placeholder's paragraph by the placeholder's type ("" for a shape that is none), which of
    /// the layout's placeholders it is, and the level from 0; null where no master says anything.</returns>
    public Func<string, string?, int, Bullet?> Of(string slide)
    {
        string? layoutEntry = package.Related(slide, "slideLayout").FirstOrDefault();
        if (Open(layoutEntry) is not { } layout)
            return (_, _, _) => null;
        if (!_masterOf.TryGetValue(layoutEntry!, out Sheet? master))
            _masterOf.Add(layoutEntry!, master = Open(package.Related(layoutEntry!, "slideMaster").FirstOrDefault()));
        return (type, index, level) =>
        {
            string family = FamilyOf(type);
            return (type.Length == 0 ? null : layout.Find(type, index, level) ?? master?.Find(family, null, level))
                ?? master
                    ?.Styles.GetValueOrDefault(
                        family switch
                        {
                            "title" => "titleStyle",
                            "body" => "bodyStyle",
                            _ => "otherStyle",
                        }
                    )
                    ?[level];
        };
    }

    /// <summary>The placeholders of a master are fewer than those of layouts.</summary>
    private static string FamilyOf(string type) =>
        type switch
        {
            "title" or "ctrTitle" => "title",
            "body" or "obj" or "subTitle" or "tbl" or "chart" or "dgm" or "media" or "clipArt" or "pic" => "body",
            _ => type,
        };

    private Sheet? Open(string? entry)
    {
        if (entry is null)
            return null;
        if (!_sheets.TryGetValue(entry, out Sheet? sheet))
        {
            sheet = new Sheet();
            bool isThere = package.Read(entry, "the layout of slides", sheet.Read);
            _sheets.Add(entry, sheet = isThere ? sheet : null);
        }

        return sheet;
    }

    private sealed class Sheet
    {
        private readonly List<(string Type, string? Index, BulletLevels Levels)> _placeholders = [];

        public Dictionary<string, BulletLevels> Styles { get; } = new(StringComparer.Ordinal);

        public Bullet? Find(string type, string? index, int level) =>
            _placeholders
                .Where(known => index is null ? known.Type == type : known.Index == index)
                .Select(known => known.Levels[level])
                .FirstOrDefault(bullet => bullet is not null);

        public void Read(XmlReader reader)
        {
            BulletLevels levels = new();
            int level = -1;
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.EndElement && BulletLevels.LevelOf(reader.LocalName) >= 0)
                    level = -1;
                if (reader.NodeType != XmlNodeType.Element)
                    continue;
                switch (reader.LocalName)
                {
                    case "ph":
                        levels = new BulletLevels();
                        _placeholders.Add((reader.GetAttribute("type") ?? "obj", reader.GetAttribute("idx"), levels));
                        break;
                    case "titleStyle" or "bodyStyle" or "otherStyle":
                        Styles[reader.LocalName] = levels = new BulletLevels();
                        break;
                    case "sp" or "pic" or "graphicFrame":
                        levels = new BulletLevels();
                        break;
                    default:
                        if (BulletLevels.LevelOf(reader.LocalName) is >= 0 and int next && !reader.IsEmptyElement)
                            level = next;
                        else if (level >= 0 && Bullet.Read(reader) is { } bullet)
                            levels[level] = bullet;
                        break;
                }
            }
        }
    }
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using CseMapper.Documents.Word.Lists;
using CseMapper.Documents.Word.Packages;
using CseMapper.Documents.Word.Stories;

namespace CseMapper.Documents.OpenDocument;

/// <summary>How an OpenDocument text numbers its lists and headings (ODF 1.3 part 3, 16.30 to 16.35), in the terms of
/// .docx.</summary>
internal sealed partial class OdtLists(DocumentLimits limits)
{
    private const int MostAncestors = 64;
    private readonly Dictionary<string, ListInstance> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ParagraphStyle> _styles = new(StringComparer.Ordinal);
    private ListInstance? _open;
    private ListLevel? _openLevel;

    /// <summary>How letters look by their styles.</summary>
    public OdtLooks Looks { get; } = new();

    /// <summary>What headings are numbered by, or null.</summary>
    public ListInstance? Outline { get; private set; }

    /// <summary>Takes in the styles of styles.xml, then those of content.xml, which go before them.</summary>
    public void Read(XmlReader reader)
    {
        while (limits.MayGoOn() && reader.Read())
        {
            if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName is "list-style" or "outline-style")
                (_open, _openLevel) = (null, null);
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "body")
                return;
            Looks.Take(reader);
            Take(reader);
        }
    }

    /// <summary>A list style by its name, or null.</summary>
    public ListInstance? Find(string? name) => name is null ? null : _lists.GetValueOrDefault(name);

    /// <summary>The list style that a paragraph style names, itself or by what it is made from; "" where it says none,
    /// null where nothing is said.</summary>
    public string? ListOf(string? style)
    {
        for (
            int i = 0;
            i < MostAncestors && style is not null && _styles.TryGetValue(style, out ParagraphStyle? known);
            i++
        )
        {
            if (known.List is not null)
                return known.List;
            style = known.Parent;
        }

        return null;
    }

    private void Take(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "style"
                when WordXml.Attribute(reader, "family") == "paragraph"
                    && WordXml.Attribute(reader, "name") is { } name:
                _styles[name] = new ParagraphStyle(
                    WordXml.Attribute(reader, "parent-style-name"),
                    WordXml.Attribute(reader, "list-style-name")
                );
                break;
            case "list-style" when WordXml.Attribute(reader, "name") is { } name:
                _lists[name] = _open = new ListInstance(_lists.Count + 1) { Levels = new AbstractList() };
                break;
            case "outline-style":
                Outline = _open = new ListInstance(0) { Levels = new AbstractList() };
                break;
            case "list-level-style-number"
            or "outline-level-style"
            or "list-level-style-bullet"
            or "list-level-style-image":
                TakeLevel(reader);
                break;
            case "text-properties" when _openLevel is not null:
                _openLevel.Font ??= WordXml.Attribute(reader, "font-name");
                break;
            default:
                break;
        }
    }

    private void TakeLevel(XmlReader reader)
    {
        _openLevel = null;
        if (
            _open?.Levels is not { } list
            || WordXml.Number(WordXml.Attribute(reader, "level")) is not { } number
            || number is < 1 or > ListDefinitions.Levels
        )
        {
            return;
        }

        string format = WordXml.Attribute(reader, "num-format") ?? "";
        list.Levels[number - 1] = _openLevel = reader.LocalName switch
        {
            "list-level-style-bullet" => new ListLevel
            {
                Format = "bullet",
                Text = WordXml.Attribute(reader, "bullet-char") ?? "•",
            },
            "list-level-style-image" => new ListLevel { Format = "bullet", Text = "•" },
            _ => new ListLevel
            {
                Format = FormatName(format),
                Text = Pattern(reader, number, format.Length > 0),
                Start = WordXml.Number(WordXml.Attribute(reader, "start-value")) ?? 1,
            },
        };
    }

    /// <summary>"%1.%2." where two levels are shown; LibreOffice also writes the pattern itself, which may hold
    /// more.</summary>
    private static string Pattern(XmlReader reader, int level, bool isCounted)
    {
        if (WordXml.Attribute(reader, "num-list-format") is { } whole)
            return isCounted ? Counter().Replace(whole, "%$1") : Counter().Replace(whole, "");
        StringBuilder text = new(WordXml.Attribute(reader, "num-prefix"));
        int shown = Math.Clamp(WordXml.Number(WordXml.Attribute(reader, "display-levels")) ?? 1, 1, level);
        if (isCounted)
        {
            text.AppendJoin(
                '.',
                Enumerable
                    .Range(level - shown + 1, shown)
                    .Select(one => "%" + one.ToString(CultureInfo.InvariantCulture))
            );
        }

        return text.Append(WordXml.Attribute(reader, "num-suffix")).ToString();
    }

    private static string FormatName(string format) =>
        format switch
        {
            "" => "none",
            "a" => "lowerLetter",
            "A" => "upperLetter",
            "i" => "lowerRoman",
            "I" => "upperRoman",
            _ => "decimal",
        };

    [GeneratedRegex("%([1-9])%", RegexOptions.CultureInvariant)]
    private static partial Regex Counter();

    /// <param name="Parent">The style it is made from.</param>
    /// <param name="List">The list style it names.</param>
    private sealed record ParagraphStyle(string? Parent, string? List);
}

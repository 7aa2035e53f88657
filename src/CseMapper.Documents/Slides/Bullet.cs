using System.Globalization;
using System.Xml;
using CseMapper.Documents.Word.Lists;
using CseMapper.Documents.Word.Packages;

namespace CseMapper.Documents.Slides;

/// <summary>What is drawn before a paragraph of a slide: nothing, a sign, or a number that PowerPoint counts (ECMA-376
/// part 1, 21.1.2.4).</summary>
/// <param name="NumberType">How the number is written ("arabicPeriod"), or null for signs.</param>
/// <param name="Start">The first number.</param>
/// <param name="IsNone">True where nothing is drawn.</param>
internal sealed record Bullet(string? NumberType, int Start, bool IsNone)
{
    /// <summary>The sign of placeholders about which no master says anything.</summary>
    public static Bullet Sign { get; } = new(null, 1, IsNone: false);

    private static Bullet None { get; } = new(null, 1, IsNone: true);

    /// <summary>What an element inside of a paragraph's properties says, or null where it is about something
    /// else.</summary>
    /// <param name="reader">Stands at the element.</param>
    public static Bullet? Read(XmlReader reader) =>
        reader.LocalName switch
        {
            "buNone" => None,
            "buChar" or "buBlip" => Sign,
            "buAutoNum" => new Bullet(
                reader.GetAttribute("type") ?? "arabicPeriod",
                WordXml.Number(reader.GetAttribute("startAt")) ?? 1,
                IsNone: false
            ),
            _ => null,
        };

    /// <summary>The number as it is drawn.</summary>
    /// <param name="value">The count.</param>
    public string Write(int value)
    {
        string type = NumberType ?? "";
        string number =
            type.StartsWith("alphaLc", StringComparison.Ordinal) ? ListFormat.Write(value, "lowerLetter")
            : type.StartsWith("alphaUc", StringComparison.Ordinal) ? ListFormat.Write(value, "upperLetter")
            : type.StartsWith("romanLc", StringComparison.Ordinal) ? ListFormat.Write(value, "lowerRoman")
            : type.StartsWith("romanUc", StringComparison.Ordinal) ? ListFormat.Write(value, "upperRoman")
            : type.StartsWith("circleNum", StringComparison.Ordinal) ? ListFormat.Write(value, "decimalEnclosedCircle")
            : value.ToString(CultureInfo.InvariantCulture);
        return type.EndsWith("ParenBoth", StringComparison.Ordinal) ? $"({number})"
            : type.EndsWith("ParenR", StringComparison.Ordinal) ? number + ")"
            : type.EndsWith("Period", StringComparison.Ordinal) ? number + "."
            : type.EndsWith("Minus", StringComparison.Ordinal) ? number + "-"
            : number;
    }
}

/// <summary>Counts the numbered paragraphs of one shape.</summary>
internal sealed class BulletCounter
{
    private const int Levels = 9;
    private readonly (Bullet Bullet, int Value)?[] _counts = new (Bullet, int)?[Levels];

    /// <summary>Counts a paragraph.</summary>
    /// <param name="level">How deep it stands, from 0.</param>
    /// <param name="bullet">What is drawn before it.</param>
    /// <returns>Its number as drawn, or null where it has none.</returns>
    public string? Next(int level, Bullet? bullet)
    {
        level = Math.Clamp(level, 0, Levels - 1);
        Array.Clear(_counts, level + 1, Levels - level - 1);
        if (bullet?.NumberType is null)
        {
            // A paragraph without a number ends the count of its level.
            _counts[level] = null;
            return null;
        }

        int value = _counts[level] is { } last && last.Bullet == bullet ? last.Value + 1 : bullet.Start;
        _counts[level] = (bullet, value);
        return bullet.Write(value);
    }
}

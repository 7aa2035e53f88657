using System.Globalization;

namespace CseMapper.Documents.Sheets;

/// <summary>What a piece of a number format is.</summary>
internal enum FormatKind
{
    /// <summary>Printed as it stands.</summary>
    Literal,

    /// <summary>A run of 0, # and ?, with the commas in it.</summary>
    Digits,

    /// <summary>The point before decimals.</summary>
    Point,

    Percent,

    /// <summary>"E+" or "E-".</summary>
    Exponent,

    /// <summary>The bar of a fraction.</summary>
    Slash,

    /// <summary>A letter of a date or time, as often as it is written.</summary>
    Date,

    /// <summary>Hours, minutes or seconds that go on beyond a day: "[h]".</summary>
    Elapsed,

    /// <summary>"AM/PM".</summary>
    HalfDay,

    /// <summary>The text of a cell.</summary>
    Text,

    General,
}

/// <summary>A piece of a number format.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As written.</param>
internal readonly record struct FormatPiece(FormatKind Kind, string Text);

/// <summary>When a section of a number format is taken.</summary>
/// <param name="Sign">"&lt;", "&gt;=" and so on.</param>
/// <param name="Limit">What the value is compared with.</param>
internal sealed record FormatCondition(string Sign, double Limit)
{
    public bool IsMetBy(double value) =>
        Sign switch
        {
            "<" => value < Limit,
            "<=" => value <= Limit,
            ">" => value > Limit,
            ">=" => value >= Limit,
            "<>" => value != Limit,
            _ => value == Limit,
        };
}

/// <summary>A section of a number format.</summary>
internal sealed class FormatSection
{
    /// <summary>Shows a number without any format.</summary>
    public static FormatSection General { get; } =
        new([new FormatPiece(FormatKind.General, "General")], condition: null);

    private FormatSection(IReadOnlyList<FormatPiece> pieces, FormatCondition? condition)
    {
        (Pieces, Condition) = (pieces, condition);
        IsText = pieces.Any(piece => piece.Kind == FormatKind.Text);
        IsDate = pieces.Any(piece => piece.Kind is FormatKind.Date or FormatKind.Elapsed or FormatKind.HalfDay);
    }

    public IReadOnlyList<FormatPiece> Pieces { get; }

    public FormatCondition? Condition { get; }

    /// <summary>True where it is for texts.</summary>
    public bool IsText { get; }

    /// <summary>True where it shows a date or time.</summary>
    public bool IsDate { get; }

    /// <summary>The sections of a format, four at most.</summary>
    public static List<FormatSection> Split(string code)
    {
        List<FormatSection> sections = [];
        int at = 0;
        while (at <= code.Length && sections.Count < 4)
            sections.Add(ReadOne(code, ref at));
        return sections;
    }

    /// <summary>Puts a text in the place of "@".</summary>
    public string ShowText(string text) =>
        string.Concat(
            Pieces.Select(piece =>
                piece.Kind switch
                {
                    FormatKind.Text => text,
                    FormatKind.Literal => piece.Text,
                    _ => "",
                }
            )
        );

    private static FormatSection ReadOne(string code, ref int at)
    {
        List<FormatPiece> pieces = [];
        FormatCondition? condition = null;
        for (; at < code.Length && code[at] != ';'; at++)
        {
            char c = code[at];
            switch (c)
            {
                case '"':
                    int close = code.IndexOf('"', at + 1);
                    close = close < 0 ? code.Length : close;
                    pieces.Add(new FormatPiece(FormatKind.Literal, code[(at + 1)..close]));
                    at = close;
                    break;
                case '\\' when at + 1 < code.Length:
                    pieces.Add(new FormatPiece(FormatKind.Literal, code[++at].ToString()));
                    break;
                case '_':
                    // Room as wide as the next letter.
                    pieces.Add(new FormatPiece(FormatKind.Literal, " "));
                    at++;
                    break;
                case '*':
                    // The next letter fills the cell.
                    at++;
                    break;
                case '[':
                    int end = code.IndexOf(']', at);
                    if (end < 0)
                        break;
                    TakeBracket(code[(at + 1)..end], pieces, ref condition);
                    at = end;
                    break;
                default:
                    at += TakePlain(code.AsSpan(at), pieces) - 1;
                    break;
            }
        }

        at++;
        return new FormatSection(pieces, condition);
    }

    /// <summary>A colour, a condition, a currency with its country, or time beyond a day.</summary>
    private static void TakeBracket(string inside, List<FormatPiece> pieces, ref FormatCondition? condition)
    {
        if (inside.StartsWith('$'))
        {
            int dash = inside.IndexOf('-', StringComparison.Ordinal);
            pieces.Add(new FormatPiece(FormatKind.Literal, inside[1..(dash < 0 ? inside.Length : dash)]));
        }
        else if (inside.Length > 0 && inside[0] is '<' or '>' or '=')
        {
            int length = inside.Length > 1 && inside[1] is '=' or '>' ? 2 : 1;
            if (double.TryParse(inside[length..], NumberStyles.Float, CultureInfo.InvariantCulture, out double limit))
                condition = new FormatCondition(inside[..length], limit);
        }
        else if (inside.Length > 0 && inside.All(c => c is 'h' or 'H' or 'm' or 'M' or 's' or 'S'))
        {
            pieces.Add(new FormatPiece(FormatKind.Elapsed, inside.ToLowerInvariant()));
        }
    }

    /// <summary>Takes what stands at a place without quotes; gives how many letters it is.</summary>
    private static int TakePlain(ReadOnlySpan<char> rest, List<FormatPiece> pieces)
    {
        if (rest.StartsWith("General", StringComparison.OrdinalIgnoreCase))
            return Add(FormatKind.General, rest[..7]);
        if (rest.StartsWith("AM/PM", StringComparison.OrdinalIgnoreCase))
            return Add(FormatKind.HalfDay, rest[..5]);
        if (rest.StartsWith("A/P", StringComparison.OrdinalIgnoreCase))
            return Add(FormatKind.HalfDay, rest[..3]);
        if (
            rest.StartsWith("E+", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("E-", StringComparison.OrdinalIgnoreCase)
        )
        {
            return Add(FormatKind.Exponent, rest[..2]);
        }
        int length = 1;
        switch (char.ToLowerInvariant(rest[0]))
        {
            case '0' or '#' or '?':
                while (length < rest.Length && rest[length] is '0' or '#' or '?' or ',')
                    length++;
                return Add(FormatKind.Digits, rest[..length]);
            case 'y' or 'm' or 'd' or 'h' or 's':
                while (length < rest.Length && char.ToLowerInvariant(rest[length]) == char.ToLowerInvariant(rest[0]))
                    length++;
                return Add(FormatKind.Date, rest[..length]);
            case '.':
                return Add(FormatKind.Point, ".");
            case '%':
                return Add(FormatKind.Percent, "%");
            case '@':
                return Add(FormatKind.Text, "@");
            case '/':
                return Add(FormatKind.Slash, "/");
            default:
                return Add(FormatKind.Literal, rest[..1]);
        }

        int Add(FormatKind kind, ReadOnlySpan<char> text)
        {
            pieces.Add(
                new FormatPiece(kind, kind == FormatKind.Date ? text.ToString().ToLowerInvariant() : text.ToString())
            );
            return text.Length;
        }
    }
}

using System.Globalization;
using System.Text;

namespace CseMapper.Documents.Sheets;

/// <summary>Writes a number into a section of a number format: digits, thousands, decimals, percent, powers,
/// fractions.</summary>
internal static class FormattedNumber
{
    private const int MostDecimals = 15;

    /// <summary>A number as the section shows it.</summary>
    public static string Show(FormatSection section, double value)
    {
        IReadOnlyList<FormatPiece> pieces = section.Pieces;
        if (!pieces.Any(piece => piece.Kind is FormatKind.Digits or FormatKind.General))
            return Literals(pieces).Trim();
        if (IndexOf(pieces, FormatKind.General) >= 0)
            return General(pieces, value);
        if (IndexOf(pieces, FormatKind.Slash) is > 0 and int bar && IsFraction(pieces, bar))
            return Fraction(pieces, bar, value);
        foreach (FormatPiece piece in pieces)
        {
            if (piece.Kind == FormatKind.Percent)
                value *= 100;
        }

        int power = IndexOf(pieces, FormatKind.Exponent);
        return power > 0 ? Scientific(pieces, power, value) : Fixed(pieces, value);
    }

    private static string General(IReadOnlyList<FormatPiece> pieces, double value) =>
        string.Concat(
                pieces.Select(piece =>
                    piece.Kind switch
                    {
                        FormatKind.General => NumberFormat.General(value),
                        FormatKind.Literal => piece.Text,
                        _ => "",
                    }
                )
            )
            .Trim();

    private static string Fixed(IReadOnlyList<FormatPiece> pieces, double value)
    {
        int point = IndexOf(pieces, FormatKind.Point);
        string whole = Mask(pieces, 0, point < 0 ? pieces.Count : point);
        string decimals = point < 0 ? "" : Mask(pieces, point + 1, pieces.Count);
        // Commas behind the last digit divide by a thousand each.
        string last = decimals.Length > 0 ? decimals : whole;
        for (int at = last.Length - 1; at >= 0 && last[at] == ','; at--)
            value /= 1000;
        bool hasGroups = whole.TrimEnd(',').Contains(',', StringComparison.Ordinal);
        whole = whole.Replace(",", "", StringComparison.Ordinal);
        decimals = decimals.Replace(",", "", StringComparison.Ordinal);
        (string left, string right, bool isNegative) = Digits(value, Math.Min(decimals.Length, MostDecimals));
        int optional = decimals.Length;
        while (right.Length > 0 && optional > 0 && right[^1] == '0' && decimals[optional - 1] is '#' or '?')
            (right, optional) = (right[..^1], optional - 1);
        int fewest = whole.Count(c => c == '0');
        left = left == "0" && fewest == 0 ? "" : left.PadLeft(fewest, '0');
        return Fill(pieces, whole.Length, hasGroups ? Grouped(left) : left, right, isNegative);
    }

    /// <summary>Puts the digits into the places that the format has for them; those that are too many stand in the first
    /// place.</summary>
    private static string Fill(
        IReadOnlyList<FormatPiece> pieces,
        int places,
        string left,
        string right,
        bool isNegative
    )
    {
        StringBuilder text = new();
        int leftPlaces = places,
            leftAt = 0,
            rightAt = 0;
        bool isDecimal = false;
        bool isGrouped = left.Contains(',', StringComparison.Ordinal);
        foreach (FormatPiece piece in pieces)
        {
            switch (piece.Kind)
            {
                case FormatKind.Digits when isDecimal:
                    int count = Math.Min(piece.Text.Count(c => c != ','), right.Length - rightAt);
                    text.Append(right, rightAt, count);
                    rightAt += count;
                    break;
                case FormatKind.Digits:
                    leftPlaces -= piece.Text.Count(c => c != ',');
                    // Digits for the places that are still to come are left for them.
                    int take = isGrouped || leftPlaces <= 0 ? left.Length - leftAt : left.Length - leftPlaces - leftAt;
                    if (take > 0)
                    {
                        text.Append(left, leftAt, take);
                        leftAt += take;
                    }

                    break;
                case FormatKind.Point:
                    isDecimal = true;
                    if (right.Length > 0)
                        text.Append('.');
                    break;
                case FormatKind.Percent or FormatKind.Literal or FormatKind.Slash:
                    text.Append(piece.Text);
                    break;
                default:
                    break;
            }
        }

        // The sign stands before everything, a currency too.
        return (isNegative ? "-" : "") + text.ToString().Trim();
    }

    private static string Scientific(IReadOnlyList<FormatPiece> pieces, int power, double value)
    {
        string mask = string.Concat(
            pieces.Take(power).Select(piece => piece.Kind is FormatKind.Digits or FormatKind.Point ? piece.Text : "")
        );
        string digits = new(
            '0',
            Math.Max(
                1,
                pieces.Skip(power).Where(piece => piece.Kind == FormatKind.Digits).Sum(piece => piece.Text.Length)
            )
        );
        string sign = pieces[power].Text[1] == '+' ? "E+" : "E-";
        mask = mask.Replace('?', '#').Replace(",", "", StringComparison.Ordinal);
        return value.ToString((mask.Length == 0 ? "0" : mask) + sign + digits, CultureInfo.InvariantCulture);
    }

    private static bool IsFraction(IReadOnlyList<FormatPiece> pieces, int bar) =>
        pieces[bar - 1].Kind == FormatKind.Digits
        && bar + 1 < pieces.Count
        && (pieces[bar + 1].Kind == FormatKind.Digits || pieces[bar + 1].Text.All(char.IsAsciiDigit));

    /// <summary>"# ?/?": the fraction next to the value whose denominator has as many digits as the format.</summary>
    private static string Fraction(IReadOnlyList<FormatPiece> pieces, int bar, double value)
    {
        bool hasWhole = pieces.Take(bar - 1).Any(piece => piece.Kind == FormatKind.Digits);
        double rest = Math.Abs(value);
        double whole = hasWhole ? Math.Floor(rest) : 0;
        rest -= whole;
        string below = string.Concat(
            pieces
                .Skip(bar + 1)
                .TakeWhile(piece => piece.Text.All(char.IsAsciiDigit) || piece.Kind == FormatKind.Digits)
                .Select(piece => piece.Text)
        );
        (long top, long bottom) =
            int.TryParse(below, NumberStyles.None, CultureInfo.InvariantCulture, out int set) && set > 0
                ? ((long)Math.Round(rest * set), set)
                : Nearest(
                    rest,
                    below.Length switch
                    {
                        <= 1 => 9,
                        2 => 99,
                        _ => 999,
                    }
                );
        if (hasWhole && top == bottom)
            (whole, top) = (whole + 1, 0);
        string text =
            !hasWhole ? string.Create(CultureInfo.InvariantCulture, $"{top}/{bottom}")
            : top == 0 ? whole.ToString("0", CultureInfo.InvariantCulture)
            : whole == 0 ? string.Create(CultureInfo.InvariantCulture, $"{top}/{bottom}")
            : string.Create(CultureInfo.InvariantCulture, $"{whole:0} {top}/{bottom}");
        string after = Literals([.. pieces.Skip(bar + 2)]);
        return ((value < 0 ? "-" : "") + text + after).Trim();
    }

    private static (long Top, long Bottom) Nearest(double value, int most)
    {
        (long Top, long Bottom) best = (0, 1);
        double nearest = double.MaxValue;
        for (int bottom = 1; bottom <= most; bottom++)
        {
            long top = (long)Math.Round(value * bottom);
            double distance = Math.Abs(value - ((double)top / bottom));
            if (distance < nearest - 1e-12)
                (best, nearest) = ((top, bottom), distance);
        }

        return best;
    }

    private static (string Left, string Right, bool IsNegative) Digits(double value, int decimals)
    {
        bool isNegative = value < 0;
        double size = Math.Abs(value);
        // Rounded as Excel does, by the digits that it keeps: fifteen.
        string text =
            size < 1e15
            && decimal.TryParse(
                size.ToString("E14", CultureInfo.InvariantCulture),
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out decimal exact
            )
                ? Math.Round(exact, decimals, MidpointRounding.AwayFromZero)
                    .ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
                : size.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        int point = text.IndexOf('.', StringComparison.Ordinal);
        bool isZero = text.AsSpan().IndexOfAnyExcept('0', '.') < 0;
        return point < 0
            ? (text, "", isNegative && !isZero)
            : (text[..point], text[(point + 1)..], isNegative && !isZero);
    }

    private static string Grouped(string digits)
    {
        StringBuilder text = new(digits);
        for (int at = digits.Length - 3; at > 0; at -= 3)
            text.Insert(at, ',');
        return text.ToString();
    }

    private static string Mask(IReadOnlyList<FormatPiece> pieces, int from, int to) =>
        string.Concat(
            pieces
                .Skip(from)
                .Take(to - from)
                .Where(piece => piece.Kind == FormatKind.Digits)
                .Select(piece => piece.Text)
        );

    private static string Literals(IReadOnlyList<FormatPiece> pieces) =>
        string.Concat(
            pieces.Where(piece => piece.Kind is FormatKind.Literal or FormatKind.Percent).Select(piece => piece.Text)
        );

    private static int IndexOf(IReadOnlyList<FormatPiece> pieces, FormatKind kind)
    {
        for (int i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Kind == kind)
                return i;
        }

        return -1;
    }
}

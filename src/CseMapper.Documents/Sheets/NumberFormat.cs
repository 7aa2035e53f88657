using System.Globalization;

namespace CseMapper.Documents.Sheets;

/// <summary>A number format of a workbook: its sections, and which of them a value takes (ECMA-376 part 1,
/// 18.8.31).</summary>
public sealed class NumberFormat
{
    private const int LongestCode = 1024;
    private readonly List<FormatSection> _sections;

    private NumberFormat(List<FormatSection> sections) => _sections = sections;

    /// <summary>Reads a format.</summary>
    /// <param name="code">As it stands in the workbook: "0.0%;[Red]-0.0%;\"none\"".</param>
    public static NumberFormat Parse(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return new NumberFormat(FormatSection.Split(code[..Math.Min(code.Length, LongestCode)]));
    }

    /// <summary>A number as its cell shows it.</summary>
    /// <param name="value">The number.</param>
    /// <param name="firstDay">The day with the number 0, counted from 1 January of year 1.</param>
    public string Show(double value, int firstDay)
    {
        FormatSection section = Choose(value, out bool keepsSign);
        if (section.IsText)
            return section.ShowText(General(value));
        if (section.IsDate)
            return SheetDate.Show(section, value, firstDay);
        // The second of several sections says itself how a negative number looks.
        return FormattedNumber.Show(section, keepsSign ? value : Math.Abs(value));
    }

    /// <summary>A text as its cell shows it.</summary>
    /// <param name="text">The text.</param>
    public string ShowText(string text) =>
        _sections.Count > 0 && _sections[^1] is { IsText: true } section && (_sections.Count is 1 or > 3)
            ? section.ShowText(text)
            : text;

    /// <summary>A number without any format.</summary>
    /// <param name="value">The number.</param>
    internal static string General(double value)
    {
        if (Math.Abs(value) is >= 1e15 or (> 0 and < 1e-9))
            return value.ToString("0.#####E+00", CultureInfo.InvariantCulture);
        return Math.Round(value, 9).ToString("0.#########", CultureInfo.InvariantCulture);
    }

    private FormatSection Choose(double value, out bool keepsSign)
    {
        List<FormatSection> numbers = [.. _sections.Where(section => !section.IsText)];
        keepsSign = true;
        if (numbers.Count == 0)
            return _sections.Count > 0 ? _sections[0] : FormatSection.General;
        if (numbers.Exists(section => section.Condition is not null))
        {
            FormatSection? met = numbers.Find(section => section.Condition?.IsMetBy(value) == true);
            // Excel shows a number's own sign where a condition, not its place, chose the section.
            return met ?? numbers.Find(section => section.Condition is null) ?? FormatSection.General;
        }

        if (value < 0 && numbers.Count > 1)
        {
            keepsSign = false;
            return numbers[1];
        }

        return value == 0 && numbers.Count > 2 ? numbers[2] : numbers[0];
    }
}

using CseMapper.Reports.Xlsx.Sheets;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CseMapper.Reports.Xlsx;

/// <summary>What is laid over the cells of a sheet: filter, rules of conditional formatting, drop-down lists.</summary>
internal static class SheetRules
{
    /// <summary>Filter arrows.</summary>
    /// <param name="cells">The table with its headings, "$A$3:$G$90".</param>
    public static AutoFilter Filter(string cells) =>
        new() { Reference = cells.Replace("$", "", StringComparison.Ordinal) };

    /// <summary>Filter arrows, and a column of which only some words are shown.</summary>
    /// <param name="cells">The table with its headings.</param>
    /// <param name="column">The column, counted from 0.</param>
    /// <param name="shown">The words whose rows are shown.</param>
    public static AutoFilter Filter(string cells, int column, IEnumerable<string> shown)
    {
        AutoFilter filter = Filter(cells);
        filter.Append(
            new FilterColumn(new Filters(shown.Select(word => new Filter { Val = word }))) { ColumnId = (uint)column }
        );
        return filter;
    }

    /// <summary>Rules for cells.</summary>
    /// <param name="cells">The cells, "J4:J90".</param>
    /// <param name="rules">Made by <see cref="Rule"/>.</param>
    public static ConditionalFormatting Rules(string cells, params IEnumerable<ConditionalFormattingRule> rules) =>
        new(rules) { SequenceOfReferences = new ListValue<StringValue>([cells]) };

    /// <summary>A rule.</summary>
    /// <param name="format">What it does to the cell.</param>
    /// <param name="priority">1 wins over 2.</param>
    /// <param name="formula">When it applies, seen from the first cell.</param>
    public static ConditionalFormattingRule Rule(Highlight format, int priority, string formula) =>
        new(new Formula(formula))
        {
            Type = ConditionalFormatValues.Expression,
            FormatId = (uint)format,
            Priority = priority,
        };

    /// <summary>All lists of a sheet.</summary>
    /// <param name="lists">Made by <see cref="List"/>.</param>
    public static DataValidations Lists(params DataValidation[] lists) =>
        new(lists.AsEnumerable()) { Count = (uint)lists.Length };

    /// <summary>A drop-down list.</summary>
    /// <param name="cells">The cells that get it.</param>
    /// <param name="words">What it offers.</param>
    /// <param name="prompt">What shows beside the chosen cell.</param>
    public static DataValidation List(string cells, IReadOnlyList<string> words, string prompt) =>
        new(new Formula1($"\"{string.Join(',', words)}\""))
        {
            Type = DataValidationValues.List,
            AllowBlank = true,
            ShowInputMessage = true,
            ShowErrorMessage = true,
            ErrorTitle = "Not in the list",
            Error = $"Please choose {string.Join(", ", words.SkipLast(1))} or {words[^1]}, or leave it empty.",
            Prompt = prompt,
            SequenceOfReferences = new ListValue<StringValue>([cells]),
        };

    /// <summary>The cells of a column below its heading, "J4:J90".</summary>
    public static string Below(int column, int headerRow, int lastRow) =>
        FormattableString.Invariant(
            $"{SheetLayout.Letters(column)}{headerRow + 1}:{SheetLayout.Letters(column)}{lastRow}"
        );
}

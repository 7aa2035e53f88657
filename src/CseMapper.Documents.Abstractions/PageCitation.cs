using System.Globalization;

namespace CseMapper.Documents;

/// <summary>Names a page in words.</summary>
public static class PageCitation
{
    /// <summary>"iv", "4".</summary>
    /// <param name="page">The page, counted from 1.</param>
    /// <param name="label">What it is cited as, or null where that is its number.</param>
    public static string Name(int page, string? label) => label ?? page.ToString(CultureInfo.InvariantCulture);

    /// <summary>"page iv", "page 4", "about page 4".</summary>
    /// <param name="page">The page, counted from 1, or null where the format has no pages.</param>
    /// <param name="label">What it is cited as, or null where that is its number.</param>
    /// <param name="isApproximate">True where the page is only approximate.</param>
    /// <returns>Empty where there is no page.</returns>
    public static string Brief(int? page, string? label, bool isApproximate = false) =>
        page is { } number ? (isApproximate ? "about page " : "page ") + Name(number, label) : "";

    /// <summary>"page iv is the 6th of the file": for whoever opens the file where no link does.</summary>
    /// <param name="page">The page, counted from 1, or null where the format has no pages.</param>
    /// <param name="label">What it is cited as, or null where that is its number.</param>
    /// <returns>Empty where the name of the page says it.</returns>
    public static string Physical(int? page, string? label) =>
        page is { } number && label is not null && label != InFile(number)
            ? string.Create(CultureInfo.InvariantCulture, $"page {label} is the {Ordinal(number)} of the file")
            : "";

    /// <summary>"iv (6th of the file)", "4": where a page may have to be found by hand.</summary>
    /// <param name="page">The page, counted from 1.</param>
    /// <param name="label">What it is cited as, or null where that is its number.</param>
    public static string Full(int page, string? label) =>
        label is null || label == InFile(page)
            ? Name(page, label)
            : string.Create(CultureInfo.InvariantCulture, $"{label} ({Ordinal(page)} of the file)");

    /// <summary>"1st", "12th".</summary>
    /// <param name="number">The number.</param>
    public static string Ordinal(int number) =>
        number.ToString(CultureInfo.InvariantCulture)
        + (number % 100 is >= 11 and <= 13 ? 0 : number % 10) switch
        {
            1 => "st",
            2 => "nd",
            3 => "rd",
            _ => "th",
        };

    /// <summary>"2 of the file".</summary>
    internal static string InFile(int page) => string.Create(CultureInfo.InvariantCulture, $"{page} of the file");
}

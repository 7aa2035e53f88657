using System.Globalization;
using System.Text;
using CseMapper.Pdf.Files;
using CseMapper.Pdf.Objects;

namespace CseMapper.Pdf.Catalog;

/// <summary>The numbers that pages show (ISO 32000-2, 12.4.2), such as "iv" or "A-3".</summary>
internal static class PageLabels
{
    /// <summary>Roman numerals and letters repeat; what is longer helps nobody.</summary>
    private const int MostRepeats = 50;

    private const int LongestPrefix = 100;

    /// <returns>A label for each page, or null for a file without labels.</returns>
    public static string[]? Read(PdfFile file)
    {
        if (file.Catalog["PageLabels"].AsDictionary() is not { } tree)
            return null;
        SortedDictionary<int, PdfDictionary> ranges = [];
        foreach ((PdfValue key, PdfValue value) in NameTree.Entries(tree, "Nums", file.Limits))
        {
            PdfValue range = value.AsReference() is { } reference ? file.Resolve(reference) : value;
            if (key.IsNumber && range.AsDictionary() is { } dictionary)
                ranges[key.AsInt()] = dictionary;
        }

        if (ranges.Count == 0)
            return null;
        string[] labels = new string[file.Pages.Count];
        PdfDictionary? current = null;
        int start = 0;
        for (int page = 0; page < labels.Length; page++)
        {
            if (ranges.TryGetValue(page, out PdfDictionary? begun))
                (current, start) = (begun, page);
            labels[page] = current is null
                ? (page + 1).ToString(CultureInfo.InvariantCulture)
                : Label(current, page - start);
        }

        return labels;
    }

    private static string Label(PdfDictionary range, int offset)
    {
        string prefix = TextString.Decode(range["P"], LongestPrefix) ?? "";
        long number = Math.Max(1, range["St"].AsLong(1)) + offset;
        return prefix
            + range["S"].AsName() switch
            {
                "D" => number.ToString(CultureInfo.InvariantCulture),
                "R" => Roman(number),
                "r" => Roman(number).ToLowerInvariant(),
                "A" => Letters(number, 'A'),
                "a" => Letters(number, 'a'),
                _ => "",
            };
    }

    private static string Roman(long number)
    {
        if (number > MostRepeats * 1000)
            return number.ToString(CultureInfo.InvariantCulture);
        ReadOnlySpan<int> values = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1];
        ReadOnlySpan<string> numerals = ["M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"];
        StringBuilder text = new();
        for (int i = 0; i < values.Length; i++)
        {
            for (; number >= values[i]; number -= values[i])
                text.Append(numerals[i]);
        }

        return text.ToString();
    }

    /// <summary>A to Z, then AA to ZZ, then AAA (Table 161).</summary>
    private static string Letters(long number, char first)
    {
        long repeats = (number - 1) / 26 + 1;
        if (repeats > MostRepeats)
            return number.ToString(CultureInfo.InvariantCulture);
        return new string((char)(first + (number - 1) % 26), (int)repeats);
    }
}

using System.Globalization;
using CseMapper.Pdf.Files;
using CseMapper.Pdf.Objects;

namespace CseMapper.Pdf.Catalog;

/// <summary>
/// What a file says of itself: the information dictionary (ISO 32000-2, 14.3.3), and where that is silent the XMP
/// metadata (14.3.2).
/// </summary>
internal sealed record DocumentInformation
{
    /// <summary>Characters of an entry.</summary>
    private const int LongestEntry = 10_000;

    public string? Title { get; init; }

    public string? Author { get; init; }

    public string? Subject { get; init; }

    public string? Keywords { get; init; }

    /// <summary>The program in which the document was written.</summary>
    public string? Creator { get; init; }

    /// <summary>The program that made the PDF.</summary>
    public string? Producer { get; init; }

    public DateTimeOffset? Created { get; init; }

    public DateTimeOffset? Modified { get; init; }

    /// <summary>The document's language as in BCP 47 (14.9.2); null where it is not told.</summary>
    public string? Language { get; init; }

    /// <summary>Whether the document says that its tags are complete (14.7.1).</summary>
    public bool IsTagged { get; init; }

    public static DocumentInformation Read(PdfFile file)
    {
        PdfDictionary information = file.Trailer["Info"].AsDictionary() ?? new PdfDictionary(file);
        XmpMetadata xmp = XmpMetadata.Read(file);
        return new DocumentInformation
        {
            Title = Text(information["Title"]) ?? xmp.Title,
            Author = Text(information["Author"]) ?? xmp.Author,
            Subject = Text(information["Subject"]) ?? xmp.Description,
            Keywords = Text(information["Keywords"]),
            Creator = Text(information["Creator"]) ?? xmp.CreatorTool,
            Producer = Text(information["Producer"]) ?? xmp.Producer,
            Created = Date(information["CreationDate"]) ?? xmp.Created,
            Modified = Date(information["ModDate"]) ?? xmp.Modified,
            Language = Text(file.Catalog["Lang"]) ?? xmp.Language,
            IsTagged = file.Catalog["MarkInfo"].AsDictionary()?["Marked"].AsBoolean() ?? false,
        };
    }

    /// <summary>A date (7.9.4), "D:20240131095900+01'00'"; all after the year may be missing.</summary>
    /// <returns>Null for what is no date; without a zone it counts as universal time.</returns>
    public static DateTimeOffset? ReadDate(string text)
    {
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        if (rest.StartsWith("D:", StringComparison.Ordinal))
            rest = rest[2..];
        int year = Take(ref rest, 4, -1);
        if (year is < 1 or > 9998)
            return null;
        int month = Take(ref rest, 2, 1);
        int day = Take(ref rest, 2, 1);
        int hour = Take(ref rest, 2, 0);
        int minute = Take(ref rest, 2, 0);
        int second = Math.Min(Take(ref rest, 2, 0), 59);
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59)
            return null;
        return new DateTimeOffset(year, month, day, hour, minute, second, Zone(rest));
    }

    private static TimeSpan Zone(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || rest[0] is not ('+' or '-'))
            return TimeSpan.Zero;
        bool isWest = rest[0] == '-';
        rest = rest[1..];
        int hours = Take(ref rest, 2, 0);
        if (!rest.IsEmpty && rest[0] is '\'' or ':')
            rest = rest[1..];
        TimeSpan offset = new(Math.Min(hours, 13), Math.Min(Take(ref rest, 2, 0), 59), 0);
        return isWest ? -offset : offset;
    }

    private static int Take(ref ReadOnlySpan<char> rest, int digits, int fallback)
    {
        if (rest.Length < digits)
            return fallback;
        if (!int.TryParse(rest[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out int value))
            return fallback;
        rest = rest[digits..];
        return value;
    }

    private static string? Text(PdfValue value) =>
        TextString.Decode(value, LongestEntry)?.Trim() is { Length: > 0 } text ? text : null;

    private static DateTimeOffset? Date(PdfValue value) =>
        TextString.Decode(value, LongestEntry) is { } text ? ReadDate(text) : null;
}

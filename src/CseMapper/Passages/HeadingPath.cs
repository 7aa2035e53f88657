using CseMapper.Ingest;

namespace CseMapper.Passages;

/// <summary>The headings above the place in a document that is being read.</summary>
internal sealed class HeadingPath
{
    private const int LongestHeading = 25;
    private const int ShortestSentence = 8;
    private readonly List<HeadingBlock> headings = [];

    /// <summary>The headings as printed, outermost first.</summary>
    public IReadOnlyList<string> Printed { get; private set; } = [];

    /// <summary>The number of the innermost heading that has one, or null.</summary>
    public string? Number => headings.LastOrDefault(heading => heading.Number is { Length: > 0 })?.Number;

    /// <summary>True for a clause set in the style of a heading to get its number, as many policies do: it is text, not a title.</summary>
    public static bool IsSentence(HeadingBlock heading)
    {
        int words = WordCount.Of(heading.Text);
        return words > LongestHeading || (words >= ShortestSentence && heading.Text.AsSpan().TrimEnd() is [.., '.' or ';' or ':']);
    }

    /// <summary>Goes on below a heading.</summary>
    public void Enter(HeadingBlock heading)
    {
        headings.RemoveAll(outer => outer.Level >= heading.Level);
        headings.Add(heading);
        Printed = [.. headings.Select(Print).Where(text => text.Length > 0)];
    }

    private static string Print(HeadingBlock heading) => Spaces.Collapse(heading.Number is { Length: > 0 } number ? number + " " + heading.Text : heading.Text);
}

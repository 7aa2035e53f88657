using CseMapper.Documents;

namespace CseMapper.Passages.Splitting;

/// <summary>The headings above the place in a document that is being read.</summary>
internal sealed class HeadingPath
{
    private const int LongestHeading = 25;
    private const int ShortestSentence = 8;
    private const int ShortestLeadIn = 4;
    private readonly List<HeadingBlock> _headings = [];

    /// <summary>The headings as printed, outermost first.</summary>
    public IReadOnlyList<string> Printed { get; private set; } = [];

    /// <summary>The number of the innermost heading that has one, or null.</summary>
    public string? Number =>
        _headings.LastOrDefault(heading => heading.Number is { Length: > 0 })?.Number!.TrimEnd('.', ':');

    /// <summary>
    /// True for text that only looks like a heading: a clause set in a heading's style to get its number, as many
    /// policies do; the bold sentence that introduces a list; the end of a sentence that a reader took for a heading by
    /// its look.
    /// </summary>
    public static bool IsSentence(HeadingBlock heading)
    {
        int words = WordCount.Of(heading.Text);
        if (words > LongestHeading)
            return true;
        return heading.Text.AsSpan().TrimEnd() is [.., var last]
            && last switch
            {
                ':' => words >= ShortestLeadIn,
                '.' or ';' or ',' => heading.IsGuessed || words >= ShortestSentence,
                _ => false,
            };
    }

    /// <summary>Goes on below a heading.</summary>
    public void Enter(HeadingBlock heading)
    {
        _headings.RemoveAll(outer => outer.Level >= heading.Level);
        _headings.Add(heading);
        Printed = [.. _headings.Select(Print).Where(text => text.Length > 0)];
    }

    private static string Print(HeadingBlock heading) =>
        Spaces.Collapse(heading.Number is { Length: > 0 } number ? number + " " + heading.Text : heading.Text);
}

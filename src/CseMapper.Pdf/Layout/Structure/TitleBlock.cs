namespace CseMapper.Pdf.Layout.Structure;

/// <summary>Recognises the lines in which a document says of itself what it is: a few words, a colon, the
/// answer.</summary>
internal static class TitleBlock
{
    private const int LongestName = 40;
    private const int MostWords = 5;

    /// <summary>"Policy owner: Head of Service", "Version: 3.1", "Review date:".</summary>
    public static bool IsFact(ReadOnlySpan<char> line)
    {
        int colon = line.IndexOf(':');
        if (colon is < 2 or > LongestName || !char.IsUpper(line[0]))
            return false;
        if (colon + 1 < line.Length && !char.IsWhiteSpace(line[colon + 1]))
            return false;
        ReadOnlySpan<char> name = line[..colon].TrimEnd();
        return name.Count(' ') < MostWords && char.IsLetter(name[^1]) && !name.ContainsAny('.', ',', ';');
    }
}

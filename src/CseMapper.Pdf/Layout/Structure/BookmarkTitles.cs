namespace CseMapper.Pdf.Layout.Structure;

/// <summary>The bookmarks by their words, to recognise the headings they lead to.</summary>
internal sealed class BookmarkTitles
{
    private readonly Dictionary<string, List<(int Page, int Level)>> _byWords = new(StringComparer.Ordinal);

    public BookmarkTitles(IEnumerable<PdfBookmark> bookmarks)
    {
        foreach (PdfBookmark bookmark in bookmarks)
        {
            string words = Normal(bookmark.Title);
            if (bookmark.Page is not { } page || words.Length < 3)
                continue;
            if (!_byWords.TryGetValue(words, out List<(int, int)>? places))
                _byWords.Add(words, places = []);
            places.Add((page, bookmark.Level));
        }
    }

    /// <returns>The level of the bookmark with these words that leads to the page or the one beside it, 0 for
    /// none.</returns>
    public int LevelOf(string text, int page)
    {
        if (
            _byWords.Count == 0
            || text.Length == 0
            || !_byWords.TryGetValue(Normal(text), out List<(int Page, int Level)>? places)
        )
        {
            return 0;
        }

        foreach ((int at, int level) in places)
        {
            if (Math.Abs(at - page) <= 1)
                return level;
        }

        return 0;
    }

    /// <summary>Letters and digits only: bookmarks drop numbers' dots and tabs.</summary>
    private static string Normal(string text)
    {
        Span<char> kept = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        int length = 0;
        foreach (char letter in text)
        {
            if (char.IsLetterOrDigit(letter))
                kept[length++] = char.ToLowerInvariant(letter);
        }

        return kept[..length].ToString();
    }
}

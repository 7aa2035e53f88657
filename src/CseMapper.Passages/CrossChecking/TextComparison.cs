using System.Globalization;
using CseMapper.Documents;

namespace CseMapper.Passages.CrossChecking;

/// <summary>Compares the text that is used of a document with what a second reader found, page by page.</summary>
/// <remarks>
/// Words count, wherever on the page they stand: order, position, case, accents and hyphens do not. Words that are cut
/// or joined otherwise are compared by their letters, and what stands at the end of a page in one reading may stand at
/// the beginning of the next in the other.
/// </remarks>
internal sealed class TextComparison
{
    /// <summary>Side by side, people look at some pages, not at all of a long document.</summary>
    private const int MostTexts = 100;

    private const int LongestText = 30_000;
    private const int WordsShown = 12;

    private readonly UsedText _used;
    private readonly IReadOnlyList<string> _second;

    private TextComparison(UsedText used, IReadOnlyList<string> second)
    {
        _used = used;
        _second = second;
    }

    /// <summary>Compares them.</summary>
    /// <param name="used">The document as it is used.</param>
    /// <param name="second">The text of each page as the second reader has it.</param>
    /// <param name="cancellation">Stops it.</param>
    public static (CrossCheck Result, IReadOnlyList<PageTexts> Texts) Compare(
        SourceDocument used,
        IReadOnlyList<string> second,
        CancellationToken cancellation
    ) => new TextComparison(UsedText.Of(used), second).Compare(cancellation);

    private (CrossCheck Result, IReadOnlyList<PageTexts> Texts) Compare(CancellationToken cancellation)
    {
        List<PageDifference> differences = [];
        List<PageTexts> texts = [];
        ComparedPage? before = null;
        ComparedPage? page = _second.Count > 0 ? At(1) : null;
        for (int number = 1; page is not null; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            ComparedPage? after = number < _second.Count ? At(number + 1) : null;
            page.LookIn(before?.Left);
            page.LookIn(after?.Left);
            if (before is not null)
                Conclude(before, number - 1, differences, texts);
            (before, page) = (page, after);
        }

        if (before is not null)
            Conclude(before, _second.Count, differences, texts);
        return (new CrossCheck(_second.Count, differences), texts);
    }

    private ComparedPage At(int number)
    {
        PrintedWords second = PrintedWords.Of(_second[number - 1]);
        PrintedWords used = PrintedWords.Of(_used.Page(number));
        ComparedPage page = new(used, second);
        string beside = _used.Beside(number);
        if (beside.Length > 0 && page.Lost > 0)
            page.LookIn(new LeftOver(PrintedWords.Of(beside)));
        return page;
    }

    private void Conclude(ComparedPage page, int number, List<PageDifference> differences, List<PageTexts> texts)
    {
        int surplus = page.Left.Count;
        bool isLack = CrossCheckRule.IsLack(page.Lost, page.SecondCount);
        if (!isLack && !CrossCheckRule.IsSurplus(surplus, page.UsedCount))
            return;
        string used = _used.Page(number);
        string second = _second[number - 1];
        (string text, IEnumerable<WordPlace> places) = isLack ? (second, page.LostPlaces) : (used, page.Left.Places);
        IEnumerable<string> words = places.Take(WordsShown).Select(place => text.Substring(place.Start, place.Length));
        differences.Add(new PageDifference(number, page.Lost, surplus, isLack) { Words = string.Join(' ', words) });
        if (texts.Count < MostTexts)
        {
            texts.Add(
                new PageTexts(number, Shorten(used), Shorten(second))
                {
                    UsedMarks = [.. page.Left.Places.Where(place => place.Start + place.Length <= LongestText)],
                    SecondMarks = [.. page.LostPlaces.Where(place => place.Start + place.Length <= LongestText)],
                }
            );
        }
    }

    private static string Shorten(string text) =>
        text.Length <= LongestText
            ? text
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{text.AsSpan(0, LongestText)}\n(and {text.Length - LongestText:N0} more characters)"
            );
}

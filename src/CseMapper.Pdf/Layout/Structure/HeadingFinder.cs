using CseMapper.Pdf.Layout.Lines;

namespace CseMapper.Pdf.Layout.Structure;

/// <summary>
/// Finds headings among paragraphs by what makes them stand out (size, weight, capitals, number, a bookmark of the same
/// words) and gives them levels: a look a level, larger before smaller; numbers and bookmarks put right what looks
/// alone cannot tell.
/// </summary>
internal sealed class HeadingFinder
{
    private const int MostLines = 4;
    private const int MostWords = 25;
    private const int MostWordsOfBodySize = 14;
    private const int DeepestLevel = 6;

    /// <summary>Type larger than the body by this factor makes a heading by itself.</summary>
    private const float Larger = 1.12f;

    private readonly DocumentText _document;
    private readonly BodyStyle _body;
    private readonly BookmarkTitles _bookmarks;
    private readonly List<(BlockDraft Draft, Look Look, int BookmarkLevel)> _found = [];

    private readonly bool _hasTaggedHeadings;

    /// <param name="document">The document.</param>
    /// <param name="body">What headings stand out from.</param>
    /// <param name="bookmarks">Titles of headings.</param>
    /// <param name="hasTaggedHeadings">True when the tags name the headings, so that only very plain ones are guessed
    /// besides.</param>
    public HeadingFinder(DocumentText document, BodyStyle body, BookmarkTitles bookmarks, bool hasTaggedHeadings)
    {
        _hasTaggedHeadings = hasTaggedHeadings;
        _document = document;
        _body = body;
        _bookmarks = bookmarks;
    }

    /// <summary>What distinguishes levels: compared by size first, then weight, then capitals.</summary>
    private readonly record struct Look(int Size, bool IsBold, bool IsCapitals, bool IsUnderlined) : IComparable<Look>
    {
        public int CompareTo(Look other) =>
            Size != other.Size ? other.Size.CompareTo(Size)
            : IsBold != other.IsBold ? other.IsBold.CompareTo(IsBold)
            : IsCapitals != other.IsCapitals ? other.IsCapitals.CompareTo(IsCapitals)
            : other.IsUnderlined.CompareTo(IsUnderlined);
    }

    public void Mark(List<BlockDraft> drafts)
    {
        for (int i = 0; i < drafts.Count; i++)
        {
            BlockDraft draft = drafts[i];
            if (draft.IsTagged && draft.Kind == DraftKind.Heading)
                _found.Add((draft, LookOf(draft, TextOf(draft)), draft.Level));
            if (draft.IsTagged || draft.Role != LineRole.Body || draft.Kind is DraftKind.Table)
                continue;
            if (_document.Lines[draft.Lines[0]].Is(LineFlags.Covered))
                continue;
            string text = TextOf(draft);
            int bookmark = _bookmarks.LevelOf(text, _document.Lines[draft.Lines[0]].Page);
            if (bookmark == 0 && !StandsOut(drafts, i, text))
                continue;
            draft.Kind = DraftKind.Heading;
            _found.Add((draft, LookOf(draft, text), bookmark));
        }

        SetLevels();
    }

    private string TextOf(BlockDraft draft)
    {
        if (draft.Lines.Count > MostLines)
            return "";
        return string.Join(' ', draft.Lines.Select(line => _document.TextOf(_document.Lines[line]).ToString()));
    }

    private bool StandsOut(List<BlockDraft> drafts, int index, string text)
    {
        BlockDraft draft = drafts[index];
        if (text.Length == 0 || draft.Label.IsBullet)
            return false;
        ReadOnlySpan<char> words = text.AsSpan(Math.Min(draft.Label.TextStart, text.Length)).Trim();
        int letters = CountLetters(words),
            count = words.Count(' ') + 1;
        if (letters < 2 || count > MostWords || char.IsLower(words[0]) || words[^1] is ',' or ';')
            return false;
        ref PrintedLine line = ref _document.Lines[draft.Lines[0]];
        bool isSentence = words[^1] is '.' or '?' or '!' && count > 4;
        if (line.Direction != 0 || isSentence)
            return false;
        if (line.Size >= Larger * _body.Size)
            return true;
        if (_hasTaggedHeadings)
            return false;
        if (line.Size < 0.93f * _body.Size || count > MostWordsOfBodySize)
            return false;
        if (line.Is(LineFlags.Bold) && !_body.IsBold)
            return true;
        bool isFollowed = index + 1 < drafts.Count && IsFollowedByText(draft, drafts[index + 1]);
        if (!isFollowed || words[^1] == ':')
            return false;
        if (line.Is(LineFlags.Underlined))
            return true;
        return (letters >= 4 && IsCapitals(words))
            || (
                draft.Label.Kind is LabelKind.Sectioned or LabelKind.Named or LabelKind.Decimal
                && count <= 10
                && line.TextU > line.U0
            );
    }

    /// <summary>Numbered headings in body type are told from items of a list by what follows: text, or a number one
    /// level deeper.</summary>
    private bool IsFollowedByText(BlockDraft draft, BlockDraft next)
    {
        if (next.Role != LineRole.Body || next.Kind == DraftKind.Heading)
            return false;
        if (
            next.Label.Kind == draft.Label.Kind
            && next.Label.Depth == draft.Label.Depth
            && draft.Label.Kind != LabelKind.None
        )
        {
            return false;
        }

        int length = next.Lines.Sum(line => _document.Lines[line].TextLength);
        return length > 40 || next.Label.Depth > draft.Label.Depth;
    }

    private Look LookOf(BlockDraft draft, string text)
    {
        ref PrintedLine line = ref _document.Lines[draft.Lines[0]];
        return new(
            (int)MathF.Round(line.Size * 2),
            line.Is(LineFlags.Bold),
            IsCapitals(text),
            line.Is(LineFlags.Underlined)
        );
    }

    private static int CountLetters(ReadOnlySpan<char> text)
    {
        int count = 0;
        foreach (char letter in text)
        {
            if (char.IsLetter(letter))
                count++;
        }

        return count;
    }

    private static bool IsCapitals(ReadOnlySpan<char> text)
    {
        foreach (char letter in text)
        {
            if (char.IsLower(letter))
                return false;
        }

        return true;
    }

    private void SetLevels()
    {
        List<Look> looks = [.. _found.Select(heading => heading.Look).Distinct().Order()];
        Dictionary<Look, int> levels = [];
        foreach (Look look in looks)
            levels[look] = Math.Min(levels.Count + 1, DeepestLevel);
        foreach (
            IGrouping<Look, int> group in _found
                .Where(h => h.BookmarkLevel > 0)
                .GroupBy(h => h.Look, h => h.BookmarkLevel)
        )
        {
            levels[group.Key] = group.Min();
        }

        Span<int> numbered = stackalloc int[DeepestLevel + 3];
        foreach ((BlockDraft draft, Look look, int bookmark) in _found)
        {
            if (draft.IsTagged)
                continue;
            int level = bookmark > 0 ? bookmark : levels[look];
            if (draft.Label.Kind is LabelKind.Sectioned or LabelKind.Decimal or LabelKind.BareDecimal)
            {
                int depth = Math.Min(draft.Label.Depth, DeepestLevel);
                if (depth > 1 && numbered[depth - 1] > 0 && bookmark == 0)
                    level = Math.Max(level, numbered[depth - 1] + 1);
                numbered[depth] = level;
                numbered[(depth + 1)..].Clear();
            }

            draft.Level = Math.Min(level, DeepestLevel);
        }
    }
}

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

    /// <summary>Type larger than the body by this factor is no part of a sentence.</summary>
    private const float TitleSize = 1.3f;

    /// <summary>Lines of a title follow within this many sizes.</summary>
    private const float TitleStep = 1.6f;

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
        JoinTitles(drafts);
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
        bool isLarge = line.Size >= Larger * _body.Size,
            isBold = !_body.IsBold && AllBold(draft);
        // Questions are headings of leaflets and privacy notices where they are set as such.
        bool isSentence = count > 4 && (words[^1] is '.' or '!' || (words[^1] == '?' && !isLarge && !isBold));
        if (line.Direction != 0 || isSentence || Phrases.IsFiller(words) || IsPart(drafts, index, words, line))
            return false;
        // A long line hardly larger than most of the text is text of another size.
        if (isLarge && (isBold || count <= MostWordsOfBodySize || line.Size >= TitleSize * _body.Size))
            return true;
        if (_hasTaggedHeadings)
            return false;
        if (line.Size < 0.93f * _body.Size || count > MostWordsOfBodySize)
            return false;
        if (isBold)
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

    private bool AllBold(BlockDraft draft)
    {
        foreach (int line in draft.Lines)
        {
            if (!_document.Lines[line].Is(LineFlags.Bold))
                return false;
        }

        return true;
    }

    /// <summary>True where the words are a part of what stands above or below: the sentence goes on there, or a list
    /// follows that they introduce.</summary>
    private bool IsPart(List<BlockDraft> drafts, int index, ReadOnlySpan<char> words, in PrintedLine line)
    {
        if (line.Size >= TitleSize * _body.Size)
            return false;
        if (Phrases.BreaksOff(words))
            return true;
        if (index > 0 && IsNextTo(drafts[index - 1], line))
        {
            ref PrintedLine above = ref _document.Lines[drafts[index - 1].Lines[^1]];
            bool isText = above.Size <= line.Size + 0.3f && drafts[index - 1].Kind != DraftKind.Heading;
            if (isText && Phrases.BreaksOff(_document.TextOf(above)))
                return true;
        }

        if (index + 1 >= drafts.Count || !IsNextTo(drafts[index + 1], line))
            return false;
        BlockDraft below = drafts[index + 1];
        if (below.Label.IsBullet && Phrases.IsLeadIn(words))
            return true;
        ReadOnlySpan<char> next = _document.TextOf(_document.Lines[below.Lines[0]]);
        return below.Label.Kind == LabelKind.None
            && next.Length > 0
            && char.IsLower(next[0])
            && words[^1] is not (':' or '?')
            && !IsCapitals(words);
    }

    private bool IsNextTo(BlockDraft draft, in PrintedLine line) =>
        draft.Role == LineRole.Body
        && draft.Kind != DraftKind.Table
        && _document.Lines[draft.Lines[0]].Flow == line.Flow
        && _document.Lines[draft.Lines[0]].Page == line.Page;

    /// <summary>A title that breaks off goes on in the next line of the same look, however wide the page is.</summary>
    private void JoinTitles(List<BlockDraft> drafts)
    {
        for (int i = drafts.Count - 2; i >= 0; i--)
        {
            (BlockDraft draft, BlockDraft next) = (drafts[i], drafts[i + 1]);
            ref PrintedLine last = ref _document.Lines[draft.Lines[^1]];
            ref PrintedLine first = ref _document.Lines[next.Lines[0]];
            bool isTitle = last.Size >= Larger * _body.Size || (last.Is(LineFlags.Bold) && !_body.IsBold);
            if (
                draft.IsTagged
                || next.IsTagged
                || draft.Role != LineRole.Body
                || draft.Kind == DraftKind.Table
                || next.Label.Kind != LabelKind.None
                || !isTitle
                || !IsNextTo(next, last)
                || last.Size != first.Size
                || last.Is(LineFlags.Bold) != first.Is(LineFlags.Bold)
                || first.V - last.V > TitleStep * last.Size
                || draft.Lines.Count + next.Lines.Count > MostLines
                || !Phrases.BreaksOff(_document.TextOf(last))
            )
            {
                continue;
            }

            draft.Lines.AddRange(next.Lines);
            drafts.RemoveAt(i + 1);
        }
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

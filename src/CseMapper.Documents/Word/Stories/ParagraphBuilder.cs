using System.Text;
using CseMapper.Documents.Word.Lists;
using CseMapper.Documents.Word.Styles;

namespace CseMapper.Documents.Word.Stories;

/// <summary>Collects a paragraph's text as it is read.</summary>
internal sealed class ParagraphBuilder
{
    private const string StrikeMark = "~~";

    private readonly StringBuilder _text = new();
    private readonly List<Draft> _after = [];
    private int _letters;
    private float _size;
    private int _sizedLetters;
    private bool _isStruck;
    private int _boldLetters;

    internal ParagraphProperties? Properties { get; set; }

    internal ListLabel? Label { get; set; }

    internal bool IsLabelled { get; set; }

    internal int RenderedPage { get; set; }

    internal int Breaks { get; set; }

    internal bool IsContents { get; set; }

    internal bool HasChanges { get; set; }

    /// <summary>Room that pictures in it take, in points.</summary>
    internal double PictureHeight { get; set; }

    /// <summary>True while nothing has been put into it.</summary>
    internal bool IsEmpty => _text.Length == 0;

    /// <summary>What follows the paragraph: text boxes anchored in it, notes cited in it.</summary>
    internal List<Draft> After => _after;

    internal int Length => _text.Length;

    /// <summary>Adds printed text.</summary>
    /// <param name="text">Its letters.</param>
    /// <param name="look">How they look; plain by default.</param>
    internal void Append(ReadOnlySpan<char> text, RunState look)
    {
        if (look.IsStruck != _isStruck)
            Strike(look.IsStruck, ref text);
        foreach (char c in text)
        {
            if (IsZeroWidth(c))
                continue;
            _text.Append(c < ' ' && c != '\t' ? ' ' : c);
            if (!char.IsLetterOrDigit(c))
                continue;
            _letters++;
            if (look.IsBold)
                _boldLetters++;
        }

        if (look.Size <= 0 || text.Length <= _sizedLetters || text.IsWhiteSpace())
            return;
        _size = look.Size;
        _sizedLetters = text.Length;
    }

    /// <summary>Opens or closes a stretch of struck letters with "~~", so that they neither read as if they stood nor
    /// join the next word.</summary>
    private void Strike(bool isStruck, ref ReadOnlySpan<char> text)
    {
        if (text.IsWhiteSpace())
            return;
        _isStruck = isStruck;
        if (isStruck)
        {
            ReadOnlySpan<char> letters = text.TrimStart();
            _text.Append(text[..^letters.Length]).Append(StrikeMark);
            text = letters;
        }
        else
        {
            CloseStrike();
        }
    }

    private void CloseStrike()
    {
        int end = _text.Length;
        while (end > 0 && char.IsWhiteSpace(_text[end - 1]))
            end--;
        _text.Insert(end, StrikeMark);
        _isStruck = false;
    }

    /// <summary>Soft hyphens, marks of direction and joints are no letters and would part words.</summary>
    private static bool IsZeroWidth(char c) =>
        c
            is '\u00AD'
                or '\u200B'
                or '\u200E'
                or '\u200F'
                or '\u2060'
                or '\uFEFF'
                or (>= '\u202A' and <= '\u202E')
                or (>= '\u2066' and <= '\u2069');

    /// <summary>Adds a break, a tab or a sign.</summary>
    internal void Append(char c) => _text.Append(c);

    /// <summary>Begins the next paragraph in the place of this one, whose mark is not printed, so that the texts
    /// join.</summary>
    internal void Restart()
    {
        Properties = null;
        Label = null;
        IsLabelled = false;
    }

    /// <summary>Takes the text from a place on out again.</summary>
    internal string CutFrom(int start)
    {
        string cut = _text.ToString(start, _text.Length - start);
        _text.Length = start;
        return cut;
    }

    /// <summary>The finished paragraph, or null where nothing of it is printed.</summary>
    internal DraftParagraph? Build(ParagraphStyle style, bool isAside, bool isNote)
    {
        if (_isStruck)
            CloseStrike();
        string text = Clean(_text);
        if (text.Length == 0 && Label is not { Text.Length: > 0 })
            return null;
        return new DraftParagraph
        {
            RenderedPage = RenderedPage,
            Breaks = Breaks,
            Text = text,
            Style = style,
            Label = Label,
            OutlineLevel = Properties?.OutlineLevel ?? style.OutlineLevel,
            IsContents = IsContents || style.IsContents,
            HasChanges = HasChanges,
            IsBold = _letters > 0 && _boldLetters == _letters,
            Size = _sizedLetters == 0 ? style.Letters.Size ?? 0 : _size,
            IsCentred = Properties?.IsCentred ?? false,
            PictureHeight = PictureHeight,
            IsAside = isAside,
            IsNote = isNote,
        };
    }

    /// <summary>Takes white space from both ends and around line breaks.</summary>
    private static string Clean(StringBuilder text)
    {
        string whole = text.ToString().Trim();
        if (!whole.Contains('\n', StringComparison.Ordinal))
            return whole;
        return string.Join(
            '\n',
            whole.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        );
    }
}

using CseMapper.Documents;
using CseMapper.Pdf.Fonts;
using CseMapper.Pdf.Layout.Lines;

namespace CseMapper.Pdf.Text;

/// <summary>Where and how the letters of one show operator are drawn; places are in the frame of the
/// direction.</summary>
/// <param name="Direction">Index of the writing direction.</param>
/// <param name="Style">Index of the style.</param>
/// <param name="Font">Index of the font on the page.</param>
/// <param name="Mark">Index of the marked-content context.</param>
/// <param name="Size">Height of the em in points.</param>
/// <param name="Em">Width of the em in points, which is not the height where text is stretched.</param>
/// <param name="Tracking">Extra space after every letter in points.</param>
/// <param name="Flags">What holds for all letters.</param>
internal readonly record struct TextRun(
    ushort Direction,
    ushort Style,
    ushort Font,
    int Mark,
    float Size,
    float Em,
    float Tracking,
    PieceFlags Flags
);

/// <summary>
/// Joins letters to pieces as they are drawn. A piece ends at a space, at a gap, at a step off the baseline and at any
/// change of style; what belongs to one word across such changes is for the lines to say.
/// </summary>
internal sealed class PieceBuilder(PageText page)
{
    /// <summary>A gap of this share of an em between letters is a space that nobody drew. Word spaces of justified text
    /// go down to a fifth of an em, kerning hardly reaches a tenth.</summary>
    public const float SpaceGap = 0.15f;

    /// <summary>Letters that begin this far before the end of the last are kerned; beyond, the pen was moved
    /// back.</summary>
    private const float Overlap = 0.4f;

    /// <summary>The same letter drawn again within this share of an em is one letter made bold.</summary>
    private const float BoldShift = 0.1f;

    /// <summary>The middle of an accent stands over its letter, or this share of an em beside it.</summary>
    private const float AccentSlack = 0.08f;

    /// <summary>Accents of capitals are drawn higher by up to this share of the size.</summary>
    private const float AccentShift = 0.45f;

    /// <summary>A word of which less than this share of the width or height is inside the clipping path is not
    /// seen.</summary>
    private const float VisibleShare = 0.1f;

    private TextRun _run;
    private BlockBox _clip;
    private BlockBox _pieceClip;
    private bool _hasClip;

    /// <summary>True where the clipping path is another than when the piece was begun.</summary>
    private bool _clipIsOther;
    private bool _pieceHasClip;
    private bool _isOpen;
    private bool _spaceDrawn;
    private TextPiece _piece;
    private LastLetter _last;

    /// <summary>Takes the state for the letters that follow.</summary>
    public void SetRun(in TextRun run)
    {
        if (run == _run)
            return;
        End();
        _run = run;
    }

    /// <summary>Says what the clipping path leaves of the letters that follow.</summary>
    /// <param name="clip">The box around it, on the page as shown.</param>
    public void Clip(in BlockBox clip)
    {
        _clip = clip;
        _clipIsOther = true;
        // What is outside the page is found out elsewhere.
        _hasClip = clip.Left > 1 || clip.Top > 1 || clip.Right < page.Width - 1 || clip.Bottom < page.Height - 1;
    }

    /// <param name="text">The letters of one character code.</param>
    /// <param name="u">Where it begins along the line.</param>
    /// <param name="v">Its baseline.</param>
    /// <param name="advance">How far its own width moves the pen.</param>
    public void Add(string text, float u, float v, float advance)
    {
        if (text.Length == 1 ? IsBlank(text[0]) : string.IsNullOrWhiteSpace(text))
        {
            Space(u, v, advance);
            return;
        }

        if (
            _isOpen
            && text.Length == 1
            && Accents.MayCompose(_last.Letter, text[0])
            && TryCompose(text[0], u, v, advance)
        )
        {
            return;
        }

        if (_isOpen)
        {
            float gap = u - _piece.U1;
            if (
                gap > (SpaceGap * _run.Em) + _run.Tracking
                || gap < -Overlap * _run.Em
                || Math.Abs(v - _piece.V) > 0.05f * _run.Size
            )
            {
                if (IsDrawnAgain(text, u, v))
                    return;
                End();
            }
        }

        if (!_isOpen)
            Begin(u, v);
        else if (_clipIsOther)
            Widen();
        _last = new(text.Length == 1 ? text[0] : '\0', page.TextLength, u, v, advance, _piece.U1);
        if (text.Length == 1)
            page.Append(text[0]);
        else
            AppendSeveral(text);
        _piece.U1 = Math.Max(_piece.U1, u + advance);
    }

    /// <summary>How many pieces there are, the one that is being built among them.</summary>
    public int PieceCount => page.PieceCount + (_isOpen ? 1 : 0);

    /// <summary>How many pieces an area now painted may hide. The one that is being built is among them where it stands
    /// there, and ends; where it does not, what will be added to it may be drawn above the area.</summary>
    public int CountUnder(in BlockBox area)
    {
        if (_isOpen && page.BoxOf(_piece).Shared(area) > 0)
            End();
        return page.PieceCount;
    }

    /// <summary>Ends the piece that is being built.</summary>
    public void End()
    {
        if (!_isOpen)
            return;
        _isOpen = false;
        _piece.TextLength = page.TextLength - _piece.TextStart;
        _piece.Pen = Math.Max(_piece.Pen, _piece.U1);
        if (_pieceHasClip && IsOutside(page.BoxOf(_piece), _pieceClip))
            _piece.Flags |= PieceFlags.Clipped;
        page.AddPiece() = _piece;
    }

    /// <summary>True where nothing worth the name of a word stands inside.</summary>
    private static bool IsOutside(in BlockBox box, in BlockBox clip)
    {
        float width = Math.Min(box.Right, clip.Right) - Math.Max(box.Left, clip.Left);
        float height = Math.Min(box.Bottom, clip.Bottom) - Math.Max(box.Top, clip.Top);
        return width < VisibleShare * box.Width || height < VisibleShare * box.Height || width < 0 || height < 0;
    }

    /// <summary>Pieces hold letters as they stand from left to right; a ligature of letters that run the other way is
    /// turned round.</summary>
    private void AppendSeveral(string text)
    {
        if (!VisualOrder.HasRightToLeft(text))
        {
            page.Append(text);
            return;
        }

        for (int i = text.Length - 1; i >= 0; i--)
            page.Append(text[i]);
    }

    private static bool IsBlank(char letter) =>
        letter <= ' ' || (letter >= '\u0080' && char.IsWhiteSpace(letter)) || letter is '\u200B' or '\uFEFF';

    private void Begin(float u, float v)
    {
        _isOpen = true;
        _pieceClip = _clip;
        _clipIsOther = false;
        _pieceHasClip = _hasClip;
        _piece = new TextPiece
        {
            U0 = u,
            U1 = u,
            V = v,
            Size = _run.Size,
            Tracking = _run.Tracking,
            TextStart = page.TextLength,
            Mark = _run.Mark,
            Style = _run.Style,
            Font = _run.Font,
            Direction = _run.Direction,
            Flags = _run.Flags | (_spaceDrawn ? PieceFlags.SpaceBefore : PieceFlags.None),
        };
        _spaceDrawn = false;
    }

    /// <summary>A word may go on under another clipping path.</summary>
    private void Widen()
    {
        _pieceClip = _pieceClip.Union(_clip);
        _pieceHasClip &= _hasClip;
        _clipIsOther = false;
    }

    private void Space(float u, float v, float advance)
    {
        _spaceDrawn = true;
        if (_isOpen)
            End();
        if (page.PieceCount == 0)
            return;
        ref TextPiece last = ref page.Pieces[^1];
        bool follows =
            last.Direction == _run.Direction
            && Math.Abs(v - last.V) < 0.5f * _run.Size
            && Math.Abs(u - last.Pen) < _run.Em;
        if (follows)
            last.Pen = Math.Max(last.Pen, u + advance);
    }

    private bool IsDrawnAgain(string text, float u, float v) =>
        Math.Abs(u - _last.U) < BoldShift * _run.Em
        && Math.Abs(v - _piece.V) < BoldShift * _run.Size
        && page.Text(_last.Start, page.TextLength - _last.Start).SequenceEqual(text);

    /// <summary>An accent and a letter drawn over each other, whichever comes first, are one letter: TeX and old
    /// typesetters have no others.</summary>
    private bool TryCompose(char letter, float u, float v, float advance)
    {
        bool isAccentFirst = Accents.IsAccent(_last.Letter);
        (char accent, char body) = isAccentFirst ? (_last.Letter, letter) : (letter, _last.Letter);
        (float bodyU, float bodyAdvance) = isAccentFirst ? (u, advance) : (_last.U, _last.Advance);
        float middle = isAccentFirst ? _last.U + (0.5f * _last.Advance) : u + (0.5f * advance);
        float slack = AccentSlack * _run.Em;
        bool isOver =
            middle > bodyU - slack
            && middle < bodyU + bodyAdvance + slack
            && Math.Abs(v - _last.V) < AccentShift * _run.Size;
        // Side by side they are two characters, as in program text; a combining mark is meant for the letter before it
        // in any case.
        bool isBeside = u >= _last.U + (0.8f * _last.Advance) && !Composition.IsCombining(letter);
        char composed = isOver && !isBeside ? Composition.Compose(body, accent) : '\0';
        if (composed == '\0')
            return false;
        page.Text(_last.Start, 1)[0] = composed;
        if (isAccentFirst)
        {
            if (_last.Start == _piece.TextStart)
                (_piece.U0, _piece.V) = (u, v);
            _piece.U1 = Math.Max(_last.Before, u + advance);
        }

        _last = _last with { Letter = composed, U = bodyU, Advance = bodyAdvance, V = isAccentFirst ? v : _last.V };
        return true;
    }

    /// <summary>The letter added last.</summary>
    /// <param name="Letter">The letter, NUL for several.</param>
    /// <param name="Start">Where it stands in the page's text.</param>
    /// <param name="U">Where it begins along the line.</param>
    /// <param name="V">Its baseline.</param>
    /// <param name="Advance">Its width.</param>
    /// <param name="Before">Where the letters before it end.</param>
    private readonly record struct LastLetter(char Letter, int Start, float U, float V, float Advance, float Before);
}

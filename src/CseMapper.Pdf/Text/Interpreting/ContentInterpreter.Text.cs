using CseMapper.Documents;
using CseMapper.Pdf.Fonts;
using CseMapper.Pdf.Objects;
using CseMapper.Pdf.Syntax;

namespace CseMapper.Pdf.Text.Interpreting;

/// <summary>Text objects, text state and showing (ISO 32000-2, 9.3 and 9.4).</summary>
internal sealed partial class ContentInterpreter
{
    /// <summary>Lines that slope less than this (as a tangent) are level: recognised text of a page that was scanned
    /// askew.</summary>
    private const double Level2Percent = 0.035;

    /// <summary>Directions closer than this (as the sine of the angle between) are one.</summary>
    private const double SameDirection = 0.01;

    private const int MostDirections = 64;
    private const int BoldByOutline = 2;
    private const int InvisibleMode = 3;

    private bool _isTint;
    private bool _clipIsStale;
    private bool _runIsStale;
    private bool _isDrawable;
    private Matrix _textMatrix = Matrix.Identity;
    private Matrix _lineMatrix = Matrix.Identity;
    private TextDirection _direction = TextDirection.Upright;
    private double _perUnit;
    private double _widthUnit;
    private int _sign;

    private bool ExecuteText(ref ContentScanner scanner)
    {
        switch (scanner.Operator)
        {
            case ContentOperator.ShowText:
                Show(scanner.Bytes(0));
                return true;
            case ContentOperator.ShowTextAdjusted:
                ShowAdjusted(ref scanner);
                return true;
            case ContentOperator.NextLineShowText:
                MoveLine(0, -_state.Leading);
                Show(scanner.Bytes(0));
                return true;
            case ContentOperator.NextLineShowTextSpaced:
                _state.WordSpacing = scanner.Number(0);
                _state.CharacterSpacing = scanner.Number(1);
                _runIsStale = true;
                MoveLine(0, -_state.Leading);
                Show(scanner.Bytes(2));
                return true;
            case ContentOperator.BeginText:
                SetTextMatrix(Matrix.Identity);
                return true;
            case ContentOperator.EndText:
                return true;
            case ContentOperator.TextMatrix:
                SetTextMatrix(ReadMatrix(ref scanner));
                return true;
            case ContentOperator.MoveText:
                MoveLine(scanner.Number(0), scanner.Number(1));
                return true;
            case ContentOperator.MoveTextSetLeading:
                _state.Leading = -scanner.Number(1);
                MoveLine(scanner.Number(0), scanner.Number(1));
                return true;
            case ContentOperator.NextLine:
                MoveLine(0, -_state.Leading);
                return true;
            default:
                return ExecuteTextState(ref scanner);
        }
    }

    private bool ExecuteTextState(ref ContentScanner scanner)
    {
        switch (scanner.Operator)
        {
            case ContentOperator.Font:
                UseFont(scanner.Name(0), scanner.Number(1));
                break;
            case ContentOperator.CharacterSpacing:
                _state.CharacterSpacing = scanner.Number(0);
                break;
            case ContentOperator.WordSpacing:
                _state.WordSpacing = scanner.Number(0);
                return true;
            case ContentOperator.HorizontalScaling:
                _state.HorizontalScale = scanner.Number(0) / 100;
                break;
            case ContentOperator.Leading:
                _state.Leading = scanner.Number(0);
                return true;
            case ContentOperator.Rise:
                _state.Rise = scanner.Number(0);
                return true;
            case ContentOperator.RenderingMode:
                _state.RenderingMode = scanner.Int(0);
                break;
            default:
                return false;
        }

        _runIsStale = true;
        return true;
    }

    private void SetTextMatrix(in Matrix matrix)
    {
        if (!matrix.IsFinite)
            return;
        if (
            matrix.A != _textMatrix.A
            || matrix.B != _textMatrix.B
            || matrix.C != _textMatrix.C
            || matrix.D != _textMatrix.D
        )
        {
            _runIsStale = true;
        }

        _textMatrix = _lineMatrix = matrix;
    }

    private void MoveLine(double x, double y)
    {
        Matrix line = _lineMatrix;
        Matrix moved = line with { E = (x * line.A) + (y * line.C) + line.E, F = (x * line.B) + (y * line.D) + line.F };
        if (moved.IsFinite)
            _textMatrix = _lineMatrix = moved;
    }

    private void ShowAdjusted(ref ContentScanner scanner)
    {
        ReadOnlySpan<ContentOperand> items = scanner.Items(0);
        foreach (ref readonly ContentOperand item in items)
        {
            if (item.Kind == PdfKind.String)
                Show(scanner.Bytes(item));
            else
                MovePen(-item.Number / 1000 * _state.FontSize);
        }
    }

    private void MovePen(double distance)
    {
        Matrix text = _textMatrix;
        bool isVertical = _state.Font?.IsVertical == true;
        double x = isVertical ? 0 : distance * _state.HorizontalScale;
        double y = isVertical ? distance : 0;
        _textMatrix = text with { E = text.E + (x * text.A) + (y * text.C), F = text.F + (x * text.B) + (y * text.D) };
    }

    /// <summary>Shows a string (9.4.4): within it only the place along the line changes, so that a letter costs one
    /// addition.</summary>
    private void Show(ReadOnlySpan<byte> codes)
    {
        if (_state.Font is not { } font || codes.IsEmpty)
            return;
        if (_runIsStale)
            PrepareRun(font);
        Matrix text = _textMatrix;
        (double x, double y) = _state.Ctm.Apply(text.E + (_state.Rise * text.C), text.F + (_state.Rise * text.D));
        double start = _direction.U(x, y);
        float v = (float)_direction.V(x, y);
        double u = start;
        if (_clipIsStale)
        {
            _clipIsStale = false;
            _builder.Clip(_state.Clip);
        }

        double tracking = _state.CharacterSpacing * Stretch(font) * _perUnit * _sign;
        double wordSpace = _state.WordSpacing * Stretch(font) * _perUnit * _sign;
        while (!codes.IsEmpty)
        {
            if (_page.TextLength >= PageText.MostLetters)
            {
                ReportTooMuch();
                return;
            }

            int taken = font.Next(codes, out PdfGlyph glyph);
            codes = codes[Math.Clamp(taken, 1, codes.Length)..];
            double width = glyph.Width * _widthUnit;
            if (_isDrawable)
                Draw(in glyph, u, v, width);
            u += width + tracking;
            if (glyph.IsSpaceCode)
                u += wordSpace;
        }

        if (_perUnit > 0 && double.IsFinite(u))
            Advance(font, (u - start) / (_perUnit * _sign));
    }

    private double Stretch(PdfFont font) => font.IsVertical ? -1 : _state.HorizontalScale;

    private void Draw(in PdfGlyph glyph, double u, float v, double width)
    {
        // A glyph without a letter still has a place, where the text that replaces it will stand.
        string text = _replacing > 0 && !glyph.IsSpaceCode && IsNameless(glyph.Text) ? "\uFFFD" : glyph.Text;
        if (text.Length > 0)
            _builder.Add(text, (float)u, v, (float)width);
    }

    private static bool IsNameless(string text) =>
        text.Length == 0 || (text.Length == 1 && text[0] is < ' ' or (>= '\uE000' and <= '\uF8FF'));

    private void Advance(PdfFont font, double distance)
    {
        Matrix text = _textMatrix;
        _textMatrix = font.IsVertical
            ? text with
            {
                E = text.E - (distance * text.C),
                F = text.F - (distance * text.D),
            }
            : text with
            {
                E = text.E + (distance * text.A),
                F = text.F + (distance * text.B),
            };
    }

    /// <summary>Works out what all letters have in common until the state changes.</summary>
    private void PrepareRun(PdfFont font)
    {
        _runIsStale = false;
        Matrix full = _textMatrix.Then(_state.Ctm);
        bool isVertical = font.IsVertical;
        _sign = _state.FontSize < 0 ? -1 : 1;
        (double alongX, double alongY) = isVertical ? (-full.C, -full.D) : (full.A * _sign, full.B * _sign);
        _perUnit = Math.Sqrt((alongX * alongX) + (alongY * alongY));
        double across = _perUnit == 0 ? 0 : Math.Abs((full.A * full.D) - (full.B * full.C)) / _perUnit;
        double fontSize = Math.Abs(_state.FontSize);
        double size = isVertical ? fontSize * _perUnit : fontSize * across;
        double em = isVertical ? size : fontSize * Math.Abs(_state.HorizontalScale) * _perUnit;
        _widthUnit = 0.001 * fontSize * _perUnit * (isVertical ? -1 : _state.HorizontalScale);
        _isDrawable = size is > 0.01 and < 100_000 && em is > 0.01 and < 100_000;
        if (!_isDrawable)
            return;
        ushort direction = FindDirection(alongX / _perUnit, alongY / _perUnit, isVertical);
        _direction = _page.Directions[direction];
        double tracking = Math.Max(0, _state.CharacterSpacing * (isVertical ? 0 : _state.HorizontalScale) * _perUnit);
        _builder.SetRun(
            new TextRun(
                direction,
                Style(font, size),
                _page.FontIndex(font),
                _mark,
                (float)size,
                (float)em,
                (float)Math.Min(tracking, em),
                RunFlags()
            )
        );
    }

    private ushort Style(PdfFont font, double size) =>
        _page.Styles.Add(
            new TextStyle(
                font.Name,
                MathF.Round((float)size * 4) / 4,
                font.IsBold || _state.RenderingMode == BoldByOutline,
                font.IsItalic,
                font.IsFixedPitch,
                font.IsVertical ? 0.5f : font.Ascent / 1000,
                font.IsVertical ? 0.5f : -font.Descent / 1000,
                _state.Colour
            )
        );

    private PieceFlags RunFlags()
    {
        PieceFlags flags = PieceFlags.None;
        if (_state.RenderingMode == InvisibleMode)
            flags |= PieceFlags.Invisible;
        else if (_state.Colour == White && _state.RenderingMode is 0 or 4)
            flags |= PieceFlags.White;
        return flags;
    }

    private ushort FindDirection(double cos, double sin, bool isVertical)
    {
        if (Math.Abs(sin) < Level2Percent)
            (cos, sin) = (Math.Sign(cos), 0);
        else if (Math.Abs(cos) < Level2Percent)
            (cos, sin) = (0, Math.Sign(sin));
        List<TextDirection> known = _page.Directions;
        for (int i = 0; i < known.Count; i++)
        {
            TextDirection direction = known[i];
            bool isSame =
                Math.Abs((direction.Cos * sin) - (direction.Sin * cos)) < SameDirection
                && (direction.Cos * cos) + (direction.Sin * sin) > 0;
            if (isSame && direction.IsVertical == isVertical)
                return (ushort)i;
        }

        if (known.Count >= MostDirections)
            return (ushort)(known.Count - 1);
        known.Add(new TextDirection(cos, sin, isVertical));
        return (ushort)(known.Count - 1);
    }
}

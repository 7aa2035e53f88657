using CseMapper.Documents;

namespace CseMapper.Pdf.Text.Interpreting;

/// <summary>
/// Follows path construction and painting (ISO 32000-2, 8.5) just far enough to keep straight lines along the axes,
/// filled rectangles and the box of a clipping path; curves only move the pen.
/// </summary>
internal sealed class PathCollector(List<PageRule> rules)
{
    /// <summary>A filled rectangle up to this thick is a line.</summary>
    private const float Thin = 3f;

    /// <summary>A line shorter than this is part of a drawing or a dash.</summary>
    private const float Short = 2f;

    /// <summary>Of a rectangle with rounded corners at least this share of the outline is straight.</summary>
    private const double RoundedShare = 0.5;

    private const int MostSegments = 4096;
    private const int MostRules = 50_000;

    private readonly List<(float X0, float Y0, float X1, float Y1)> _segments = [];
    private readonly List<(float X0, float Y0, float X1, float Y1)> _rectangles = [];
    private double _startX,
        _startY,
        _x,
        _y;
    private double _left,
        _top,
        _right,
        _bottom;
    private bool _isEmpty = true;
    private bool _isTurned;
    private int _curves;
    private int _corners;
    private double _reachLeft = double.MaxValue,
        _reachTop = double.MaxValue,
        _reachRight = double.MinValue,
        _reachBottom = double.MinValue;

    public void MoveTo(in Matrix ctm, double x, double y)
    {
        (_x, _y) = ctm.Apply(x, y);
        (_startX, _startY) = (_x, _y);
        Include(_x, _y);
    }

    public void LineTo(in Matrix ctm, double x, double y)
    {
        (double x1, double y1) = ctm.Apply(x, y);
        Line(x1, y1);
    }

    public void CurveTo(in Matrix ctm, double x, double y)
    {
        (_x, _y) = ctm.Apply(x, y);
        _curves++;
        Include(_x, _y);
    }

    /// <summary>A curve stays within the corners of its end and control points.</summary>
    public void Control(in Matrix ctm, double x, double y)
    {
        (double cx, double cy) = ctm.Apply(x, y);
        _reachLeft = Math.Min(_reachLeft, cx);
        _reachTop = Math.Min(_reachTop, cy);
        _reachRight = Math.Max(_reachRight, cx);
        _reachBottom = Math.Max(_reachBottom, cy);
    }

    public void Close() => Line(_startX, _startY);

    /// <summary>The rectangles of the current path.</summary>
    public IReadOnlyList<(float X0, float Y0, float X1, float Y1)> Rectangles => _rectangles;

    /// <summary>The level and upright lines of the current path.</summary>
    public IReadOnlyList<(float X0, float Y0, float X1, float Y1)> Segments => _segments;

    public void Rectangle(in Matrix ctm, double x, double y, double width, double height)
    {
        (double x0, double y0) = ctm.Apply(x, y);
        (double x1, double y1) = ctm.Apply(x + width, y + height);
        Include(x0, y0);
        Include(x1, y1);
        (_x, _y, _startX, _startY) = (x0, y0, x0, y0);
        bool isAligned = (ctm.B == 0 && ctm.C == 0) || (ctm.A == 0 && ctm.D == 0);
        if (!isAligned)
        {
            // Turned by another angle, its other two corners reach further.
            (double x2, double y2) = ctm.Apply(x + width, y);
            (double x3, double y3) = ctm.Apply(x, y + height);
            Include(x2, y2);
            Include(x3, y3);
            _isTurned = true;
        }

        if (!isAligned || _rectangles.Count >= MostSegments)
            return;
        _rectangles.Add(
            ((float)Math.Min(x0, x1), (float)Math.Min(y0, y1), (float)Math.Max(x0, x1), (float)Math.Max(y0, y1))
        );
    }

    /// <summary>The box around the current path; null for an empty one.</summary>
    public BlockBox? Bounds
    {
        get
        {
            if (_isEmpty)
                return null;
            return new(
                (float)Math.Min(_left, _reachLeft),
                (float)Math.Min(_top, _reachTop),
                (float)Math.Max(_right, _reachRight),
                (float)Math.Max(_bottom, _reachBottom)
            );
        }
    }

    /// <summary>True when the current path is one upright rectangle, its corners rounded or not, so that it fills its
    /// box.</summary>
    public bool FillsBounds =>
        !_isTurned
        && (
            _rectangles.Count == 1
                ? _segments.Count == 0 && _curves == 0
                : _rectangles.Count == 0
                    && (_curves == 0 ? _corners is 3 or 4 && _segments.Count == _corners : _curves == 4 && IsRounded())
        );

    /// <summary>Ends the path.</summary>
    /// <param name="isFilled">Painted as an area.</param>
    /// <param name="isStroked">Painted as lines.</param>
    public void Paint(bool isFilled, bool isStroked)
    {
        if (rules.Count < MostRules)
        {
            if (isFilled)
                Fill();
            if (isStroked)
                Stroke();
        }

        _segments.Clear();
        _rectangles.Clear();
        _isEmpty = true;
        _isTurned = false;
        if (_curves > 0)
        {
            _reachLeft = _reachTop = double.MaxValue;
            _reachRight = _reachBottom = double.MinValue;
            _curves = 0;
        }

        _corners = 0;
    }

    private void Line(double x1, double y1)
    {
        if (_segments.Count < MostSegments && (Math.Abs(x1 - _x) < 0.5 || Math.Abs(y1 - _y) < 0.5))
        {
            _segments.Add(
                ((float)Math.Min(_x, x1), (float)Math.Min(_y, y1), (float)Math.Max(_x, x1), (float)Math.Max(_y, y1))
            );
        }

        (_x, _y) = (x1, y1);
        _corners++;
        Include(x1, y1);
    }

    private void Include(double x, double y)
    {
        if (_isEmpty)
        {
            (_left, _right, _top, _bottom) = (x, x, y, y);
            _isEmpty = false;
            return;
        }

        _left = Math.Min(_left, x);
        _right = Math.Max(_right, x);
        _top = Math.Min(_top, y);
        _bottom = Math.Max(_bottom, y);
    }

    private void Fill()
    {
        foreach ((float x0, float y0, float x1, float y1) in _rectangles)
            AddArea(x0, y0, x1, y1);
        if (_curves > 0 && IsDot())
            rules.Add(new(RuleKind.Dot, (float)_left, (float)_top, (float)_right, (float)_bottom));
        bool isRectangle = _curves == 0 && _corners is 3 or 4 && _segments.Count == _corners && _rectangles.Count == 0;
        if (isRectangle)
            AddArea((float)_left, (float)_top, (float)_right, (float)_bottom);
    }

    /// <summary>True when most of the outline is straight.</summary>
    private bool IsRounded()
    {
        double straight = 0;
        foreach ((float x0, float y0, float x1, float y1) in _segments)
            straight += x1 - x0 + y1 - y0;
        return straight > RoundedShare * 2 * (_right - _left + _bottom - _top);
    }

    private bool IsDot()
    {
        double width = _right - _left,
            height = _bottom - _top;
        return width is >= 1.5 and <= 8 && Math.Abs(width - height) < 0.15 * width && _rectangles.Count == 0;
    }

    private void AddArea(float x0, float y0, float x1, float y1)
    {
        float width = x1 - x0,
            height = y1 - y0;
        if (width <= Thin && height <= Thin)
            return;
        if (height <= Thin)
            AddLine(RuleKind.Horizontal, x0, y0, x1, y1);
        else if (width <= Thin)
            AddLine(RuleKind.Vertical, x0, y0, x1, y1);
        else
            rules.Add(new(RuleKind.Fill, x0, y0, x1, y1));
    }

    private void Stroke()
    {
        foreach ((float x0, float y0, float x1, float y1) in _segments)
            AddStroke(x0, y0, x1, y1);
        foreach ((float x0, float y0, float x1, float y1) in _rectangles)
        {
            AddStroke(x0, y0, x1, y0);
            AddStroke(x0, y1, x1, y1);
            AddStroke(x0, y0, x0, y1);
            AddStroke(x1, y0, x1, y1);
        }
    }

    private void AddStroke(float x0, float y0, float x1, float y1) =>
        AddLine(x1 - x0 >= y1 - y0 ? RuleKind.Horizontal : RuleKind.Vertical, x0, y0, x1, y1);

    private void AddLine(RuleKind kind, float x0, float y0, float x1, float y1)
    {
        float length = kind == RuleKind.Horizontal ? x1 - x0 : y1 - y0;
        if (length >= Short)
            rules.Add(new(kind, x0, y0, x1, y1));
    }
}

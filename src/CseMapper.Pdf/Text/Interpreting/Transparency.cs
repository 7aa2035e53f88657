using CseMapper.Pdf.Objects;

namespace CseMapper.Pdf.Text.Interpreting;

/// <summary>What a graphics state dictionary (ISO 32000-2, 8.4.5) says of alpha, blend mode, soft mask and line width;
/// null where it says nothing.</summary>
internal sealed class Transparency
{
    private double? _lineWidth;
    private float? _fillAlpha;
    private float? _strokeAlpha;
    private bool? _isMasked;
    private bool? _isBlended;

    public static Transparency Read(PdfDictionary state)
    {
        PdfValue mode = state["BM"];
        return new Transparency
        {
            _lineWidth = state.Contains("LW") ? Math.Abs(state["LW"].AsNumber()) : null,
            _fillAlpha = state.Contains("ca") ? (float)state["ca"].AsNumber(1) : null,
            _strokeAlpha = state.Contains("CA") ? (float)state["CA"].AsNumber(1) : null,
            _isMasked = state.Contains("SMask") ? state["SMask"].AsName() != "None" : null,
            _isBlended = state.Contains("BM")
                ? (mode.AsName() ?? mode.AsArray()?[0].AsName()) is not (null or "Normal" or "Compatible")
                : null,
        };
    }

    public void ApplyTo(ref GraphicsState state)
    {
        state.LineWidth = _lineWidth ?? state.LineWidth;
        state.FillAlpha = _fillAlpha ?? state.FillAlpha;
        state.StrokeAlpha = _strokeAlpha ?? state.StrokeAlpha;
        state.IsMasked = _isMasked ?? state.IsMasked;
        state.IsBlended = _isBlended ?? state.IsBlended;
    }
}

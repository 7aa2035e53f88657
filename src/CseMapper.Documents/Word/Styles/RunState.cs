namespace CseMapper.Documents.Word.Styles;

/// <summary>How the letters of a run look, its styles taken into account.</summary>
/// <param name="IsHidden">Not printed.</param>
/// <param name="IsBold">Bold.</param>
/// <param name="IsStruck">Struck through.</param>
/// <param name="Size">Half points, 0 where not known.</param>
/// <param name="Font">Font for Latin letters, or null.</param>
internal readonly record struct RunState(bool IsHidden, bool IsBold, bool IsStruck, float Size, string? Font)
{
    /// <summary>Letters of a paragraph style.</summary>
    internal static RunState From(CharacterStyle style) =>
        new(style.IsHidden, style.IsBold, style.IsStruck, style.Size ?? 0, style.Font);

    /// <summary>
    /// Lays a run's own wishes over its paragraph's style. Bold, hidden and struck turn over where both the paragraph's
    /// style and the run's ask for them (ECMA-376 part 1 §17.7.3).
    /// </summary>
    internal RunState With(RunProperties own, CharacterStyle? style) =>
        new(
            own.IsHidden ?? (IsHidden ^ (style?.IsHidden ?? false)),
            own.IsBold ?? (IsBold ^ (style?.IsBold ?? false)),
            own.IsStruck ?? (IsStruck ^ (style?.IsStruck ?? false)),
            own.Size ?? style?.Size ?? Size,
            own.Font ?? style?.Font ?? Font
        );
}

namespace CseMapper.Pdf.Text.Interpreting;

/// <summary>A coordinate transformation in the form of ISO 32000-2, 8.3.4: x' = a·x + c·y + e, y' = b·x + d·y +
/// f.</summary>
internal readonly record struct Matrix(double A, double B, double C, double D, double E, double F)
{
    public static Matrix Identity { get; } = new(1, 0, 0, 1, 0, 0);

    /// <summary>The transformation that does this one first and <paramref name="next"/> after it.</summary>
    public Matrix Then(in Matrix next) =>
        new(
            (A * next.A) + (B * next.C),
            (A * next.B) + (B * next.D),
            (C * next.A) + (D * next.C),
            (C * next.B) + (D * next.D),
            (E * next.A) + (F * next.C) + next.E,
            (E * next.B) + (F * next.D) + next.F
        );

    public (double X, double Y) Apply(double x, double y) => ((A * x) + (C * y) + E, (B * x) + (D * y) + F);

    /// <summary>True when no component is infinite or not a number: damaged files hold such, and they would spread to
    /// every box.</summary>
    public bool IsFinite => double.IsFinite(A + B + C + D + E + F);
}

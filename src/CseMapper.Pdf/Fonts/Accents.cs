namespace CseMapper.Pdf.Fonts;

/// <summary>Which characters may be one half of a letter with an accent, told quickly: it is asked for every pair of
/// letters drawn.</summary>
internal static class Accents
{
    /// <summary>True for combining marks and for spacing accents that fonts draw over a letter; ASCII letters, nearly
    /// all there is, are told first.</summary>
    public static bool IsAccent(char letter) =>
        (letter | 0x20) is not (>= 'a' and <= 'z')
        && letter
            is '^'
                or '`'
                or '~'
                or '\u00A8'
                or '\u00AF'
                or '\u00B4'
                or '\u00B8'
                or (>= '\u02C6' and <= '\u02DD')
                or (>= '\u0300' and <= '\u036F');

    /// <summary>True when exactly one of the two is an accent.</summary>
    public static bool MayCompose(char one, char two) => IsAccent(one) != IsAccent(two);
}

namespace CseMapper.Pdf.Fonts;

/// <summary>One string object for each of the first 256 characters, so that a page of letters does not become a page of
/// strings.</summary>
internal static class SharedText
{
    private static readonly string[] Singles =
    [
        .. Enumerable.Range(0, 256).Select(static code => ((char)code).ToString()),
    ];

    public static string Of(char letter) => letter < 256 ? Singles[letter] : letter.ToString();

    public static string Of(string text) => text.Length == 1 && text[0] < 256 ? Singles[text[0]] : text;
}

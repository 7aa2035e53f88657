namespace CseMapper.Pdf.Fonts;

/// <summary>One string object for each of the first 256 characters, so that a page of letters does not become a page of
/// strings.</summary>
internal static class SharedText
{
    private static readonly string[] _singles =
    [
        .. Enumerable.Range(0, 256).Select(static code => ((char)code).ToString()),
    ];

    public static string For(char letter) => letter < 256 ? _singles[letter] : letter.ToString();

    public static string For(string text) => text.Length == 1 && text[0] < 256 ? _singles[text[0]] : text;
}

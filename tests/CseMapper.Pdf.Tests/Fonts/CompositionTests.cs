using CseMapper.Pdf.Fonts;

namespace CseMapper.Pdf.Tests.Fonts;

public class CompositionTests
{
    [Theory]
    [InlineData('e', '\u0301', 'é')]
    [InlineData('E', '\u00B4', 'É')]
    [InlineData('u', '\u00A8', 'ü')]
    [InlineData('w', '\u0302', 'ŵ')]
    [InlineData('c', '\u00B8', 'ç')]
    [InlineData('ı', '`', 'ì')]
    [InlineData('x', '\u0301', '\0')]
    [InlineData('e', 'f', '\0')]
    public void ALetterAndAnAccentCompose(char letter, char accent, char composed) =>
        Assert.Equal(composed, Composition.Compose(letter, accent));

    [Theory]
    [InlineData("cafe\u0301", "café")]
    [InlineData("a\u0302\u0301", "ấ")]
    [InlineData("\u0301a", "\u0301a")]
    [InlineData("q\u0301", "q\u0301")]
    [InlineData("plain", "plain")]
    public void MarksInATextComposeWithTheLetterBefore(string text, string composed) =>
        Assert.Equal(composed, Composition.Compose(text));
}

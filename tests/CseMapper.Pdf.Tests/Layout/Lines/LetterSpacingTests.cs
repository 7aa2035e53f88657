using System.Globalization;
using CseMapper.Pdf.Tests.Objects;

namespace CseMapper.Pdf.Tests.Layout.Lines;

public sealed class LetterSpacingTests
{
    [Theory]
    [InlineData("SCOPE")]
    [InlineData("OUR AIMS")]
    [InlineData("AT A GLANCE")]
    [InlineData("TO DO")]
    [InlineData("WHO WE ARE")]
    [InlineData("IT IS UP TO US")]
    [InlineData("CONTENTS")]
    public void LettersSetApartAreWords(string words)
    {
        Assert.Equal(words + "\n", DrawnPage.TextOf(Apart(words, 3.2, 8)));
        Assert.Equal(words + "\n", DrawnPage.TextOf(Apart(words, 4.5, 20)).Replace('\t', ' '));
    }

    [Theory]
    [InlineData("A 1 B 2")]
    [InlineData("a b")]
    [InlineData("I a m")]
    public void OtherSingleLettersAreNot(string words) =>
        Assert.Equal(words + "\n", DrawnPage.TextOf($"BT /F 12 Tf 1 0 0 1 60 700 Tm ({words}) Tj ET"));

    /// <summary>Each letter by itself.</summary>
    private static string Apart(string words, double between, double word)
    {
        double x = 60;
        string content = "BT /F 12 Tf ";
        foreach (char letter in words)
        {
            if (letter == ' ')
            {
                x += word - between;
                continue;
            }

            content += string.Create(CultureInfo.InvariantCulture, $"1 0 0 1 {x:F2} 700 Tm ({letter}) Tj ");
            x += Width(letter) + between;
        }

        return content + "ET";
    }

    /// <summary>Of Helvetica at 12 points.</summary>
    private static double Width(char letter) =>
        0.012
        * letter switch
        {
            'A' or 'B' or 'E' or 'P' or 'S' => 667,
            'C' or 'D' or 'H' or 'N' or 'R' or 'U' => 722,
            'G' or 'O' => 778,
            'I' => 278,
            'L' => 556,
            'M' => 833,
            'T' => 611,
            'W' => 944,
            _ => throw new ArgumentException("unknown width", nameof(letter)),
        };
}

using System.Text;
using CseMapper.Pdf.Syntax;

namespace CseMapper.Pdf.Tests.Syntax;

public sealed class StringSyntaxTests
{
    [Theory]
    [InlineData("a\\nb\\tc", "a\nb\tc")]
    [InlineData("\\101\\7x\\0053", "A\u0007x\u00053")]
    [InlineData("\\400", "\0")]
    [InlineData("one \\\r\ntwo", "one two")]
    [InlineData("\\q\\(\\\\", "q(\\")]
    [InlineData("end\\", "end")]
    public void EscapesOfStringsAreResolved(string raw, string expected)
    {
        byte[] buffer = new byte[raw.Length];
        int length = StringSyntax.Unescape(Encoding.Latin1.GetBytes(raw), buffer);
        Assert.Equal(expected, Encoding.Latin1.GetString(buffer, 0, length));
    }

    [Theory]
    [InlineData("48 65\n6C", "Hel")]
    [InlineData("4", "@")]
    [InlineData("4x8", "H")]
    [InlineData("", "")]
    public void HexadecimalStringsAreResolved(string raw, string expected)
    {
        byte[] buffer = new byte[raw.Length + 1];
        int length = StringSyntax.FromHex(Encoding.Latin1.GetBytes(raw), buffer);
        Assert.Equal(expected, Encoding.Latin1.GetString(buffer, 0, length));
    }

    [Theory]
    [InlineData("A#42", "AB")]
    [InlineData("A#4", "A#4")]
    [InlineData("#zz#20", "#zz ")]
    public void EscapesOfNamesAreResolved(string raw, string expected)
    {
        Assert.Equal(expected, new NameTable().Get(Encoding.Latin1.GetBytes(raw), hasEscapes: true));
    }

    [Fact]
    public void TheSameNameIsTheSameString()
    {
        NameTable names = new();
        string first = names.Get("Font"u8);
        for (int i = 0; i < 2000; i++)
            names.Get(Encoding.Latin1.GetBytes($"N{i}"));
        Assert.Same(first, names.Get("F#6Fnt"u8, hasEscapes: true));
    }
}

using System.Globalization;
using System.Text;
using CseMapper.Pdf.Syntax;
using FsCheck;
using FsCheck.Fluent;

namespace CseMapper.Pdf.Tests.Syntax;

public sealed class LexerTests
{
    [Theory]
    [InlineData("12", "12")]
    [InlineData("-0.25", "-0.25")]
    [InlineData("+7.", "7")]
    [InlineData(".5", "0.5")]
    [InlineData("--3", "-3")]
    [InlineData("1-2", "12")]
    [InlineData("6.02e3", "6020")]
    [InlineData("-", "0")]
    [InlineData("0.000000000000000000001", "1E-21")]
    [InlineData("123456789012345678901234567890", "1.2345678901234568E+29")]
    public void NumbersAreReadAsWritersWriteThem(string text, string value)
    {
        Lexer lexer = new(Encoding.Latin1.GetBytes(text));
        Assert.True(lexer.Next() is TokenKind.Integer or TokenKind.Real);
        Assert.Equal(double.Parse(value, CultureInfo.InvariantCulture), lexer.Number, 1e-12 * Math.Abs(lexer.Number));
        Assert.Equal(TokenKind.End, lexer.Next());
    }

    [Fact]
    public void AnAbsurdNumberIsClampedToWhatADoubleHolds()
    {
        Lexer lexer = new(Encoding.Latin1.GetBytes(new string('9', 5000)));
        lexer.Next();
        Assert.Equal(double.MaxValue, lexer.Number);
    }

    [Fact]
    public void ANumberEndsWhereAnOperatorBegins()
    {
        Assert.Equal("Real:0.5 Keyword:w Integer:1 Keyword:ET", Tokens("0.5w 1ET"));
    }

    [Theory]
    [InlineData("(a(b)c)d", "String:a(b)c Keyword:d")]
    [InlineData("(a\\)b)", "String:a\\)b")]
    [InlineData("()", "String:")]
    [InlineData("<48 65>", "HexString:48 65")]
    [InlineData("<</A/B>>", "DictionaryStart Name:A Name:B DictionaryEnd")]
    [InlineData("[/A#20B]", "ArrayStart Name:A#20B ArrayEnd")]
    [InlineData("%comment\r/A", "Name:A")]
    [InlineData("true%x", "Keyword:true")]
    [InlineData("/ 1", "Name: Integer:1")]
    [InlineData(")>1", "Keyword:) Keyword:> Integer:1")]
    public void TokensAreTold(string text, string expected)
    {
        Assert.Equal(expected, Tokens(text));
    }

    [Fact]
    public void AnUnbalancedStringEndsAtItsFirstParenthesis()
    {
        Assert.Equal("String:(never closed Keyword:Tj String:next Keyword:Tj", Tokens("((never closed) Tj\n(next) Tj"));
    }

    [Fact]
    public void AStringWithoutAnyParenthesisEndsAtItsLine()
    {
        Assert.Equal("String:lost Keyword:Tj", Tokens("(lost\nTj"));
    }

    [Fact]
    public void ManyUnbalancedStringsTakeNoLongerThanOne()
    {
        // Were each of them looked for to the end of the data, this would be 10^10 steps.
        Lexer lexer = new(Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat("(\n", 100_000))));
        int count = 0;
        while (lexer.Next() != TokenKind.End)
            count++;
        Assert.Equal(100_000, count);
    }

    [Fact]
    public void EveryTokenMovesOnAndStaysWithinTheData()
    {
        PropertyTest.Holds<byte[]>(bytes =>
        {
            Lexer lexer = new(bytes);
            int before = 0;
            while (lexer.Next() != TokenKind.End)
            {
                if (lexer.Position <= before || lexer.Position > bytes.Length || lexer.Start < before)
                    return false;
                before = lexer.Position;
            }

            return true;
        });
    }

    [Fact]
    public void WrittenIntegersAreReadBack()
    {
        PropertyTest.Holds<int>(value =>
        {
            Lexer lexer = new(Encoding.Latin1.GetBytes(value.ToString(CultureInfo.InvariantCulture)));
            return lexer.Next() == TokenKind.Integer && lexer.Number == value;
        });
    }

    [Fact]
    public void EscapedStringsAreReadBack()
    {
        PropertyTest.Holds<byte[]>(bytes =>
        {
            StringBuilder written = new("(");
            foreach (byte b in bytes)
            {
                written.Append(
                    b is (byte)'(' or (byte)')' or (byte)'\\' ? $"\\{(char)b}"
                    : b < 32 ? $"\\{Convert.ToString(b, 8).PadLeft(3, '0')}"
                    : (char)b
                );
            }

            Lexer lexer = new(Encoding.Latin1.GetBytes(written.Append(')').ToString()));
            byte[] read = new byte[written.Length];
            return lexer.Next() == TokenKind.String
                && read.AsSpan(0, StringSyntax.Unescape(lexer.Raw, read)).SequenceEqual(bytes);
        });
    }

    [Fact]
    public void NamesAreReadBack()
    {
        Gen<byte[]> names = Gen.Choose(1, 255).Select(b => (byte)b).ArrayOf();
        PropertyTest.Holds(
            names,
            bytes =>
            {
                string written =
                    "/"
                    + string.Concat(
                        bytes.Select(b => PdfCharacters.IsRegular(b) && b != '#' ? $"{(char)b}" : $"#{b:X2}")
                    );
                Lexer lexer = new(Encoding.Latin1.GetBytes(written));
                return lexer.Next() == TokenKind.Name
                    && new NameTable().Get(lexer.Raw, lexer.HasEscapes) == Encoding.Latin1.GetString(bytes);
            }
        );
    }

    private static string Tokens(string text)
    {
        List<string> tokens = [];
        Lexer lexer = new(Encoding.Latin1.GetBytes(text));
        while (lexer.Next() != TokenKind.End)
        {
            tokens.Add(
                lexer.Kind switch
                {
                    TokenKind.Integer or TokenKind.Real =>
                        $"{lexer.Kind}:{lexer.Number.ToString(CultureInfo.InvariantCulture)}",
                    TokenKind.Name or TokenKind.String or TokenKind.HexString or TokenKind.Keyword =>
                        $"{lexer.Kind}:{Encoding.Latin1.GetString(lexer.Raw)}",
                    _ => lexer.Kind.ToString(),
                }
            );
        }

        return string.Join(' ', tokens);
    }
}

using System.Text;
using CseMapper.Pdf.Objects;
using CseMapper.Pdf.Syntax;
using CseMapper.Pdf.Tests.Objects;

namespace CseMapper.Pdf.Tests.Syntax;

public sealed class ContentScannerTests
{
    [Fact]
    public void OperatorsComeWithTheirOperands()
    {
        ContentScanner scanner = Scan("q 1 0 0 1 72 720.5 cm /F1 12 Tf (Hel\\154o) Tj <4869> Tj Q");
        Assert.True(scanner.Next());
        Assert.Equal(ContentOperator.SaveState, scanner.Operator);
        Assert.True(scanner.Next());
        Assert.Equal(ContentOperator.ConcatenateMatrix, scanner.Operator);
        Assert.Equal(720.5, scanner.Number(5));
        Assert.True(scanner.Next());
        Assert.Equal("F1", scanner.Name(0));
        Assert.Equal(12, scanner.Int(1));
        Assert.True(scanner.Next());
        Assert.Equal("Hello", Encoding.Latin1.GetString(scanner.Bytes(0)));
        Assert.True(scanner.Next());
        Assert.Equal("Hi", Encoding.Latin1.GetString(scanner.Bytes(0)));
        Assert.True(scanner.Next());
        Assert.Equal(ContentOperator.RestoreState, scanner.Operator);
        Assert.False(scanner.Next());
    }

    [Fact]
    public void ArraysOfTextKeepStringsAndAdjustments()
    {
        ContentScanner scanner = Scan("[(A) -120 (B\\)) [(C)] 30] TJ");
        Assert.True(scanner.Next());
        ReadOnlySpan<ContentOperand> items = scanner.Items(0);
        Assert.Equal(5, items.Length);
        Assert.Equal("A", Encoding.Latin1.GetString(scanner.Bytes(items[0])));
        Assert.Equal(-120, items[1].Number);
        Assert.Equal("B)", Encoding.Latin1.GetString(scanner.Bytes(items[2])));
        Assert.Equal("C", Encoding.Latin1.GetString(scanner.Bytes(items[3])));
    }

    [Theory]
    [InlineData("[(lost) 20 (bracket) TJ (next) Tj", "lostbracketnext")]
    [InlineData("BT(a)TjETBT(b)Tj", "ab")]
    [InlineData("qQq(a)Tj", "a")]
    [InlineData("junk (a) junk (b) Tj", "b")]
    [InlineData("(a) (b) Tj", "b")]
    [InlineData("] >> } (a) Tj", "a")]
    [InlineData("(a) Tj (b", "a")]
    public void DamagedContentIsReadAsFarAsItGoes(string content, string text)
    {
        Assert.Equal(text, ShownStrings.Of(Encoding.Latin1.GetBytes(content), new NameTable()));
    }

    [Fact]
    public void OfTooManyOperandsTheLastCount()
    {
        ContentScanner scanner = Scan("9 9 1 2 3 4 5 6 Tm");
        Assert.True(scanner.Next());
        Assert.Equal(6, scanner.Count);
        Assert.Equal(1, scanner.Number(0));
        Assert.Equal(6, scanner.Number(5));
        Assert.Equal(0, scanner.Number(6));
    }

    [Fact]
    public void TenThousandOperandsAreBorne()
    {
        ContentScanner scanner = Scan(string.Concat(Enumerable.Repeat("1 ", 10_000)) + "2 3 m");
        Assert.True(scanner.Next());
        Assert.Equal(2, scanner.Number(0));
        Assert.Equal(3, scanner.Number(1));
    }

    [Fact]
    public void MarkedContentGivesItsNumberAndItsDictionary()
    {
        ContentScanner scanner = Scan("/P <</MCID 12/ActualText(<<fi>>)/A<</B 1>>>> BDC (x) Tj EMC");
        Assert.True(scanner.Next());
        Assert.Equal(ContentOperator.BeginMarkedContentWithProperties, scanner.Operator);
        Assert.Equal("P", scanner.Name(0));
        Assert.Equal(12, scanner.Dictionary(1, null)!["MCID"].AsInt());
        Assert.Equal("<<fi>>", TextString.Decode(scanner.Dictionary(1, null)!["ActualText"]));
        Assert.Equal(1, scanner.Dictionary(1, null)!["A"].AsDictionary()!["B"].AsInt());
        Assert.True(scanner.Next());
        Assert.Equal(ContentOperator.ShowText, scanner.Operator);
    }

    [Fact]
    public void InlineImagesAreSteppedOverWithTheirData()
    {
        ContentScanner scanner = Scan("BI /W 2/H 2/BPC 8/CS/G ID \u0001 EI\u0002 EI Q (after) Tj");
        Assert.True(scanner.Next());
        Assert.Equal(ContentOperator.InlineImage, scanner.Operator);
        Assert.Equal(2, scanner.Dictionary(0, null)!.Any("Width", "W").AsInt());
        Assert.Equal("\u0001 EI\u0002", Encoding.Latin1.GetString(scanner.InlineImageData));
        Assert.True(scanner.Next());
        Assert.Equal(ContentOperator.RestoreState, scanner.Operator);
        Assert.True(scanner.Next());
        Assert.Equal("after", Encoding.Latin1.GetString(scanner.Bytes(0)));
    }

    [Theory]
    [InlineData("BI /W 1 ID abcEI\n(after) Tj")]
    [InlineData("BI /W 1 ID ab EI xyz\u0001 EI\n(after) Tj")]
    [InlineData("BI /W 1 ID \n(after) Tj")]
    [InlineData("BI /W 1 /F/A85 ID 5l~>EI (after) Tj")]
    [InlineData("BI /W 1 EI (after) Tj")]
    public void TextBehindOddInlineImagesIsNotLost(string content)
    {
        Assert.Equal("after", ShownStrings.Of(Encoding.Latin1.GetBytes(content), new NameTable()));
    }

    [Fact]
    public void NoBytesMakeTheScannerThrowOrStandStill()
    {
        PropertyTest.Holds<byte[]>(bytes =>
        {
            ContentScanner scanner = new(bytes, new ContentOperands(), new NameTable());
            int before = -1;
            while (scanner.Next())
            {
                if (scanner.Position <= before)
                    return false;
                before = scanner.Position;
                for (int i = 0; i < scanner.Count; i++)
                {
                    scanner.Bytes(i);
                    scanner.Name(i);
                    scanner.Items(i);
                    scanner.Dictionary(i, null);
                }
            }

            return true;
        });
    }

    [Fact]
    public void EveryOperatorOfTheStandardIsKnownByItsLetters()
    {
        foreach (ContentOperator op in Enum.GetValues<ContentOperator>().Where(op => op != ContentOperator.Unknown))
        {
            byte[] letters = [.. BitConverter.GetBytes((int)op).Where(letter => letter != 0)];
            Assert.Equal(op, ContentOperators.Find(letters));
            Assert.Equal(ContentOperator.Unknown, ContentOperators.Find([.. letters, (byte)'#']));
        }
    }

    private static ContentScanner Scan(string content) =>
        new(Encoding.Latin1.GetBytes(content), new ContentOperands(), new NameTable());
}

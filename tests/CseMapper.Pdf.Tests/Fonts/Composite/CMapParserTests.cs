using System.Globalization;
using System.Text;
using CseMapper.Pdf.Fonts.Composite;
using FsCheck;
using FsCheck.Fluent;

namespace CseMapper.Pdf.Tests.Fonts.Composite;

public class CMapParserTests
{
    [Fact]
    public void CharsAndRangesOfEveryShapeAreRead()
    {
        CMap map = Parse(
            """
            /CIDInit /ProcSet findresource begin 12 dict begin begincmap % a comment <0099>
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            1 begincodespacerange <0000> <FFFF> endcodespacerange
            3 beginbfchar <0003> <0020> <0004><00660069>
            <0005> <D83DDE00> endbfchar
            3 beginbfrange
            <0010> <0012> <0041>
            <0020> <0022> [<0061> <00620063> /eacute]
            <0030> <0031> <00410030>
            endbfrange endcmap
            """
        );
        Assert.Equal([" ", "fi", "\U0001F600"], Texts(map, 3, 4, 5));
        Assert.Equal(["A", "B", "C"], Texts(map, 0x10, 0x11, 0x12));
        Assert.Equal(["a", "bc", "é"], Texts(map, 0x20, 0x21, 0x22));
        Assert.Equal(["A0", "A1", null], Texts(map, 0x30, 0x31, 0x32));
        Assert.Null(map.Text(0x99));
    }

    [Theory]
    [InlineData("beginbfchar <01> <0041> <02> <0042>")]
    [InlineData("99 beginbfchar\n<01>\n<0041>\n<02>\n<0042>\nendbfchar")]
    [InlineData("beginbfchar <01> <0041> beginbfchar <02> <0042> endbfchar")]
    [InlineData("beginbfchar <0 1> <00 41> endbfchar 1 beginbfrange <02> <02> <42> endbfrange")]
    [InlineData("beginbfrange <01> <02> [<0041> <0042> endbfrange")]
    [InlineData("beginbfchar<01><0041><02><0042>endbfcharendcmap")]
    [InlineData("]]>> beginbfchar junk endbfchar beginbfchar <01> <41> <02> <42> endbfchar <<")]
    public void DamageCostsNoMoreThanTheEntryItIsIn(string source)
    {
        CMap map = Parse(source);
        Assert.Equal(["A", "B"], Texts(map, 1, 2));
    }

    [Fact]
    public void ARangeThatRunsBackwardsIsLeftOut()
    {
        CMap map = Parse("beginbfrange <05> <01> <0041> <06> <06> <0042> endbfrange");
        Assert.Equal([null, null, "B"], Texts(map, 1, 5, 6));
    }

    [Fact]
    public void AFloodOfGiantRangesEndsAtTheLimit()
    {
        string flood =
            "beginbfrange " + string.Concat(Enumerable.Repeat("<0000> <FFFFFFFF> <0041> ", 2000)) + "endbfrange";
        Assert.True(Parse(flood).IsCut);
    }

    [Theory]
    [InlineData(new byte[] { 0x41, 0x42 }, 1, 0x41u)]
    [InlineData(new byte[] { 0x81, 0x42 }, 2, 0x8142u)]
    [InlineData(new byte[] { 0xE0, 0x42, 0x43, 0x44 }, 4, 0xE0424344u)]
    [InlineData(new byte[] { 0xFF }, 1, 0xFFu)]
    [InlineData(new byte[] { 0x81 }, 1, 0x81u)]
    public void CodesAreCutByTheCodespaceTheyFit(byte[] bytes, int length, uint code)
    {
        CMap map = Parse("begincodespacerange <00> <80> <8140> <9FFC> <E0404040> <FCFCFCFC> endcodespacerange");
        Assert.Equal(length, map.NextCode(bytes, out uint read));
        Assert.Equal(code, read);
    }

    [Fact]
    public void CidsComeFromCharsRangesAndTheMapBelow()
    {
        CMap below = Parse("begincodespacerange <00> <FF> endcodespacerange begincidchar <41> 7 endcidchar");
        CMap map = CMapParser.Parse(
            "/Below usecmap begincidrange <42> <44> 100 endcidrange /WMode 1 def"u8,
            name => name == "Below" ? below : null
        );
        Assert.Equal([7, 100, 102, -1], new uint[] { 0x41, 0x42, 0x44, 0x45 }.Select(map.Cid));
        Assert.True(map.IsVertical);
        Assert.Equal(1, map.NextCode([0x41], out _));
    }

    [Fact]
    public void WhatIsWrittenIsReadBack() =>
        Prop.ForAll<Dictionary<ushort, string>>(texts =>
            {
                StringBuilder source = new("1 begincodespacerange <0000> <FFFF> endcodespacerange\nbeginbfchar\n");
                Dictionary<ushort, string> usable = texts
                    .Where(entry => entry.Value is { Length: > 0 and < 200 })
                    .ToDictionary();
                foreach ((ushort code, string text) in usable)
                {
                    source.Append(
                        CultureInfo.InvariantCulture,
                        $"<{code:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(Whole(text)))}>\n"
                    );
                }

                CMap map = Parse(source.Append("endbfchar endcmap").ToString());
                return usable.All(entry => map.Text(entry.Key) == Whole(entry.Value));
            })
            .Check(Config.QuickThrowOnFailure);

    [Fact]
    public void AnyBytesAtAllAreEndured()
    {
        Random random = new(7);
        string[] words =
        [
            "beginbfchar",
            "endbfchar",
            "beginbfrange",
            "<0041>",
            "<00",
            ">",
            "[",
            "]",
            "/WMode",
            "1",
            "begincidrange",
            "begincodespacerange",
            "<<",
            "(",
            "-5",
            "usecmap",
            "<FFFFFFFFFF>",
        ];
        for (int round = 0; round < 3000; round++)
        {
            StringBuilder source = new();
            for (int i = random.Next(40); i > 0; i--)
            {
                source
                    .Append(
                        random.Next(4) == 0 ? ((char)random.Next(256)).ToString() : words[random.Next(words.Length)]
                    )
                    .Append(random.Next(3) == 0 ? "" : " ");
            }

            CMap map = Parse(source.ToString());
            byte[] codes = new byte[5];
            random.NextBytes(codes);
            Assert.InRange(map.NextCode(codes, out uint code), 1, 4);
            _ = map.Text(code);
            _ = map.Cid(code);
        }
    }

    /// <summary>Unpaired surrogates do not survive an encoder; they are not what is tested here.</summary>
    private static string Whole(string text) =>
        Encoding.BigEndianUnicode.GetString(Encoding.BigEndianUnicode.GetBytes(text));

    private static CMap Parse(string source) => CMapParser.Parse(Encoding.Latin1.GetBytes(source), static _ => null);

    private static IEnumerable<string?> Texts(CMap map, params uint[] codes) => codes.Select(map.Text);
}

using CseMapper.Documents.Rtf;
using CseMapper.Testing;

namespace CseMapper.Documents.Tests.Rtf;

public sealed class RtfReaderTests
{
    [Theory]
    [InlineData(
        @"{\rtf1\ansi Caf\'e9 \'96 within ten days.\par Second.\par}",
        "text: Café – within ten days.",
        "text: Second."
    )]
    [InlineData(@"{\rtf1\ansi\uc1 \u8220?Yes\u8221? \emdash\~no\line more\par}", "text: “Yes” — no\nmore")]
    [InlineData(@"{\rtf1{\fonttbl{\f0 Arial;}{\f1\fcharset204 Times;}}\f1 \'cf\f0  x\par}", "text: П x")]
    [InlineData(
        @"{\rtf1{\stylesheet{\s1 heading 1;}{\s2 heading 2;}}\pard\s1 1. Scope\par\pard\s2 2.1 Who\par\pard Text.\par}",
        "1 [1.] Scope",
        "2 [2.1] Who",
        "text: Text."
    )]
    [InlineData(
        @"{\rtf1 within {\deleted 20}{\revised 10} working days{\v secret}\par}",
        "text: within 10 working days"
    )]
    [InlineData(
        @"{\rtf1 within {\strike 20} {\striked1 or so\striked0  10} {\strike x\plain  days}\par}",
        "text: within ~~20 or so~~ 10 ~~x~~ days"
    )]
    [InlineData(
        @"{\rtf1{\field{\*\fldinst { AUTONUM }}{\fldrslt}} One\par{\field{\*\fldinst AUTONUM}} Two\par}",
        "text: 1. One",
        "text: 2. Two"
    )]
    [InlineData(@"{\rtf1 a\v  no\v0  b\par{\v hidden\par}c\par}", "text: a b", "text: c")]
    [InlineData(
        @"{\rtf1\pard We:\par\pard{\listtext\bullet\tab}\ls1\ilvl0 listen\par\pard{\listtext (a)\tab}\ilvl1 learn\par}",
        "text: We:",
        "1 • listen",
        "2 (a) [(a)] learn"
    )]
    [InlineData(
        @"{\rtf1\trowd\trhdr\intbl A\cell B\cell\row\trowd\intbl 1\cell 2\par 3\cell\row\pard After\par}",
        "table with 1 heads: A | B / 1 | 2\n3",
        "text: After"
    )]
    [InlineData(
        @"{\rtf1{\header Council\par}Body{\footnote Note one.} goes on.\par}",
        "{Header} text: Council",
        "text: Body goes on.",
        "{Note} text: Note one."
    )]
    [InlineData(
        @"{\rtf1{\*\unknown hidden}{\pict 0102}{\field{\*\fldinst HYPERLINK x}{\fldrslt shown}} end"
            + @"{\*\bkmkstart name}\par}",
        "text: shown end"
    )]
    [InlineData(
        @"{\rtf1{\fonttbl{\f0 Arial;}{\f1\fcharset2 Symbol;}}\pard{\listtext\f1\u-3913 ?\tab}\ls1 listen\par"
            + @"\pard{\listtext\f1 \'b7\tab}\ls1 learn\par\pard{\listtext o\tab}\ilvl1 act\par}",
        "1 • listen",
        "1 • learn",
        "2 ◦ act"
    )]
    [InlineData(@"{\rtf1{\fonttbl{\f0 Arial;}{\f1\fcharset2 Symbol;}}age {\f1 \'b3} 18\par}", "text: age ≥ 18")]
    [InlineData(
        @"{\rtf1 Body{\super\chftn}{\footnote\pard{\super\chftn} Note one.} goes on.\par}",
        "text: Body[1] goes on.",
        "{Note} text: [1]  Note one."
    )]
    [InlineData(
        @"{\rtf1{\header\trowd\intbl Council\cell Page\cell\row\pard}\trowd\intbl\pard\intbl"
            + @"{\listtext\bullet\tab}A\cell B\cell\row\pard After\par}",
        "{Header} text: Council",
        "{Header} text: Page",
        "table: • A | B",
        "text: After"
    )]
    [InlineData("{\\rtf1 a\\bin3 }{}b\\par}", "text: ab")]
    public void PrintedTextComesOutOnce(string rtf, params string[] expected) =>
        Assert.Equal(expected, ShownBlocks.Of(OfficeFiles.Read(new RtfReader(), rtf)));

    [Fact]
    public void CutFileIsPartlyRead()
    {
        IngestResult result = OfficeFiles.Read(new RtfReader(), @"{\rtf1 {\b Some words\par and mo");

        Assert.Equal(ReadStatus.PartlyRead, result.Status);
        Assert.Contains("end of the file is missing", Assert.Single(result.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void HundredThousandOpenGroupsDoNoHarm() =>
        Assert.NotEqual(
            ReadStatus.Read,
            OfficeFiles.Read(new RtfReader(), @"{\rtf1 a\par " + new string('{', 300_000)).Status
        );
}

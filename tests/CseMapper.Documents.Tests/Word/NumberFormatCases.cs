using static CseMapper.Documents.Tests.Word.NumberingCases;

namespace CseMapper.Documents.Tests.Word;

/// <content>Lists: how numbers and bullets are written.</content>
internal static class NumberFormatCases
{
    internal static IReadOnlyList<TortureCase> All { get; } =
    [
        new("Letters go on after z with two of the same", Format("lowerLetter", "%1)", 26), "z) a\naa) b\nbb) c"),
        new("Roman numbers", Format("lowerRoman", "%1.", 4), "iv. a\nv. b\nvi. c"),
        new("Large Roman numbers", Format("upperRoman", "%1", 1998), "MCMXCVIII a\nMCMXCIX b\nMM c"),
        new("Numbers with a zero before", Format("decimalZero", "%1", 9), "09 a\n10 b\n11 c"),
        new("Ordinal numbers", Format("ordinal", "%1", 11), "11th a\n12th b\n13th c"),
        new("Ordinal numbers after twenty", Format("ordinal", "%1", 21), "21st a\n22nd b\n23rd c"),
        new("Numbers in words", Format("cardinalText", "%1:", 20), "Twenty: a\nTwenty-one: b\nTwenty-two: c"),
        new("Ordinal numbers in words", Format("ordinalText", "%1", 29), "Twenty-ninth a\nThirtieth b\nThirty-first c"),
        new("Numbers in circles", Format("decimalEnclosedCircle", "%1", 1), "① a\n② b\n③ c"),
        new("Footnote signs", Format("chicago", "%1", 3), "‡ a\n§ b\n** c"),
        new("A level without a format prints its words only", Format("none", "Note", 1), "Note a\nNote b\nNote c"),
        new("Words around a number", Format("decimal", "Article %1:", 1), "Article 1: a\nArticle 2: b\nArticle 3: c"),
        new(
            "A custom format of three digits",
            List(
                Abstract(
                    1,
                    "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><mc:AlternateContent><mc:Choice "
                        + "Requires=\"w14\"><w:numFmt w:val=\"custom\" w:format=\"001, 002, 003, "
                        + "...\"/></mc:Choice><mc:Fallback><w:numFmt "
                        + "w:val=\"decimal\"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val=\"%1\"/></w:lvl>"
                ) + Num(1, 1),
                Item("a", 1),
                Item("b", 1)
            ),
            "001 a\n002 b"
        ),
        new(
            "Legal numbers are digits whatever the levels above are",
            List(
                Abstract(1, Level(0, "upperRoman", "Part %1"), Level(1, "decimal", "%1.%2", "<w:isLgl/>")) + Num(1, 1),
                Item("a", 1),
                Item("b", 1),
                Item("c", 1, 1)
            ),
            "Part I a\nPart II b\n2.1 c"
        ),
        new(
            "Legal numbers keep the nought of 01",
            List(
                Abstract(
                    1,
                    Level(0, "upperRoman", "Article %1."),
                    Level(1, "decimalZero", "Section %1.%2", "<w:isLgl/>")
                ) + Num(1, 1),
                Item("a", 1),
                Item("b", 1, 1)
            ),
            "Article I. a\nSection 1.01 b"
        ),
        new(
            "Without that the levels above keep their format",
            List(
                Abstract(1, Level(0, "upperRoman", "Part %1"), Level(1, "decimal", "%1.%2")) + Num(1, 1),
                Item("a", 1),
                Item("b", 1),
                Item("c", 1, 1)
            ),
            "Part I a\nPart II b\nII.1 c"
        ),
        new(
            "A bullet in the middle of a number prints nothing there",
            List(
                Abstract(1, Level(0, "decimal", "%1."), Level(1, "bullet", "–"), Level(2, "decimal", "%1.%2%3."))
                    + Num(1, 1),
                Item("a", 1),
                Item("b", 1, 1),
                Item("c", 1, 2)
            ),
            "1. a\n– b\n1.1. c"
        ),
        new(
            "Bullets of symbol fonts are what they look like",
            List(
                Abstract(
                    1,
                    Bullet(0, "&#xF0B7;", "Symbol"),
                    Bullet(1, "&#xF0A7;", "Wingdings"),
                    Bullet(2, "&#xF0FC;", "Wingdings"),
                    Bullet(3, "o", "Courier New")
                ) + Num(1, 1),
                Item("a", 1),
                Item("b", 1, 1),
                Item("c", 1, 2),
                Item("d", 1, 3)
            ),
            "• a\n▪ b\n✔ c\n◦ d"
        ),
        new(
            "A picture as bullet is a bullet",
            List(Abstract(1, Level(0, "bullet", "", "<w:lvlPicBulletId w:val=\"0\"/>")) + Num(1, 1), Item("a", 1)),
            "• a"
        ),
    ];

    private static SmallWordFile Format(string format, string text, int start) =>
        List(Abstract(1, Level(0, format, text, start: start)) + Num(1, 1), Item("a", 1), Item("b", 1), Item("c", 1));

    private static string Bullet(int level, string sign, string font) =>
        Level(level, "bullet", sign, $"<w:rPr><w:rFonts w:ascii=\"{font}\" w:hAnsi=\"{font}\"/></w:rPr>");
}

using static CseMapper.Documents.Tests.Word.SmallWordFile;

namespace CseMapper.Documents.Tests.Word;

/// <content>Lists: counting, restarting, levels, styles.</content>
internal static class NumberingCases
{
    private static readonly string _legal = Abstract(
        1,
        Level(0, "decimal", "%1"),
        Level(1, "decimal", "%1.%2"),
        Level(2, "decimal", "%1.%2.%3")
    );

    private static readonly string _simple = Abstract(
        1,
        Level(0, "decimal", "%1."),
        Level(1, "lowerLetter", "(%2)"),
        Level(2, "lowerRoman", "(%3)")
    );

    private static readonly string _headings =
        Style("Heading1", "heading 1", "<w:numPr><w:numId w:val=\"1\"/></w:numPr><w:outlineLvl w:val=\"0\"/>")
        + Style(
            "Heading2",
            "heading 2",
            "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr><w:outlineLvl w:val=\"1\"/>"
        )
        + Style("Own", "Own heading", "", "Heading2")
        + Style("Clause", "Clause", "<w:numPr><w:ilvl w:val=\"2\"/></w:numPr>", "Heading2");

    private static readonly string _linked = Abstract(
        1,
        Level(0, "decimal", "%1", "<w:pStyle w:val=\"Heading1\"/>"),
        Level(1, "decimal", "%1.%2", "<w:pStyle w:val=\"Heading2\"/>"),
        Level(2, "decimal", "%1.%2.%3")
    );

    internal static IReadOnlyList<TortureCase> All { get; } =
    [
        new("A list counts", List(_simple + Num(1, 1), Item("a", 1), Item("b", 1), Item("c", 1)), "1. a\n2. b\n3. c"),
        new(
            "A list goes on after text between",
            List(_simple + Num(1, 1), Item("a", 1), P("text"), Item("b", 1)),
            "1. a\ntext\n2. b"
        ),
        new(
            "Inner levels begin anew after each outer item",
            List(
                _simple + Num(1, 1),
                Item("a", 1),
                Item("b", 1, 1),
                Item("c", 1, 1),
                Item("d", 1, 2),
                Item("e", 1),
                Item("f", 1, 1)
            ),
            "1. a\n(a) b\n(b) c\n(i) d\n2. e\n(a) f"
        ),
        new(
            "Numbers of several levels are printed whole",
            List(
                _legal + Num(1, 1),
                Item("a", 1),
                Item("b", 1, 1),
                Item("c", 1, 2),
                Item("d", 1, 1),
                Item("e", 1),
                Item("f", 1, 1)
            ),
            "1 a\n1.1 b\n1.1.1 c\n1.2 d\n2 e\n2.1 f"
        ),
        new(
            "A level that was skipped shows its first number",
            List(_legal + Num(1, 1), Item("a", 1), Item("b", 1, 2)),
            "1 a\n1.1.1 b"
        ),
        new(
            "A level that was skipped counts as begun",
            List(_legal + Num(1, 1), Item("a", 1, 1), Item("b", 1, 1), Item("c", 1)),
            "1.1 a\n1.2 b\n2 c"
        ),
        new(
            "Two lists of the same levels count on",
            List(_simple + Num(1, 1) + Num(2, 1), Item("a", 1), Item("b", 2), Item("c", 1)),
            "1. a\n2. b\n3. c"
        ),
        new(
            "A list that begins anew does so once",
            List(
                _simple
                    + Num(1, 1)
                    + Num(2, 1, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>"),
                Item("a", 1),
                Item("b", 1),
                Item("c", 2),
                Item("d", 2),
                Item("e", 1)
            ),
            "1. a\n2. b\n1. c\n2. d\n3. e"
        ),
        new(
            "A list begins anew at a number of its own",
            List(
                _simple
                    + Num(1, 1)
                    + Num(2, 1, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/></w:lvlOverride>"),
                Item("a", 1),
                Item("b", 2),
                Item("c", 2)
            ),
            "1. a\n7. b\n8. c"
        ),
        new(
            "Lists of levels of their own count apart",
            List(
                _simple + Abstract(2, Level(0, "decimal", "%1.")) + Num(1, 1) + Num(2, 2),
                Item("a", 1),
                Item("b", 2),
                Item("c", 1),
                Item("d", 2)
            ),
            "1. a\n1. b\n2. c\n2. d"
        ),
        new(
            "A list starts where it says",
            List(Abstract(1, Level(0, "decimal", "%1.", start: 5)) + Num(1, 1), Item("a", 1), Item("b", 1)),
            "5. a\n6. b"
        ),
        new(
            "A level that never begins anew counts through",
            List(
                Abstract(1, Level(0, "decimal", "%1."), Level(1, "decimal", "Rule %2", "<w:lvlRestart w:val=\"0\"/>"))
                    + Num(1, 1),
                Item("a", 1),
                Item("b", 1, 1),
                Item("c", 1),
                Item("d", 1, 1)
            ),
            "1. a\nRule 1 b\n2. c\nRule 2 d"
        ),
        new(
            "A level may begin anew after the outermost only",
            List(
                Abstract(
                    1,
                    Level(0, "decimal", "%1"),
                    Level(1, "decimal", "%1.%2"),
                    Level(2, "lowerLetter", "(%3)", "<w:lvlRestart w:val=\"1\"/>")
                ) + Num(1, 1),
                Item("a", 1),
                Item("b", 1, 1),
                Item("c", 1, 2),
                Item("d", 1, 1),
                Item("e", 1, 2),
                Item("f", 1),
                Item("g", 1, 2)
            ),
            "1 a\n1.1 b\n(a) c\n1.2 d\n(b) e\n2 f\n(a) g"
        ),
        new(
            "A list's own level replaces the shared one",
            List(
                _simple
                    + Num(1, 1)
                    + Num(2, 1, $"<w:lvlOverride w:ilvl=\"0\">{Level(0, "upperLetter", "%1)")}</w:lvlOverride>"),
                Item("a", 2),
                Item("b", 2)
            ),
            "A) a\nB) b"
        ),
        new(
            "An empty numbered paragraph prints its number and counts",
            List(
                _simple + Num(1, 1),
                Item("a", 1),
                "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:p>",
                Item("c", 1)
            ),
            "1. a\n2.\n3. c"
        ),
        new(
            "A list runs through the cells of a table",
            List(
                _simple + Num(1, 1),
                $"<w:tbl><w:tr><w:tc>{Item("", 1)}</w:tc><w:tc>{P("first")}</w:tc></w:tr><w:tr><w:tc>{Item("", 1)}"
                    + $"</w:tc><w:tc>{P("second")}</w:tc></w:tr></w:tbl>",
                Item("c", 1)
            ),
            "1.\tfirst\n2.\tsecond\n3. c"
        ),
        new("An unknown list prints no number", List(_simple + Num(1, 1), Item("a", 9)), "a"),
        new(
            "Headings are numbered by their styles",
            Styled(
                _linked,
                P("Purpose", Use("Heading1")),
                P("Aim", Use("Heading2")),
                P("Reach", Use("Heading2")),
                P("Scope", Use("Heading1")),
                P("Who", Use("Heading2"))
            ),
            "1 Purpose\n1.1 Aim\n1.2 Reach\n2 Scope\n2.1 Who"
        ),
        new(
            "A style takes its number from what it is based on",
            Styled(_linked, P("Purpose", Use("Heading1")), P("Aim", Use("Own"))),
            "1 Purpose\n1.1 Aim"
        ),
        new(
            "A style based on a numbered one may take another level",
            Styled(_linked, P("Purpose", Use("Heading1")), P("Aim", Use("Heading2")), P("We reply.", Use("Clause"))),
            "1 Purpose\n1.1 Aim\n1.1.1 We reply."
        ),
        new(
            "A paragraph may refuse its style's number",
            Styled(
                _linked,
                P("Purpose", Use("Heading1")),
                P("Foreword", Use("Heading1") + "<w:numPr><w:numId w:val=\"0\"/></w:numPr>"),
                P("Scope", Use("Heading1"))
            ),
            "1 Purpose\nForeword\n2 Scope"
        ),
        new(
            "A list may take its levels from a numbering style",
            List(
                    Abstract(1, "<w:styleLink w:val=\"Legal\"/>", Level(0, "decimal", "§%1"))
                        + "<w:abstractNum w:abstractNumId=\"2\"><w:numStyleLink w:val=\"Legal\"/></w:abstractNum>"
                        + Num(1, 1)
                        + Num(2, 2),
                    Item("a", 2),
                    Item("b", 2)
                )
                .Styles(
                    "<w:style w:type=\"numbering\" w:styleId=\"Legal\"><w:name "
                        + "w:val=\"Legal\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
                ),
            "§1 a\n§2 b"
        ),
        new(
            "A hidden number is not printed",
            List(Abstract(1, Level(0, "decimal", "%1.", "<w:rPr><w:vanish/></w:rPr>")) + Num(1, 1), Item("a", 1)),
            "a"
        ),
        new(
            "A deleted paragraph does not count",
            List(
                _simple + Num(1, 1),
                Item("a", 1),
                "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del "
                    + "w:id=\"1\"/></w:rPr></w:pPr><w:del w:id=\"2\"><w:r><w:delText>b</w:delText></w:r></w:del></w:p>",
                Item("c", 1)
            ),
            "1. a\n2. c"
        ),
    ];

    internal static string Level(int level, string format, string text, string more = "", int start = 1) =>
        $"<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"{start}\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\""
        + $"{text}\"/>{more}</w:lvl>";

    internal static string Abstract(int id, params string[] levels) =>
        $"<w:abstractNum w:abstractNumId=\"{id}\">{string.Concat(levels)}</w:abstractNum>";

    internal static string Num(int id, int abstractId, string overrides = "") =>
        $"<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{abstractId}\"/>{overrides}</w:num>";

    internal static string Item(string text, int list, int level = 0) =>
        P(text, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");

    internal static SmallWordFile List(string numbering, params string[] paragraphs) =>
        new SmallWordFile(string.Concat(paragraphs)).Numbering(numbering);

    private static SmallWordFile Styled(string levels, params string[] paragraphs) =>
        List(levels + Num(1, 1), paragraphs).Styles(_headings);

    private static string Style(string id, string name, string properties, string? basedOn = null) =>
        $"<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>"
        + $"{(basedOn is null ? "" : $"<w:basedOn w:val=\"{basedOn}\"/>")}<w:pPr>{properties}</w:pPr></w:style>";

    private static string Use(string style) => $"<w:pStyle w:val=\"{style}\"/>";
}

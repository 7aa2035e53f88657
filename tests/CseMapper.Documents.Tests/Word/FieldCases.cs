using static CseMapper.Documents.Tests.Word.SmallWordFile;

namespace CseMapper.Documents.Tests.Word;

/// <content>Fields: what they print, not what they are made of.</content>
internal static class FieldCases
{
    private const string Begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";
    private const string Separate = "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
    private const string End = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    internal static IReadOnlyList<TortureCase> All { get; } =
    [
        new(
            "A field prints its result, not its code",
            new($"<w:p>{R("See section ")}{Field("REF _Ref1 \\h", R("4.3"))}{R(".")}</w:p>"),
            "See section 4.3."
        ),
        new(
            "A field's code may be split over runs",
            new(
                $"<w:p>{Begin}{Code("HYPER")}{Code("LINK \"http://example.org\"")}{Separate}{R("our website")}"
                    + $"{End}</w:p>"
            ),
            "our website"
        ),
        new(
            "A field inside a field's code is not printed",
            new(
                $"<w:p>{Begin}{Code("IF ")}{Field("PAGE", R("2"))}{Code(" = 1 \"first\" \"later\"")}{Separate}"
                    + $"{R("later")}{End}{R(" pages")}</w:p>"
            ),
            "later pages"
        ),
        new(
            "A field inside a field's result is printed",
            new($"<w:p>{Field("TOC \\o", R("Purpose ") + Field("PAGEREF _Toc1", R("3")))}</w:p>"),
            "Purpose 3"
        ),
        new(
            "Fields three deep print once",
            new(
                "<w:p>"
                    + $"{Field("QUOTE", R("a") + Field("QUOTE", R("b") + Field("QUOTE", R("c")) + R("d")) + R("e"))}"
                    + "</w:p>"
            ),
            "abcde"
        ),
        new(
            "A simple field prints its result",
            new($"<w:p>{R("Version ")}<w:fldSimple w:instr=\" DOCPROPERTY Version \">{R("2.1")}</w:fldSimple></w:p>"),
            "Version 2.1"
        ),
        new(
            "An index entry prints nothing",
            new($"<w:p>{R("Complaints")}{Begin}{Code(" XE \"Complaints\" ")}{End}{R(" policy")}</w:p>"),
            "Complaints policy"
        ),
        new(
            "A macro button prints its words",
            new($"<w:p>{Begin}{Code(" MACROBUTTON NoMacro [Name of the officer] ")}{End}</w:p>"),
            "[Name of the officer]"
        ),
        new(
            "A symbol field prints its sign",
            new($"<w:p>{R("Cost ")}{Begin}{Code(" SYMBOL 163 ")}{End}{R("5")}</w:p>"),
            "Cost £5"
        ),
        new(
            "A checked form box is printed as one",
            new(
                "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:sizeAuto/><w:default "
                    + $"w:val=\"0\"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>{Code("FORMCHECKBOX")}"
                    + $"{Separate}{End}{R(" Yes")}</w:p>"
            ),
            "☒ Yes"
        ),
        new(
            "A form box that nobody checked is empty",
            new(
                "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:default "
                    + $"w:val=\"0\"/></w:checkBox></w:ffData></w:fldChar></w:r>{Code("FORMCHECKBOX")}{End}{R(" No")}"
                    + "</w:p>"
            ),
            "☐ No"
        ),
        new(
            "A drop-down form field prints the chosen entry",
            new(
                "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:ddList><w:result "
                    + "w:val=\"1\"/><w:listEntry w:val=\"Draft\"/><w:listEntry "
                    + $"w:val=\"Final\"/></w:ddList></w:ffData></w:fldChar></w:r>{Code("FORMDROPDOWN")}{Separate}{End}"
                    + "</w:p>"
            ),
            "Final"
        ),
        new(
            "A text form field prints what was filled in",
            new(
                "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:textInput><w:default "
                    + $"w:val=\"Name\"/></w:textInput></w:ffData></w:fldChar></w:r>{Code("FORMTEXT")}{Separate}"
                    + $"{R("J Smith")}{End}</w:p>"
            ),
            "J Smith"
        ),
        new(
            "A field's result may run over paragraphs",
            new($"<w:p>{Begin}{Code("INCLUDETEXT x")}{Separate}{R("One")}</w:p><w:p>{R("Two")}{End}</w:p>{P("Three")}"),
            "One\nTwo\nThree"
        ),
        new(
            "A table of contents prints its lines",
            new(
                $"<w:p><w:pPr><w:pStyle w:val=\"TOC1\"/></w:pPr>{Begin}{Code("TOC \\o \"1-3\"")}{Separate}"
                    + $"{R("Purpose")}<w:r><w:tab/></w:r>{R("3")}</w:p><w:p><w:pPr><w:pStyle w:val=\"TOC1\"/></w:pPr>"
                    + $"{R("Scope")}<w:r><w:tab/></w:r>{R("4")}</w:p><w:p>{End}</w:p>{P("Text")}"
            ),
            "Purpose\t3\nScope\t4\nText"
        ),
        new(
            "AUTONUM counts paragraphs, anew below each heading",
            new(
                $"<w:p>{Number("AUTONUM")}{R(" One")}</w:p><w:p>{Number("AUTONUM \\* roman \\s )")}{R(" Two")}</w:p>"
                    + $"<w:p><w:fldSimple w:instr=\" AUTONUM \"/>{R(" Three")}</w:p>"
            ),
            "1. One\nii) Two\n3. Three"
        ),
        new(
            "AUTONUMLGL and AUTONUMOUT count by the level of headings",
            new(
                Heading(0, Number("AUTONUMLGL"), "A")
                    + Heading(1, Number("AUTONUMLGL \\e"), "B")
                    + $"<w:p>{Number("AUTONUMLGL")}{R(" Text")}</w:p>"
                    + Heading(0, Number("AUTONUMLGL"), "C")
                    + Heading(1, Number("AUTONUMOUT"), "D")
            ),
            "1. A\n1.1 B\n1.1.1. Text\n2. C\nA. D"
        ),
        new(
            "LISTNUM counts inside of paragraphs",
            new(
                $"<w:p>{R("Both ")}{Number("LISTNUM")}{R(" one and ")}{Number("LISTNUM")}{R(" two")}</w:p>"
                    + $"<w:p>{Number("LISTNUM LegalDefault \\l 1")}{R(" x")}</w:p>"
                    + $"<w:p>{Number("LISTNUM \"LegalDefault\" \\l 2 \\s 4")}{R(" y")}</w:p>"
                    + $"<w:p>{Number("LISTNUM NumberDefault \\l 5")}{R(" z")}</w:p>"
            ),
            "Both 1) one and 2) two\n1. x\n1.4. y\n(a) z"
        ),
        new(
            "An end without a beginning is passed over",
            new($"<w:p>{R("One")}{End}{Separate}{R(" two")}</w:p>"),
            "One two"
        ),
        new(
            "A deleted field leaves nothing",
            new(
                $"<w:p>{R("One")}<w:del w:id=\"1\">{Begin}<w:r><w:delInstrText>PAGE</w:delInstrText></w:r>"
                    + $"{Separate}<w:r><w:delText>7</w:delText></w:r>{End}</w:del>{R(" two")}</w:p>"
            ),
            "One two"
        ),
    ];

    private static string Number(string code) => Begin + Code(code) + End;

    private static string Heading(int level, string number, string words) =>
        $"<w:p><w:pPr><w:outlineLvl w:val=\"{level}\"/></w:pPr>{number}{R(" " + words)}</w:p>";

    private static string Code(string code) => $"<w:r><w:instrText xml:space=\"preserve\">{code}</w:instrText></w:r>";

    private static string Field(string code, string result) => Begin + Code(code) + Separate + result + End;
}

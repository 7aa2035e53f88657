using static CseMapper.Documents.Tests.Word.SmallWordFile;

namespace CseMapper.Documents.Tests.Word;

/// <content>Runs, signs, white space, hidden text.</content>
internal static class TextCases
{
    private const string HiddenStyles =
        "<w:style w:type=\"character\" w:styleId=\"Secret\"><w:name "
        + "w:val=\"Secret\"/><w:rPr><w:vanish/></w:rPr></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Aside\"><w:name "
        + "w:val=\"Aside\"/><w:rPr><w:vanish/></w:rPr></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"AsideToo\"><w:name w:val=\"Aside too\"/><w:basedOn "
        + "w:val=\"Aside\"/></w:style>";

    internal static IReadOnlyList<TortureCase> All { get; } =
    [
        new("Runs join without a gap", new($"<w:p>{R("Comp")}{R("laints", "<w:b/>")}</w:p>"), "Complaints"),
        new(
            "Bookmarks and proofing marks do not part a word",
            new(
                $"<w:p>{R("Comp")}<w:bookmarkStart w:id=\"1\" w:name=\"x\"/><w:proofErr w:type=\"spellStart\"/>"
                    + $"{R("laints")}<w:bookmarkEnd w:id=\"1\"/></w:p>"
            ),
            "Complaints"
        ),
        new(
            "A tab is white space",
            new($"<w:p>{R("Owner")}<w:r><w:tab/></w:r>{R("Head of Customer Services")}</w:p>"),
            "Owner\tHead of Customer Services"
        ),
        new(
            "A tab stop of the paragraph is no tab",
            new(P("Owner", "<w:tabs><w:tab w:val=\"left\" w:pos=\"720\"/></w:tabs>")),
            "Owner"
        ),
        new(
            "A positioned tab is white space",
            new(
                $"<w:p>{R("Left")}<w:r><w:ptab w:relativeTo=\"margin\" w:alignment=\"right\" "
                    + $"w:leader=\"none\"/></w:r>{R("Right")}</w:p>"
            ),
            "Left\tRight"
        ),
        new(
            "A line break parts words",
            new($"<w:p>{R("Customer")}<w:r><w:br/></w:r>{R("Services")}</w:p>"),
            "Customer\nServices"
        ),
        new(
            "A carriage return parts words",
            new($"<w:p>{R("Customer")}<w:r><w:cr/></w:r>{R("Services")}</w:p>"),
            "Customer\nServices"
        ),
        new(
            "A page break parts words",
            new($"<w:p>{R("before")}<w:r><w:br w:type=\"page\"/></w:r>{R("after")}</w:p>"),
            "before\nafter"
        ),
        new(
            "A page break that Word left does not part words",
            new($"<w:p><w:r><w:t>com</w:t><w:lastRenderedPageBreak/><w:t>plaint</w:t></w:r></w:p>"),
            "complaint"
        ),
        new(
            "A hyphen that does not break is a hyphen",
            new($"<w:p>{R("follow")}<w:r><w:noBreakHyphen/></w:r>{R("up")}</w:p>"),
            "follow-up"
        ),
        new(
            "A soft hyphen is not printed",
            new($"<w:p>{R("account")}<w:r><w:softHyphen/></w:r>{R("ability")}</w:p>"),
            "accountability"
        ),
        new("A soft hyphen as a character is not printed", new(P("account&#xAD;ability")), "accountability"),
        new(
            "A sign of Wingdings is what it looks like",
            new(
                $"<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r>{R(" Yes ")}<w:r><w:sym "
                    + $"w:font=\"Wingdings\" w:char=\"F0A8\"/></w:r>{R(" No")}</w:p>"
            ),
            "☑ Yes ◻ No"
        ),
        new(
            "A sign of Symbol is what it looks like",
            new($"<w:p>{R("age ")}<w:r><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/></w:r>{R(" 18")}</w:p>"),
            "age ≥ 18"
        ),
        new(
            "Letters in the font Symbol are Greek",
            new($"<w:p>{R("abc", "<w:rFonts w:ascii=\"Symbol\" w:hAnsi=\"Symbol\"/>")}</w:p>"),
            "αβχ"
        ),
        new(
            "White space at the ends counts only where it is kept",
            new(
                "<w:p><w:r><w:t>ten </w:t></w:r><w:r><w:t xml:space=\"preserve\"> working</w:t></w:r><w:r><w:t "
                    + "xml:space=\"preserve\"> days</w:t></w:r></w:p>"
            ),
            "ten working days"
        ),
        new(
            "Keeping white space is inherited",
            new("<w:p xml:space=\"preserve\"><w:r><w:t>ten </w:t></w:r><w:r><w:t>days</w:t></w:r></w:p>"),
            "ten days"
        ),
        new("Capitals by format keep their letters", new($"<w:p>{R("Complaints", "<w:caps/>")}</w:p>"), "Complaints"),
        new(
            "A word struck through by hand is marked and joins no other",
            new($"<w:p>{R("within ")}{R("20", "<w:strike/>")}{R("10 working days")}</w:p>"),
            "within ~~20~~10 working days"
        ),
        new(
            "The blank after a struck word stands outside",
            new($"<w:p>{R("within")}{R(" 20 ", "<w:dstrike/>")}{R("10 days")}{R(" or so", "<w:strike/>")}</w:p>"),
            "within ~~20~~ 10 days ~~or so~~"
        ),
        new(
            "A large first letter belongs to its word",
            new($"<w:p><w:pPr><w:framePr w:dropCap=\"drop\" w:lines=\"3\"/></w:pPr>{R("O")}</w:p>{P("ur promise")}"),
            "Our promise"
        ),
        new(
            "Marks of direction and joints do not part a word",
            new(P("com&#x200B;pl&#x2060;aint&#x200E;s")),
            "complaints"
        ),
        new(
            "An empty paragraph prints nothing",
            new(P("One") + "<w:p/><w:p><w:pPr><w:spacing w:after=\"0\"/></w:pPr></w:p>" + P("Two")),
            "One\nTwo"
        ),
        new(
            "Hidden text is not printed",
            new($"<w:p>{R("We reply")}{R(" (internal: if we can)", "<w:vanish/>")}{R(" in ten days")}</w:p>"),
            "We reply in ten days"
        ),
        new(
            "Text hidden by its style is not printed",
            new SmallWordFile(
                $"<w:p>{R("One")}{R(" two", "<w:rStyle w:val=\"Secret\"/>")}"
                    + $"{R(" three", "<w:rStyle w:val=\"Secret\"/><w:vanish w:val=\"0\"/>")}</w:p>"
            ).Styles(HiddenStyles),
            "One three"
        ),
        new(
            "Hidden twice, by paragraph and by letters, is printed",
            new SmallWordFile(
                $"<w:p><w:pPr><w:pStyle w:val=\"Aside\"/></w:pPr>{R("hidden ")}"
                    + $"{R("shown", "<w:rStyle w:val=\"Secret\"/>")}</w:p>"
            ).Styles(HiddenStyles),
            "shown"
        ),
        new(
            "A style hidden by what it is based on is not printed",
            new SmallWordFile(P("One") + P("Two", "<w:pStyle w:val=\"AsideToo\"/>") + P("Three")).Styles(HiddenStyles),
            "One\nThree"
        ),
        new(
            "A hidden paragraph mark joins two paragraphs",
            new(
                "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">Scope. "
                    + "</w:t></w:r></w:p>"
                    + P("This policy covers all staff.")
            ),
            "Scope. This policy covers all staff."
        ),
        new("Text hidden on the web only is printed", new($"<w:p>{R("Page 3", "<w:webHidden/>")}</w:p>"), "Page 3"),
        new(
            "Ruby stands in brackets after its base",
            new(
                "<w:p><w:r><w:ruby><w:rubyPr><w:hps "
                    + "w:val=\"10\"/></w:rubyPr><w:rt><w:r><w:t>とうきょう</w:t></w:r></w:rt><w:rubyBase><w:r>"
                    + "<w:t>東京</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:t>の</w:t></w:r></w:p>"
            ),
            "東京(とうきょう)の"
        ),
        new(
            "A hyperlink prints its words",
            new($"<w:p>{R("See ")}<w:hyperlink w:anchor=\"x\">{R("our website")}</w:hyperlink>{R(".")}</w:p>"),
            "See our website."
        ),
        new(
            "Smart tags and custom XML print what is in them",
            new(
                "<w:customXml w:element=\"a\"><w:p><w:smartTag w:element=\"b\"><w:smartTagPr/><w:smartTag "
                    + $"w:element=\"c\">{R("Leeds")}</w:smartTag></w:smartTag><w:customXml w:element=\"d\">"
                    + $"{R(" City Council")}</w:customXml></w:p></w:customXml>"
            ),
            "Leeds City Council"
        ),
        new(
            "Text in another direction is printed once",
            new($"<w:p><w:dir w:val=\"rtl\"><w:bdo w:val=\"ltr\">{R("Text")}</w:bdo></w:dir></w:p>"),
            "Text"
        ),
        new(
            "A style separator puts a heading on the line of its text",
            new(
                "<w:p><w:pPr><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr><w:r><w:t>Scope.</w:t></w:r></w:p>"
                    + P("All staff.")
            ),
            "Scope.\nAll staff."
        ),
        new(
            "A document of strict Open XML reads the same",
            new($"<w:p>{R("Strict")}<w:r><w:tab/></w:r>{R("text")}</w:p>") { IsStrict = true },
            "Strict\ttext"
        ),
        new(
            "A macro document reads the same",
            new SmallWordFile(P("Macro")).OfType("application/vnd.ms-word.document.macroEnabled.main+xml"),
            "Macro"
        ),
        new(
            "A template reads the same",
            new SmallWordFile(P("Template")).OfType(
                "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
            ),
            "Template"
        ),
    ];
}

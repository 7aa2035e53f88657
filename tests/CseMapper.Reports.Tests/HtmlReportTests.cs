using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CseMapper.Decisions.Mapping;
using CseMapper.Testing;

namespace CseMapper.Reports.Tests;

public sealed class HtmlReportTests
{
    private static readonly DocumentLinks _links = new(
        Path.Combine(Path.GetTempPath(), "policies"),
        Path.Combine(Path.GetTempPath(), "out")
    );

    /// <summary>Every kind of element the page is made of; anything else came out of a document.</summary>
    private static readonly HashSet<string> _known = new(
        (
            "HTML HEAD META TITLE STYLE BODY A DIV HEADER H1 H2 H3 H4 P UL OL LI B ASIDE NAV FORM LABEL INPUT "
            + "SPAN FIELDSET LEGEND SELECT OPTION BUTTON OUTPUT "
            + "svg rect MAIN SECTION DETAILS SUMMARY BDI BLOCKQUOTE MARK STRONG TABLE THEAD TBODY TR TH TD BR DL "
            + "DT DD SCRIPT"
        ).Split(' '),
        StringComparer.Ordinal
    );

    [Fact]
    public void NothingInADocumentBecomesMarkup()
    {
        IDocument page = Parse(SampleMapping.Build());

        Assert.All(page.All, element => Assert.Contains(element.TagName, _known));
        Assert.Single(page.QuerySelectorAll("script"));
        Assert.Empty(page.QuerySelectorAll("img"));
        Assert.All(
            page.All.SelectMany(element => element.Attributes),
            attribute =>
                Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase), attribute.Name)
        );
        Assert.Empty(page.Descendants<IComment>());
    }

    [Fact]
    public void QuotesStandWordForWordWithMarkedWords()
    {
        MappingFile mapping = SampleMapping.Build();
        IDocument page = Parse(mapping);

        MappingSuggestion first = mapping.Elements[0].Suggestions[0];
        IElement card = page.GetElementById("s-" + first.Id)!;
        Assert.Equal(first.Quote, card.QuerySelector(".quote")!.TextContent.TrimEnd('\n'));
        Assert.Equal(["customer groups", "needs"], card.QuerySelectorAll("mark").Select(mark => mark.TextContent));
    }

    [Fact]
    public void TheSecurityPolicyAllowsItsOwnStyleAndScriptAndNothingElse()
    {
        IDocument page = Parse(SampleMapping.Build());

        string policy = page.QuerySelector("meta[http-equiv]")!.GetAttribute("content")!;

        Assert.Equal(
            $"default-src 'none'; style-src '{Hash(page, "style")}'; script-src '{Hash(page, "script")}'; "
                + "base-uri 'none'; form-action 'none'",
            policy
        );
        Assert.Empty(page.QuerySelectorAll("[src], [style], link"));
    }

    [Fact]
    public void LinksLeadToDocumentsOrWithinThePage()
    {
        IDocument page = Parse(SampleMapping.Build());

        foreach (string address in page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!))
        {
            if (address.StartsWith('#'))
                Assert.NotNull(page.GetElementById(Uri.UnescapeDataString(address[1..])));
            else
                Assert.StartsWith("../policies/", address, StringComparison.Ordinal);
        }

        Assert.Contains(
            page.QuerySelectorAll(".source a"),
            link => link.GetAttribute("href") == "../policies/+44%20phone%20numbers.pdf#page=2"
        );
    }

    [Fact]
    public void IdsAreUniqueAndEveryElementHasItsAnchor()
    {
        MappingFile mapping = SampleMapping.Build();
        IDocument page = Parse(mapping);

        Assert.Distinct(page.QuerySelectorAll("[id]").Select(element => element.Id));
        Assert.All(mapping.Elements, entry => Assert.NotNull(page.GetElementById("e-" + entry.Number)));
    }

    [Fact]
    public void EverythingIsShownWithoutScripts()
    {
        IDocument page = Parse(SampleMapping.Build());

        Assert.Equal(["filters"], page.QuerySelectorAll("[hidden]").Select(element => element.Id));
        Assert.All(page.QuerySelectorAll("details.element"), element => Assert.True(element.HasAttribute("open")));
    }

    [Fact]
    public void FormControlsAndFiguresHaveNames()
    {
        IDocument page = Parse(SampleMapping.Build());

        Assert.All(
            page.QuerySelectorAll("input, select").Where(control => control.Closest("label") is null),
            control => Assert.NotNull(page.QuerySelector($"label[for='{control.Id}']"))
        );
        Assert.All(page.QuerySelectorAll("svg"), figure => Assert.NotEmpty(figure.GetAttribute("aria-label")!));
    }

    /// <summary>Web Content Accessibility Guidelines 2.2, 1.4.3 (text, 4.5 to 1) and 1.4.11 (edges of controls, 3 to
    /// 1), in light and dark.</summary>
    [Theory]
    [InlineData("text", "page surface raised", 4.5)]
    [InlineData("muted", "page surface raised", 4.5)]
    [InlineData("link", "page surface raised", 4.5)]
    [InlineData("title", "page surface raised", 4.5)]
    [InlineData("on-strong", "strong", 4.5)]
    [InlineData("on-possible", "possible", 4.5)]
    [InlineData("strong-text", "strong-soft", 4.5)]
    [InlineData("possible-text", "possible-soft", 4.5)]
    [InlineData("none-text", "none-soft", 4.5)]
    [InlineData("mark-text", "mark", 4.5)]
    [InlineData("edge", "page surface raised", 3)]
    public void ColoursCanBeReadInLightAndDark(string colour, string backgrounds, double contrast)
    {
        string style = Parse(SampleMapping.Build()).QuerySelector("style")!.TextContent;
        Dictionary<string, string>[] themes =
        [
            .. Regex
                .Matches(style, ":root \\{(.*?)\\}", RegexOptions.Singleline)
                .Take(2)
                .Select(block =>
                    Regex
                        .Matches(block.Groups[1].Value, "--([a-z-]+): (#[0-9a-f]{6});")
                        .ToDictionary(pair => pair.Groups[1].Value, pair => pair.Groups[2].Value)
                ),
        ];

        Assert.Equal(2, themes.Length);
        foreach (Dictionary<string, string> theme in themes)
        {
            foreach (string background in backgrounds.Split(' '))
                Assert.InRange(Contrast(theme[colour], theme[background]), contrast, 21);
        }
    }

    [Fact]
    public void TheTextStaysAsItIs()
    {
        string page = Text(SampleMapping.Build());

        GoldenFile.Matches(
            "report-body.html",
            page[page.IndexOf("<body>", StringComparison.Ordinal)..page.IndexOf("<script>", StringComparison.Ordinal)]
        );
    }

    private static string Hash(IDocument page, string element) =>
        "sha256-"
        + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(page.QuerySelector(element)!.TextContent)));

    private static double Contrast(string first, string second)
    {
        double[] light = [.. ((string[])[first, second]).Select(Luminance).Order()];
        return (light[1] + 0.05) / (light[0] + 0.05);
    }

    private static double Luminance(string colour)
    {
        double[] channels =
        [
            .. Enumerable
                .Range(0, 3)
                .Select(i => Convert.ToInt32(colour.Substring(1 + (2 * i), 2), 16) / 255.0)
                .Select(value => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4)),
        ];
        return (0.2126 * channels[0]) + (0.7152 * channels[1]) + (0.0722 * channels[2]);
    }

    [Fact]
    public void ALargeFolderHasEachDocumentOnce()
    {
        MappingFile mapping = SampleMapping.Large(1_700);
        IDocument page = Parse(mapping);

        Assert.Equal(
            mapping
                .Documents.Select(document =>
                    "../policies/"
                    + Uri.EscapeDataString(document.Record.Path).Replace("%2F", "/", StringComparison.Ordinal)
                )
                .Order(StringComparer.Ordinal),
            page.QuerySelectorAll("#documents tbody th a, #documents li.file a")
                .Select(link => link.GetAttribute("href")!)
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            ["Need attention: 3 documents", "Hold evidence: 1 document", "All others: 1,696 documents"],
            page.QuerySelectorAll("#documents h3").Select(title => title.TextContent)
        );
        Assert.Equal(
            [
                "more/ 195 documents",
                "some/ 500 documents, from 0003.docx to 0502.docx",
                "some/ 500 documents, from 0503.docx to 1002.docx",
                "some/ 500 documents, from 1003.docx to 1502.docx",
                "Not in a folder 1 document",
            ],
            page.QuerySelectorAll("details.folder > summary").Select(title => title.TextContent)
        );
        Assert.Equal("1503.docx, 4 pages, 1 passage, Title <i>, Version 1", page.QuerySelector("li.file")!.TextContent);
        Assert.DoesNotContain(page.QuerySelectorAll("details.folder"), folder => folder.HasAttribute("open"));
        Assert.Equal(["filters"], page.QuerySelectorAll("[hidden][id]").Select(element => element.Id));
    }

    [Fact]
    public void ALargeFolderWithMuchToSeeToShowsAllOfIt()
    {
        MappingFile mapping = SampleMapping.Large(3_000, unsupported: 2_500);
        IDocument page = Parse(mapping);

        Assert.Equal(3_000, page.QuerySelectorAll("#documents tbody tr, #documents li.file").Length);
        Assert.Equal(1_000, page.QuerySelectorAll("#documents .listed")[0].QuerySelectorAll("tbody tr").Length);
        // What should have been read goes before what never can be.
        Assert.Contains(
            page.QuerySelectorAll("#documents tbody th").Select(cell => cell.TextContent),
            text => text.Contains("0000.docx", StringComparison.Ordinal)
        );
        Assert.Equal(
            "2500.docx, unsupported (This kind of file is not read.), 4 pages, Title <i>, Version 1",
            page.QuerySelector("li.file")!.TextContent
        );
    }

    private static IDocument Parse(MappingFile mapping) => new HtmlParser().ParseDocument(Text(mapping));

    private static string Text(MappingFile mapping)
    {
        using MemoryStream stream = new();
        HtmlReport.Write(mapping, _links, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

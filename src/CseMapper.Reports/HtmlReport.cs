using System.Security.Cryptography;
using System.Text;
using CseMapper.Decisions.Changes;
using CseMapper.Decisions.Mapping;
using CseMapper.Reports.Html;

namespace CseMapper.Reports;

/// <summary>
/// Writes report.html: one file that asks nothing of any network, opens everywhere, prints, and can be handed on.
/// Elements with their evidence, gaps, documents and what each supports; search and filters by a small script,
/// everything shown without it.
/// </summary>
public static class HtmlReport
{
    /// <summary>Writes the mapping.</summary>
    /// <param name="mapping">What to write.</param>
    /// <param name="links">Where the documents are.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="changes">What changed since the run before.</param>
    public static void Write(MappingFile mapping, DocumentLinks links, Stream stream, MappingChanges? changes = null)
    {
        using HtmlWriter html = new(stream);
        SourceList sources = new(mapping);
        bool isLarge = DocumentsPart.IsLarge(mapping);
        string style = Resource("report.css") + (isLarge ? Resource("many.css") : "");
        string script = Resource("report.js") + (isLarge ? Resource("many.js") : "");
        WriteHead(html, mapping, style, script);
        html.Line($"""<body><a class="skip" href="#elements">Skip to the elements</a><div class="page">""");
        WriteTop(html, mapping);
        new SidePart(html, mapping, sources).Write();
        html.Line($"<main>");
        new ChangesPart(html, changes ?? MappingChanges.None).Write();
        new ElementsPart(html, mapping, links, sources).Write();
        DocumentsPart documents = new(html, mapping, links);
        documents.WriteGaps();
        documents.WriteDocuments();
        documents.WriteHeat();
        WriteAbout(html, mapping);
        html.Line($"</main></div>");
        html.Raw("<script>" + script + "</script>\n");
        html.Line($"</body></html>");
    }

    private static void WriteHead(HtmlWriter html, MappingFile mapping, string style, string script)
    {
        html.Line(
            $"""
            <!doctype html>
            <html lang="en-GB"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{Hash(
                style
            )}'; script-src '{Hash(script)}'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <meta name="color-scheme" content="light dark">
            <meta name="generator" content="{mapping.Generator}">
            <title>{mapping.Standard.Title}: where the evidence stands</title>
            """
        );
        html.Raw("<style>" + style + "</style>\n");
        html.Line($"</head>");
    }

    private static void WriteTop(HtmlWriter html, MappingFile mapping)
    {
        MappingCounts counts = mapping.Counts;
        html.Line(
            $"""
            <header class="top"><h1>{mapping.Standard.Title}</h1>
            <p class="lede">Where the evidence stands: passages of the organisation's documents that may be evidence for each of the {counts.Elements} elements. A person decides; nothing here is an assessment.</p>
            <ul class="figures">
            <li class="strong"><b>{counts.Strong}</b> elements with strong evidence</li>
            <li class="possible"><b>{counts.Possible}</b> elements with possible evidence</li>
            <li><b>{counts.None}</b> elements with none found</li>
            <li><b>{counts.Read + counts.PartlyRead}</b> of {Plural.Count(
                counts.Documents,
                "document",
                "documents"
            )} read, {counts.Passages} passages searched</li>
            """
        );
        DecisionCounts review = mapping.Review;
        if (review.Accepted > 0)
        {
            html.Line(
                $"""<li class="strong"><b>{review.ElementsAccepted}</b> {(review.ElementsAccepted == 1 ? "element" : "elements")} with accepted evidence, {Plural.Count(review.Accepted, "passage", "passages")}</li>"""
            );
        }

        if (review.Changed > 0)
        {
            html.Line(
                $"""<li class="possible"><b>{review.Changed}</b> decided passages that changed since and wait</li>"""
            );
        }

        html.Line($"</ul></header>");
    }

    private static void WriteAbout(HtmlWriter html, MappingFile mapping)
    {
        MappingCounts counts = mapping.Counts;
        html.Line(
            $"""
            <section id="about" aria-labelledby="about-title"><h2 id="about-title">About this report</h2><dl>
            <dt>Made by</dt><dd>{mapping.Generator}</dd>
            <dt>Standard</dt><dd>{mapping.Standard.Title} ({mapping.Standard.Id}), {Plural.Count(
                counts.Elements,
                "element",
                "elements"
            )}</dd>
            <dt>Fingerprint of its file</dt><dd>{mapping.Standard.Fingerprint}</dd>
            <dt>Documents</dt><dd>{counts.Read} read, {counts.PartlyRead} partly read, {counts.NotRead} not read; {counts.Pages} pages where pages are counted</dd>
            <dt>Strong</dt><dd>Most suggestions like it are accepted by reviewers.</dd>
            <dt>Possible</dt><dd>Worth a look: some like it are accepted.</dd>
            <dt>Weak</dt><dd>Most like it are rejected; folded away below the element.</dd>
            <dt>None found</dt><dd>No strong or possible passage in the documents that could be read. It does not mean that the element is not met.</dd>
            <dt>Confidence</dt><dd>The estimated probability that a reviewer accepts the passage, from its words and, where that was compared, its meaning: honest within some points of a hundred, so read the strength first. {DisplayText.Calibration(
                mapping
            )}</dd>
            <dt>Parts</dt><dd>Most elements ask for two things in one sentence. Beside a quote stands of which part its words speak; an element is thin where nothing speaks of one of them.</dd>
            <dt>Marked words</dt><dd><mark class="word">the element's own words</mark>, <mark class="related">related words</mark>, <mark class="synonym">words of the same meaning</mark>, <mark class="vocabulary">its vocabulary</mark></dd>
            <dt>Links</dt><dd>A document's name opens it, a PDF file at the page. Keep this report and the documents' folder where they are to each other.</dd>
            </dl></section>
            """
        );
    }

    /// <summary>A source of the content security policy that allows exactly this text.</summary>
    private static string Hash(string text) =>
        "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Resource(string name)
    {
        using Stream stream =
            typeof(HtmlReport).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program was built without '{name}'.");
        using StreamReader reader = new(stream, Encoding.UTF8);
        // A checkout on Windows may have turned the line ends.
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}

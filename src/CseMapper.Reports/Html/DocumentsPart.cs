using CseMapper.Decisions.Mapping;
using CseMapper.Decisions.Mapping.Json;
using CseMapper.Documents.Files;
using CseMapper.Matching.Suggestions;
using CseMapper.Passages.Workspaces;

namespace CseMapper.Reports.Html;

/// <summary>Gaps, documents with the elements they support, and documents against elements.</summary>
internal sealed class DocumentsPart(HtmlWriter html, MappingFile mapping, DocumentLinks links)
{
    /// <summary>Rows of the table of documents against elements; the workbook's filters serve larger folders
    /// better.</summary>
    private const int MostHeatRows = 150;

    /// <summary>Elements with nothing, thin ones and those with nothing strong, each kind by itself.</summary>
    public void WriteGaps()
    {
        html.Line($"""<section id="gaps" aria-labelledby="gaps-title"><h2 id="gaps-title">Gaps</h2>""");
        html.Write($"<p>Searched: {DisplayText.Searched(mapping)}.");
        if (mapping.NotSearched.Count > 0)
            html.Write($""" <a href="#documents">See Documents.</a>""");
        html.Line($"</p>");
        if (mapping.Gaps.Count == 0)
            html.Line($"<p>Every element has strong evidence.</p>");
        foreach (IGrouping<GapKind, MappingEntry> kind in mapping.Gaps.GroupBy(entry => entry.Gap!.Kind))
            WriteGaps(kind.Key, [.. kind]);
        html.Line($"</section>");
    }

    private void WriteGaps(GapKind kind, MappingEntry[] entries)
    {
        string title = HtmlNames.Words(kind);
        html.Line(
            $"""
            <h3>{title}: {Plural.Count(
                entries.Length,
                "element",
                "elements"
            )}</h3><p class="small">{HtmlNames.Explain(kind)}</p>
            <div class="scroll" tabindex="0" role="region" aria-label="Table of gaps: {title}"><table class="stack"><thead><tr>
            <th scope="col">Element</th><th scope="col">Why it is listed</th><th scope="col">What to attach</th></tr></thead><tbody>
            """
        );
        foreach (MappingEntry entry in entries)
        {
            html.Write($"""<tr><th scope="row"><a href="{HtmlNames.Anchor(entry.Number)}">{entry.Number}</a> """);
            html.Write($"""<span class="small">{entry.Wording}</span></th><td>{entry.Gap!.Why}""");
            WriteClosest(entry);
            html.Line($"""</td><td data-label="What to attach">{entry.Gap.Attach}</td></tr>""");
        }

        html.Line($"</tbody></table></div>");
    }

    /// <summary>The best candidate that was rejected, and why.</summary>
    private void WriteClosest(MappingEntry entry)
    {
        MappingSuggestion? best = entry.Suggestions.FirstOrDefault(suggestion =>
            entry.Gap!.Closest.Contains(suggestion.Id, StringComparer.Ordinal)
        );
        if (best is null)
            return;
        html.Write($"""<br><span class="small">Closest: <a href="#s-{best.Id}">""");
        html.Write($"""<bdi>{DisplayText.OneLine(best.Places[0].Paths[0])}</bdi></a>. """);
        html.Write($"""{string.Join(' ', best.Rejected)}</span>""");
    }

    public void WriteDocuments()
    {
        html.Line(
            $"""<section id="documents" aria-labelledby="documents-title"><h2 id="documents-title">Documents</h2>"""
        );
        if (IsLarge(mapping))
        {
            new ManyDocumentsPart(
                html,
                mapping,
                links,
                (title, documents) => WriteTable("Table of documents: " + title, documents)
            ).Write();
        }
        else
        {
            WriteTable("Table of documents", mapping.Documents);
        }

        WriteLeftOut();

        html.Line($"</section>");
    }

    /// <summary>What a rule leaves out; long lists are folded.</summary>
    private void WriteLeftOut()
    {
        if (mapping.LeftOut.Count == 0)
            return;
        html.Line(
            $"""<details><summary>Left out by a rule: {Plural.Count(
                mapping.LeftOut.Count,
                "file or folder",
                "files and folders"
            )}</summary><ul>"""
        );
        foreach (LeftOutFile left in mapping.LeftOut)
        {
            html.Write($"""<li><bdi>{DisplayText.OneLine(left.Path)}</bdi> <span class="small">""");
            html.Line($"{DisplayText.OneLine(left.Rule)} ({DisplayText.OneLine(left.Source)})</span></li>");
        }

        html.Line($"</ul></details>");
    }

    /// <summary>True for a folder of which one table would be too long.</summary>
    public static bool IsLarge(MappingFile mapping) => mapping.Documents.Count > ManyDocumentsPart.Most;

    private void WriteTable(string label, IReadOnlyList<MappingDocument> documents)
    {
        html.Line(
            $"""
            <div class="scroll" tabindex="0" role="region" aria-label="{label}"><table class="stack"><thead><tr>
            """
        );
        foreach (string heading in (string[])["Document", "Status", "Pages", "Passages", "Supports"])
            html.Write($"""<th scope="col">{heading}</th>""");
        html.Line($"</tr></thead><tbody>");
        foreach (MappingDocument document in documents)
            WriteDocument(document);
        html.Write($"</tbody></table></div>");
    }

    /// <summary>The reverse view as a picture: which documents carry which elements.</summary>
    public void WriteHeat()
    {
        MappingDocument[] useful =
        [
            .. mapping
                .Documents.Where(document => document.Supports.Count > 0)
                .DistinctBy(document => document.Record.Hash, StringComparer.Ordinal)
                .OrderByDescending(document => document.Supports.Count)
                .ThenBy(document => document.Record.Path, StringComparer.Ordinal),
        ];
        html.Line($"""<section id="heat" aria-labelledby="heat-title"><h2 id="heat-title">Documents × elements</h2>""");
        html.Line(
            $"""<p class="small">S: strong evidence, P: possible evidence. Documents that support most elements come first."""
        );
        if (useful.Length > MostHeatRows)
            html.Line($" The first {MostHeatRows} of {useful.Length} are shown.");
        html.Write($"""</p><div class="scroll" tabindex="0" role="region" """);
        html.Write($"""aria-label="Table of documents against elements">""");
        html.Line($"""<table class="heat"><thead><tr><th scope="col">Document</th>""");
        foreach (MappingEntry entry in mapping.Elements)
            html.Write($"""<th scope="col"><a href="{HtmlNames.Anchor(entry.Number)}">{entry.Number}</a></th>""");
        html.Line($"</tr></thead><tbody>");
        foreach (MappingDocument document in useful.Take(MostHeatRows))
            WriteHeatRow(document);
        html.Line($"</tbody></table></div></section>");
    }

    private void WriteDocument(MappingDocument document)
    {
        DocumentRecord record = document.Record;
        html.Write(
            $"""<tr><th scope="row"><a href="{links.To(record.Path)}"><bdi>{DisplayText.OneLine(record.Path)}</bdi></a>"""
        );
        if (record.IsReviewOverdue)
            html.Write($"""<br><span class="badge possible">Review date passed</span>""");
        foreach (string line in Facts(document))
            html.Write($"""<br><span class="small">{line}</span>""");
        html.Write(
            $"""</th><td><span class="badge {HtmlNames.Class(record.Status)}">{SentenceCase(MappingNames.NameOf(record.Status))}</span>"""
        );
        if (document.Record.Reason.Length > 0)
            html.Write($"""<br><span class="small">{document.Record.Reason}</span>""");
        if (record.KnownTrouble is { } known)
            html.Write($"""<br><span class="small">{DisplayText.KnownBecause(known)}</span>""");
        if (record.CrossCheck is { } check)
            html.Write($"""<br><span class="small">{check.Summary}</span>""");
        html.Write($"""</td><td class="number" data-label="Pages">""");
        if (record.Pages is { } pages)
            html.Write($"{pages}");
        html.Write($"""</td><td class="number" data-label="Passages">{record.PassageCount}</td><td>""");
        if (document.Supports.Count > 0)
            WriteSupports(document);
        html.Line($"</td></tr>");
    }

    private void WriteSupports(MappingDocument document)
    {
        html.Write($"""<ul class="chips">""");
        foreach (SupportedElement supported in document.Supports)
        {
            html.Write($"""<li><a class="{HtmlNames.Class(supported.Strength)}" """);
            html.Write($"""href="{HtmlNames.Anchor(supported.Element)}">{supported.Element}""");
            html.Write($"""<span class="said">, {HtmlNames.Words(supported.Strength)}</span></a></li>""");
        }

        html.Write($"</ul>");
    }

    private void WriteHeatRow(MappingDocument document)
    {
        Dictionary<string, EvidenceStrength> found = document.Supports.ToDictionary(
            supported => supported.Element,
            supported => supported.Strength,
            StringComparer.Ordinal
        );
        html.Write($"""<tr><th scope="row"><bdi>{DisplayText.OneLine(document.Record.Path)}</bdi></th>""");
        foreach (MappingEntry entry in mapping.Elements)
        {
            html.Raw(
                !found.TryGetValue(entry.Number, out EvidenceStrength strength) ? "<td></td>"
                : strength == EvidenceStrength.Strong ? "<td class=\"s\">S</td>"
                : "<td class=\"p\">P</td>"
            );
        }

        html.Line($"</tr>");
    }

    /// <summary>What a document says about itself, and where else its content stands.</summary>
    public static IEnumerable<string> Facts(MappingDocument document)
    {
        CseMapper.Documents.DocumentFacts facts = document.Record.Facts;
        if (facts.Title is { } title)
            yield return title.Text;
        string[] dates =
        [
            .. facts.Version is { } version ? ["Version " + version.Text] : (string[])[],
            .. facts.Approved is { } approved ? ["approved " + approved.Text] : (string[])[],
            .. facts.Review is { } review ? ["review due " + review.Text] : (string[])[],
        ];
        if (dates.Length > 0)
            yield return SentenceCase(string.Join(", ", dates));
        if (document.SameContent.Count > 0)
            yield return "Same content as " + string.Join(", ", document.SameContent.Select(DisplayText.OneLine));
    }

    private static string SentenceCase(string words) =>
        words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}

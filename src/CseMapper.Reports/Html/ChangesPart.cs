using CseMapper.Decisions.Changes;
using CseMapper.Decisions.Mapping.Json;

namespace CseMapper.Reports.Html;

/// <summary>The section of report.html that tells what changed since the run before; nothing where nothing
/// did.</summary>
internal sealed class ChangesPart(HtmlWriter html, MappingChanges changes)
{
    public void Write()
    {
        if (changes.IsNone)
            return;
        html.Line(
            $"""<section id="changes" aria-labelledby="changes-title"><h2 id="changes-title">Changed since the run before</h2>"""
        );
        Documents("New", changes.Added);
        Documents("Changed", changes.Changed);
        Documents("Moved or renamed", [.. changes.Moved.Select(move => $"{move.From} → {move.To}")]);
        Documents("Gone", changes.Gone);
        Documents("Cannot be read", [.. changes.Unreadable.Select(document => $"{document.Path}: {document.Reason}")]);
        foreach (ElementChanges element in changes.Elements)
            Write(element);
        html.Line($"</section>");
    }

    private void Documents(string what, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
            return;
        html.Line($"""<details><summary>{what}: {Plural.Count(lines.Count, "document", "documents")}</summary><ul>""");
        foreach (string line in lines)
            html.Line($"<li>{DisplayText.OneLine(line)}</li>");
        html.Line($"</ul></details>");
    }

    private void Write(ElementChanges element)
    {
        html.Line(
            $"""<h3><a href="{HtmlNames.Anchor(element.Number)}">{element.Number}</a> {element.Wording}</h3><ul>"""
        );
        foreach (PassageToConfirm passage in element.ToConfirm)
            Line("To be confirmed again", MappingNames.NameOf(passage.State), passage.Quote, passage.Document);
        foreach (string path in element.ReviewPassed)
            html.Line($"<li><b>Review date passed</b>: {DisplayText.OneLine(path)}</li>");
        foreach (SnapshotEvidence evidence in element.Gained)
            Line("Gained", evidence.Strength, evidence.Quote, evidence.Document);
        foreach (SnapshotEvidence evidence in element.Lost)
            Line("Lost", evidence.Strength, evidence.Quote, evidence.Document);
        foreach ((SnapshotEvidence before, SnapshotEvidence after) in element.Reworded)
            Line("Reworded", $"was “{before.Quote}”", after.Quote, after.Document);
        html.Line($"</ul>");
    }

    private void Line(string what, string how, string quote, string document) =>
        html.Line(
            $"<li><b>{what}</b> ({DisplayText.OneLine(how)}): “{DisplayText.OneLine(quote)}” <span class=\"small\">{DisplayText.OneLine(document)}</span></li>"
        );
}

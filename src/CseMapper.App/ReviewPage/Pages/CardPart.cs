using CseMapper.App.ReviewPage.Project;
using CseMapper.Decisions.Anchors;
using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;
using CseMapper.Decisions.Mapping.Json;
using CseMapper.Documents;
using CseMapper.Matching.Suggestions;
using CseMapper.Passages.Indexing;
using CseMapper.Reports;
using CseMapper.Reports.Html;

namespace CseMapper.App.ReviewPage.Pages;

/// <summary>A passage with all that helps to judge it, and the buttons to do so.</summary>
/// <param name="html">Where to.</param>
/// <param name="request">Who asks.</param>
/// <param name="entry">The element.</param>
internal sealed class CardPart(HtmlWriter html, PageRequest request, MappingEntry entry)
{
    private readonly VerdictPart _verdict = new(html, request);

    /// <summary>Writes a card as an item of a list.</summary>
    public void Write(Card card)
    {
        html.Line(
            $"""<li class="card" id="{card.Id}" tabindex="-1" data-card aria-labelledby="{card.Id}-source" data-drawing="{Links.Drawing(card.Path, card.Page, entry.Number, card.Id)}">"""
        );
        WriteSource(card);
        if (card is { HasChanged: true, Decision: { } changed })
            WriteChange(changed);
        else
            WriteQuote(card);
        WriteFacts(card);
        WriteForm(card);
        WriteElsewhere(card);
        if (card.Suggestion is { } suggestion)
            WriteWhy(suggestion);
        html.Line($"</li>");
    }

    private void WriteSource(Card card)
    {
        html.Write(
            $"""<p class="source" id="{card.Id}-source"><a href="{Links.Document(card.Path)}"><bdi>{DisplayText.OneLine(card.Path)}</bdi></a>"""
        );
        string where = card.Suggestion is { } suggestion
            ? DisplayText.Where(suggestion.Places[0])
            : WhereOf(card.Decision!.Place);
        if (where.Length > 0)
            html.Write($""" <span class="where">{where}</span>""");
        html.Line($"</p>");
        IReadOnlyList<string> headings = card.Suggestion?.Places[0].Headings ?? card.Decision!.Place?.Headings ?? [];
        if (headings.Count > 0)
        {
            html.Line(
                $"""<p class="headings"><bdi>{string.Join(" › ", headings.Select(DisplayText.OneLine))}</bdi></p>"""
            );
        }
    }

    private static string WhereOf(AnchorPlace? place)
    {
        if (place is null)
            return "";
        string page = place.Page is { } number
            ? FormattableString.Invariant($"{(place.IsPageApproximate ? "about page" : "page")} {number}")
            : "";
        string clause = place.Clause is { } label ? "clause " + DisplayText.OneLine(label) : "";
        return page.Length > 0 && clause.Length > 0 ? $"{page}, {clause}" : page + clause;
    }

    private void WriteQuote(Card card)
    {
        html.Write($"""<blockquote class="quote" dir="auto">""");
        foreach (TextRun run in MarkedText.Runs(card.Quote, card.Suggestion?.Matches ?? []))
        {
            string words = card.Quote.Substring(run.Start, run.Length);
            if (run.Kind is { } kind)
                html.Write($"""<mark class="{MappingNames.NameOf(kind)}">{words}</mark>""");
            else
                html.Write($"{words}");
        }

        html.Line($"</blockquote>");
    }

    private void WriteChange(MappingDecision decision)
    {
        html.Line($"""<p class="note-box changed"><strong>{Words.Of(decision.State)}</strong></p>""");
        html.Write($"""<blockquote class="quote" dir="auto">""");
        if (decision.Changes.Count == 0)
            html.Write($"""{decision.Quote}""");
        foreach (WordChange change in decision.Changes)
        {
            if (change.Kind == WordChangeKind.Removed)
                html.Write($"""<del><span class="hidden">taken out: </span>{change.Text}</del> """);
            else if (change.Kind == WordChangeKind.Added)
                html.Write($"""<ins><span class="hidden">put in: </span>{change.Text}</ins> """);
            else
                html.Write($"{change.Text} ");
        }

        html.Line($"</blockquote>");
    }

    private void WriteFacts(Card card)
    {
        html.Write($"""<p class="facts">""");
        if (card.Suggestion is { } suggestion)
        {
            html.Write(
                $"""<span class="tile {Words.Class(suggestion.Strength)}">{Words.Of(suggestion.Strength)}</span> <span>{suggestion.Confidence * 100:0}% confidence</span> """
            );
            if (suggestion.Parts.Count > 0 && entry.Parts.Count > 1)
            {
                html.Write(
                    $"""<span class="hint">speaks of {(suggestion.Parts.Count == 1 ? "part" : "parts")} {string.Join(" and ", suggestion.Parts)}</span> """
                );
            }

            foreach (string flag in suggestion.Flags)
                html.Write($"""<span class="flag">{flag}</span> """);
        }

        if (request.State.Index!.Document(card.Path) is { } document)
        {
            DocumentFacts facts = document.Record.Facts;
            if (facts.Review is { Date: { } due } && due < request.Today)
                html.Write($"""<span class="flag waiting">review was due {Times.Day(due)}</span> """);
            if (facts.Version is { } version)
                html.Write($"""<span class="hint">version {DisplayText.OneLine(version.Text)}</span> """);
            html.Write(
                $"""<a class="original" href="{Links.File(card.Path, card.Page)}" target="_blank" rel="noopener">Open the original<span class="hidden"> of {DisplayText.OneLine(card.Path)} in a new tab</span></a> """
            );
            html.Write(
                $"""<a class="original" href="{Links.Drawing(card.Path, card.Page, entry.Number, card.Id)}" data-show>See the page<span class="hidden"> of {DisplayText.OneLine(card.Path)}</span></a>"""
            );
        }

        html.Line($"</p>");
        foreach (string reason in card.Suggestion?.Rejected ?? [])
            html.Line($"""<p class="hint">{reason}</p>""");
    }

    private void WriteForm(Card card)
    {
        html.Line(
            $"""<form method="post" action="/decisions" data-decide><input type="hidden" name="element" value="{entry.Number}"><input type="hidden" name="card" value="{card.Id}.{card.Revision}">"""
        );
        html.WriteToken(request.Session);
        _verdict.Write(card);
        if (request.Session.MayDecide)
            WriteMore(card);
        html.Line($"</form>");
    }

    private void WriteMore(Card card)
    {
        string id = card.Id;
        EvidenceExtent extent = card.Decision?.Extent ?? EvidenceExtent.Unstated;
        html.Line(
            $"""<details class="more"><summary>Say more: how much it proves, why, a remark</summary><div class="more-fields">"""
        );
        html.Write($"""<fieldset><legend>It proves the element</legend>""");
        foreach (
            (EvidenceExtent value, string name, string label) in ((EvidenceExtent, string, string)[])
                [
                    (EvidenceExtent.Full, "full", "fully"),
                    (EvidenceExtent.Partial, "partial", "partly"),
                    (EvidenceExtent.Unstated, "", "not said"),
                ]
        )
        {
            html.Write(
                $"""<label><input type="radio" name="extent" value="{name}"{(extent == value ? " checked" : "")}> {label}</label> """
            );
        }

        html.Line($"</fieldset>");
        if (entry.Parts.Count > 1)
        {
            html.Write($"""<fieldset class="covers"><legend>Parts it covers</legend>""");
            foreach ((int at, string part) in entry.Parts.Index())
            {
                html.Write(
                    $"""<label><input type="checkbox" name="part" value="{at + 1:D}"{(card.Decision?.Parts.Contains(at + 1) == true ? " checked" : "")}> <span>{part}</span></label>"""
                );
            }

            html.Line($"</fieldset>");
        }

        html.Write(
            $"""<label for="{id}-reason">Reason</label><select id="{id}-reason" name="reason"><option value="">None given</option>"""
        );
        foreach ((string code, string name) in Words.Reasons)
            html.Write($"""<option value="{code}">{name}</option>""");
        html.Line($"</select>");
        html.Write(
            $"""<label for="{id}-comment">Remark</label><textarea id="{id}-comment" name="comment" rows="2" maxlength="4000" data-draft="{entry.Number}/{id}"></textarea>"""
        );
        html.Line(
            $"""<p><button name="action" value="comment" class="quiet">Save the remark alone</button> <span class="hint">Accept, Reject and Not sure take all of this with them.</span></p></div></details>"""
        );
    }

    private void WriteElsewhere(Card card)
    {
        if (card.Suggestion is not { } suggestion)
            return;
        (string Path, MappingPlace Place)[] others =
        [
            .. suggestion.Places.SelectMany(place => place.Paths.Select(path => (path, place))).Skip(1),
        ];
        if (others.Length == 0)
            return;
        html.Write(
            $"""<details class="also"><summary>The same words, or nearly, stand in {Plural.Count(others.Length + suggestion.MorePlaces, "other place", "other places")}; a decision holds for all of them</summary><ul>"""
        );
        foreach ((string path, MappingPlace place) in others)
        {
            html.Write(
                $"""<li><a href="{Links.Passage(path, place.Passage)}"><bdi>{DisplayText.OneLine(path)}</bdi></a>{(place.Page is { } number ? FormattableString.Invariant($", page {number}") : "")}{(place.IsNearlySame ? ", nearly the same words" : "")}</li>"""
            );
        }

        if (suggestion.MorePlaces > 0)
            html.Write($"<li>and {suggestion.MorePlaces} more</li>");
        html.Line($"</ul></details>");
    }

    private void WriteWhy(MappingSuggestion suggestion)
    {
        const int deepest = 6;
        html.Write($"""<details class="why"><summary>Why it is suggested</summary><ul>""");
        WriteWhy(suggestion.Why, deepest);
        html.Line($"</ul></details>");
    }

    private void WriteWhy(ScoreExplanation why, int depth)
    {
        html.Write($"<li><b>{why.Value:0.###}</b> {why.Description}");
        if (why.Details.Count > 0 && depth > 0)
        {
            html.Write($"<ul>");
            foreach (ScoreExplanation detail in why.Details)
                WriteWhy(detail, depth - 1);
            html.Write($"</ul>");
        }

        html.Write($"</li>");
    }
}

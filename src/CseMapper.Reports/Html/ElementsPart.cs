using System.Globalization;
using CseMapper.Decisions.Mapping;
using CseMapper.Decisions.Mapping.Json;
using CseMapper.Documents;
using CseMapper.Matching.Suggestions;
using CseMapper.Passages.Indexing;

namespace CseMapper.Reports.Html;

/// <summary>The elements by criterion, each with its evidence.</summary>
internal sealed class ElementsPart(HtmlWriter html, MappingFile mapping, DocumentLinks links, SourceList sources)
{
    /// <summary>Branches of an explanation that are shown below one another.</summary>
    private const int DeepestWhy = 6;

    public void Write()
    {
        html.Line(
            $"""<section id="elements" aria-labelledby="elements-title"><h2 id="elements-title">Elements and their evidence</h2>"""
        );
        foreach (IGrouping<MappedHeading, MappingEntry> criterion in mapping.Elements.GroupBy(entry => entry.Criterion))
        {
            html.Line($"""<div class="group"><h3>{criterion.Key.Number} {criterion.Key.Title}</h3>""");
            foreach (IGrouping<MappedHeading, MappingEntry> sub in criterion.GroupBy(entry => entry.SubCriterion))
            {
                html.Line($"""<div class="group"><p class="sub">{sub.Key.Number} {sub.Key.Title}</p>""");
                foreach (MappingEntry entry in sub)
                    WriteElement(entry);
                html.Line($"</div>");
            }

            html.Line($"</div>");
        }

        html.Line($"</section>");
    }

    private void WriteElement(MappingEntry entry)
    {
        MappingSuggestion[] shown =
        [
            .. entry.Suggestions.Where(suggestion => suggestion.Strength >= EvidenceStrength.Possible),
        ];
        MappingSuggestion[] weak =
        [
            .. entry.Suggestions.Where(suggestion => suggestion.Strength < EvidenceStrength.Possible),
        ];
        string state = HtmlNames.Class(entry.State);
        html.Line($"""<details class="element" id="{HtmlNames.Id(entry.Number)}" data-state="{state}" open>""");
        html.Write($"""<summary><h4><span class="number">{entry.Number}</span> {entry.Wording}</h4>""");
        html.Write(
            $"""<span class="badge {state}">{HtmlNames.Words(entry.State)}</span><span class="count">{Counted(shown)}</span></summary>"""
        );
        html.Line($"""<div class="inside">""");
        if (entry.Damage is { } damage)
            html.Line($"""<p class="gap none"><strong>Check the standard's text:</strong> {damage}</p>""");
        WriteParts(entry, shown);
        if (entry.Gap is { } gap)
            WriteGap(gap, state);
        DecisionsPart.WriteElement(html, entry);
        WriteCards(entry, shown);
        if (weak.Length > 0)
        {
            html.Line(
                $"""<details class="more"><summary>{Plural.Count(weak.Length, "weak candidate", "weak candidates")}: most like them are rejected</summary>"""
            );
            WriteCards(entry, weak);
            html.Line($"</details>");
        }

        html.Line($"</div></details>");
    }

    /// <summary>The halves of the sentence, each with what was found for it.</summary>
    private void WriteParts(MappingEntry entry, MappingSuggestion[] shown)
    {
        if (entry.Parts.Count < 2 || shown.Length == 0)
            return;
        html.Line($"""<ol class="halves" aria-label="Parts of the sentence">""");
        for (int part = 1; part <= entry.Parts.Count; part++)
        {
            EvidenceStrength best = shown
                .Where(suggestion => suggestion.Parts.Contains(part))
                .Select(suggestion => suggestion.Strength)
                .DefaultIfEmpty()
                .Max();
            html.Line(
                $"""<li>{entry.Parts[part - 1]} <span class="badge {HtmlNames.Class(best)}">{HtmlNames.Words(best)}</span></li>"""
            );
        }

        html.Line($"</ol>");
    }

    private void WriteGap(MappingGap gap, string state)
    {
        html.Line($"""<div class="gap {state}"><p><strong>{gap.Why}</strong></p><p>What to attach: {gap.Attach}</p>""");
        if (gap.Kind == GapKind.Missing && gap.SearchedFor.Count > 0)
        {
            html.Line($"""<details class="why"><summary>What was searched</summary>""");
            html.Line(
                $"<p>{DisplayText.Searched(mapping)}.</p><p>Looked for, and how many passages hold it: {DisplayText.SearchedFor(gap)}.</p>"
            );
            html.Line($"</details>");
        }

        html.Line($"</div>");
    }

    private static string Counted(MappingSuggestion[] shown) =>
        shown.Length == 0
            ? "No strong or possible passage"
            : Plural.Count(shown.Length, "passage", "passages")
                + " in "
                + Plural.Count(
                    shown.Select(suggestion => suggestion.Places[0].Document).Distinct(StringComparer.Ordinal).Count(),
                    "document",
                    "documents"
                );

    private void WriteCards(MappingEntry entry, MappingSuggestion[] suggestions)
    {
        if (suggestions.Length == 0)
            return;
        html.Line($"""<ol class="cards">""");
        foreach (MappingSuggestion suggestion in suggestions)
            WriteCard(entry, suggestion);
        html.Line($"</ol>");
    }

    private void WriteCard(MappingEntry entry, MappingSuggestion suggestion)
    {
        string strength = HtmlNames.Class(suggestion.Strength);
        string places = string.Join(
            ' ',
            suggestion
                .Places.Select(place => sources.IndexOf(place.Document))
                .Distinct()
                .Select(index => index.ToString(CultureInfo.InvariantCulture))
        );
        html.Line($"""<li class="card {strength}" id="s-{suggestion.Id}" data-sources="{places}">""");
        WritePlace(suggestion.Places[0]);
        WriteQuote(suggestion);
        html.Write(
            $"""<p class="meta"><span class="badge {strength}">{HtmlNames.Words(suggestion.Strength)}</span> <span>{suggestion.Confidence * 100:0}% confidence</span>"""
        );
        if (DisplayText.Like(suggestion) is { Length: > 0 } like)
            html.Write($""" <span>{SentenceCase(like)}</span>""");
        DecisionsPart.WriteBadge(html, entry, suggestion);
        if (DisplayText.Parts(entry, suggestion) is { Length: > 0 } parts)
            html.Write($""" <span>{SentenceCase(parts)}</span>""");
        if (DisplayText.Meaning(entry, suggestion) is { Length: > 0 } near)
            html.Write($""" <span>{SentenceCase(near)}</span>""");
        foreach (string flag in suggestion.Flags)
            html.Write($""" <span class="flag">{flag}</span>""");
        html.Line($"</p>");
        if (suggestion.Rejected.Count > 0)
            html.Line($"""<p class="also">Weak because: {string.Join(' ', suggestion.Rejected)}</p>""");
        if (PageCitation.Physical(suggestion.Places[0].Page, suggestion.Places[0].PageLabel) is { Length: > 0 } page)
            html.Line($"""<p class="also">{SentenceCase(page)}.</p>""");
        WriteElsewhere("The same words stand in:", suggestion, isNearly: false);
        WriteElsewhere("Nearly the same words stand in:", suggestion, isNearly: true);
        if (suggestion.MorePlaces > 0)
        {
            html.Line(
                $"""<p class="also">And in {Plural.Count(suggestion.MorePlaces, "more place", "more places")}.</p>"""
            );
        }

        html.Write($"""<details class="why"><summary>Why it is suggested</summary>""");
        WriteWhy(suggestion.Why, DeepestWhy);
        html.Line($"</details></li>");
    }

    private void WritePlace(MappingPlace place)
    {
        html.Write(
            $"""<p class="source"><a href="{HtmlNames.Address(links, place.Paths[0], place.Page)}"><bdi>{DisplayText.OneLine(place.Paths[0])}</bdi></a>"""
        );
        string where = DisplayText.Where(place);
        if (where.Length > 0)
            html.Write($""" <span>{SentenceCase(where)}</span>""");
        html.Line($"</p>");
        if (place.Headings.Count > 0)
            html.Line($"""<p class="place"><bdi>{DisplayText.Section(place)}</bdi></p>""");
    }

    private void WriteQuote(MappingSuggestion suggestion)
    {
        html.Write($"""<blockquote class="quote" dir="auto">""");
        foreach (TextRun run in MarkedText.Runs(suggestion.Quote, suggestion.Matches))
        {
            string words = suggestion.Quote.Substring(run.Start, run.Length);
            if (run.Kind is { } kind)
                html.Write($"""<mark class="{MappingNames.NameOf(kind)}">{words}</mark>""");
            else
                html.Write($"{words}");
        }

        html.Line($"</blockquote>");
    }

    private void WriteElsewhere(string heading, MappingSuggestion suggestion, bool isNearly)
    {
        (string Path, int? Page)[] others =
        [
            .. suggestion
                .Places.SelectMany(place => place.Paths.Select(path => (path, place.Page, place.IsNearlySame)))
                .Skip(1)
                .Where(other => other.IsNearlySame == isNearly)
                .Select(other => (other.path, other.Page)),
        ];
        if (others.Length == 0)
            return;
        html.Write($"""<p class="also">{heading}""");
        foreach ((string path, int? page) in others)
        {
            html.Write(
                $""" <a href="{HtmlNames.Address(links, path, page)}"><bdi>{DisplayText.OneLine(path)}</bdi></a>"""
            );
        }

        html.Line($"</p>");
    }

    private void WriteWhy(ScoreExplanation why, int depth)
    {
        html.Write($"<ul><li><b>{why.Value:0.###}</b> {why.Description}");
        WriteDetails(why, depth);
        html.Write($"</li></ul>");
    }

    private void WriteDetails(ScoreExplanation why, int depth)
    {
        if (why.Details.Count == 0 || depth == 0)
            return;
        html.Write($"<ul>");
        foreach (ScoreExplanation detail in why.Details)
        {
            html.Write($"<li><b>{detail.Value:0.###}</b> {detail.Description}");
            WriteDetails(detail, depth - 1);
            html.Write($"</li>");
        }

        html.Write($"</ul>");
    }

    private static string SentenceCase(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}

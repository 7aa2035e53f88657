using CseMapper.App.ReviewPage.Project;
using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;
using CseMapper.Matching.Criteria;
using CseMapper.Reports;
using CseMapper.Reports.Html;

namespace CseMapper.App.ReviewPage.Pages;

/// <summary>An element with its wording, its evidence so far, its suggestions, and what is written about it for the
/// assessor.</summary>
internal static class ElementPage
{
    private const int OthersAPage = 20;

    /// <summary>Shows it.</summary>
    public static Task Show(PageRequest request) =>
        request.State.Element(request.Route("number")) is { } entry
            ? Frame.Send(
                request,
                $"{entry.Number} {entry.SubCriterion.Title}",
                "/",
                html => new View(html, request, entry).Write()
            )
            : Frame.NotFound(request, "The standard has no element of that number.");

    private sealed class View(HtmlWriter html, PageRequest request, MappingEntry entry)
    {
        private readonly ElementCards _cards = ElementCards.Of(entry);
        private readonly CardPart _part = new(html, request, entry);

        public void Write()
        {
            WriteTop();
            WriteAsked();
            html.Line($"""<div class="columns"><div class="cards-column">""");
            WriteSoFar();
            WriteList("changed", "Changed since the decision", _cards.Changed, null);
            WriteSuggestions();
            WriteOthers();
            CommentaryPart.Write(html, request, entry);
            NoticePart.Write(html, request, entry.Number);
            html.Line(
                $"""</div><aside class="beside" aria-label="The page of the document"><div id="drawing" class="drawing"><p class="hint">Choose a passage to see its page here.</p></div></aside></div>"""
            );
        }

        private void WriteTop()
        {
            IReadOnlyList<MappingEntry> all = request.State.Mapping!.Elements;
            int at = request.State.Index!.PlaceOf(entry.Number);
            ElementState state = request.Site.Project.Summaries.Of(entry).State;
            html.Line(
                $"""<nav class="crumbs" aria-label="Where you are"><a href="/">Overview</a> <span>{entry.Criterion.Number} {entry.Criterion.Title}</span> <span>{entry.SubCriterion.Number} {entry.SubCriterion.Title}</span></nav>"""
            );
            html.Line($"""<h1 class="wording"><span class="number">{entry.Number}</span> {entry.Wording}</h1>""");
            html.Write(
                $"""<p class="state-line"><span id="state" data-live class="tile {ElementStates.Class(state)}">{ElementStates.Words(state)}</span> <span id="left" data-live>{Plural.Count(_cards.Open, "passage to judge", "passages to judge")}</span></p>"""
            );
            html.Write($"""<nav class="steps" aria-label="Elements">""");
            if (at > 0)
            {
                html.Write(
                    $"""<a href="{Links.Element(all[at - 1].Number)}" rel="prev">Previous: {all[at - 1].Number}</a> """
                );
            }

            if (at + 1 < all.Count)
            {
                html.Write(
                    $"""<a href="{Links.Element(all[at + 1].Number)}" rel="next">Next: {all[at + 1].Number}</a> """
                );
            }

            html.Line(
                $"""<a href="{Links.With("/next", ("after", entry.Number))}" data-next-work>Next element that needs work</a></nav>"""
            );
        }

        private void WriteAsked()
        {
            if (entry.Damage is { } damage)
                html.Line($"""<p class="note-box waiting"><strong>Check the standard's text:</strong> {damage}</p>""");
            if (entry.Gap is { } gap)
                WriteGap(gap);
            if (entry.Parts.Count > 1)
            {
                html.Write(
                    $"""<section id="parts" data-live aria-labelledby="parts-title"><h2 id="parts-title">Its parts</h2><ol class="parts">"""
                );
                foreach ((int at, string part) in entry.Parts.Index())
                {
                    int covered = entry.Decisions.Count(decision =>
                        decision.Counts
                        && (
                            decision.Parts.Contains(at + 1)
                            || (decision.Parts.Count == 0 && decision.Extent == EvidenceExtent.Full)
                        )
                    );
                    html.Write(
                        $"""<li>{part} <span class="flag">{(covered > 0 ? FormattableString.Invariant($"covered by {covered:N0} accepted") : "not covered yet")}</span> {(entry.Gap?.UncoveredParts.Contains(at + 1) == true ? "No strong or possible passage speaks of it." : "")}</li>"""
                    );
                }

                html.Line($"</ol></section>");
            }

            StandardElement? element = request.Site.Standard?.Elements.FirstOrDefault(one =>
                one.Number == entry.Number
            );
            if (element is not { Vocabulary.Count: > 0 })
                return;
            html.Write(
                $"""<details class="vocabulary"><summary>Words in which its evidence is usually written</summary><ul class="words">"""
            );
            foreach (VocabularyEntry word in element.Vocabulary)
                html.Write($"<li>{word.Phrase}</li>");
            html.Line($"</ul></details>");
        }

        /// <summary>Why there is little or nothing, and the proof that it was looked for.</summary>
        private void WriteGap(MappingGap gap)
        {
            html.Line(
                $"""<div class="note-box"><p><strong>{gap.Why}</strong></p><p>What to attach: {gap.Attach}</p>"""
            );
            if (gap.SearchedFor.Count > 0)
            {
                html.Write($"""<details><summary>What was looked for</summary><ul class="words">""");
                foreach (SearchedPhrase phrase in gap.SearchedFor)
                {
                    html.Write(
                        $"""<li><a href="{Links.With("/search", ("q", $"\"{phrase.Words}\""), ("for", entry.Number))}">{phrase.Words}</a>: {Plural.Count(phrase.Passages, "passage", "passages")}</li>"""
                    );
                }

                html.Line($"</ul></details>");
            }

            html.Line($"</div>");
        }

        /// <summary>Folded, so that the cards below stay where they are while it grows.</summary>
        private void WriteSoFar()
        {
            Card[] accepted =
            [
                .. _cards.All.Where(card =>
                    card is { IsCopy: false, Verdict: Verdict.Accepted or Verdict.AwaitsApproval, HasChanged: false }
                ),
            ];
            int waiting = accepted.Count(card => card.Verdict == Verdict.AwaitsApproval);
            string more =
                waiting == 0
                    ? ""
                    : FormattableString.Invariant($", {Plural.Count(waiting, "waits", "wait")} for a second person");
            html.Write(
                $"""<details class="so-far-box"><summary><h2 id="so-far-title" data-live>Evidence so far: {Plural.Count(accepted.Length - waiting, "accepted passage", "accepted passages")}{more}</h2></summary><div id="so-far" data-live>"""
            );
            if (accepted.Length == 0)
            {
                html.Write($"<p>Nothing is accepted yet.</p>");
            }
            else
            {
                html.Write($"""<ul class="so-far">""");
                foreach (Card card in accepted.Take(OthersAPage))
                {
                    html.Write(
                        $"""<li><a href="#{card.Id}">{Words.Shortened(card.Quote, most: 140)}</a> <span class="hint"><bdi>{card.Path}</bdi>{(card.Page is { } page ? $", page {page}" : "")}{(card.Verdict == Verdict.AwaitsApproval ? ", waits for a second person" : "")}</span></li>"""
                    );
                }

                html.Write($"</ul>");
                if (accepted.Length > OthersAPage)
                    html.Write($"<p>And {accepted.Length - OthersAPage} more below.</p>");
            }

            html.Line($"</div></details>");
        }

        private void WriteSuggestions()
        {
            html.Line(
                $"""<section aria-labelledby="suggested-title"><h2 id="suggested-title">Suggested passages</h2>"""
            );
            if (_cards.Suggested.Count == 0)
                html.Line($"<p>Nothing strong or possible was found in the documents that could be read.</p>");
            if (request.Session.MayDecide)
                BulkPart.Write(html, request, entry, _cards);
            WriteCards(_cards.Suggested);
            if (_cards.Weak.Count > 0)
            {
                html.Line(
                    $"""<details class="weak" id="weak"><summary>{Plural.Count(_cards.Weak.Count, "weak candidate", "weak candidates")}: most like them are rejected</summary>"""
                );
                WriteCards(_cards.Weak);
                html.Line($"</details>");
            }

            html.Line(
                $"""<p><a href="{Links.With("/search", ("for", entry.Number))}">Search all documents for more evidence</a></p></section>"""
            );
        }

        private void WriteOthers()
        {
            if (_cards.Others.Count == 0)
                return;
            int page = request.Number("page");
            WriteList(
                "others",
                "Decided, and not suggested",
                [.. _cards.Others.Skip((page - 1) * OthersAPage).Take(OthersAPage)],
                _cards.Others.Count
            );
            Pager.Write(html, Links.Element(entry.Number), page, _cards.Others.Count, OthersAPage);
        }

        private void WriteList(string id, string title, IReadOnlyList<Card> cards, int? all)
        {
            if (cards.Count == 0)
                return;
            html.Line(
                $"""<section aria-labelledby="{id}-title"><h2 id="{id}-title">{title}{(all is { } count ? FormattableString.Invariant($" ({count:N0})") : "")}</h2>"""
            );
            WriteCards(cards);
            html.Line($"</section>");
        }

        private void WriteCards(IReadOnlyList<Card> cards)
        {
            if (cards.Count == 0)
                return;
            html.Line($"""<ol class="cards">""");
            foreach (Card card in cards)
                _part.Write(card);
            html.Line($"</ol>");
        }
    }
}

using CseMapper.App.ReviewPage.Project;
using CseMapper.Decisions.Mapping;
using CseMapper.Decisions.Mapping.Json;
using CseMapper.Documents;
using CseMapper.Matching.Suggestions;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;
using CseMapper.Reports;
using CseMapper.Reports.Html;

namespace CseMapper.App.ReviewPage.Pages;

/// <summary>A document from its own side: what it says about itself, what went wrong, which elements it supports, and
/// its text with everything that was matched.</summary>
internal static class DocumentPage
{
    private const int Size = 60;

    public static Task Show(PageRequest request)
    {
        if (request.State.Index?.Document(request.Query("path")) is not { } document)
            return Frame.NotFound(request, "There is no such document in the mapping.");
        using Workspace? workspace = request.Site.Project.OpenWorkspace();
        IReadOnlyList<Passage> passages =
            document.Record.Hash.Length > 0 && workspace is not null ? workspace.PassagesOf(document.Record.Hash) : [];
        int named = passages.Select(passage => passage.Key).ToList().IndexOf(request.Query("passage"));
        int page = named >= 0 ? (named / Size) + 1 : request.Number("page");
        return Frame.Send(
            request,
            document.Record.Path,
            "/documents",
            html => new View(html, request, document).Write(passages, page)
        );
    }

    private sealed class View(HtmlWriter html, PageRequest request, MappingDocument document)
    {
        private readonly DocumentRecord _record = document.Record;

        public void Write(IReadOnlyList<Passage> passages, int page)
        {
            html.Line(
                $"""<nav class="crumbs" aria-label="Where you are"><a href="/documents">Documents</a></nav><h1 class="file"><bdi>{DisplayText.OneLine(_record.Path)}</bdi></h1>"""
            );
            html.Line(
                $"""<p><a class="button" href="{Links.File(_record.Path, null)}" target="_blank" rel="noopener">Open the original<span class="hidden"> in a new tab</span></a> <a class="button quiet" href="{Links.Drawing(_record.Path, null, null, null)}">See it as it looks</a></p>"""
            );
            WriteFacts();
            WriteProblems();
            WriteSupports();
            WriteText(passages, page);
        }

        private void WriteFacts()
        {
            html.Write(
                $"""<section aria-labelledby="facts-title"><h2 id="facts-title">What it says about itself</h2><dl class="facts-list">"""
            );
            Fact("Title", _record.Facts.Title);
            Fact("Version", _record.Facts.Version);
            Fact("Owner", _record.Facts.Owner);
            Fact("Approved", _record.Facts.Approved);
            Fact("Review due", _record.Facts.Review);
            if (_record.Facts.Review is { Date: { } due } && due < request.Today)
            {
                html.Write(
                    $"""<div><dt>Note</dt><dd><span class="flag waiting">the review date has passed</span></dd></div>"""
                );
            }

            html.Write($"<div><dt>Reading</dt><dd>{Words.Of(_record.Status)}</dd></div>");
            if (_record.Pages is { } pages)
                html.Write($"<div><dt>Pages</dt><dd>{pages}</dd></div>");
            if (document.SameContent.Count > 0)
            {
                html.Write(
                    $"<div><dt>The same content</dt><dd>{string.Join("; ", document.SameContent.Select(DisplayText.OneLine))}</dd></div>"
                );
            }

            html.Line($"</dl></section>");
        }

        private void Fact(string name, DocumentFact? fact)
        {
            if (fact is null)
                return;
            html.Write(
                $"""<div><dt>{name}</dt><dd>{DisplayText.OneLine(fact.Text)} <span class="hint">from its {fact.FoundIn}</span></dd></div>"""
            );
        }

        private void WriteProblems()
        {
            if (_record.Problems.Count == 0 && _record.UnacceptedChangeCount == 0)
                return;
            html.Write($"""<section aria-labelledby="problems-title"><h2 id="problems-title">Problems</h2><ul>""");
            foreach (IngestProblem problem in _record.Problems.Take(Size))
            {
                html.Write(
                    $"<li>{(problem.Page is { } page ? FormattableString.Invariant($"Page {page}: ") : "")}{problem.Message}</li>"
                );
            }

            if (_record.UnacceptedChangeCount > 0)
            {
                html.Write(
                    $"<li>It holds {Plural.Count(_record.UnacceptedChangeCount, "tracked change", "tracked changes")} nobody has accepted.</li>"
                );
            }

            html.Line($"</ul></section>");
        }

        private void WriteSupports()
        {
            html.Write(
                $"""<section aria-labelledby="supports-title"><h2 id="supports-title">Elements it supports</h2>"""
            );
            if (document.Supports.Count == 0)
            {
                html.Write($"<p>None: nothing in it is strong or possible evidence.</p>");
            }
            else
            {
                html.Write($"""<ul class="tiles">""");
                foreach (SupportedElement supported in document.Supports)
                {
                    html.Write(
                        $"""<li><a class="tile {Words.Class(supported.Strength)}" href="{Links.Element(supported.Element)}" title="{request.State.Element(supported.Element)?.Wording}"><b>{supported.Element}</b> <span>{Words.Of(supported.Strength)}</span></a></li>"""
                    );
                }

                html.Write($"</ul>");
            }

            html.Line($"</section>");
        }

        private void WriteText(IReadOnlyList<Passage> passages, int page)
        {
            html.Line(
                $"""<section aria-labelledby="text-title"><h2 id="text-title">Its text, with everything that was matched</h2>"""
            );
            if (passages.Count == 0)
                html.Line($"<p>No text is known of it.</p>");
            ILookup<string, PassageUse> uses = request
                .State.Index!.UsesOf(_record.Hash)
                .ToLookup(use => use.Place.Passage, StringComparer.Ordinal);
            IReadOnlyList<string> headings = [];
            foreach (Passage passage in passages.Skip((page - 1) * Size).Take(Size))
            {
                if (!headings.SequenceEqual(passage.Headings, StringComparer.Ordinal) && passage.Headings.Count > 0)
                {
                    html.Line(
                        $"""<p class="headings"><bdi>{string.Join(" › ", passage.Headings.Select(DisplayText.OneLine))}</bdi></p>"""
                    );
                }

                headings = passage.Headings;
                WritePassage(passage, [.. uses[passage.Key]]);
            }

            Pager.Write(html, Links.Document(_record.Path), page, passages.Count, Size);
            html.Line($"</section>");
        }

        private void WritePassage(Passage passage, PassageUse[] uses)
        {
            html.Write(
                $"""<div class="passage{(uses.Any(use => use.Suggestion.Strength >= EvidenceStrength.Possible) ? " used" : "")}" id="p-{passage.Key}"><p class="text" dir="auto">"""
            );
            foreach (TextRun run in MarkedText.Runs(passage.Text, MatchesOf(passage, uses)))
            {
                string words = passage.Text.Substring(run.Start, run.Length);
                if (run.Kind is { } kind)
                    html.Write($"""<mark class="{MappingNames.NameOf(kind)}">{words}</mark>""");
                else
                    html.Write($"{words}");
            }

            html.Write($"""</p><p class="meta">""");
            if (passage.Page is { } page)
            {
                html.Write(
                    $"""<a href="{Links.Drawing(_record.Path, page, null, null)}">{(passage.IsPageApproximate ? "about page" : "page")} {page}</a> """
                );
            }

            foreach (PassageUse use in uses.Where(use => use.Suggestion.Strength >= EvidenceStrength.Possible))
            {
                html.Write(
                    $"""<a class="tile {Words.Class(use.Suggestion.Strength)}" href="{Links.Card(use.Element, "s-" + use.Suggestion.Id)}">{use.Element}</a> """
                );
            }

            if (request.Session.MayDecide)
                html.Write($"""<a href="{Links.Use(_record.Hash, passage.Key, null)}">Use as evidence for …</a>""");
            html.Line($"</p></div>");
        }

        private static List<MatchedWord> MatchesOf(Passage passage, PassageUse[] uses)
        {
            List<MatchedWord> matches = [];
            foreach (PassageUse use in uses.Where(use => use.Suggestion.Strength >= EvidenceStrength.Possible))
            {
                int at = passage.Text.IndexOf(use.Suggestion.Quote, StringComparison.Ordinal);
                if (at >= 0)
                {
                    matches.AddRange(
                        use.Suggestion.Matches.Select(match =>
                            match with
                            {
                                Span = new TextSpan(match.Span.Start + at, match.Span.Length),
                            }
                        )
                    );
                }
            }

            matches.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
            return matches;
        }
    }
}

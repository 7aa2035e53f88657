using CseMapper.App.Commands;
using CseMapper.Decisions.Mapping;
using CseMapper.Matching.Scoring;
using CseMapper.Matching.Suggestions;
using CseMapper.Passages.Indexing;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;
using CseMapper.Reports;
using CseMapper.Reports.Html;

namespace CseMapper.App.ReviewPage.Pages;

/// <summary>Free search over all passages; what is found can be used as evidence.</summary>
internal static class SearchPage
{
    private const int Size = 20;
    private const int MostPages = 25;
    private const int LongestQuery = 500;

    public static Task Show(PageRequest request)
    {
        string query = request.Query("q") is { Length: <= LongestQuery } given
            ? given
            : request.Query("q")[..LongestQuery];
        MappingEntry? entry = request.State.Element(request.Query("for"));
        SearchWords words = SearchWords.Parse(query);
        int page = Math.Min(request.Number("page"), MostPages);
        using Workspace? workspace = request.Site.Project.OpenWorkspace();
        IReadOnlyList<FoundPassage> found =
            words.IsEmpty || workspace is null
                ? []
                : Find(request.Site.Index ?? new EmbeddedIndex(workspace), words, (page * Size) + 1);
        Found[] shown =
        [
            .. found.Skip((page - 1) * Size).Take(Size).Select(hit => Of(request, workspace!, hit)).OfType<Found>(),
        ];
        return Frame.Send(
            request,
            "Search",
            "/search",
            html =>
            {
                html.Line($"<h1>Search all passages</h1>");
                WriteForm(html, query, entry);
                if (!words.IsEmpty)
                {
                    html.Line(
                        $"""<p role="status">{(found.Count == 0 ? "Nothing was found." : found.Count > page * Size ? $"Passages {((page - 1) * Size) + 1} to {page * Size}, best first; there are more." : Plural.Count(found.Count, "passage was found", "passages were found"))}</p>"""
                    );
                }

                html.Line($"""<ol class="cards" start="{((page - 1) * Size) + 1:D}">""");
                foreach (Found hit in shown)
                    Write(html, request, hit, words, entry);
                html.Line($"</ol>");
                Pager.Write(
                    html,
                    Links.With("/search", ("q", query), ("for", entry?.Number)),
                    page,
                    Math.Min(found.Count, MostPages * Size),
                    Size
                );
            }
        );
    }

    /// <summary>Passages with all words; where there are none, those with any.</summary>
    private static IReadOnlyList<FoundPassage> Find(IPassageIndex index, SearchWords words, int limit)
    {
        IReadOnlyList<FoundPassage> all = index.Search(words.All, limit);
        return all.Count > 0 ? all : index.Search(words.Any, limit);
    }

    private static Found? Of(PageRequest request, Workspace workspace, FoundPassage hit)
    {
        IReadOnlyList<Passage> passages = workspace.PassagesOf(hit.Hash);
        return request.State.Index?.Content(hit.Hash) is { } document && hit.Ordinal < passages.Count
            ? new Found(document, passages[hit.Ordinal])
            : null;
    }

    private static void WriteForm(HtmlWriter html, string query, MappingEntry? entry)
    {
        html.Write(
            $"""<form method="get" action="/search" class="filters" role="search"><div class="wide"><label for="q">Words; a phrase between quotation marks must stand as it is</label><input id="q" name="q" type="search" value="{query}" maxlength="{LongestQuery:D}"></div>"""
        );
        if (entry is not null)
            html.Write($"""<input type="hidden" name="for" value="{entry.Number}">""");
        html.Line($"<button>Search</button></form>");
        if (entry is not null)
        {
            html.Line(
                $"""<p class="note-box">Looking for evidence for <a href="{Links.Element(entry.Number)}">{entry.Number}</a>: {entry.Wording}</p>"""
            );
        }
    }

    private static void Write(HtmlWriter html, PageRequest request, Found hit, SearchWords words, MappingEntry? entry)
    {
        Passage passage = hit.Passage;
        string path = hit.Document.Record.Path;
        html.Write(
            $"""<li class="card"><p class="source"><a href="{Links.Passage(path, passage.Key)}"><bdi>{DisplayText.OneLine(path)}</bdi></a>{(passage.Page is { } page ? FormattableString.Invariant($" page {page}") : "")}</p>"""
        );
        if (passage.Headings.Count > 0)
        {
            html.Write(
                $"""<p class="headings"><bdi>{string.Join(" › ", passage.Headings.Select(DisplayText.OneLine))}</bdi></p>"""
            );
        }

        html.Write($"""<blockquote class="quote" dir="auto">""");
        foreach (
            TextRun run in MarkedText.Runs(
                passage.Text,
                [.. words.MatchesIn(passage.Text).Select(span => new MatchedWord(span, MatchKind.Word, ""))]
            )
        )
        {
            string text = passage.Text.Substring(run.Start, run.Length);
            if (run.IsMarked)
                html.Write($"<mark>{text}</mark>");
            else
                html.Write($"{text}");
        }

        html.Line($"</blockquote>");
        if (request.Session.MayDecide)
            WriteUse(html, request, hit, entry);
        html.Line($"</li>");
    }

    private static void WriteUse(HtmlWriter html, PageRequest request, Found hit, MappingEntry? entry)
    {
        string hash = hit.Document.Record.Hash;
        if (entry is not null)
        {
            html.Write(
                $"""<form method="post" action="/use"><input type="hidden" name="content" value="{hash}"><input type="hidden" name="passage" value="{hit.Passage.Key}"><input type="hidden" name="element" value="{entry.Number}">"""
            );
            html.WriteToken(request.Session);
            html.Write($"""<button class="quiet">Use as evidence for {entry.Number}</button></form>""");
        }
        else
        {
            html.Write($"""<p><a href="{Links.Use(hash, hit.Passage.Key, null)}">Use as evidence for …</a></p>""");
        }
    }

    private sealed record Found(MappingDocument Document, Passage Passage);
}

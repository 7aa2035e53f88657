using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;
using CseMapper.Reports;
using CseMapper.Reports.Html;

namespace CseMapper.App.ReviewPage.Pages;

/// <summary>Every line of the decision log, latest first, with filters.</summary>
internal static class HistoryPage
{
    private const int Size = 50;
    private static readonly DecisionAction[] _actions = Enum.GetValues<DecisionAction>();

    public static Task Show(PageRequest request)
    {
        string reviewer = request.Query("reviewer");
        string element = request.Query("element");
        DecisionAction? action =
            Enum.TryParse(request.Query("action"), ignoreCase: true, out DecisionAction named) && Enum.IsDefined(named)
                ? named
                : null;
        IReadOnlyList<Decision> all = request.State.Log.Decisions;
        List<Decision> found =
        [
            .. all.Where(line =>
                (reviewer.Length == 0 || line.Reviewer == reviewer)
                && (element.Length == 0 || line.Element == element)
                && (action is null || line.Action == action)
            ),
        ];
        int page = request.Number("page");
        Decision[] shown = [.. found.SkipLast((page - 1) * Size).TakeLast(Size).Reverse()];
        return Frame.Send(
            request,
            "History",
            "/history",
            html =>
            {
                html.Line($"<h1>History of all decisions</h1>");
                WriteHealth(html, request);
                WriteFilters(html, request, reviewer, element, action);
                html.Line(
                    $"""<div id="lines" data-live><p>{Plural.Count(found.Count, "line", "lines")}, latest first</p>"""
                );
                if (shown.Length > 0)
                    WriteTable(html, request, shown);
                Pager.Write(
                    html,
                    Links.With(
                        "/history",
                        ("reviewer", reviewer),
                        ("element", element),
                        ("action", action?.ToString())
                    ),
                    page,
                    found.Count,
                    Size
                );
                html.Line($"</div>");
            }
        );
    }

    private static void WriteHealth(HtmlWriter html, PageRequest request)
    {
        DecisionLogContent log = request.State.Log;
        if (log.BadLine is { } line)
        {
            html.Line(
                $"""<p class="note-box waiting"><strong>The log is damaged at line {line}:</strong> {log.Fault}. Nothing was changed; compare decisions.jsonl with a backup.</p>"""
            );
        }
        else
        {
            html.Line(
                $"""<p class="hint">Lines are only ever added, and each carries the hash of the one before: every line is as it was written.</p>"""
            );
        }
    }

    private static void WriteFilters(
        HtmlWriter html,
        PageRequest request,
        string reviewer,
        string element,
        DecisionAction? action
    )
    {
        html.Write(
            $"""<form method="get" action="/history" class="filters"><div><label for="reviewer">Reviewer</label><select id="reviewer" name="reviewer"><option value="">all</option>"""
        );
        foreach (
            string name in request
                .State.Log.Decisions.Select(line => line.Reviewer)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        )
        {
            html.Write($"""<option value="{name}"{(name == reviewer ? " selected" : "")}>{name}</option>""");
        }

        html.Write(
            $"""</select></div><div><label for="action">What</label><select id="action" name="action"><option value="">all</option>"""
        );
        foreach (DecisionAction one in _actions)
        {
            html.Write(
                $"""<option value="{one.ToString()}"{(one == action ? " selected" : "")}>{Words.Of(one)}</option>"""
            );
        }

        html.Write(
            $"""</select></div><div><label for="element">Element</label><select id="element" name="element"><option value="">all</option>"""
        );
        foreach (MappingEntry entry in request.State.Mapping?.Elements ?? [])
        {
            html.Write(
                $"""<option value="{entry.Number}"{(entry.Number == element ? " selected" : "")}>{entry.Number}</option>"""
            );
        }

        html.Line($"</select></div><button>Show</button></form>");
    }

    private static void WriteTable(HtmlWriter html, PageRequest request, Decision[] shown)
    {
        HashSet<string> targets = [.. shown.Select(line => line.Target).OfType<string>()];
        Dictionary<string, Decision> byId = request
            .State.Log.Decisions.Where(line => targets.Contains(line.Id))
            .ToDictionary(line => line.Id, StringComparer.Ordinal);
        html.Line(
            $"""<div class="scroll" tabindex="0" role="region" aria-label="Table of decisions"><table class="stack"><thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">Element</th><th scope="col">What</th><th scope="col">About</th></tr></thead><tbody>"""
        );
        foreach (Decision line in shown)
        {
            Decision? target = line.Target is { } id ? byId.GetValueOrDefault(id) : null;
            html.Write($"""<tr><td data-label="When">""");
            html.WriteTime(line.Time, request.Site.Time);
            html.Write(
                $"""</td><td data-label="Who"><bdi>{line.Reviewer}</bdi></td><td data-label="Element"><a href="{Links.Element(line.Element)}">{line.Element}</a></td><td data-label="What">{Words.Of(line.Action)} {Words.Of(line.Extent)}{(line.Reason is { } reason ? $" ({Words.ReasonName(reason)})" : "")}"""
            );
            if (target is not null)
            {
                html.Write(
                    $""" <span class="hint">what <bdi>{target.Reviewer}</bdi> {Words.Deed(target.Action)}</span>"""
                );
            }

            html.Write($"""</td><td data-label="About">""");
            if (line.Comment.Length > 0)
                html.Write($"<q>{line.Comment}</q> ");
            if ((line.Anchor ?? target?.Anchor) is { } anchor)
            {
                html.Write(
                    $"""<span class="hint">{Words.Shortened(anchor.Quote, most: 120)} <bdi>{DisplayText.OneLine(anchor.Path)}</bdi></span>"""
                );
            }

            html.Line($"</td></tr>");
        }

        html.Line($"</tbody></table></div>");
    }
}

using CseMapper.App.ReviewPage.Project;
using CseMapper.Decisions.Mapping;
using CseMapper.Reports;
using CseMapper.Reports.Html;

namespace CseMapper.App.ReviewPage.Pages;

/// <summary>Decisions about several passages at once: only about those that are shown, and only those nobody has
/// judged.</summary>
internal static class BulkPart
{
    /// <summary>Writes the buttons that have something to do.</summary>
    public static void Write(HtmlWriter html, PageRequest request, MappingEntry entry, ElementCards cards)
    {
        Card[] rest = [.. cards.Suggested.Where(card => card.IsOpen && !card.IsCopy)];
        if (cards.Suggested.Count < 2 && cards.AcceptedCopies.Count == 0)
            return;
        html.Write($"""<div id="bulk" class="bulk" data-live>""");
        if (rest.Length > 1)
            WriteForm(html, request, entry, "reject", $"Reject the rest ({rest.Length:D})", rest, "data-rest");
        if (cards.AcceptedCopies.Count > 0)
        {
            WriteForm(
                html,
                request,
                entry,
                "accept",
                $"Accept the {Plural.Count(cards.AcceptedCopies.Count, "copy", "copies")} of accepted passages",
                cards.AcceptedCopies,
                "data-copies"
            );
        }

        html.Line($"</div>");
    }

    private static void WriteForm(
        HtmlWriter html,
        PageRequest request,
        MappingEntry entry,
        string action,
        string label,
        IReadOnlyList<Card> cards,
        string mark
    )
    {
        html.Write(
            $"""<form method="post" action="/decisions" data-decide {mark}><input type="hidden" name="element" value="{entry.Number}">"""
        );
        html.WriteToken(request.Session);
        foreach (Card card in cards)
            html.Write($"""<input type="hidden" name="card" value="{card.Id}.{card.Revision}">""");
        html.Write($"""<button name="action" value="{action}" class="quiet">{label}</button></form>""");
    }
}

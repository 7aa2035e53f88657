using CseMapper.Decisions.Anchors;
using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;

namespace CseMapper.Reports.Html;

/// <summary>What reviewers have decided: on a card, and what of an element waits or is written for the
/// assessor.</summary>
internal static class DecisionsPart
{
    /// <summary>The decision on a suggestion, as a badge with the reviewers' names.</summary>
    public static void WriteBadge(HtmlWriter html, MappingEntry entry, MappingSuggestion suggestion)
    {
        if (
            suggestion.Decision is not { } own
            || entry.Decisions.FirstOrDefault(decision => decision.Id == own.Item) is not { } decided
        )
        {
            return;
        }

        string[] notes = [.. DecisionNotes.Of(entry, suggestion)];
        if (notes.Length > 0)
            html.Write($""" <span class="flag">{DisplayText.OneLine(notes[0])}</span>""");
        else if (decided.Verdict != Verdict.Open)
            html.Write($""" <span class="badge {ClassOf(decided.Verdict)}">{WordsOf(decided)}</span>""");
    }

    /// <summary>The commentary, and the decided passages that no card stands for or that wait.</summary>
    public static void WriteElement(HtmlWriter html, MappingEntry entry)
    {
        if (entry.Commentary is { } commentary)
        {
            html.Line(
                $"""<div class="commentary"><p><strong>Commentary</strong> <span class="small">{DisplayText.OneLine(commentary.Reviewer)}</span></p><blockquote class="quote" dir="auto">{commentary.Text}</blockquote></div>"""
            );
        }

        foreach (MappingDecision decided in entry.Decisions.Where(decision => decision.HasChanged))
        {
            html.Write(
                $"""<div class="gap possible"><p><strong>{VerdictWords.State(decided.State)}</strong> since it was {VerdictWords.Verb(decided.Verdict)} by {DisplayText.OneLine(string.Join(", ", decided.Reviewers))}; it waits for a new decision. <bdi>{DisplayText.OneLine(decided.Place?.Path ?? decided.DecidedIn)}</bdi></p><blockquote class="quote" dir="auto">"""
            );
            WriteChanges(html, decided);
            html.Line($"</blockquote></div>");
        }
    }

    private static void WriteChanges(HtmlWriter html, MappingDecision decided)
    {
        if (decided.Changes.Count == 0)
            html.Write($"{decided.Quote}");
        foreach (WordChange change in decided.Changes)
        {
            if (change.Kind == WordChangeKind.Removed)
                html.Write($"<del>{change.Text}</del> ");
            else if (change.Kind == WordChangeKind.Added)
                html.Write($"<ins>{change.Text}</ins> ");
            else
                html.Write($"{change.Text} ");
        }
    }

    private static string ClassOf(Verdict verdict) =>
        verdict switch
        {
            Verdict.Accepted => "strong",
            Verdict.Rejected => "weak",
            _ => "possible",
        };

    private static string WordsOf(MappingDecision decided)
    {
        string extent = decided is { Verdict: Verdict.Accepted, Extent: not EvidenceExtent.Unstated }
            ? decided.Extent == EvidenceExtent.Full
                ? " in full"
                : " in part"
            : "";
        return $"{VerdictWords.Label(decided.Verdict)}{extent} by {DisplayText.OneLine(string.Join(", ", decided.Reviewers))}";
    }
}

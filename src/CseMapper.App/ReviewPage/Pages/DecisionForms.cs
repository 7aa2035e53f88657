using System.Globalization;
using CseMapper.App.ReviewPage.Project;
using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace CseMapper.App.ReviewPage.Pages;

/// <summary>Takes what is sent from the forms of an element. Each answer leads back to the element, where the page says
/// what was saved or why not.</summary>
internal static class DecisionForms
{
    private const int LongestText = 20_000;
    private const int MostParts = 20;
    private const int ShortestBatch = 8;
    private const int LongestBatch = 64;

    /// <summary>A decision about one passage, or the same about several.</summary>
    public static async Task Decide(PageRequest request, IFormCollection fields)
    {
        if (request.State.Element(fields["element"]) is not { } entry)
        {
            await Frame.NotFound(request, "The standard has no element of that number.").ConfigureAwait(false);
            return;
        }

        DecisionDesk desk = new(request, entry, Batch(fields["batch"]));
        if (desk.IsDone)
        {
            Answer(request, entry.Number, "done", desk.Batch);
            return;
        }

        ElementCards cards = ElementCards.Sort(entry);
        List<Card> chosen = [];
        foreach (string reference in fields["card"].OfType<string>().Distinct(StringComparer.Ordinal))
        {
            int dot = reference.LastIndexOf('.');
            if (dot < 0 || cards.Find(reference[..dot]) is not { } card || card.Revision != reference[(dot + 1)..])
            {
                Answer(request, entry.Number, "refused", "changed");
                return;
            }

            chosen.Add(card);
        }

        if (chosen.Count == 0)
        {
            Answer(request, entry.Number, "refused", "form");
            return;
        }

        if (IsTooLong(fields["comment"]))
        {
            Answer(request, entry.Number, "refused", "long");
            return;
        }

        (IReadOnlyList<Decision> lines, string? refusal) = fields["action"].ToString() switch
        {
            "withdraw" => OrRefusal(desk.Withdraw(chosen[0]), "nothing"),
            "approve" => request.Session.MayApprove ? OrRefusal(desk.Approve(chosen[0]), "own") : ([], "own"),
            "accept" => desk.Judge(chosen, JudgementOf(DecisionAction.Accept, fields)),
            "reject" => desk.Judge(chosen, JudgementOf(DecisionAction.Reject, fields)),
            "unsure" => desk.Judge(chosen, JudgementOf(DecisionAction.Unsure, fields)),
            "comment" => desk.Judge(chosen, JudgementOf(DecisionAction.Comment, fields)),
            _ => ([], "action"),
        };
        string? place = chosen.Count == 1 ? chosen[0].Id : null;
        if (chosen.Count == 1)
        {
            await Save(request, entry.Number, lines, refusal, desk.Batch, place).ConfigureAwait(false);
        }
        else
        {
            await SaveIfCurrent(request, entry.Number, lines, refusal, desk.Batch, place, now => Decide(now, fields))
                .ConfigureAwait(false);
        }
    }

    /// <summary>Takes back the last thing that this reviewer did about the element.</summary>
    public static Task Undo(PageRequest request, IFormCollection fields)
    {
        if (request.State.Element(fields["element"]) is not { } entry)
            return Frame.NotFound(request, "The standard has no element of that number.");
        DecisionDesk desk = new(request, entry, Batch(fields["batch"]));
        IReadOnlyList<Decision> lines = desk.IsDone ? [] : desk.Undo();
        return SaveIfCurrent(
            request,
            entry.Number,
            lines,
            lines.Count == 0 && !desk.IsDone ? "nothing" : null,
            desk.Batch,
            null,
            now => Undo(now, fields)
        );
    }

    /// <summary>A new version of the commentary; refused when somebody saved another while this one was
    /// written.</summary>
    public static Task Commentary(PageRequest request, IFormCollection fields)
    {
        if (request.State.Element(fields["element"]) is not { } entry)
            return Frame.NotFound(request, "The standard has no element of that number.");
        string text = Text(fields["text"]);
        DecisionDesk desk = new(request, entry, Batch(fields["batch"]));
        if (desk.IsDone)
            return Save(request, entry.Number, [], null, desk.Batch, "commentary");
        if (IsTooLong(fields["text"]))
            return Save(request, entry.Number, [], "long", desk.Batch, "commentary");
        if ((entry.Commentary?.Id ?? "") != fields["base"].ToString())
            return Save(request, entry.Number, [], "commentary", desk.Batch, "commentary");
        if (text == (entry.Commentary?.Text ?? ""))
            return Save(request, entry.Number, [], "nothing", desk.Batch, "commentary");
        return SaveIfCurrent(
            request,
            entry.Number,
            [desk.Commentary(text)],
            null,
            desk.Batch,
            "commentary",
            now => Commentary(now, fields)
        );
    }

    /// <summary>A passage that somebody found by themselves becomes evidence.</summary>
    public static Task Use(PageRequest request, IFormCollection fields)
    {
        if (request.State.Element(fields["element"]) is not { } entry)
            return Frame.NotFound(request, "Choose an element of the standard.");
        DecisionDesk desk = new(request, entry, Batch(fields["batch"]));
        if (desk.IsDone)
            return Save(request, entry.Number, [], null, desk.Batch, null);
        if (IsTooLong(fields["comment"]))
            return Save(request, entry.Number, [], "long", desk.Batch, null);
        Decision? line = desk.Use(
            fields["content"].ToString(),
            fields["passage"].ToString(),
            JudgementOf(DecisionAction.Accept, fields)
        );
        return line is null
            ? Frame.NotFound(request, "The passage is no longer in the documents.")
            : Save(request, entry.Number, [line], null, desk.Batch, null);
    }

    private static async Task Save(
        PageRequest request,
        string element,
        IReadOnlyList<Decision> lines,
        string? refusal,
        string batch,
        string? place
    )
    {
        if (lines.Count > 0)
            await request.Site.Project.Record(lines, after: null, request.Cancellation).ConfigureAwait(false);
        if (refusal is not null)
            Answer(request, element, "refused", refusal, place);
        else
            Answer(request, element, "done", batch, place);
    }

    /// <summary>What follows from what was decided before is saved only while nothing was decided since; otherwise it
    /// is worked out anew.</summary>
    private static async Task SaveIfCurrent(
        PageRequest request,
        string element,
        IReadOnlyList<Decision> lines,
        string? refusal,
        string batch,
        string? place,
        Func<PageRequest, Task> again
    )
    {
        if (
            lines.Count > 0
            && !await request
                .Site.Project.Record(lines, request.State.Log.LastHash, request.Cancellation)
                .ConfigureAwait(false)
        )
        {
            await again(new PageRequest(request.Http, request.Session, request.Site)).ConfigureAwait(false);
        }
        else
        {
            await Save(request, element, [], refusal, batch, place).ConfigureAwait(false);
        }
    }

    private static void Answer(PageRequest request, string element, string name, string value, string? place = null) =>
        Html.SeeOther(
            request.Http,
            Links.With(Links.Element(element), (name, value)) + (place is null ? "" : "#" + Uri.EscapeDataString(place))
        );

    private static (IReadOnlyList<Decision> Lines, string? Refusal) OrRefusal(
        IReadOnlyList<Decision> lines,
        string refusal
    ) => (lines, lines.Count == 0 ? refusal : null);

    /// <summary>How much a passage proves is said with an acceptance only.</summary>
    private static Judgement JudgementOf(DecisionAction action, IFormCollection fields) =>
        new(action)
        {
            Extent = (action, fields["extent"].ToString()) switch
            {
                (DecisionAction.Accept, "full") => EvidenceExtent.Full,
                (DecisionAction.Accept, "partial") => EvidenceExtent.Partial,
                _ => EvidenceExtent.Unstated,
            },
            Parts =
                action == DecisionAction.Accept
                    ?
                    [
                        .. fields["part"]
                            .Select(part =>
                                int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                                    ? number
                                    : 0
                            )
                            .Where(number => number is > 0 and < MostParts)
                            .Distinct()
                            .Order(),
                    ]
                    : [],
            Reason = Words.Reasons.Any(reason => reason.Code == fields["reason"]) ? fields["reason"].ToString() : null,
            Comment = Text(fields["comment"]),
        };

    private static string Text(StringValues value) => value.ToString().ReplaceLineEndings("\n").Trim();

    /// <summary>What is too long is refused: half a text that is called saved is worse.</summary>
    private static bool IsTooLong(StringValues value) => Text(value).Length > LongestText;

    /// <summary>Given by the browser, so that what it sends twice is recorded once; made here where it gives
    /// none.</summary>
    private static string Batch(StringValues given)
    {
        string batch = given.ToString();
        bool isFit = batch.Length is >= ShortestBatch and <= LongestBatch && batch.All(char.IsAsciiLetterOrDigit);
        return isFit ? batch : Guid.NewGuid().ToString("N");
    }
}

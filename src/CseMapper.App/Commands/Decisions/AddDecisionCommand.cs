using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;
using CseMapper.Reports;

namespace CseMapper.App.Commands.Decisions;

/// <summary><c>csemapper decisions add</c>: judges a passage without the page.</summary>
internal static class AddDecisionCommand
{
    public static Command Create(Terminal terminal, TimeProvider time)
    {
        Argument<string> element = new("element") { Description = "The element's number, as printed." };
        Argument<string> passage = new("id")
        {
            Description = "The suggestion's id (last column of mapping.csv), or the id that 'decisions list' shows.",
        };
        Option<bool> accept = new("--accept") { Description = "It is evidence." };
        Option<bool> reject = new("--reject") { Description = "It is not." };
        Option<bool> unsure = new("--unsure") { Description = "Somebody else should look." };
        Option<bool> full = new("--full") { Description = "It proves the whole element." };
        Option<bool> partial = new("--partial") { Description = "It proves a part of the element." };
        Option<int[]> parts = new("--part")
        {
            Description = "The part of the element it covers, counted from 1; may be given several times.",
            CustomParser = PartsIn,
        };
        Option<string?> reason = new("--reason")
        {
            Description = "Why, as a short code: out-of-date, wrong-element, …",
        };
        Option<string?> comment = new("--comment") { Description = "A remark; alone, it judges nothing." };
        Option<string?> reviewer = ReviewDesk.ReviewerOption();
        Option<string> output = SharedOptions.Out();
        Command command = new(
            "add",
            "Accepts, rejects or marks a passage as unsure.\n\nExample:\n  csemapper decisions add 4.3.2 "
                + "9f86d081884c7d65 --accept --partial --reviewer \"Ann Hill\""
        )
        {
            element,
            passage,
            accept,
            reject,
            unsure,
            full,
            partial,
            parts,
            reason,
            comment,
            reviewer,
            output,
        };
        command.Validators.Add(result =>
        {
            if (
                new[] { accept, reject, unsure }.Count(result.GetValue) is not 1
                && (new[] { accept, reject, unsure }.Any(result.GetValue) || result.GetValue(comment) is null)
            )
            {
                result.AddError("Give one of --accept, --reject and --unsure, or --comment alone.");
            }

            if (result.GetValue(full) && result.GetValue(partial))
                result.AddError("Give --full or --partial, not both.");
        });
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using ReviewDesk desk = ReviewDesk.Open(parsed, output, reviewer, time);
                MappingEntry entry = desk.Element(parsed.GetRequiredValue(element));
                Judgement judgement = new(
                    parsed.GetValue(accept) ? DecisionAction.Accept
                    : parsed.GetValue(reject) ? DecisionAction.Reject
                    : parsed.GetValue(unsure) ? DecisionAction.Unsure
                    : DecisionAction.Comment
                )
                {
                    Extent =
                        parsed.GetValue(full) ? EvidenceExtent.Full
                        : parsed.GetValue(partial) ? EvidenceExtent.Partial
                        : EvidenceExtent.Unstated,
                    Parts = PartsOf(entry, parsed.GetValue(parts) ?? []),
                    Reason = parsed.GetValue(reason),
                    Comment = parsed.GetValue(comment) ?? "",
                };
                string id = parsed.GetRequiredValue(passage);
                Decision line =
                    desk.Maker.Judge(ReviewDesk.NewId(time), desk.Reviewer, entry.Number, id, judgement)
                    ?? throw new CommandException(Missing(entry, id), ExitCode.Usage);
                await desk.Save(
                        [line],
                        $"Saved: {entry.Number}, {DecisionText.NameOf(line.Action)} by {desk.Reviewer}: "
                            + $"{DecisionText.Short(line.Anchor!.Quote)}",
                        parsed,
                        terminal,
                        cancellation
                    )
                    .ConfigureAwait(false);
                return ExitCode.Done;
            }
        );
        return command;
    }

    private static int[] PartsIn(ArgumentResult result)
    {
        List<int> parts = [];
        foreach (Token token in result.Tokens)
        {
            if (int.TryParse(token.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int part))
                parts.Add(part);
            else
                result.AddError($"--part does not take '{token.Value}'.");
        }

        return [.. parts];
    }

    private static int[] PartsOf(MappingEntry entry, int[] parts)
    {
        int most = Math.Max(1, entry.Parts.Count);
        return Array.TrueForAll(parts, part => part >= 1 && part <= most)
            ? [.. parts.Distinct().Order()]
            : throw new CommandException($"Element {entry.Number} has {Plural.Count(most, "part")}.", ExitCode.Usage);
    }

    private static string Missing(MappingEntry entry, string id) =>
        entry.Decisions.Any(decision => decision.Id == id)
            ? $"The words of '{id}' are gone from the documents. Take the decision back with: csemapper decisions "
                + $"undo {id}"
            : $"Element {entry.Number} has no suggestion '{id}'.";
}

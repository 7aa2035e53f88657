using System.CommandLine;
using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;

namespace CseMapper.App.Commands.Decisions;

/// <summary><c>csemapper decisions approve</c>: a second person stands behind an acceptance.</summary>
internal static class ApproveCommand
{
    public static Command Create(Terminal terminal, TimeProvider time)
    {
        Argument<string> element = new("element") { Description = "The element's number, as printed." };
        Argument<string> passage = new("id")
        {
            Description = "The suggestion's id, or the id that 'decisions list' shows.",
        };
        Option<string?> reviewer = ReviewDesk.ReviewerOption();
        Option<string> output = SharedOptions.Out();
        Command command = new(
            "approve",
            "Approves what somebody else has accepted.\n\nExample:\n  csemapper decisions approve 4.3.2 "
                + "9f86d081884c7d65 --reviewer \"Bob Ray\""
        )
        {
            element,
            passage,
            reviewer,
            output,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using ReviewDesk desk = ReviewDesk.Open(parsed, output, reviewer, time);
                MappingEntry entry = desk.Element(parsed.GetRequiredValue(element));
                string id = parsed.GetRequiredValue(passage);
                string item = entry.Suggestions.FirstOrDefault(one => one.Id == id)?.Decision?.Item ?? id;
                ReviewItem? found = desk.Reviewed.LedgerOf(entry.Number).Items.FirstOrDefault(one => one.Id == item);
                Decision[] accepted =
                [
                    .. (found?.Standing ?? []).Where(decision =>
                        decision.Action == DecisionAction.Accept
                        && !ReviewerNames.Folded.Equals(decision.Reviewer, desk.Reviewer)
                    ),
                ];
                if (accepted.Length == 0)
                {
                    throw new CommandException(
                        $"Nobody but {desk.Reviewer} has accepted '{id}' for {entry.Number}: there is nothing to "
                            + "approve.",
                        ExitCode.Usage
                    );
                }

                if (entry.Decisions.Any(decision => decision.Id == item && decision.HasChanged))
                {
                    throw new CommandException(
                        $"The words of '{id}' have changed since they were accepted: judge them anew with "
                            + "'decisions add'."
                    );
                }

                await desk.Save(
                        [
                            desk.Maker.Answer(
                                ReviewDesk.NewId(time),
                                desk.Reviewer,
                                accepted[^1],
                                DecisionAction.Approve
                            ),
                        ],
                        $"Saved: {entry.Number}, approved by {desk.Reviewer}.",
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
}

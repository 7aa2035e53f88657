using System.CommandLine;
using CseMapper.Decisions.Log;

namespace CseMapper.App.Commands.Decisions;

/// <summary><c>csemapper decisions undo</c>: takes a line of the log back by a new line.</summary>
internal static class UndoCommand
{
    public static Command Create(Terminal terminal, TimeProvider time)
    {
        Argument<string?> line = new("decision")
        {
            Description = "The decision's id as 'decisions history' shows it; the reviewer's latest when not given.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<string?> reviewer = ReviewDesk.ReviewerOption();
        Option<string> output = SharedOptions.Out();
        Command command = new(
            "undo",
            "Takes a decision back; undoing that brings it back. Nothing is ever deleted from the log.\n\n"
                + "Example:\n  csemapper decisions undo --reviewer \"Ann Hill\""
        )
        {
            line,
            reviewer,
            output,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using ReviewDesk desk = ReviewDesk.Open(parsed, output, reviewer, time);
                Decision target = parsed.GetValue(line) is { } id ? Find(desk, id) : Latest(desk);
                await desk.Save(
                        [desk.Maker.Answer(ReviewDesk.NewId(time), desk.Reviewer, target, DecisionAction.Withdraw)],
                        $"Saved: taken back {DecisionText.NameOf(target.Action)} of {target.Reviewer} on "
                            + $"{target.Element}.",
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

    private static Decision Find(ReviewDesk desk, string id) =>
        desk.Content.Decisions.FirstOrDefault(decision => decision.Id == id)
        ?? throw new CommandException(
            $"The log has no decision '{id}'; 'csemapper decisions history' shows their ids.",
            ExitCode.Usage
        );

    private static Decision Latest(ReviewDesk desk)
    {
        HashSet<string> taken = ReviewLedger.WithdrawnIn(desk.Content.Decisions);
        return desk.Content.Decisions.LastOrDefault(decision =>
                ReviewerNames.Folded.Equals(decision.Reviewer, desk.Reviewer)
                && decision.Action != DecisionAction.Withdraw
                && !taken.Contains(decision.Id)
            )
            ?? throw new CommandException(
                $"{desk.Reviewer} has taken no decision that could be taken back.",
                ExitCode.Usage
            );
    }
}

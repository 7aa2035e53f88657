using System.CommandLine;
using CseMapper.Decisions.Mapping;

namespace CseMapper.App.Commands.Decisions;

/// <summary><c>csemapper decisions commentary</c>: writes what the assessor reads about an element.</summary>
internal static class CommentaryCommand
{
    public static Command Create(Terminal terminal, TimeProvider time)
    {
        Argument<string> element = new("element") { Description = "The element's number, as printed." };
        Argument<string> text = new("text")
        {
            Description =
                "The whole commentary; it takes the place of the one before, which stays in the history. Empty "
                + "takes it out.",
        };
        Option<string?> reviewer = ReviewDesk.ReviewerOption();
        Option<string> output = SharedOptions.Out();
        Command command = new(
            "commentary",
            "Writes an element's commentary for the assessor.\n\nExample:\n  csemapper decisions commentary "
                + "4.3.2 \"Our complaints policy promises a reply in ten days; we meet it in 96 % of cases.\""
        )
        {
            element,
            text,
            reviewer,
            output,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using ReviewDesk desk = ReviewDesk.Open(parsed, output, reviewer, time);
                MappingEntry entry = desk.Element(parsed.GetRequiredValue(element));
                await desk.Save(
                        [
                            desk.Maker.Comment(
                                ReviewDesk.NewId(time),
                                desk.Reviewer,
                                entry.Number,
                                parsed.GetRequiredValue(text).Trim()
                            ),
                        ],
                        $"Saved: commentary on {entry.Number} by {desk.Reviewer}.",
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

using System.CommandLine;
using System.Globalization;
using CseMapper.Decisions.Log;

namespace CseMapper.App.Commands.Decisions;

/// <summary><c>csemapper decisions history</c>: every line of the log about an element or a passage.</summary>
internal static class HistoryCommand
{
    public static Command Create(Terminal terminal, TimeProvider time)
    {
        Argument<string?> element = new("element")
        {
            Description = "The element's number; all elements when not given.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<string?> passage = new("--passage")
        {
            Description = "Only this passage's, by the id that 'decisions list' shows.",
        };
        Option<string?> reviewer = new("--reviewer") { Description = "Only this reviewer's." };
        Option<string> output = SharedOptions.Out();
        Command command = new(
            "history",
            "Shows every decision ever taken, oldest first, what was taken back included.\n\nExample:\n  "
                + "csemapper decisions history 4.3.2"
        )
        {
            element,
            passage,
            reviewer,
            output,
        };
        command.SetAction(parsed =>
        {
            using DecisionLog log = new(
                Path.Combine(Path.GetFullPath(parsed.GetRequiredValue(output)), DecisionLog.FileName),
                time
            );
            IReadOnlyList<Decision> all = log.Read().Decisions;
            if (all.Count == 0 && !parsed.GetValue(SharedOptions.Quiet))
                terminal.Error.WriteLine("Nothing is decided yet.");
            IEnumerable<Decision> lines = parsed.GetValue(passage) is { } id
                ? ReviewLedger.Derive(all, needsApproval: false).Items.FirstOrDefault(item => item.Id == id)?.History
                    ?? []
                : all;
            if (parsed.GetValue(element) is { } number)
                lines = lines.Where(line => line.Element == number);
            if (parsed.GetValue(reviewer) is { } name)
                lines = lines.Where(line => ReviewerNames.Folded.Equals(line.Reviewer, name));
            if (parsed.GetValue(SharedOptions.Json))
            {
                DecisionText.WriteJson(lines, terminal.Out);
            }
            else
            {
                foreach (Decision line in lines)
                    Write(line, terminal.Out);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(Decision line, TextWriter output)
    {
        string time = line.Time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        string of = line.Target is { } target ? $" of {target}" : "";
        string said = line.Comment.Length > 0 ? $": {DecisionText.Short(line.Comment)}" : "";
        output.WriteLine(
            $"{time}Z  {line.Element}  {line.Id}  {DecisionText.OneLine(line.Reviewer)}  "
                + $"{DecisionText.NameOf(line.Action)}{of}{said}"
        );
        if (line.Anchor is { } anchor)
            output.WriteLine($"   {DecisionText.OneLine(anchor.Path)}: {DecisionText.Short(anchor.Quote)}");
    }
}

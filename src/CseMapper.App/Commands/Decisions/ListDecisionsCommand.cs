using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CseMapper.Decisions.Mapping;
using CseMapper.Documents;

namespace CseMapper.App.Commands.Decisions;

/// <summary><c>csemapper decisions list</c>: what is decided, and what waits.</summary>
internal static class ListDecisionsCommand
{
    public static Command Create(Terminal terminal, TimeProvider time)
    {
        Option<string?> element = new("--element", "-e") { Description = "Only this element's." };
        Option<bool> changed = new("--changed") { Description = "Only those whose words have changed since." };
        Option<string> output = SharedOptions.Out();
        Command command = new(
            "list",
            "Lists the decided passages as they stand now.\n\nExample:\n  csemapper decisions list --changed"
        )
        {
            element,
            changed,
            output,
        };
        command.SetAction(parsed =>
        {
            using ReviewDesk desk = ReviewDesk.Open(parsed, output, null, time);
            IEnumerable<MappingEntry> entries = parsed.GetValue(element) is { } number
                ? [desk.Element(number)]
                : desk.Reviewed.Mapping.Elements;
            (MappingEntry Entry, MappingDecision Decision)[] found =
            [
                .. entries.SelectMany(entry =>
                    entry
                        .Decisions.Where(decision => decision.HasChanged || !parsed.GetValue(changed))
                        .Select(decision => (entry, decision))
                ),
            ];
            if (parsed.GetValue(SharedOptions.Json))
            {
                DecisionText.Write(terminal.Out, json => WriteJson(json, found));
            }
            else
            {
                foreach ((MappingEntry entry, MappingDecision decision) in found)
                    Write(entry, decision, terminal.Out);
            }

            if (found.Length == 0 && !parsed.GetValue(SharedOptions.Quiet))
            {
                terminal.Error.WriteLine(
                    parsed.GetValue(changed) ? "Nothing has changed since it was decided." : "Nothing is decided yet."
                );
            }

            return desk.TellDamage(terminal) ? ExitCode.Attention : ExitCode.Done;
        });
        return command;
    }

    private static void Write(MappingEntry entry, MappingDecision decision, TextWriter output)
    {
        string place = decision.Place is { } found
            ? string.Join(
                ", ",
                new[]
                {
                    found.Path,
                    found.Page is { } page ? "page " + PageCitation.Full(page, found.PageLabel) : null,
                    found.Clause is { } clause ? "clause " + clause : null,
                }.OfType<string>()
            )
            : $"was in {decision.DecidedIn}";
        output.WriteLine($"{entry.Number}  {decision.Id}  {DecisionText.Describe(decision)}");
        output.WriteLine("   " + DecisionText.OneLine(place));
        output.WriteLine(
            "   "
                + (
                    decision.Changes.Count > 0
                        ? DecisionText.Describe(decision.Changes)
                        : DecisionText.Short(decision.Quote)
                )
        );
    }

    private static void WriteJson(Utf8JsonWriter json, (MappingEntry Entry, MappingDecision Decision)[] found)
    {
        json.WriteStartArray();
        foreach ((MappingEntry entry, MappingDecision decision) in found)
        {
            json.WriteStartObject();
            json.WriteString("element", entry.Number);
            json.WriteString("id", decision.Id);
            json.WriteString("verdict", decision.Verdict.ToString().ToLowerInvariant());
            json.WriteString("words", decision.State.ToString().ToLowerInvariant());
            json.WriteBoolean("counts", decision.Counts);
            json.WriteString("path", decision.Place?.Path ?? decision.DecidedIn);
            if (decision.Place?.Page is { } page)
                json.WriteNumber("page", page);
            if (decision.Place?.PageLabel is { } label)
                json.WriteString("pageLabel", label);
            json.WriteString("quote", decision.Quote);
            json.WriteString("now", decision.Place?.Text);
            json.WriteStartArray("reviewers");
            foreach (string reviewer in decision.Reviewers)
                json.WriteStringValue(reviewer);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using CseMapper.Decisions.Anchors;
using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;
using CseMapper.Reports;

namespace CseMapper.App.Commands.Decisions;

/// <summary>Decisions in words and as JSON, for the commands that show them.</summary>
internal static class DecisionText
{
    private const int QuoteLength = 160;

    /// <summary>What the reviewers say, and what has become of the words.</summary>
    public static string Describe(MappingDecision decision)
    {
        string verdict = VerdictWords.Label(decision.Verdict);
        string by = decision.Verdict == Verdict.Conflict ? ": " : " by ";
        string reviewers =
            decision.Judgements.Count > 0
                ? by
                    + string.Join(
                        ", ",
                        decision.Judgements.Select(one => $"{OneLine(one.Reviewer)} ({NameOf(one.Action)})")
                    )
                : "";
        string changed = decision.HasChanged ? "; CHANGED SINCE: " + Lowered(VerdictWords.State(decision.State)) : "";
        return Lowered(verdict) + reviewers + changed;
    }

    private static string Lowered(string words) => char.ToLowerInvariant(words[0]) + words[1..];

    /// <summary>An action as a word.</summary>
    public static string NameOf(DecisionAction action) => action.ToString().ToLowerInvariant();

    /// <summary>The edited words between brackets: [-old-] and {+new+}.</summary>
    public static string Describe(IReadOnlyList<WordChange> changes) =>
        OneLine(
            string.Join(
                ' ',
                changes.Select(change =>
                    change.Kind switch
                    {
                        WordChangeKind.Removed => $"[-{change.Text}-]",
                        WordChangeKind.Added => $"{{+{change.Text}+}}",
                        _ => change.Text,
                    }
                )
            )
        );

    /// <summary>The beginning of a quote on one line.</summary>
    public static string Short(string quote)
    {
        string line = OneLine(quote);
        return line.Length <= QuoteLength
            ? line
            : line[..(char.IsHighSurrogate(line[QuoteLength - 1]) ? QuoteLength - 1 : QuoteLength)] + "…";
    }

    /// <summary>Texts of others may hold line breaks and codes that move the cursor.</summary>
    public static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    /// <summary>Lines of the log as a JSON array.</summary>
    public static void WriteJson(IEnumerable<Decision> lines, TextWriter output) =>
        Write(
            output,
            json =>
            {
                json.WriteStartArray();
                foreach (Decision line in lines)
                {
                    json.WriteStartObject();
                    json.WriteString("id", line.Id);
                    json.WriteString(
                        "time",
                        line.Time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)
                    );
                    json.WriteString("reviewer", line.Reviewer);
                    json.WriteString("element", line.Element);
                    json.WriteString("action", NameOf(line.Action));
                    if (line.Comment.Length > 0)
                        json.WriteString("comment", line.Comment);
                    if (line.Target is not null)
                        json.WriteString("target", line.Target);
                    if (line.Anchor is { } anchor)
                    {
                        json.WriteString("path", anchor.Path);
                        json.WriteString("quote", anchor.Quote);
                    }

                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }
        );

    /// <summary>Writes indented JSON and a line end.</summary>
    public static void Write(TextWriter output, Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
            write(json);
        output.WriteLine(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
    }
}

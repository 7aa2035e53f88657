using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CseMapper.Documents;
using CseMapper.Matching.Criteria;
using CseMapper.Matching.Suggestions;
using CseMapper.Passages.Indexing;
using CseMapper.Passages.Searching;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;

namespace CseMapper.App.Commands;

/// <summary><c>csemapper search</c>: free-text search over the passages of the last run.</summary>
internal static class SearchCommand
{
    private const int UsualLimit = 10;

    public static Command Create(Terminal terminal)
    {
        Argument<string[]> sought = new("words")
        {
            Description =
                "Words, or a query: \"a phrase\", AND OR NOT + -, complain*, satisf~, heading: title: document: "
                + "clause: page:[3 TO 7] element:4.3.2.",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string> output = SharedOptions.Out();
        Option<int?> limit = SharedOptions.Number(
            "--limit",
            "-n",
            1,
            int.MaxValue,
            "How many passages at most; 10 when not given."
        );
        Option<bool> why = new("--why")
        {
            Description = "Also print why each passage was found: its score, taken apart.",
        };
        Option<string?> criteria = SharedOptions.Criteria();
        Command command = new(
            "search",
            "Searches the passages of the last run, best first, matched words in bold or brackets.\n\nExamples:\n  "
                + "csemapper search complaints \"working days\"\n  csemapper search 'complain* AND heading:appeals "
                + "-document:draft'"
        )
        {
            sought,
            output,
            criteria,
            limit,
            why,
        };
        command.SetAction(
            (parsed, cancellation) =>
            {
                string folder = Path.GetFullPath(parsed.GetRequiredValue(output));
                using Workspace workspace = WorkspaceOf.Open(folder);
                PassageSearcher index = new(
                    PassageIndex.Of(workspace).Latest(cancellation),
                    WorkspaceOf.CatalogueOf(workspace, () => StandardOf(parsed.GetValue(criteria)))
                );
                SearchAnswer answer = index.Search(
                    PassageSearcher.LineOf(parsed.GetRequiredValue(sought)),
                    parsed.GetValue(limit) ?? UsualLimit
                );
                foreach (string remark in answer.Remarks)
                    terminal.Error.WriteLine(remark);
                if (answer.IsEmpty)
                {
                    throw new CommandException(
                        "Give at least one word to search for; words such as \"the\" stand everywhere.",
                        ExitCode.Usage
                    );
                }

                Run(
                    new Search(answer, parsed.GetValue(why) ? index : null),
                    workspace,
                    parsed.GetValue(SharedOptions.Json),
                    terminal
                );
                return Task.FromResult(ExitCode.Done);
            }
        );
        return command;
    }

    private static Standard StandardOf(string? file)
    {
        try
        {
            return CriteriaFile.Load(file);
        }
        catch (CriteriaFileException fault)
        {
            throw new CommandException(fault.Message);
        }
    }

    private static void Run(Search search, Workspace workspace, bool asJson, Terminal terminal)
    {
        Dictionary<string, string> paths = WorkspaceOf.Paths(workspace);
        using MemoryStream stream = new();
        using Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartArray();
        int number = 0;
        foreach (FoundPassage hit in search.Answer.Found.Where(hit => paths.ContainsKey(hit.Hash)))
        {
            Passage passage = workspace.PassagesOf(hit.Hash)[hit.Ordinal];
            TextSpan[] matches =
            [
                .. search.Answer.MatchesIn(passage.Text).Select(match => new TextSpan(match.Start, match.Length)),
            ];
            SearchExplanation? why = search.Explains?.Explain(search.Answer, hit, passage);
            number++;
            if (asJson)
                Write(json, paths[hit.Hash], hit, passage, matches, why);
            else
                Print(terminal, number, paths[hit.Hash], passage, matches, why);
        }

        json.WriteEndArray();
        json.Flush();
        if (asJson)
            terminal.Out.WriteLine(Encoding.UTF8.GetString(stream.ToArray()));
        else if (number == 0)
            terminal.Error.WriteLine("Nothing was found.");
    }

    private static void Print(
        Terminal terminal,
        int number,
        string path,
        Passage passage,
        TextSpan[] matches,
        SearchExplanation? why
    )
    {
        string place = string.Join(" > ", passage.Headings);
        terminal.Out.WriteLine(
            $"{number}. {path}{(passage.Page is { } page ? ", page " + PageCitation.Full(page, passage.PageLabel) : "")}"
                + $"{(place.Length > 0 ? $" ({place})" : "")}"
        );
        terminal.Out.WriteLine(
            "   " + MarkedQuote.Mark(passage.Text, new TextSpan(0, passage.Text.Length), matches, terminal)
        );
        if (why is null)
            return;
        terminal.Out.WriteLine("   Found: " + string.Join(", ", why.Words));
        ScoreTree.Print(why.Reason, 1, terminal.Out);
    }

    private static void Write(
        Utf8JsonWriter json,
        string path,
        FoundPassage hit,
        Passage passage,
        TextSpan[] matches,
        SearchExplanation? why
    )
    {
        json.WriteStartObject();
        json.WriteString("document", path);
        json.WriteNumber("ordinal", hit.Ordinal);
        if (passage.Page is { } page)
            json.WriteNumber("page", page);
        if (passage.PageLabel is { } label)
            json.WriteString("pageLabel", label);
        json.WriteNumber("score", Math.Round(hit.Score, 4));
        json.WriteStartArray("headings");
        foreach (string heading in passage.Headings)
            json.WriteStringValue(heading);
        json.WriteEndArray();
        json.WriteString("text", passage.Text);
        json.WriteStartArray("matches");
        foreach (TextSpan match in matches)
        {
            json.WriteStartArray();
            json.WriteNumberValue(match.Start);
            json.WriteNumberValue(match.Length);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        if (why is not null)
            WriteExplanation(json, why);
        json.WriteEndObject();
    }

    private static void WriteExplanation(Utf8JsonWriter json, SearchExplanation why)
    {
        json.WriteStartArray("found");
        foreach (string word in why.Words)
            json.WriteStringValue(word);
        json.WriteEndArray();
        json.WritePropertyName("why");
        ScoreTree.Write(json, why.Reason);
    }

    /// <param name="Answer">What was found.</param>
    /// <param name="Explains">The index, when each passage is to be explained; else null.</param>
    private sealed record Search(SearchAnswer Answer, PassageSearcher? Explains);
}

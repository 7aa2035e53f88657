using System.CommandLine;
using System.Text;
using System.Text.Json;
using CseMapper.Matching;
using CseMapper.Passages;
using CseMapper.Workspaces;

namespace CseMapper.App.Commands;

/// <summary><c>csemapper search</c>: free-text search over the passages of the last run.</summary>
internal static class SearchCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string[]> words = new("words") { Description = "Words; a phrase between quotation marks must stand as it is.", Arity = ArgumentArity.OneOrMore };
        Option<string> output = SharedOptions.Out();
        Option<int> limit = new("--limit", "-n") { Description = "How many passages at most.", DefaultValueFactory = _ => 10 };
        limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1) result.AddError("--limit takes a number from 1.");
        });
        Command command = new("search", "Searches the passages of the last run, best first, matched words in brackets.\n\nExample:\n  csemapper search complaints \"working days\"") { words, output, limit };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(words), Path.GetFullPath(parsed.GetRequiredValue(output)), parsed.GetValue(limit), parsed.GetValue(SharedOptions.Json), terminal));
        return command;
    }

    private static int Run(string[] words, string output, int limit, bool asJson, Terminal terminal)
    {
        SearchWords query = new(words);
        if (query.IsEmpty) throw new CommandException("Give at least one word to search for.", ExitCode.Usage);
        using Workspace workspace = WorkspaceOf.Open(output);
        Dictionary<string, string> paths = WorkspaceOf.Paths(workspace);
        using MemoryStream stream = new();
        using Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartArray();
        int found = 0;
        foreach (FoundPassage hit in workspace.Search(query.Any, limit))
        {
            Passage passage = workspace.PassagesOf(hit.Hash)[hit.Ordinal];
            TextSpan[] matches = query.MatchesIn(passage.Text);
            found++;
            if (asJson) Write(json, paths[hit.Hash], hit, passage, matches);
            else Print(terminal, found, paths[hit.Hash], passage, matches);
        }

        json.WriteEndArray();
        json.Flush();
        if (asJson) terminal.Out.WriteLine(Encoding.UTF8.GetString(stream.ToArray()));
        else if (found == 0) terminal.Error.WriteLine("Nothing was found.");
        return ExitCode.Done;
    }

    private static void Print(Terminal terminal, int number, string path, Passage passage, TextSpan[] matches)
    {
        string place = string.Join(" > ", passage.Headings);
        terminal.Out.WriteLine($"{number}. {path}{(passage.Page is { } page ? $", page {page}" : "")}{(place.Length > 0 ? $" ({place})" : "")}");
        terminal.Out.WriteLine("   " + MarkedQuote.Of(passage.Text, new TextSpan(0, passage.Text.Length), matches));
    }

    private static void Write(Utf8JsonWriter json, string path, FoundPassage hit, Passage passage, TextSpan[] matches)
    {
        json.WriteStartObject();
        json.WriteString("document", path);
        json.WriteNumber("ordinal", hit.Ordinal);
        if (passage.Page is { } page) json.WriteNumber("page", page);
        json.WriteNumber("score", Math.Round(hit.Score, 4));
        json.WriteStartArray("headings");
        foreach (string heading in passage.Headings) json.WriteStringValue(heading);
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
        json.WriteEndObject();
    }
}

using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CseMapper.Criteria;
using CseMapper.Matching;
using CseMapper.Workspaces;

namespace CseMapper.App.Commands;

/// <summary><c>csemapper explain</c>: what is looked for on behalf of an element, and why each suggestion stands where it does.</summary>
internal static class ExplainCommand
{
    private const int WordsShown = 30;

    public static Command Create(Terminal terminal, EvidenceRanker ranker)
    {
        Argument<string> element = new("element") { Description = "The element's number, as printed." };
        Option<string?> document = new("--document", "-d") { Description = "Only suggestions from this file, by its path below the policy folder." };
        Option<string> output = SharedOptions.Out();
        Option<string?> criteria = SharedOptions.Criteria();
        Command command = new("explain", "Shows an element's query, and why each suggestion stands where it does.\n\nExample:\n  csemapper explain 4.3.2 --document \"Complaints Policy.docx\"") { element, document, output, criteria };
        command.SetAction((parsed, cancellation) => Task.Run(
            () => Run(parsed.GetRequiredValue(element), parsed.GetValue(document), Path.GetFullPath(parsed.GetRequiredValue(output)), parsed.GetValue(criteria), parsed.GetValue(SharedOptions.Json), terminal, ranker, cancellation),
            CancellationToken.None));
        return command;
    }

    private static int Run(string number, string? document, string output, string? criteriaFile, bool asJson, Terminal terminal, EvidenceRanker ranker, CancellationToken cancellation)
    {
        Standard standard = LoadCriteria(criteriaFile);
        StandardElement element = standard.Elements.FirstOrDefault(one => one.Number == number)
            ?? throw new CommandException($"The standard has no element '{number}'.", ExitCode.Usage);
        using Workspace workspace = WorkspaceOf.Open(output);
        Dictionary<string, string> paths = WorkspaceOf.Paths(workspace);
        if (document is not null && !paths.ContainsValue(document)) throw new CommandException($"No document '{document}' is indexed; csemapper names documents by their path below the policy folder.", ExitCode.Usage);
        ElementEvidence evidence = ranker.Rank(standard, IndexedDocument.AllOf(workspace), workspace.PassagesOf, cancellation).Single(one => one.Element == number);
        Suggestion[] suggestions = [.. evidence.Suggestions.Where(suggestion => document is null || paths[suggestion.Document] == document)];
        IReadOnlyList<QueryWord> query = EvidenceRanker.QueryOf(standard, number);
        if (asJson) terminal.Out.WriteLine(Json(element, query, suggestions, paths));
        else Print(element, query, suggestions, paths, terminal);
        return ExitCode.Done;
    }

    private static Standard LoadCriteria(string? file)
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

    private static void Print(StandardElement element, IReadOnlyList<QueryWord> query, Suggestion[] suggestions, Dictionary<string, string> paths, Terminal terminal)
    {
        terminal.Out.WriteLine($"{element.Number} {element.Wording}\n\nLooked for, with its weight:");
        foreach (QueryWord word in query.Take(WordsShown)) terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {word.Weight,6:F3}  {word.Words}"));
        if (query.Count > WordsShown) terminal.Out.WriteLine($"          and {query.Count - WordsShown} more");
        if (suggestions.Length == 0) terminal.Out.WriteLine("\nNothing was found.");
        for (int i = 0; i < suggestions.Length; i++)
        {
            Suggestion suggestion = suggestions[i];
            string page = suggestion.Passage.Page is { } number ? $", page {number}" : "";
            terminal.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"\n{i + 1}. {suggestion.Strength.ToString().ToLowerInvariant()} ({suggestion.Confidence:P0}) {paths[suggestion.Document]}{page}"));
            terminal.Out.WriteLine("   " + MarkedQuote.Of(suggestion.Passage.Text, suggestion.Quote, suggestion.Matches.Select(match => match.Span)));
            PrintTree(suggestion.Why, 1, terminal);
        }
    }

    private static void PrintTree(ScoreExplanation node, int depth, Terminal terminal)
    {
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{new string(' ', depth * 3)}{node.Value:F4}  {node.Description}"));
        foreach (ScoreExplanation detail in node.Details) PrintTree(detail, depth + 1, terminal);
    }

    private static string Json(StandardElement element, IReadOnlyList<QueryWord> query, Suggestion[] suggestions, Dictionary<string, string> paths)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("element", element.Number);
            json.WriteString("wording", element.Wording);
            json.WriteStartArray("query");
            foreach (QueryWord word in query)
            {
                json.WriteStartObject();
                json.WriteString("words", word.Words);
                json.WriteNumber("weight", Math.Round(word.Weight, 4));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("suggestions");
            foreach (Suggestion suggestion in suggestions) WriteSuggestion(json, suggestion, paths[suggestion.Document]);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteSuggestion(Utf8JsonWriter json, Suggestion suggestion, string path)
    {
        json.WriteStartObject();
        json.WriteString("document", path);
        if (suggestion.Passage.Page is { } page) json.WriteNumber("page", page);
        json.WriteString("strength", suggestion.Strength.ToString().ToLowerInvariant());
        json.WriteNumber("confidence", Math.Round(suggestion.Confidence, 3));
        json.WriteString("quote", suggestion.Passage.Text.AsSpan(suggestion.Quote.Start, suggestion.Quote.Length));
        json.WritePropertyName("why");
        WriteTree(json, suggestion.Why);
        json.WriteEndObject();
    }

    private static void WriteTree(Utf8JsonWriter json, ScoreExplanation node)
    {
        json.WriteStartObject();
        json.WriteNumber("value", Math.Round(node.Value, 4));
        json.WriteString("description", node.Description);
        json.WriteStartArray("details");
        foreach (ScoreExplanation detail in node.Details) WriteTree(json, detail);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}

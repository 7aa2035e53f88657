using System.CommandLine;
using System.Globalization;
using CseMapper.Documents;
using CseMapper.Matching.Criteria;
using CseMapper.Matching.Loading;
using CseMapper.Matching.Remarks;
using CseMapper.Matching.Scoring;
using CseMapper.Matching.Suggestions;
using CseMapper.Passages.Indexing;
using CseMapper.Passages.Workspaces;

namespace CseMapper.App.Commands;

/// <summary><c>csemapper explain</c>: what is looked for on behalf of an element, and why each suggestion stands where
/// it does.</summary>
internal static class ExplainCommand
{
    private const int WordsShown = 30;
    private const int FilesShown = 10;

    public static Command Create(Terminal terminal, Func<bool, string, EvidenceRanker> rankerOf, TimeProvider time)
    {
        Argument<string> element = new("element") { Description = "The element's number, as printed." };
        Option<string?> document = new("--document", "-d")
        {
            Description = "Only suggestions from this file, by its path below the policy folder.",
        };
        Option<bool> query = new("--query")
        {
            Description = "Only the element's query, in the syntax of csemapper search; needs no run.",
        };
        Option<string> output = SharedOptions.Out();
        Option<string?> criteria = SharedOptions.Criteria();
        Option<string?> semantic = SharedOptions.Semantic("As in the last run when not given.");
        Option<DateOnly?> asOf = SharedOptions.AsOf();
        Command command = new(
            "explain",
            "Shows an element's query, and why each suggestion stands where it does.\n\nExamples:\n  csemapper "
                + "explain 4.3.2 --document \"Complaints Policy.docx\"\n  csemapper explain 4.3.2 --query"
        )
        {
            element,
            document,
            query,
            output,
            criteria,
            semantic,
            asOf,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Task.Run(
                    () =>
                    {
                        if (parsed.GetValue(query))
                        {
                            PrintQuery(
                                parsed.GetRequiredValue(element),
                                parsed.GetValue(criteria),
                                parsed.GetValue(SharedOptions.Json),
                                terminal
                            );
                            return ExitCode.Done;
                        }

                        DateOnly day = parsed.GetValue(asOf) ?? DateOnly.FromDateTime(time.GetLocalNow().DateTime);
                        ElementAnswer answer = Answer(
                            parsed.GetRequiredValue(element),
                            parsed.GetValue(document),
                            Path.GetFullPath(parsed.GetRequiredValue(output)),
                            parsed.GetValue(criteria),
                            day,
                            SharedOptions.IsOn(parsed, semantic),
                            rankerOf,
                            cancellation
                        );
                        if (parsed.GetValue(SharedOptions.Json))
                            terminal.Out.WriteLine(ExplainJson.Write(answer));
                        else
                            Print(answer, terminal);
                        return ExitCode.Done;
                    },
                    CancellationToken.None
                )
        );
        return command;
    }

    private static ElementAnswer Answer(
        string number,
        string? document,
        string output,
        string? criteriaFile,
        DateOnly asOf,
        bool? comparesMeaning,
        Func<bool, string, EvidenceRanker> rankerOf,
        CancellationToken cancellation
    )
    {
        Standard standard = LoadCriteria(criteriaFile);
        StandardElement element = ElementOf(standard, number);
        using Workspace workspace = WorkspaceOf.Open(output);
        Dictionary<string, string> paths = WorkspaceOf.Paths(workspace);
        if (document is not null && !paths.ContainsValue(document))
        {
            throw new CommandException(
                $"No document '{document}' is indexed; csemapper names documents by their path below the policy "
                    + "folder.",
                ExitCode.Usage
            );
        }

        using DocumentSource source = DocumentSource.Of(workspace, workspace.Documents().Select(one => one.AsOf(asOf)));
        EvidenceRanker ranker = rankerOf(comparesMeaning ?? MappingPipeline.ComparedMeaning(workspace), output);
        ElementEvidence evidence = document is null
            ? ranker
                .Rank(standard, source, workspace.PassagesOf, null, cancellation)
                .Single(one => one.Element == number)
            : ranker.RankWithin(
                standard,
                number,
                source,
                paths.First(one => one.Value == document).Key,
                workspace.PassagesOf,
                cancellation
            );
        return new ElementAnswer(
            element,
            EvidenceRanker.QueryOf(standard, number),
            evidence.SearchedFor,
            evidence.Suggestions,
            workspace.Documents(),
            paths
        );
    }

    private static StandardElement ElementOf(Standard standard, string number) =>
        standard.Elements.FirstOrDefault(one => one.Number == number)
        ?? throw new CommandException(
            $"The standard has no element '{number}'.{Advice(standard, number)}",
            ExitCode.Usage
        );

    private static void PrintQuery(string number, string? criteriaFile, bool asJson, Terminal terminal)
    {
        Standard standard = LoadCriteria(criteriaFile);
        string query = EvidenceRanker.ElementQueryOf(standard, ElementOf(standard, number).Number)!.ToString();
        terminal.Out.WriteLine(asJson ? ExplainJson.WriteQuery(number, query) : query);
    }

    /// <summary>Somebody may have given the number of a criterion or sub-criterion, or mistyped one.</summary>
    private static string Advice(Standard standard, string number)
    {
        string[] below =
        [
            .. standard
                .Elements.Select(one => one.Number)
                .Where(one => one.StartsWith(number.TrimEnd('.') + ".", StringComparison.Ordinal)),
        ];
        if (below.Length > 0)
            return $" It has {string.Join(", ", below)}.";
        return Likeness.Nearest(number, standard.Elements.Select(one => one.Number)) is { } nearest
            ? $" Did you mean {nearest}?"
            : "";
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

    private static void Print(ElementAnswer answer, Terminal terminal)
    {
        StandardElement element = answer.Element;
        terminal.Out.WriteLine($"{element.Number} {element.Wording}");
        if (element.Parts.Count > 1)
        {
            for (int i = 0; i < element.Parts.Count; i++)
                terminal.Out.WriteLine($"  part {i + 1}: {element.Parts[i].Text}");
        }

        terminal.Out.WriteLine("\nLooked for, with its weight:");
        foreach (QueryWord word in answer.Query.Take(WordsShown))
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {word.Weight, 6:F3}  {word.Words}"));
        if (answer.Query.Count > WordsShown)
            terminal.Out.WriteLine($"          and {answer.Query.Count - WordsShown} more");
        PrintSearch(answer, terminal);
        if (answer.Suggestions.Count == 0)
            terminal.Out.WriteLine("\nNothing was found.");
        for (int i = 0; i < answer.Suggestions.Count; i++)
            Print(answer.Suggestions[i].Rank ?? i + 1, answer.Suggestions[i], answer, terminal);
    }

    /// <summary>What was searched, and what could not be.</summary>
    private static void PrintSearch(ElementAnswer answer, Terminal terminal)
    {
        terminal.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\nSearched: {answer.Searched.Count:N0} documents, {answer.Pages:N0} pages where pages are "
                    + $"counted, {answer.Passages:N0} passages."
            )
        );
        string[] words =
        [
            .. answer
                .SearchedFor.Take(ElementAnswer.WordsNamed)
                .Select(word => string.Create(CultureInfo.InvariantCulture, $"{word.Words} ({word.Passages:N0})")),
        ];
        terminal.Out.WriteLine($"Heaviest words, and how many passages hold them: {string.Join(", ", words)}.");
        if (answer.NotRead.Count == 0)
            return;
        terminal.Out.WriteLine("Not read, or not whole:");
        foreach (DocumentRecord file in answer.NotRead.Take(FilesShown))
            terminal.Out.WriteLine($"  {file.Path}: {(file.Problems.Count > 0 ? file.Problems[0].Message : "")}");
        if (answer.NotRead.Count > FilesShown)
            terminal.Out.WriteLine($"  and {answer.NotRead.Count - FilesShown} more");
    }

    private static void Print(int rank, Suggestion suggestion, ElementAnswer answer, Terminal terminal)
    {
        string page = suggestion.Passage.Page is { } number
            ? ", page " + PageCitation.Full(number, suggestion.Passage.PageLabel)
            : "";
        terminal.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\n{rank}. {suggestion.Strength.ToString().ToLowerInvariant()} ({suggestion.Confidence:P0}) "
                    + $"{answer.Paths[suggestion.Document]}{page}"
            )
        );
        terminal.Out.WriteLine(
            "   "
                + MarkedQuote.Mark(
                    suggestion.Passage.Text,
                    suggestion.Quote,
                    suggestion.Matches.Select(match => match.Span),
                    terminal
                )
        );
        if (answer.Element.Parts.Count > 1 && suggestion.Parts.Count > 0)
            terminal.Out.WriteLine($"   speaks of part {string.Join(" and ", suggestion.Parts)}");
        if (suggestion.CloseTo is { } near)
        {
            terminal.Out.WriteLine(
                near == answer.Element.Wording
                    ? "   close in meaning to the element's wording"
                    : $"   close in meaning to: \"{near}\""
            );
        }

        foreach (EvidenceRemark remark in suggestion.Remarks)
            terminal.Out.WriteLine("   note: " + EvidenceRemarks.Describe(remark));
        foreach (SuggestionCopy copy in suggestion.Copies)
            terminal.Out.WriteLine($"   also in: {answer.Paths[copy.Document]}");
        if (suggestion.MoreCopies > 0)
            terminal.Out.WriteLine($"   and in {suggestion.MoreCopies} more places");
        foreach (string reason in suggestion.Rejected)
            terminal.Out.WriteLine("   rejected: " + reason);
        ScoreTree.Print(suggestion.Why, 1, terminal.Out);
    }
}

/// <summary>All that explain has to say of an element.</summary>
/// <param name="Element">The element.</param>
/// <param name="Query">What was looked for, with weights.</param>
/// <param name="SearchedFor">The heaviest words, with the passages that hold them.</param>
/// <param name="Suggestions">Best first.</param>
/// <param name="Documents">All files.</param>
/// <param name="Paths">By content: the first path it stands under.</param>
internal sealed record ElementAnswer(
    StandardElement Element,
    IReadOnlyList<QueryWord> Query,
    IReadOnlyList<SearchedWord> SearchedFor,
    IReadOnlyList<Suggestion> Suggestions,
    IReadOnlyList<DocumentRecord> Documents,
    IReadOnlyDictionary<string, string> Paths
)
{
    /// <summary>How many of the heaviest words are named.</summary>
    public const int WordsNamed = 12;

    /// <summary>The files that have passages, each content once.</summary>
    public IReadOnlyList<DocumentRecord> Searched { get; } =
    [
        .. Documents
            .Where(document => document.PassageCount > 0)
            .DistinctBy(document => document.Hash, StringComparer.Ordinal),
    ];

    /// <summary>The files that were not read, or not whole.</summary>
    public IReadOnlyList<DocumentRecord> NotRead { get; } =
    [.. Documents.Where(document => document.Status != ReadStatus.Read)];

    public int Pages => Searched.Sum(document => document.Pages ?? 0);

    public int Passages => Searched.Sum(document => document.PassageCount);
}

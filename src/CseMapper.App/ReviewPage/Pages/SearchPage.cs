using AspNetCoreGeneratedDocument;
using CseMapper.App.Commands;
using CseMapper.App.ReviewPage.Markup;
using CseMapper.Decisions.Mapping;
using CseMapper.Matching.Suggestions;
using CseMapper.Passages.Indexing;
using CseMapper.Passages.Searching;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;
using CseMapper.Reports;

namespace CseMapper.App.ReviewPage.Pages;

/// <summary>Free search over all passages; what is found can be used as evidence.</summary>
internal static class SearchPage
{
    private const int Size = 20;
    private const int MostPages = 25;

    /// <summary>As many characters as an element's query has, which is pasted here to be changed.</summary>
    public const int LongestQuery = 12_000;

    /// <summary>Examples of queries and what they find, shown where nothing is.</summary>
    public static IReadOnlyList<(string Example, string Meaning)> Hints { get; } =
    [
        ("complaints ombudsman", "passages with both words in any form; where there are none, with either"),
        ("\"working days\"", "the words as they are written, one after the other"),
        ("\"reply days\"~5", "the words as they are written, with up to five others between them"),
        ("complain*", "all words that begin so: complaint, complained, complainant"),
        ("satisf~", "words that differ by a letter or two"),
        ("complaint AND (letter OR telephone) NOT draft", "both, either, without; also + and - before a word"),
        ("heading:appeals", "in the headings above the passage; title: in the document's title"),
        (
            "document:complaints page:[3 TO 7]",
            "in files with such a name or folder, on such pages; clause:4.2 by number"
        ),
        ("element:4.3.2", "what is looked for on behalf of an element, among other words if you like"),
        ("complaint^3 appeal", "the first word counts three times"),
    ];

    public static Task Show(PageRequest request)
    {
        string query = request.Query("q") is { Length: <= LongestQuery } given
            ? given
            : request.Query("q")[..LongestQuery];
        MappingEntry? entry = request.State.Element(request.Query("for"));
        int page = Math.Min(request.Number("page"), MostPages);
        using Workspace? workspace = request.Site.Project.OpenWorkspace();
        SearchAnswer answer =
            string.IsNullOrWhiteSpace(query) || workspace is null
                ? new SearchAnswer([]) { IsEmpty = true }
                : Find(request, workspace, query, (page * Size) + 1);
        FoundCard[] shown =
        [
            .. answer
                .Found.Skip((page - 1) * Size)
                .Take(Size)
                .Select(hit => CardOf(request, workspace!, hit, answer))
                .OfType<FoundCard>(),
        ];
        string address = Links.With("/search", ("q", query), ("for", entry?.Number));
        int count = answer.Found.Count;
        SearchModel model = new(
            request,
            query,
            entry,
            answer.Remarks,
            answer.IsEmpty ? null : StatusOf(count, page),
            shown,
            new PagerModel(address, page, Math.Min(count, MostPages * Size), Size)
        );
        return Frame.Send(request, "Search", "/search", new ReviewPage_Markup_Search { Model = model });
    }

    private static string StatusOf(int count, int page) =>
        count == 0 ? "Nothing was found."
        : count > page * Size ? $"Passages {((page - 1) * Size) + 1} to {page * Size}, best first; there are more."
        : Plural.Count(count, "passage was found", "passages were found");

    /// <summary>Passages with all words; where there are none, those with any.</summary>
    private static SearchAnswer Find(PageRequest request, Workspace workspace, string query, int limit)
    {
        PassageSearcher index = new(
            PassageIndex.Of(workspace).Latest(CancellationToken.None),
            WorkspaceOf.CatalogueOf(workspace, () => request.Site.Standard)
        );
        SearchAnswer all = index.Search(query, limit, needsAll: true);
        return all.Found.Count > 0 || all.IsCut || all.IsEmpty ? all : index.Search(query, limit);
    }

    private static FoundCard? CardOf(PageRequest request, Workspace workspace, FoundPassage hit, SearchAnswer answer)
    {
        IReadOnlyList<Passage> passages = workspace.PassagesOf(hit.Hash);
        if (request.State.Index?.Content(hit.Hash) is not { } document || hit.Ordinal >= passages.Count)
            return null;
        Passage passage = passages[hit.Ordinal];
        IEnumerable<MatchedWord> matches = answer
            .MatchesIn(passage.Text)
            .Select(match => new MatchedWord(new TextSpan(match.Start, match.Length), MatchKind.Word, ""));
        return new FoundCard(document, passage, [.. MarkedText.Runs(passage.Text, [.. matches])]);
    }
}

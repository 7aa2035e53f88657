using AspNetCoreGeneratedDocument;
using CseMapper.App.Commands;
using CseMapper.App.ReviewPage.Markup;
using CseMapper.Decisions.Mapping;
using CseMapper.Matching.Suggestions;
using CseMapper.Passages.Indexing;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;
using CseMapper.Reports;

namespace CseMapper.App.ReviewPage.Pages;

/// <summary>Free search over all passages; what is found can be used as evidence.</summary>
internal static class SearchPage
{
    private const int Size = 20;
    private const int MostPages = 25;

    /// <summary>As many characters as anybody types.</summary>
    public const int LongestQuery = 500;

    public static Task Show(PageRequest request)
    {
        string query = request.Query("q") is { Length: <= LongestQuery } given
            ? given
            : request.Query("q")[..LongestQuery];
        MappingEntry? entry = request.State.Element(request.Query("for"));
        SearchWords words = SearchWords.Parse(query);
        int page = Math.Min(request.Number("page"), MostPages);
        using Workspace? workspace = request.Site.Project.OpenWorkspace();
        IReadOnlyList<FoundPassage> found =
            words.IsEmpty || workspace is null ? [] : Find(workspace, words, (page * Size) + 1);
        FoundCard[] shown =
        [
            .. found
                .Skip((page - 1) * Size)
                .Take(Size)
                .Select(hit => CardOf(request, workspace!, hit, words))
                .OfType<FoundCard>(),
        ];
        string address = Links.With("/search", ("q", query), ("for", entry?.Number));
        SearchModel model = new(
            request,
            query,
            entry,
            words.IsEmpty ? null : StatusOf(found.Count, page),
            shown,
            new PagerModel(address, page, Math.Min(found.Count, MostPages * Size), Size)
        );
        return Frame.Send(request, "Search", "/search", new ReviewPage_Markup_Search { Model = model });
    }

    private static string StatusOf(int count, int page) =>
        count == 0 ? "Nothing was found."
        : count > page * Size ? $"Passages {((page - 1) * Size) + 1} to {page * Size}, best first; there are more."
        : Plural.Count(count, "passage was found", "passages were found");

    /// <summary>Passages with all words; where there are none, those with any.</summary>
    private static IReadOnlyList<FoundPassage> Find(Workspace workspace, SearchWords words, int limit)
    {
        PassageSearcher index = new(PassageIndex.Of(workspace).Latest(CancellationToken.None));
        IReadOnlyList<FoundPassage> all = index.Search(words.All, limit);
        return all.Count > 0 ? all : index.Search(words.Any, limit);
    }

    private static FoundCard? CardOf(PageRequest request, Workspace workspace, FoundPassage hit, SearchWords words)
    {
        IReadOnlyList<Passage> passages = workspace.PassagesOf(hit.Hash);
        if (request.State.Index?.Content(hit.Hash) is not { } document || hit.Ordinal >= passages.Count)
            return null;
        Passage passage = passages[hit.Ordinal];
        IEnumerable<MatchedWord> matches = words
            .MatchesIn(passage.Text)
            .Select(span => new MatchedWord(span, MatchKind.Word, ""));
        return new FoundCard(document, passage, [.. MarkedText.Runs(passage.Text, [.. matches])]);
    }
}

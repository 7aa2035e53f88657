using AspNetCoreGeneratedDocument;
using CseMapper.App.ReviewPage.Markup;
using CseMapper.App.ReviewPage.Project;
using CseMapper.Decisions.Mapping;
using CseMapper.Documents;
using CseMapper.Matching.Suggestions;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;

namespace CseMapper.App.ReviewPage.Pages;

/// <summary>A document from its own side: what it says about itself, what went wrong, which elements it supports, and
/// its text with everything that was matched.</summary>
internal static class DocumentPage
{
    /// <summary>As many passages, or problems, as are shown at once.</summary>
    public const int Size = 60;

    public static Task Show(PageRequest request)
    {
        if (request.State.Index?.Document(request.Query("path")) is not { } document)
            return Frame.NotFound(request, "There is no such document in the mapping.");
        using Workspace? workspace = request.Site.Project.OpenWorkspace();
        IReadOnlyList<Passage> passages =
            document.Record.Hash.Length > 0 && workspace is not null ? workspace.PassagesOf(document.Record.Hash) : [];
        int named = passages.Select(passage => passage.Key).ToList().IndexOf(request.Query("passage"));
        int page = named >= 0 ? (named / Size) + 1 : request.Number("page");
        DocumentModel model = new(
            request,
            document,
            passages.Skip((page - 1) * Size).Take(Size),
            new PagerModel(Links.Document(document.Record.Path), page, passages.Count, Size)
        );
        return Frame.Send(
            request,
            document.Record.Path,
            "/documents",
            new ReviewPage_Markup_Document { Model = model }
        );
    }

    /// <summary>The matched words of a passage, by their places in it.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="uses">What it was suggested for.</param>
    public static List<MatchedWord> MatchesOf(Passage passage, PassageUse[] uses)
    {
        List<MatchedWord> matches = [];
        foreach (PassageUse use in uses)
        {
            int at = passage.Text.IndexOf(use.Suggestion.Quote, StringComparison.Ordinal);
            if (at >= 0)
            {
                matches.AddRange(
                    use.Suggestion.Matches.Select(match =>
                        match with
                        {
                            Span = new TextSpan(match.Span.Start + at, match.Span.Length),
                        }
                    )
                );
            }
        }

        matches.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return matches;
    }
}

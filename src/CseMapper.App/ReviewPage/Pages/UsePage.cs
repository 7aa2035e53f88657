using AspNetCoreGeneratedDocument;
using CseMapper.App.ReviewPage.Markup;
using CseMapper.Decisions.Mapping;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;

namespace CseMapper.App.ReviewPage.Pages;

/// <summary>Asks for which element a passage is evidence.</summary>
internal static class UsePage
{
    public static Task Show(PageRequest request)
    {
        string hash = request.Query("content");
        using Workspace? workspace = request.Site.Project.OpenWorkspace();
        MappingDocument? document = request.State.Index?.Content(hash);
        Passage? passage = document is null
            ? null
            : workspace?.PassagesOf(hash).FirstOrDefault(one => one.Key == request.Query("passage"));
        if (document is null || passage is null)
            return Frame.NotFound(request, "The passage is no longer in the documents.");
        UseModel model = new(request, document, passage);
        return Frame.Send(request, "Use as evidence", "/search", new ReviewPage_Markup_Use { Model = model });
    }
}

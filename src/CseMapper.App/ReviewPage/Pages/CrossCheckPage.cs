using AspNetCoreGeneratedDocument;
using CseMapper.App.ReviewPage.Markup;
using CseMapper.Passages.CrossChecking;
using CseMapper.Passages.Workspaces;

namespace CseMapper.App.ReviewPage.Pages;

/// <summary>A page of a PDF on which two readers differ: the text that is used beside what the second reader
/// found.</summary>
internal static class CrossCheckPage
{
    public static Task Show(PageRequest request)
    {
        int page = request.Number("page");
        if (
            request.State.Index?.Document(request.Query("path")) is not { Record.CrossCheck: { } check } document
            || check.Differences.FirstOrDefault(difference => difference.Page == page) is not { } difference
        )
        {
            return Frame.NotFound(request, "Two readers do not differ there, or were not compared.");
        }

        using Workspace? workspace = request.Site.Project.OpenWorkspace();
        PageTexts? texts = workspace?.CrossCheckTexts(document.Record.Hash).FirstOrDefault(text => text.Page == page);
        CrossCheckModel model = new(document, difference, texts);
        return Frame.Send(
            request,
            document.Record.Path,
            "/documents",
            new ReviewPage_Markup_CrossCheck { Model = model }
        );
    }
}

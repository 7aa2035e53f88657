using AspNetCoreGeneratedDocument;

namespace CseMapper.App.ReviewPage.Pages;

/// <summary>The settings in use, to be looked at: they are changed in their file.</summary>
internal static class SettingsPage
{
    public static Task Show(PageRequest request) =>
        Frame.Send(request, "Settings", "/settings", new ReviewPage_Markup_Settings { Model = request });
}

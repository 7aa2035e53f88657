using AspNetCoreGeneratedDocument;
using CseMapper.App.ReviewPage.Markup;
using Microsoft.AspNetCore.Http;
using RazorSlices;

namespace CseMapper.App.ReviewPage.Pages;

/// <summary>What stands around every page: head, navigation, footer.</summary>
internal static class Frame
{
    /// <summary>The parts of the navigation.</summary>
    public static IReadOnlyList<(string Address, string Name)> Sections { get; } =
    [
        ("/", "Overview"),
        ("/documents", "Documents"),
        ("/search", "Search"),
        ("/history", "History"),
        ("/settings", "Settings"),
    ];

    /// <summary>Sends a page.</summary>
    /// <param name="request">Who asks.</param>
    /// <param name="title">Its title.</param>
    /// <param name="section">The address of the part of the navigation it belongs to.</param>
    /// <param name="main">Its content.</param>
    /// <param name="status">Its status code.</param>
    public static Task Send(
        PageRequest request,
        string title,
        string section,
        RazorSlice main,
        int status = StatusCodes.Status200OK
    ) =>
        Html.Send(
            request.Http,
            new ReviewPage_Markup_Frame { Model = new FrameModel(request, title, section, main) },
            status
        );

    /// <summary>Shows that something is not there.</summary>
    public static Task NotFound(PageRequest request, string what) =>
        Send(request, "Not found", "", new ReviewPage_Markup_NotFound { Model = what }, StatusCodes.Status404NotFound);
}

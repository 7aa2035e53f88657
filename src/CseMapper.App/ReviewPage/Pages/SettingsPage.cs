using CseMapper.Decisions.Mapping;

namespace CseMapper.App.ReviewPage.Pages;

/// <summary>The settings in use, to be looked at: they are changed in their file.</summary>
internal static class SettingsPage
{
    public static Task Show(PageRequest request) =>
        Frame.Send(
            request,
            "Settings",
            "/settings",
            html =>
            {
                html.Line(
                    $"<h1>Settings in use</h1><p>They stand in <code>csemapper.json</code> and on the command line; this page only shows them.</p>"
                );
                html.Line(
                    $"""<div class="scroll" tabindex="0" role="region" aria-label="Table of settings"><table class="settings"><thead><tr><th scope="col">Setting</th><th scope="col">Value</th></tr></thead><tbody>"""
                );
                foreach ((string name, string value) in request.Site.Settings)
                    html.Line($"""<tr><th scope="row">{name}</th><td>{value}</td></tr>""");
                html.Line(
                    $"""<tr><th scope="row">Acceptances count</th><td>{(request.State.NeedsApproval ? "after a second person's approval" : "at once")}</td></tr>"""
                );
                if (request.State.Mapping is { } mapping)
                {
                    MappingCounts counts = mapping.Counts;
                    html.Line(
                        $"""<tr><th scope="row">Mapping made by</th><td>{mapping.Generator}</td></tr><tr><th scope="row">Standard</th><td>{mapping.Standard.Title} ({mapping.Standard.Id}), fingerprint {mapping.Standard.Fingerprint}</td></tr>"""
                    );
                    html.Line(
                        $"""<tr><th scope="row">Documents</th><td>{counts.Documents} files, {counts.Read} read, {counts.PartlyRead} partly read, {counts.NotRead} not read; {counts.Passages} passages</td></tr>"""
                    );
                }

                html.Line($"</tbody></table></div>");
            }
        );
}

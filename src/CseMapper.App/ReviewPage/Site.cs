using CseMapper.App.ReviewPage.Access;
using CseMapper.App.ReviewPage.Drawing;
using CseMapper.App.ReviewPage.Project;
using CseMapper.Matching.Criteria;

namespace CseMapper.App.ReviewPage;

/// <summary>What all pages share.</summary>
/// <param name="Project">The mapping and the decisions.</param>
/// <param name="SignIn">Who may come in.</param>
/// <param name="Files">The original documents; null where their folder is not known.</param>
/// <param name="Views">The documents as they look.</param>
/// <param name="Standard">The elements' vocabulary.</param>
/// <param name="Settings">The settings in use, as name and value.</param>
/// <param name="Assets">Style sheet and scripts.</param>
/// <param name="Time">The clock.</param>
internal sealed record Site(
    ReviewProject Project,
    SignIn SignIn,
    PolicyFiles? Files,
    DocumentViews Views,
    Standard? Standard,
    IReadOnlyList<(string Name, string Value)> Settings,
    Assets Assets,
    TimeProvider Time
);

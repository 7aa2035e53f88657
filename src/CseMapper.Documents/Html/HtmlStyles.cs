using AngleSharp;
using AngleSharp.Css.Dom;
using AngleSharp.Css.Parser;
using AngleSharp.Dom;

namespace CseMapper.Documents.Html;

/// <summary>Whether elements of a page are shown and struck out: by what they are, their attributes, their own style,
/// and the rules of the page's style sheets. Style sheets outside of the file are not fetched.</summary>
internal sealed class HtmlStyles
{
    /// <summary>Rules that hide, strike or number; pages have some dozens of them.</summary>
    private const int MostRules = 400;

    /// <summary>How often an element is held against a rule: some seconds' work.</summary>
    private const int MostMatches = 20_000_000;

    /// <summary>Classes that the usual style sheets, which mostly lie outside of the file, hide.</summary>
    private static readonly HashSet<string> _hidingClasses = new(StringComparer.OrdinalIgnoreCase)
    {
        "hidden",
        "hide",
        "is-hidden",
        "d-none",
        "uk-hidden",
        "invisible",
        "visually-hidden",
        "visuallyhidden",
        "sr-only",
        "screen-reader-text",
        "element-invisible",
        "govuk-visually-hidden",
        "nhsuk-u-visually-hidden",
    };

    private readonly Dictionary<IElement, HtmlLook> _looks = [];
    private readonly Dictionary<IElement, HtmlLook> _important = [];

    /// <summary>Reads the style sheets inside of a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static HtmlStyles Of(IDocument page, CancellationToken cancellation)
    {
        HtmlStyles styles = new();
        if (page.Context.GetService<ICssSelectorParser>() is not { } parser)
            return styles;
        List<(ISelector Selector, HtmlRule Rule)> rules = [];
        foreach (IElement sheet in page.QuerySelectorAll("style"))
        {
            if (!HtmlSheet.IsForScreens(sheet.GetAttribute("media") ?? ""))
                continue;
            foreach (HtmlRule rule in HtmlSheet.Read(sheet.TextContent))
            {
                cancellation.ThrowIfCancellationRequested();
                if (rules.Count < MostRules && parser.ParseSelector(rule.Selector) is { } selector)
                    rules.Add((selector, rule));
            }
        }

        int most = MostMatches / Math.Max(1, page.All.Length);
        foreach ((ISelector selector, HtmlRule rule) in rules.Take(most).OrderBy(rule => rule.Selector.Specificity))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (IElement element in page.All.Where(element => selector.Match(element, page.DocumentElement)))
            {
                Take(styles._looks, element, rule.Usual);
                Take(styles._important, element, rule.Important);
            }
        }

        return styles;
    }

    /// <summary>What is said of an element.</summary>
    public HtmlLook LookOf(IElement element)
    {
        HtmlLook look = new();
        if (_looks.TryGetValue(element, out HtmlLook? ruled))
            look.Add(ruled);
        string? own = element.GetAttribute("style");
        if (own is not null)
            look.Add(HtmlLook.Read(own, important: false));
        if (_important.TryGetValue(element, out HtmlLook? important))
            look.Add(important);
        if (own is not null && own.Contains('!', StringComparison.Ordinal))
            look.Add(HtmlLook.Read(own, important: true));
        return look;
    }

    /// <summary>True where an element and all that is inside is not shown.</summary>
    /// <param name="element">The element.</param>
    /// <param name="look">What is said of it.</param>
    public static bool IsGone(IElement element, HtmlLook look) =>
        look.IsGone
        ?? (
            look.IsOffPage
            || element.HasAttribute("hidden")
            || (element.GetAttribute("aria-hidden") == "true" && element.LocalName is not ("html" or "body" or "main"))
            || HasHidingClass(element)
        );

    /// <summary>True where a line goes through an element and all that is inside.</summary>
    /// <param name="element">The element.</param>
    /// <param name="look">What is said of it.</param>
    public static bool IsStruck(IElement element, HtmlLook look) =>
        look.IsStruck ?? element.LocalName is "s" or "del" or "strike";

    /// <summary>"d-none d-md-block" is hidden on small screens only.</summary>
    private static bool HasHidingClass(IElement element)
    {
        if (element.ClassList.Length == 0 || !element.ClassList.Any(_hidingClasses.Contains))
            return false;
        return !element.ClassList.Any(name =>
            name.EndsWith("block", StringComparison.Ordinal)
            || name.EndsWith("flex", StringComparison.Ordinal)
            || name.EndsWith("grid", StringComparison.Ordinal)
            || name.EndsWith("inline", StringComparison.Ordinal)
            || name.Contains(":table", StringComparison.Ordinal)
            || name.Contains("-table", StringComparison.Ordinal)
        );
    }

    private static void Take(Dictionary<IElement, HtmlLook> looks, IElement element, HtmlLook look)
    {
        if (look.IsEmpty)
            return;
        if (!looks.TryGetValue(element, out HtmlLook? known))
            looks.Add(element, known = new HtmlLook());
        known.Add(look);
    }
}

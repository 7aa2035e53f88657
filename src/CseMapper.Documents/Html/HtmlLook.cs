using AngleSharp.Dom;

namespace CseMapper.Documents.Html;

/// <summary>What declarations of a style say about an element; null where they say nothing.</summary>
internal sealed class HtmlLook
{
    private static readonly char[] _parts = [' ', ',', '(', ')'];

    /// <summary>Takes no part in the page.</summary>
    public bool? IsGone { get; private set; }

    /// <summary>Takes up room but cannot be seen; elements inside may be seen again.</summary>
    public bool? IsInvisible { get; private set; }

    /// <summary>A line goes through it and all that is inside.</summary>
    public bool? IsStruck { get; private set; }

    /// <summary>How items of a list are numbered, as style sheets name it.</summary>
    public string? ListType { get; private set; }

    private bool IsAbsolute { get; set; }

    private bool IsCutOff { get; set; }

    /// <summary>True for what only programs that read pages aloud are given: moved off the page or cut to
    /// nothing.</summary>
    public bool IsOffPage => IsAbsolute && IsCutOff;

    /// <summary>True where none of what matters here is said.</summary>
    public bool IsEmpty =>
        IsGone is null && IsInvisible is null && IsStruck is null && ListType is null && !IsAbsolute && !IsCutOff;

    /// <summary>Reads "property: value; …".</summary>
    /// <param name="declarations">The text between the braces, or of a style attribute.</param>
    /// <param name="important">True for those marked "!important" only, false for the others only.</param>
    public static HtmlLook Read(string declarations, bool important)
    {
        HtmlLook look = new();
        foreach (string declaration in declarations.Split(';'))
        {
            int colon = declaration.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
                continue;
            string value = declaration[(colon + 1)..].Trim().ToLowerInvariant();
            int mark = value.IndexOf('!', StringComparison.Ordinal);
            if (mark >= 0 != important)
                continue;
            look.Take(declaration[..colon].Trim().ToLowerInvariant(), mark < 0 ? value : value[..mark].Trim());
        }

        return look;
    }

    /// <summary>Takes over what another says.</summary>
    public void Add(HtmlLook later)
    {
        IsGone = later.IsGone ?? IsGone;
        IsInvisible = later.IsInvisible ?? IsInvisible;
        IsStruck = later.IsStruck ?? IsStruck;
        ListType = later.ListType ?? ListType;
        IsAbsolute |= later.IsAbsolute;
        IsCutOff |= later.IsCutOff;
    }

    private void Take(string property, string value)
    {
        switch (property)
        {
            case "display":
                IsGone = value == "none";
                break;
            case "mso-hide":
                IsGone = value == "all" ? true : IsGone;
                break;
            case "visibility":
                IsInvisible = value is "hidden" or "collapse";
                break;
            case "text-decoration" or "text-decoration-line":
                IsStruck = value.Contains("line-through", StringComparison.Ordinal);
                break;
            case "list-style" or "list-style-type":
                ListType = value.Split(_parts, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(IsListType);
                break;
            case "position":
                IsAbsolute = value is "absolute" or "fixed";
                break;
            case "left" or "top" or "right" or "margin-left" or "text-indent":
                IsCutOff |= value.StartsWith("-9", StringComparison.Ordinal) && value.Length > 5;
                break;
            case "clip":
                IsCutOff |=
                    value.StartsWith("rect(0", StringComparison.Ordinal)
                    || value.StartsWith("rect(1px", StringComparison.Ordinal);
                break;
            case "clip-path":
                IsCutOff |= value is "inset(50%)" or "inset(100%)" or "circle(0)";
                break;
            default:
                break;
        }
    }

    private static bool IsListType(string word) =>
        word is "none" or "decimal" or "decimal-leading-zero" or "disc" or "circle" or "square"
        || word.StartsWith("lower-", StringComparison.Ordinal)
        || word.StartsWith("upper-", StringComparison.Ordinal);
}

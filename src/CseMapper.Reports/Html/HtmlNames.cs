using CseMapper.Decisions.Mapping;
using CseMapper.Documents;
using CseMapper.Matching.Suggestions;

namespace CseMapper.Reports.Html;

/// <summary>Class names, anchors and words that several parts of the page share.</summary>
internal static class HtmlNames
{
    /// <summary>The class that gives a strength its colour.</summary>
    public static string Class(EvidenceStrength strength) =>
        strength switch
        {
            EvidenceStrength.Strong => "strong",
            EvidenceStrength.Possible => "possible",
            EvidenceStrength.Weak => "weak",
            _ => "none",
        };

    /// <summary>The state of an element in words.</summary>
    public static string Words(EvidenceStrength strength) =>
        strength switch
        {
            EvidenceStrength.Strong => "Strong",
            EvidenceStrength.Possible => "Possible",
            EvidenceStrength.Weak => "Weak",
            _ => "None found",
        };

    /// <summary>A kind of gap in words.</summary>
    public static string Words(GapKind kind) =>
        kind switch
        {
            GapKind.Missing => "None found",
            GapKind.Thin => "Thin",
            _ => "Nothing strong",
        };

    /// <summary>What a kind of gap means.</summary>
    public static string Explain(GapKind kind) =>
        kind switch
        {
            GapKind.Missing =>
                "No strong or possible passage in what could be searched. Open the element for the words looked "
                    + "for and the candidates that were rejected.",
            GapKind.Thin =>
                "There is evidence, but a part of the sentence has none, it is one weak document, or all of it "
                    + "is draft, replaced, overdue for review, planned or without figures.",
            _ => "Possible evidence in several documents, none of it strong: read it before relying on it.",
        };

    /// <summary>The class of a document's badge.</summary>
    public static string Class(ReadStatus status) =>
        status switch
        {
            ReadStatus.Read => "strong",
            ReadStatus.PartlyRead => "possible",
            _ => "none",
        };

    /// <summary>The id of an element on the page.</summary>
    public static string Id(string element) =>
        "e-" + string.Concat(element.Select(c => char.IsWhiteSpace(c) || char.IsControl(c) ? '_' : c));

    /// <summary>The address of an element on the page.</summary>
    public static string Anchor(string element) => "#" + Uri.EscapeDataString(Id(element));

    /// <summary>The address of a document at a page.</summary>
    public static string Address(DocumentLinks links, string path, int? page)
    {
        string fragment = DocumentLinks.Fragment(path, page);
        return links.To(path) + (fragment.Length == 0 ? "" : "#" + fragment);
    }
}

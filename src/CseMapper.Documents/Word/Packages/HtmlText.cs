using System.Text;
using AngleSharp.Dom;
using CseMapper.Documents.Html;

namespace CseMapper.Documents.Word.Packages;

/// <summary>Takes the text out of a web page, a line a paragraph.</summary>
internal static class HtmlText
{
    private const string StrikeMark = "~~";

    /// <summary>Appends the text below a node, walking without recursion.</summary>
    /// <param name="text">Takes the text.</param>
    /// <param name="root">The node.</param>
    /// <param name="styles">Which elements are shown and struck out.</param>
    internal static void Append(StringBuilder text, INode root, HtmlStyles styles)
    {
        int struck = 0;
        INode? node = root.FirstChild;
        while (node is not null)
        {
            bool isEntered = node is not IElement element || !IsSkipped(element, styles);
            if (node is IText letters)
                AppendLetters(text, letters.Data);
            else if (node is IElement { LocalName: "br" } or IElement { LocalName: "hr" })
                EndLine(text);
            else if (node is IElement opened && IsBlock(opened))
                EndLine(text);
            if (isEntered && IsStruck(node, styles) && struck++ == 0)
                text.Append(StrikeMark);
            INode? next = isEntered ? node.FirstChild : null;
            while (next is null && node is not null && node != root)
            {
                if (node is IElement closed)
                {
                    if (!IsSkipped(closed, styles) && IsStruck(closed, styles) && --struck == 0)
                        text.Append(StrikeMark);
                    Close(text, closed);
                }

                next = node.NextSibling;
                node = node.Parent;
            }

            node = next;
        }
    }

    private static void Close(StringBuilder text, IElement element)
    {
        if (IsBlock(element))
            EndLine(text);
        else if (element.LocalName is "td" or "th")
            text.Append('\t');
    }

    private static void AppendLetters(StringBuilder text, string letters)
    {
        foreach (char c in letters)
        {
            if (c is not (' ' or '\t' or '\r' or '\n'))
                text.Append(c);
            else if (text.Length > 0 && text[^1] is not (' ' or '\n' or '\t'))
                text.Append(' ');
        }
    }

    private static void EndLine(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != '\n')
            text.Append('\n');
    }

    private static bool IsSkipped(IElement element, HtmlStyles styles) =>
        element.LocalName is "script" or "style" or "head" or "template" or "noscript"
        || HtmlStyles.IsGone(element, styles.LookOf(element));

    private static bool IsStruck(INode node, HtmlStyles styles) =>
        node is IElement element && HtmlStyles.IsStruck(element, styles.LookOf(element));

    private static bool IsBlock(IElement element) =>
        element.LocalName
            is "p"
                or "div"
                or "h1"
                or "h2"
                or "h3"
                or "h4"
                or "h5"
                or "h6"
                or "li"
                or "ul"
                or "ol"
                or "tr"
                or "table"
                or "section"
                or "article"
                or "header"
                or "footer"
                or "blockquote"
                or "pre"
                or "dl"
                or "dt"
                or "dd"
                or "address"
                or "figure"
                or "figcaption"
                or "form"
                or "fieldset";
}

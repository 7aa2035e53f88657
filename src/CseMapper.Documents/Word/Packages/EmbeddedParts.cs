using System.Xml;
using CseMapper.Documents.Word.Stories;

namespace CseMapper.Documents.Word.Packages;

/// <summary>Text that a document keeps in further parts: charts, diagrams, and whole documents taken in.</summary>
internal static class EmbeddedParts
{
    private const int MaxDepth = 4;
    private const int MaxTexts = 2000;

    /// <summary>Titles, series and category names of a chart; numbers are left in the chart.</summary>
    internal static List<string> ReadChart(WordContext context, string? name)
    {
        List<string> texts = new List<string>();
        context.Read(
            name,
            "a chart",
            (reader, _) =>
            {
                while (context.Limits.MayGoOn() && reader.Read())
                {
                    if (reader.NodeType != XmlNodeType.Element)
                        continue;
                    if (reader.LocalName is "title" or "tx")
                        AddJoined(context, texts, reader);
                    else if (reader.LocalName is "cat" or "strDim")
                        AddEach(context, texts, reader);
                }
            }
        );
        return texts;
    }

    /// <summary>The texts of a diagram (SmartArt), one a shape.</summary>
    internal static List<string> ReadDiagram(WordContext context, string? name)
    {
        List<string> texts = new List<string>();
        context.Read(
            name,
            "a diagram",
            (reader, _) =>
            {
                while (context.Limits.MayGoOn() && reader.Read())
                {
                    if (
                        reader.NodeType == XmlNodeType.Element
                        && reader.LocalName == "t"
                        && WordNames.FamilyOf(reader.NamespaceURI) == NameFamily.Diagram
                    )
                    {
                        AddJoined(context, texts, reader);
                    }
                }
            }
        );
        return texts;
    }

    /// <summary>A document taken in whole: Word, web page or plain text.</summary>
    internal static List<Draft> ReadChunk(WordContext context, string? name)
    {
        if (name is null || context.Package.Find(name) is not { } part)
        {
            context.AddLoss("A document that this one takes in is missing from the file.");
            return [];
        }

        if (context.Depth >= MaxDepth)
        {
            context.AddLoss("Documents stand in documents more than four deep; the innermost were left out.");
            return [];
        }

        return EmbeddedDocument.Read(context, part);
    }

    /// <summary>The letters inside the element at hand as one text; paragraphs on lines of their own.</summary>
    private static void AddJoined(WordContext context, List<string> texts, XmlReader reader)
    {
        List<string> lines = new List<string>();
        string line = "";
        int depth = reader.Depth;
        if (reader.IsEmptyElement)
            return;
        while (context.Limits.MayGoOn() && WordXml.ReadInside(reader, depth))
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA)
            {
                if (line.Length < 100_000)
                    line += reader.Value[..context.Limits.TakeText(reader.Value.Length)];
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "f" or "numRef")
            {
                WordXml.SkipInside(reader);
            }
            else if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName is "p" or "pt")
            {
                lines.Add(line);
                line = "";
            }
        }

        lines.Add(line);
        Add(texts, string.Join('\n', lines.Where(text => !string.IsNullOrWhiteSpace(text)).Take(MaxTexts)));
    }

    private static void AddEach(WordContext context, List<string> texts, XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return;
        int depth = reader.Depth;
        bool isValue = false,
            isNumber = false;
        while (context.Limits.MayGoOn() && WordXml.ReadInside(reader, depth))
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                isNumber |= reader.LocalName is "numRef" or "numLit";
                isValue = reader.LocalName is "v" or "pt";
            }
            else if (reader.NodeType == XmlNodeType.Text && isValue && !isNumber)
            {
                Add(texts, reader.Value[..context.Limits.TakeText(reader.Value.Length)]);
            }
        }
    }

    /// <summary>Series share their categories; each text stands once.</summary>
    private static void Add(List<string> texts, string text)
    {
        if (!string.IsNullOrWhiteSpace(text) && texts.Count < MaxTexts && !texts.Contains(text))
            texts.Add(text);
    }
}

namespace CseMapper.Ingest.Word;

/// <summary>Reads a document's parts in the order in which they need one another.</summary>
internal static class WordParts
{
    /// <summary>Reads definitions, notes and the body.</summary>
    internal static List<Draft> ReadBody(WordContext context)
    {
        var body = new List<Draft>();
        if (context.Package.Main is not { } main) return body;
        context.Read(main.TargetOf("styles"), "the styles", (reader, _) => context.Styles.Read(reader));
        context.Read(main.TargetOf("numbering"), "the numbering of lists", (reader, _) => context.Lists.Read(reader));
        context.Read(main.TargetOf("settings"), "the settings", (reader, _) => context.Settings.Read(reader));
        context.Read(main.TargetOf("footnotes"), "the footnotes", (reader, part) => StoryReader.ReadNotes(context, reader, part));
        context.Read(main.TargetOf("endnotes"), "the endnotes", (reader, part) => StoryReader.ReadNotes(context, reader, part));
        context.Read(main, "the text", (reader, part) => StoryReader.Read(context, reader, part, body, isBody: true));
        return body;
    }

    /// <summary>Reads the headers or footers that are printed, each once, in the order of the sections.</summary>
    internal static List<Draft> ReadRunning(WordContext context, bool isHeader)
    {
        var running = new List<Draft>();
        var read = new HashSet<string>(StringComparer.Ordinal);
        foreach (SectionProperties section in context.Sections)
        {
            foreach ((bool isOfHeader, string type, string id) in section.References)
            {
                bool isPrinted = type switch
                {
                    "first" => section.HasTitlePage,
                    "even" => context.Settings.HasEvenHeaders,
                    _ => true,
                };
                if (isOfHeader != isHeader || !isPrinted || context.Package.Main?.TargetById(id) is not { } name || !read.Add(name)) continue;
                context.Read(name, isHeader ? "a header" : "a footer", (reader, part) => StoryReader.Read(context, reader, part, running, isBody: false));
            }
        }

        return running;
    }

    /// <summary>Counts the remarks in the margin.</summary>
    internal static int CountComments(WordContext context)
    {
        int count = 0;
        context.Read(context.Package.Main?.TargetOf("comments"), "the comments", (reader, _) =>
        {
            while (context.Limits.MayGoOn() && reader.Read())
            {
                if (reader.NodeType == System.Xml.XmlNodeType.Element && reader.LocalName == "comment") count++;
            }
        });
        return count;
    }
}

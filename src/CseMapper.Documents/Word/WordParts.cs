using CseMapper.Documents.Word.Packages;
using CseMapper.Documents.Word.Stories;
using CseMapper.Documents.Word.Styles;

namespace CseMapper.Documents.Word;

/// <summary>Reads a document's parts in the order in which they need one another.</summary>
internal static class WordParts
{
    /// <summary>Reads definitions, notes and the body.</summary>
    internal static List<Draft> ReadBody(WordContext context)
    {
        List<Draft> body = new List<Draft>();
        if (context.Package.Main is not { } main)
            return body;
        context.Read(main.TargetOf("styles"), "the styles", (reader, _) => context.Styles.Read(reader));
        context.Read(main.TargetOf("numbering"), "the numbering of lists", (reader, _) => context.Lists.Read(reader));
        context.Read(main.TargetOf("settings"), "the settings", (reader, _) => context.Settings.Read(reader));
        context.Read(
            main.TargetOf("footnotes"),
            "the footnotes",
            (reader, part) => StoryReader.ReadNotes(context, reader, part)
        );
        context.Read(
            main.TargetOf("endnotes"),
            "the endnotes",
            (reader, part) => StoryReader.ReadNotes(context, reader, part)
        );
        PartDamage? damage = context.Read(
            main,
            "the text",
            (reader, part) => StoryReader.Read(context, reader, part, body, isBody: true)
        );
        if (damage is not null)
        {
            context.AddLoss(
                ReadRest(context, main, damage, body)
                    ? $"{main.Name} (the text) is damaged at line {damage.Line}; from there on only its words "
                        + "were read, without numbers and tables."
                    : damage.Reason
            );
        }

        return body;
    }

    /// <summary>Takes the words out of what comes after damage; false where there are none.</summary>
    private static bool ReadRest(WordContext context, WordPart part, PartDamage damage, List<Draft> body)
    {
        if (damage.Line == 0)
            return false;
        int before = body.Count;
        try
        {
            foreach (
                string text in LooseText.ReadFrom(
                    new LimitedStream(context.Package.Open(part), context.Limits, isXml: true),
                    damage.Line,
                    damage.Column,
                    context.Limits
                )
            )
            {
                context.Limits.TakePiece();
                body.Add(
                    new DraftParagraph
                    {
                        Text = text,
                        Style = context.Styles.Paragraph(null),
                        RenderedPage = context.Pages.Rendered,
                        Breaks = context.Pages.Breaks,
                    }
                );
            }
        }
        catch (InvalidDataException)
        {
            // What could be unpacked is kept; the damage is noted already.
        }

        context.HasBody |= body.Count > before;
        return body.Count > before;
    }

    /// <summary>Reads the headers or footers that are printed, each once, in the order of the sections.</summary>
    internal static List<Draft> ReadRunning(WordContext context, bool isHeader)
    {
        List<Draft> running = new List<Draft>();
        HashSet<string> read = new HashSet<string>(StringComparer.Ordinal);
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
                if (
                    isOfHeader != isHeader
                    || !isPrinted
                    || context.Package.Main?.TargetById(id) is not { } name
                    || !read.Add(name)
                )
                {
                    continue;
                }

                context.Read(
                    name,
                    isHeader ? "a header" : "a footer",
                    (reader, part) => StoryReader.Read(context, reader, part, running, isBody: false)
                );
            }
        }

        return running;
    }

    /// <summary>Counts the remarks in the margin.</summary>
    internal static int CountComments(WordContext context)
    {
        int count = 0;
        context.Read(
            context.Package.Main?.TargetOf("comments"),
            "the comments",
            (reader, _) =>
            {
                while (context.Limits.MayGoOn() && reader.Read())
                {
                    if (reader.NodeType == System.Xml.XmlNodeType.Element && reader.LocalName == "comment")
                        count++;
                }
            }
        );
        return count;
    }
}

using CseMapper.Decisions.Mapping;
using CseMapper.Decisions.Mapping.Json;
using CseMapper.Documents;

namespace CseMapper.Reports.Html;

/// <summary>
/// The documents of a large folder: those that need attention and those that hold evidence as tables, all others as
/// folded lists, folder by folder. A table of a hundred thousand rows opens slowly and nobody reads it; each document
/// still stands here once.
/// </summary>
/// <param name="html">Where to.</param>
/// <param name="mapping">What to write.</param>
/// <param name="links">Where the documents are.</param>
/// <param name="writeTable">Writes some documents as a table of the name given.</param>
internal sealed class ManyDocumentsPart(
    HtmlWriter html,
    MappingFile mapping,
    DocumentLinks links,
    Action<string, IReadOnlyList<MappingDocument>> writeTable
)
{
    /// <summary>Documents of an ordinary folder, which stand in one table; and rows of the table of those that need
    /// attention.</summary>
    public const int Most = 1_000;

    /// <summary>Documents of a folded list.</summary>
    private const int MostOfList = 500;

    public void Write()
    {
        MappingDocument[] waiting =
        [
            .. mapping
                .Documents.Where(NeedsAttention)
                .OrderBy(document => document.Record.Status == ReadStatus.Unsupported)
                .Take(Most)
                .OrderBy(document => document.Record.Path, StringComparer.Ordinal),
        ];
        HashSet<string> shown = new(waiting.Select(document => document.Record.Path), StringComparer.Ordinal);
        MappingDocument[] evidence =
        [
            .. mapping.Documents.Where(document => document.Supports.Count > 0 && shown.Add(document.Record.Path)),
        ];
        MappingDocument[] others = [.. mapping.Documents.Where(document => !shown.Contains(document.Record.Path))];
        html.Line(
            $"""
            <p>{Plural.Count(
                mapping.Documents.Count,
                "document",
                "documents"
            )}, each listed once: first those that need attention, then those that hold evidence, then all others by folder.</p>
            <form class="filters find" role="search" hidden><div><label for="find">Find a document by its name, folder or title</label>
            <input type="search" id="find" autocomplete="off" spellcheck="false"></div><output id="found" for="find"></output></form>
            """
        );
        WriteTable("Need attention", waiting);
        WriteTable("Hold evidence", evidence);
        if (others.Length == 0)
            return;
        html.Line($"<h3>All others: {Plural.Count(others.Length, "document", "documents")}</h3>");
        foreach (
            IGrouping<string, MappingDocument> folder in others.GroupBy(
                document => FolderOf(document.Record.Path),
                StringComparer.Ordinal
            )
        )
        {
            MappingDocument[][] lists = [.. folder.Chunk(MostOfList)];
            foreach (MappingDocument[] list in lists)
                WriteList(folder.Key, list, isWhole: lists.Length == 1);
        }
    }

    private static bool NeedsAttention(MappingDocument document) =>
        (document.Record.Status != ReadStatus.Read && document.Record.KnownTrouble is null)
        || document.Record.IsReviewOverdue
        || document.Record.CrossCheck is { FoundMore: true };

    /// <summary>The uppermost folder with its '/'; empty for a document that stands in none.</summary>
    private static string FolderOf(string path) => path[..(path.IndexOf('/', StringComparison.Ordinal) + 1)];

    private void WriteTable(string title, MappingDocument[] documents)
    {
        if (documents.Length == 0)
            return;
        html.Line(
            $"""<div class="listed"><h3>{title}: {Plural.Count(documents.Length, "document", "documents")}</h3>"""
        );
        writeTable(title, documents);
        html.Line($"</div>");
    }

    private void WriteList(string folder, MappingDocument[] documents, bool isWhole)
    {
        string name = DisplayText.OneLine(folder);
        html.Write($"""<details class="folder" data-folder="{name}"><summary>""");
        html.Write($"<bdi>{(name.Length > 0 ? name : "Not in a folder")}</bdi> ");
        html.Write($"""<span class="small">{Plural.Count(documents.Length, "document", "documents")}""");
        if (!isWhole)
        {
            html.Write(
                $""", from <bdi>{Below(folder, documents[0])}</bdi> to <bdi>{Below(folder, documents[^1])}</bdi>"""
            );
        }

        html.Line($"""</span></summary><ul class="files">""");
        foreach (MappingDocument document in documents)
        {
            html.Write(
                $"""<li class="file"><a href="{links.To(document.Record.Path)}"><bdi>{Below(folder, document)}</bdi></a>"""
            );
            foreach (string fact in Facts(document))
                html.Write($", {fact}");
            html.Line($"</li>");
        }

        html.Line($"</ul></details>");
    }

    private static string Below(string folder, MappingDocument document) =>
        DisplayText.OneLine(document.Record.Path[folder.Length..]);

    private static IEnumerable<string> Facts(MappingDocument document)
    {
        if (document.Record.Status != ReadStatus.Read)
            yield return $"{MappingNames.NameOf(document.Record.Status)} ({document.Record.Reason})";
        if (document.Record.Pages is { } pages)
            yield return Plural.Count(pages, "page", "pages");
        if (document.Record.Status is ReadStatus.Read or ReadStatus.PartlyRead)
            yield return Plural.Count(document.Record.PassageCount, "passage", "passages");
        if (document.Record.IsReviewOverdue)
            yield return "review date passed";
        foreach (string fact in DocumentsPart.Facts(document))
            yield return fact;
    }
}

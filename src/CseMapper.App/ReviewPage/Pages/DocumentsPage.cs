using AspNetCoreGeneratedDocument;
using CseMapper.App.ReviewPage.Markup;
using CseMapper.Decisions.Mapping;
using CseMapper.Documents;

namespace CseMapper.App.ReviewPage.Pages;

/// <summary>All files with how reading them went and what they are good for.</summary>
internal static class DocumentsPage
{
    private const int Size = 50;

    public static Task Show(PageRequest request)
    {
        string words = request.Query("q");
        string show = request.Query("show");
        MappingDocument[] found =
        [
            .. (request.State.Mapping?.Documents ?? []).Where(document =>
                IsMeant(document, show, request.Today) && Has(document, words)
            ),
        ];
        int page = request.Number("page");
        string address = Links.With("/documents", ("q", words), ("show", show));
        DocumentsModel model = new(
            words,
            show,
            request.Today,
            found.Skip((page - 1) * Size).Take(Size),
            new PagerModel(address, page, found.Length, Size)
        );
        return Frame.Send(request, "Documents", "/documents", new ReviewPage_Markup_Documents { Model = model });
    }

    private static bool IsMeant(MappingDocument document, string show, DateOnly today) =>
        show switch
        {
            "problems" => document.Record.Status != ReadStatus.Read || document.Record.Problems.Count > 0,
            "differ" => document.Record.CrossCheck is { FoundMore: true },
            "unused" => document.Record.Status == ReadStatus.Read && document.Supports.Count == 0,
            "overdue" => document.Record.Facts.Review?.Date < today,
            _ => true,
        };

    private static bool Has(MappingDocument document, string words) =>
        words.Length == 0
        || document.Record.Path.Contains(words, StringComparison.OrdinalIgnoreCase)
        || document.Record.Facts.Title?.Text.Contains(words, StringComparison.OrdinalIgnoreCase) == true;
}

using AspNetCoreGeneratedDocument;
using CseMapper.App.ReviewPage.Markup;
using CseMapper.Decisions.Log;

namespace CseMapper.App.ReviewPage.Pages;

/// <summary>Every line of the decision log, latest first, with filters.</summary>
internal static class HistoryPage
{
    private const int Size = 50;

    /// <summary>What can be asked for.</summary>
    public static IReadOnlyList<DecisionAction> Actions { get; } = Enum.GetValues<DecisionAction>();

    public static Task Show(PageRequest request)
    {
        string reviewer = request.Query("reviewer");
        string element = request.Query("element");
        DecisionAction? action =
            Enum.TryParse(request.Query("action"), ignoreCase: true, out DecisionAction named) && Enum.IsDefined(named)
                ? named
                : null;
        IReadOnlyList<Decision> all = request.State.Log.Decisions;
        List<Decision> found =
        [
            .. all.Where(line =>
                (reviewer.Length == 0 || line.Reviewer == reviewer)
                && (element.Length == 0 || line.Element == element)
                && (action is null || line.Action == action)
            ),
        ];
        int page = request.Number("page");
        Decision[] shown = [.. found.SkipLast((page - 1) * Size).TakeLast(Size).Reverse()];
        string address = Links.With(
            "/history",
            ("reviewer", reviewer),
            ("element", element),
            ("action", action?.ToString())
        );
        HistoryModel model = new(
            request,
            new HistoryFilter(reviewer, element, action),
            WithTargets(all, shown),
            new PagerModel(address, page, found.Count, Size)
        );
        return Frame.Send(request, "History", "/history", new ReviewPage_Markup_History { Model = model });
    }

    private static List<(Decision Line, Decision? Target)> WithTargets(IReadOnlyList<Decision> all, Decision[] shown)
    {
        HashSet<string> targets = [.. shown.Select(line => line.Target).OfType<string>()];
        Dictionary<string, Decision> byId = all.Where(line => targets.Contains(line.Id))
            .ToDictionary(line => line.Id, StringComparer.Ordinal);
        return [.. shown.Select(line => (line, line.Target is { } id ? byId.GetValueOrDefault(id) : null))];
    }
}

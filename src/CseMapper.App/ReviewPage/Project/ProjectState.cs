using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;

namespace CseMapper.App.ReviewPage.Project;

/// <summary>The last finished run joined with all decisions, as it was at one moment. Never changes; a page is made
/// from one of them.</summary>
/// <param name="Reviewed">The mapping with the decisions; null before the first run.</param>
/// <param name="Index">What is looked up in the run; null before the first.</param>
/// <param name="Log">All decisions.</param>
/// <param name="NeedsApproval">True when an acceptance counts only after a second person's approval.</param>
internal sealed record ProjectState(
    ReviewedMapping? Reviewed,
    MappingIndex? Index,
    DecisionLogContent Log,
    bool NeedsApproval
)
{
    /// <summary>Before anything was read.</summary>
    public static ProjectState Empty { get; } =
        new(null, null, new DecisionLogContent([], null, null, HasCutLine: false), NeedsApproval: false);

    /// <summary>The mapping with the decisions of now; null before the first run.</summary>
    public MappingFile? Mapping => Reviewed?.Mapping;

    /// <summary>Names this state: the run, and how many lines the log had.</summary>
    public string Version =>
        FormattableString.Invariant($"{Index?.Stamp ?? "none"}.{Log.Decisions.Count}.{(NeedsApproval ? 2 : 1)}");

    /// <summary>An element by its number, or null.</summary>
    public MappingEntry? Element(string? number) =>
        Index?.PlaceOf(number) is { } at and >= 0 ? Mapping!.Elements[at] : null;

    /// <summary>The state after a run.</summary>
    /// <param name="mapping">What it wrote.</param>
    /// <param name="stamp">Names it.</param>
    public ProjectState With(MappingFile mapping, string stamp) =>
        this with
        {
            Index = new MappingIndex(mapping, stamp),
            Reviewed = ReviewedMapping.Join(mapping, Log.Decisions, NeedsApproval),
        };

    /// <summary>The state after lines were added to the log, which costs as much as the elements they are about; or
    /// after other rules hold.</summary>
    public ProjectState With(DecisionLogContent log, bool needsApproval)
    {
        bool isLonger =
            needsApproval == NeedsApproval
            && log.Decisions.Count >= Log.Decisions.Count
            && IsBeginning(Log.Decisions, log.Decisions);
        ReviewedMapping? reviewed =
            Reviewed is null ? null
            : isLonger ? Reviewed.With([.. log.Decisions.Skip(Log.Decisions.Count)])
            : Reviewed.Anew(log.Decisions, needsApproval);
        return this with { Log = log, NeedsApproval = needsApproval, Reviewed = reviewed };
    }

    /// <summary>The log only grows; another one was put in its place by hand.</summary>
    private static bool IsBeginning(IReadOnlyList<Decision> older, IReadOnlyList<Decision> newer) =>
        older.Count == 0 || (ReferenceEquals(older[0], newer[0]) && ReferenceEquals(older[^1], newer[older.Count - 1]));
}

using CseMapper.App.Configuration;

namespace CseMapper.App.Watching;

/// <summary>What a worker does, and when.</summary>
/// <param name="Map">What to map, and where to.</param>
/// <param name="Schedule">When.</param>
/// <param name="Notify">Who hears of changes.</param>
/// <param name="Once">True for one run only.</param>
internal sealed record WatchPlan(MapOptions Map, ScheduleSettings Schedule, NotifySettings Notify, bool Once)
{
    /// <summary>True when documents that are missing in the first run were deleted, however many. What goes missing
    /// later is another matter.</summary>
    public bool AcceptsDeletions { get; init; }

    /// <summary>The policy folders.</summary>
    public IReadOnlyList<string> Folders => Map.Parts.Count > 0 ? Map.Parts : [Map.Folder];
}

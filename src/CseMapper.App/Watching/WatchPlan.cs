using CseMapper.App.Configuration;

namespace CseMapper.App.Watching;

/// <summary>What a worker does, and when.</summary>
/// <param name="Map">What to map, and where to.</param>
/// <param name="Schedule">When.</param>
/// <param name="Notify">Who hears of changes.</param>
/// <param name="Once">True for one run only.</param>
internal sealed record WatchPlan(MapOptions Map, ScheduleSettings Schedule, NotifySettings Notify, bool Once)
{
    /// <summary>The policy folders.</summary>
    public IReadOnlyList<string> Folders => Map.Parts.Count > 0 ? Map.Parts : [Map.Folder];
}

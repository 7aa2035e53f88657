using CseMapper.App.Configuration;

namespace CseMapper.App.Watching;

/// <summary>What a worker does, and when.</summary>
/// <param name="Map">What to map, and where to.</param>
/// <param name="Schedule">When.</param>
/// <param name="Notify">Who hears of changes.</param>
/// <param name="Once">True for one run only.</param>
internal sealed record WatchPlan(MapOptions Map, ScheduleSettings Schedule, NotifySettings Notify, bool Once);

namespace CseMapper.App.ReviewPage.Project;

/// <summary>
/// Looks once a second whether another program has written the mapping or the decisions. Two file stamps cost nothing,
/// and are right on network drives too, where notifications of the system get lost.
/// </summary>
internal sealed class ProjectWatch(ReviewProject project, TimeProvider time)
{
    private static readonly TimeSpan _every = TimeSpan.FromSeconds(1);

    /// <summary>Looks until it is stopped.</summary>
    public async Task Run(CancellationToken cancellation)
    {
        using PeriodicTimer timer = new(_every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false))
                Look();
        }
        catch (OperationCanceledException)
        {
            // The page is closing.
        }
    }

    private void Look()
    {
        try
        {
            project.Refresh();
        }
        catch (Exception passing) when (passing is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            // A file is just being replaced, or lies on a drive that is away: the next look tells, and the page shows
            // what it knew.
        }
    }
}

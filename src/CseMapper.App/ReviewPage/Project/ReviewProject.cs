using System.Globalization;
using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;
using CseMapper.Decisions.Mapping.Json;
using CseMapper.Documents.Files;
using CseMapper.Passages.Workspaces;

namespace CseMapper.App.ReviewPage.Project;

/// <summary>The files of an output folder as the page sees them. It reads them anew whenever another program has
/// written them.</summary>
/// <param name="outputFolder">The folder of the mapping, its decisions and its cache.</param>
/// <param name="needsApproval">Asks the settings whether an acceptance counts only after a second person's
/// approval.</param>
/// <param name="time">The clock of the log.</param>
internal sealed class ReviewProject(string outputFolder, Func<bool> needsApproval, TimeProvider time) : IDisposable
{
    private readonly DecisionLog _log = new(Path.Combine(outputFolder, DecisionLog.FileName), time);
    private readonly FileInfo _logFile = new(Path.Combine(outputFolder, DecisionLog.FileName));
    private readonly FileInfo _mappingFile = new(Path.Combine(outputFolder, MappingFile.FileName));
    private readonly Lock _gate = new();
    private (long Length, DateTime Written) _logStamp = (-1, default);
    private volatile ProjectState _state = ProjectState.Empty;

    /// <summary>What holds now.</summary>
    public ProjectState State => _state;

    /// <summary>Names the project in the browser, so that what was typed for one is not offered in another.</summary>
    public string Key { get; } =
        Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(
                System.Text.Encoding.UTF8.GetBytes(Path.GetFullPath(outputFolder))
            )
        )[..12];

    /// <summary>Where the files lie.</summary>
    public string OutputFolder => outputFolder;

    /// <summary>The elements in short.</summary>
    public ElementSummaries Summaries { get; } = new();

    /// <summary>Tells open windows.</summary>
    public ChangeFeed Feed { get; } = new();

    /// <inheritdoc/>
    public void Dispose() => _log.Dispose();

    /// <summary>Looks whether a run has finished or somebody else has decided, and takes it in.</summary>
    /// <exception cref="IOException">A file cannot be read just now; what was known before still holds.</exception>
    /// <exception cref="InvalidDataException">mapping.json is none, or of a later version.</exception>
    public void Refresh()
    {
        string before = _state.Version;
        lock (_gate)
        {
            TakeLog();
            TakeMapping();
        }

        if (_state.Version != before)
            Feed.Tell(_state.Version);
    }

    /// <summary>Records decisions: they are on the disk when this returns.</summary>
    /// <param name="decisions">What to record.</param>
    /// <param name="after">The last hash of the log that they follow from; null where they hold whatever was decided
    /// since.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>False, and nothing was recorded, where something was decided since.</returns>
    public async Task<bool> Record(IReadOnlyList<Decision> decisions, string? after, CancellationToken cancellation)
    {
        (bool isAdded, _) = await _log.AppendAsync(decisions, after, cancellation).ConfigureAwait(false);
        try
        {
            Refresh();
        }
        catch (Exception passing)
            when (isAdded && passing is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            // Saved is saved: nobody may be told otherwise because a file cannot be read again just now. The next look
            // takes it in.
        }

        return isAdded;
    }

    /// <summary>Opens what the last run read; null where that is being made anew.</summary>
    public Workspace? OpenWorkspace()
    {
        try
        {
            return Workspace.OpenExisting(CacheFolder.In(outputFolder));
        }
        catch (WorkspaceException)
        {
            return null;
        }
    }

    private void TakeMapping()
    {
        _mappingFile.Refresh();
        if (!_mappingFile.Exists)
            return;
        string stamp = string.Create(
            CultureInfo.InvariantCulture,
            $"{_mappingFile.LastWriteTimeUtc.Ticks:x}{_mappingFile.Length:x}"
        );
        if (_state.Index?.Stamp == stamp)
            return;
        using FileStream stream = new(
            _mappingFile.FullName,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        _state = _state.With(MappingJsonReader.Read(stream), stamp);
        // What reading it took is not needed for showing it, and a run comes rarely.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    private void TakeLog()
    {
        _logFile.Refresh();
        (long, DateTime) stamp = _logFile.Exists ? (_logFile.Length, _logFile.LastWriteTimeUtc) : (0, default);
        bool approval = needsApproval();
        if (stamp == _logStamp && approval == _state.NeedsApproval)
            return;
        _state = _state.With(_log.Read(), approval);
        _logStamp = stamp;
    }
}

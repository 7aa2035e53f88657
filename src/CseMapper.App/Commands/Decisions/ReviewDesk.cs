using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using CseMapper.Decisions.Anchors;
using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;
using CseMapper.Passages.Workspaces;

namespace CseMapper.App.Commands.Decisions;

/// <summary>The mapping of the last run, the log as it is now, and a reviewer: what commands that decide have
/// open.</summary>
internal sealed class ReviewDesk : IDisposable
{
    private readonly DecisionLog _log;
    private readonly Workspace _workspace;
    private readonly bool _needsApproval;

    private readonly TimeProvider _time;

    private ReviewDesk(string folder, string reviewer, bool needsApproval, TimeProvider time)
    {
        (Folder, Reviewer, _needsApproval, _time) = (folder, reviewer, needsApproval, time);
        _log = new DecisionLog(Path.Combine(folder, DecisionLog.FileName), time);
        _workspace = WorkspaceOf.Open(folder);
        ReadAgain();
    }

    /// <summary>The output folder.</summary>
    public string Folder { get; }

    /// <summary>Who decides.</summary>
    public string Reviewer { get; }

    /// <summary>The log.</summary>
    public DecisionLogContent Content { get; private set; }

    /// <summary>The mapping with the decisions of now.</summary>
    public ReviewedMapping Reviewed { get; private set; }

    /// <summary>Makes lines.</summary>
    public DecisionMaker Maker { get; private set; }

    /// <summary>An id for a new line.</summary>
    public static string NewId(TimeProvider time) => Guid.CreateVersion7(time.GetUtcNow()).ToString("N");

    public static ReviewDesk Open(
        ParseResult parsed,
        Option<string> output,
        Option<string?>? reviewer,
        TimeProvider time
    )
    {
        string name = (reviewer is null ? null : parsed.GetValue(reviewer))?.Trim() is { Length: > 0 } given
            ? given
            : Environment.UserName;
        return new ReviewDesk(
            Path.GetFullPath(parsed.GetRequiredValue(output)),
            name,
            SharedOptions.SettingsOf(parsed).Review.NeedsApproval,
            time
        );
    }

    public static Option<string?> ReviewerOption() =>
        new("--reviewer") { Description = "Who decides; the name of the system's user when not given." };

    /// <summary>Takes in mapping and log as they are on the disk now.</summary>
    [MemberNotNull(nameof(Content), nameof(Reviewed), nameof(Maker))]
    public ReviewDesk ReadAgain()
    {
        Content = _log.Read();
        Reviewed = ReviewedMapping.Join(MappingOf.Read(Folder), Content.Decisions, _needsApproval);
        Maker = new DecisionMaker(Reviewed.Mapping, new AnchorMaker(_workspace), _time);
        return this;
    }

    /// <summary>Says what is wrong with the log.</summary>
    /// <returns>True where something is.</returns>
    public bool TellDamage(Terminal terminal)
    {
        foreach (string damage in Content.Damage())
            terminal.Error.WriteLine(damage);
        return Content.IsDamaged;
    }

    /// <summary>The element of a number.</summary>
    public MappingEntry Element(string number) =>
        Reviewed.Mapping.Elements.FirstOrDefault(entry => entry.Number == number)
        ?? throw new CommandException($"The mapping has no element '{number}'.", ExitCode.Usage);

    /// <summary>Adds lines and says so once they are on the disk.</summary>
    public async Task Save(
        IReadOnlyList<Decision> lines,
        string said,
        ParseResult parsed,
        Terminal terminal,
        CancellationToken cancellation
    )
    {
        await Append(lines, after: null, terminal, cancellation).ConfigureAwait(false);
        TellDamage(terminal);
        if (parsed.GetValue(SharedOptions.Json))
            DecisionText.WriteJson(lines, terminal.Out);
        else if (!parsed.GetValue(SharedOptions.Quiet))
            await terminal.Out.WriteLineAsync(said).ConfigureAwait(false);
    }

    /// <summary>Adds lines that were made by comparing with the log, all or none; false, and nothing was added, where
    /// it has grown since.</summary>
    public Task<bool> AppendIfCurrent(
        IReadOnlyList<Decision> lines,
        Terminal terminal,
        CancellationToken cancellation
    ) => Append(lines, Content.LastHash, terminal, cancellation);

    private async Task<bool> Append(
        IReadOnlyList<Decision> lines,
        string? after,
        Terminal terminal,
        CancellationToken cancellation
    )
    {
        (bool isAdded, string? aside) = await _log.AppendAsync(lines, after, cancellation).ConfigureAwait(false);
        if (aside is not null)
        {
            await terminal
                .Error.WriteLineAsync($"The log's last line had been cut short; it was set aside as {aside}.")
                .ConfigureAwait(false);
        }

        return isAdded;
    }

    public void Dispose()
    {
        _workspace.Dispose();
        _log.Dispose();
    }
}

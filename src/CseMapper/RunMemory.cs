using CseMapper.Decisions.Changes;
using CseMapper.Decisions.Mapping;
using CseMapper.Documents.Files;
using CseMapper.Passages.Workspaces;
using CseMapper.Reports;

namespace CseMapper;

/// <summary>What the cache remembers of the last run: of which folder it was, what it was made from, what it wrote, and
/// the mapping it came to.</summary>
/// <param name="workspace">Holds the settings.</param>
/// <param name="options">The run of now.</param>
internal sealed class RunMemory(Workspace workspace, MapOptions options)
{
    private const string LastRunSetting = "last run";
    private const string ComparingSetting = "compares meaning";
    private const string FolderSetting = "policy folder";

    /// <summary>True when a run over this workspace has come to its end.</summary>
    public bool HasLastRun => workspace.Setting(LastRunSetting) is not null;

    /// <summary>True when the workspace was filled from another policy folder than this run's: what is missing there has
    /// not been deleted.</summary>
    public bool IsOfAnotherFolder =>
        workspace.Setting(FolderSetting) is { Length: > 0 } folder
        && !folder.Equals(options.Policies.Remember(options.OutputFolder), LinkTargets.Comparison);

    /// <summary>Where the documents of the last run lie; null where that is not known.</summary>
    /// <param name="workspace">What the run read.</param>
    /// <param name="outputFolder">The folder of its mapping.</param>
    public static PolicyFolders? FoldersOf(Workspace workspace, string outputFolder) =>
        workspace.Setting(FolderSetting) is { Length: > 0 } folders
            ? PolicyFolders.Recall(folders, outputFolder)
            : null;

    /// <summary>The last run, where it was made from the same inputs and all it wrote still stands; else null.</summary>
    /// <param name="inputs">Names everything that the mapping depends on.</param>
    public LastRun? RunOf(string inputs) =>
        LastRun.Parse(workspace.Setting(LastRunSetting)) is { } last
        && last.Inputs == inputs
        && last.Outputs.All(output => output.Stands(options.OutputFolder))
            ? last
            : null;

    /// <summary>The last mapping in short, or null for none.</summary>
    public MappingSnapshot? LastMapping() => MappingSnapshot.Read(options.CacheFolder, options.OutputFolder);

    /// <summary>Remembers the folder, and the run unless something of it could not be written.</summary>
    /// <param name="inputs">What the mapping was made from.</param>
    /// <param name="mapping">The mapping.</param>
    /// <param name="snapshot">The same in short.</param>
    /// <param name="written">Its files.</param>
    /// <param name="time">The clock.</param>
    public void Remember(
        string inputs,
        MappingFile mapping,
        MappingSnapshot snapshot,
        ReportResult written,
        TimeProvider time
    )
    {
        // As seen from the output folder, so that both can be moved together.
        Set(FolderSetting, options.Policies.Remember(options.OutputFolder));
        if (written.Problems.Count > 0)
            return;
        LastRun run = new(
            inputs,
            mapping.Counts,
            mapping.Review,
            [.. written.Written.Where(ReportFiles.IsOfTheMapping).Select(path => LastRun.Output.Read(path, time))]
        );
        // The run first: a crash between the two tells the same changes once more, which is better than never.
        Set(LastRunSetting, run.ToString());
        snapshot.Write(options.CacheFolder);
    }

    /// <summary>Remembers whether passages were compared by meaning as well as by words.</summary>
    public void RememberComparing(bool comparesMeaning) => Set(ComparingSetting, comparesMeaning ? "yes" : "no");

    /// <summary>What <see cref="RememberComparing"/> was told last.</summary>
    /// <param name="workspace">What the run read.</param>
    public static bool ComparedMeaning(Workspace workspace) => workspace.Setting(ComparingSetting) == "yes";

    private void Set(string name, string value)
    {
        using WorkspaceWriter writer = workspace.BeginWriting();
        writer.Set(name, value);
        writer.Commit();
    }
}

using CseMapper.Documents.Files;
using CseMapper.Matching.Criteria;
using CseMapper.Matching.Scoring;
using CseMapper.Passages.Searching;
using CseMapper.Passages.Workspaces;

namespace CseMapper.App.Commands;

/// <summary>Opens what the last run read, for commands that only look.</summary>
internal static class WorkspaceOf
{
    public static Workspace Open(string outputFolder) =>
        Workspace.OpenExisting(CacheFolder.In(outputFolder))
        ?? throw new CommandException(
            $"Nothing is indexed in '{outputFolder}' yet: run csemapper map <folder> --out \"{outputFolder}\" first."
        );

    /// <summary>By content: the first path it stands under.</summary>
    public static Dictionary<string, string> Paths(Workspace workspace) =>
        workspace
            .Documents()
            .Where(document => document.Hash.Length > 0)
            .GroupBy(document => document.Hash, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First().Path, StringComparer.Ordinal);

    /// <summary>What a search in it may name beside words.</summary>
    /// <param name="workspace">What was read.</param>
    /// <param name="standard">The standard with the elements; called where a search names one.</param>
    public static SearchCatalogue CatalogueOf(Workspace workspace, Func<Standard?> standard) =>
        new(
            () =>
                workspace
                    .Documents()
                    .Where(document => document.Hash.Length > 0)
                    .Select(document => (document.Path, document.Hash)),
            number => standard() is { } known ? EvidenceRanker.ElementQueryOf(known, number) : null
        );

    /// <summary>The policy folders of the last run, or null where that is not known.</summary>
    public static PolicyFolders? FoldersOf(string outputFolder)
    {
        using Workspace? workspace = Workspace.OpenExisting(CacheFolder.In(outputFolder));
        return workspace is null ? null : MappingPipeline.FoldersOf(workspace, outputFolder);
    }
}

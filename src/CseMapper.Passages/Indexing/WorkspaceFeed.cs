using CseMapper.Passages.Workspaces;

namespace CseMapper.Passages.Indexing;

/// <summary>Hands what a workspace holds to an index.</summary>
public static class WorkspaceFeed
{
    /// <summary>Brings an index to what the workspace holds.</summary>
    public static void Update(IPassageIndex index, Workspace workspace, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(workspace);
        FolderState state = FolderState.Read(workspace);
        string madeBy = workspace.MadeBy;
        Dictionary<string, string> readings = new(StringComparer.Ordinal);
        Dictionary<string, string> titles = new(StringComparer.Ordinal);
        foreach (DocumentRecord document in workspace.Documents(state).Where(document => document.PassageCount > 0))
        {
            ReadingMark mark = state.Contents[document.Hash].Mark;
            readings[document.Hash] = $"{madeBy} {mark.Extension} {mark.Access}";
            titles[document.Hash] = document.Facts.Title?.Text ?? "";
        }

        index.Update(readings, hash => new DocumentText(titles[hash], workspace.PassagesOf(hash)), cancellation);
    }
}

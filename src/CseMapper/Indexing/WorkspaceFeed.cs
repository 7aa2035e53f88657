using CseMapper.Ingest;
using CseMapper.Workspaces;

namespace CseMapper.Indexing;

/// <summary>Hands what a workspace holds to an index.</summary>
public static class WorkspaceFeed
{
    /// <summary>Brings an index to what the workspace holds.</summary>
    public static void Update(IPassageIndex index, Workspace workspace, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(workspace);
        IReadOnlyDictionary<string, ReadingMark> marks = workspace.Contents();
        string madeBy = workspace.MadeBy;
        Dictionary<string, string> readings = new(StringComparer.Ordinal);
        Dictionary<string, string> titles = new(StringComparer.Ordinal);
        foreach (DocumentRecord document in workspace.Documents().Where(document => document.PassageCount > 0))
        {
            ReadingMark mark = marks[document.Hash];
            readings[document.Hash] = $"{madeBy} {mark.Extension} {mark.Access}";
            titles[document.Hash] = document.Facts.Title?.Text ?? "";
        }

        index.Update(readings, hash => new DocumentText(titles[hash], workspace.PassagesOf(hash)), cancellation);
    }
}

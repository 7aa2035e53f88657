using CseMapper.Documents;
using CseMapper.Documents.Files;
using CseMapper.Passages.Workspaces;

namespace CseMapper.Decisions.Mapping;

/// <summary>Marks documents of which somebody has said that the trouble with them is known.</summary>
public static class KnownTroubles
{
    /// <summary>As the rules of the folder say, whatever the document's content.</summary>
    /// <param name="document">The document.</param>
    /// <param name="folder">The folder's files and rules.</param>
    public static DocumentRecord Mark(DocumentRecord document, FolderFiles folder)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(folder);
        return document.Status != ReadStatus.Read && folder.ReasonOf(document.Path) is { } reason
            ? document with
            {
                KnownTrouble = new KnownTrouble(reason),
            }
            : document;
    }
}

using System.Collections.Concurrent;
using CseMapper.Documents.Files;
using CseMapper.Passages.Workspaces;

namespace CseMapper.Passages.Intake;

/// <summary>Sees to it that a content is read once, however many files hold it, and under the same name whichever
/// thread comes first.</summary>
/// <param name="stored">The contents of the workspace, by hash.</param>
/// <param name="access">Names the passwords and text recognition of this run: what they might read better than an
/// earlier run is read again.</param>
public sealed class ContentClaims(IReadOnlyDictionary<string, StoredContent> stored, string access)
{
    private readonly ConcurrentDictionary<string, byte> _claimed = new(
        stored
            .Where(content => content.Value.Mark.Access.Length == 0 || content.Value.Mark.Access == access)
            .Select(content => KeyValuePair.Create(content.Key, (byte)0)),
        StringComparer.Ordinal
    );
    private readonly ConcurrentDictionary<string, byte> _again = new(StringComparer.Ordinal);

    /// <summary>True when the content has been read, or is being read.</summary>
    /// <param name="hash">The content's hash.</param>
    public bool Holds(string hash) => _claimed.ContainsKey(hash);

    /// <summary>True for the first that asks, who then reads it.</summary>
    /// <param name="hash">The content's hash.</param>
    public bool Claim(string hash) => _again.TryRemove(hash, out _) || _claimed.TryAdd(hash, 0);

    /// <summary>The extension of a path in lower case with its dot.</summary>
    /// <param name="path">A file, with or without its folder.</param>
    public static string ExtensionOf(string path) => Path.GetExtension(path).ToLowerInvariant();

    /// <summary>
    /// One file for each content that was read under another extension than the first of its files has: text.md and
    /// text.txt of one content are Markdown or plain text by the first of them, in every run.
    /// </summary>
    /// <param name="state">What the workspace knows.</param>
    /// <param name="found">All files of the folder, in order.</param>
    public List<FoundFile> ToReadAgain(FolderState state, IReadOnlyList<FoundFile> found)
    {
        List<FoundFile> result = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (FoundFile file in found)
        {
            if (
                !state.Files.TryGetValue(file.Path, out KnownFile? known)
                || known.Hash.Length == 0
                || !seen.Add(known.Hash)
            )
            {
                continue;
            }

            if (
                !state.Contents.TryGetValue(known.Hash, out StoredContent? content)
                || content.Mark.Extension == ExtensionOf(file.Path)
            )
            {
                continue;
            }

            _again.TryAdd(known.Hash, 0);
            result.Add(file);
        }
        return result;
    }
}

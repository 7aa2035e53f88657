using System.Collections.Concurrent;
using CseMapper.Ingest;
using CseMapper.Workspaces;

namespace CseMapper.Intake;

/// <summary>Sees to it that a content is read once, however many files hold it, and under the same name whichever thread comes first.</summary>
/// <param name="stored">Under what each content of the workspace was read, by its hash.</param>
/// <param name="access">Names the passwords and text recognition of this run: what they might read better than an earlier run is read again.</param>
internal sealed class ContentClaims(IReadOnlyDictionary<string, ReadingMark> stored, string access)
{
    private readonly ConcurrentDictionary<string, byte> claimed = new(
        stored.Where(content => content.Value.Access.Length == 0 || content.Value.Access == access).Select(content => KeyValuePair.Create(content.Key, (byte)0)), StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> again = new(StringComparer.Ordinal);

    /// <summary>True when the content has been read, or is being read.</summary>
    public bool Holds(string hash) => claimed.ContainsKey(hash);

    /// <summary>True for the first that asks, who then reads it.</summary>
    public bool Claim(string hash) => again.TryRemove(hash, out _) || claimed.TryAdd(hash, 0);

    /// <summary>The extension of a path in lower case with its dot.</summary>
    public static string ExtensionOf(string path) => Path.GetExtension(path).ToLowerInvariant();

    /// <summary>
    /// One file for each content that was read under another extension than the first of its files has: text.md and text.txt of
    /// one content are Markdown or plain text by the first of them, in every run.
    /// </summary>
    /// <param name="files">What the workspace knows of the files.</param>
    /// <param name="found">All files of the folder, in order.</param>
    /// <param name="readUnder">Under what each stored content was read, by its hash.</param>
    public List<FoundFile> ToReadAgain(IEnumerable<KnownFile> files, IReadOnlyList<FoundFile> found, IReadOnlyDictionary<string, ReadingMark> readUnder)
    {
        List<FoundFile> result = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        Dictionary<string, KnownFile> byPath = files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        foreach (FoundFile file in found)
        {
            if (!byPath.TryGetValue(file.Path, out KnownFile? known) || known.Hash.Length == 0 || !seen.Add(known.Hash)) continue;
            if (!readUnder.TryGetValue(known.Hash, out ReadingMark mark) || mark.Extension == ExtensionOf(file.Path)) continue;
            again.TryAdd(known.Hash, 0);
            result.Add(file);
        }
        return result;
    }
}

using CseMapper.Documents.Archives;
using CseMapper.Documents.Files;
using CseMapper.Passages.Workspaces;

namespace CseMapper;

/// <summary>The documents inside of the archives and messages of a folder.</summary>
/// <param name="Found">All of them, those of files that have not changed as they were known.</param>
/// <param name="Anew">Those of files that were opened now.</param>
internal sealed record InnerFiles(IReadOnlyList<FoundFile> Found, IReadOnlyList<FoundFile> Anew)
{
    /// <summary>Finds them.</summary>
    /// <param name="found">All files of the folder.</param>
    /// <param name="known">What was known before this run, by path.</param>
    /// <param name="opened">What was found inside of the files that were opened now, by path.</param>
    public static InnerFiles Find(
        IReadOnlyList<FoundFile> found,
        IReadOnlyDictionary<string, KnownFile> known,
        IReadOnlyDictionary<string, IReadOnlyList<InnerDocument>> opened
    )
    {
        Dictionary<string, FoundFile> holders = found
            .Where(file => !file.IsFolder && InnerNames.MayHold(file.Path))
            .ToDictionary(file => file.Path, StringComparer.Ordinal);
        if (holders.Count == 0)
            return new InnerFiles([], []);
        List<FoundFile> anew = [];
        foreach ((string path, IReadOnlyList<InnerDocument> inner) in opened)
        {
            if (holders.TryGetValue(path, out FoundFile? holder))
                anew.AddRange(inner.Select(document => Inside(holder, document)));
        }

        IEnumerable<FoundFile> kept =
            from file in known.Values
            let place = InnerNames.Split(file.Path)
            where place is not null && holders.ContainsKey(place.Value.File) && !opened.ContainsKey(place.Value.File)
            select holders[place.Value.File] with
            {
                Path = file.Path,
                Inner = place.Value.Inner,
                Stamp = file.Stamp,
                Refusal = file.Refusal,
            };
        return new InnerFiles([.. anew, .. kept], anew);
    }

    private static FoundFile Inside(FoundFile holder, InnerDocument document) =>
        holder with
        {
            Path = $"{holder.Path}/{document.Name}",
            Inner = document.Name,
            Stamp = holder.Stamp with { Bytes = document.Bytes },
            Refusal = document.Refusal,
        };
}

using CseMapper.Decisions.Mapping;
using CseMapper.Documents;
using CseMapper.Documents.Archives;
using CseMapper.Documents.Files;

namespace CseMapper.App.ReviewPage.Drawing;

/// <summary>
/// The original documents, to be read and nothing else. A document is asked for as the mapping has it, never by what a
/// browser says, and even then only a file is opened that really lies below the policy folder, whatever links lead
/// where.
/// </summary>
/// <param name="folders">The policy folders.</param>
internal sealed class PolicyFiles(PolicyFolders folders)
{
    /// <summary>Opens a document; null where it has gone, cannot be opened, or lies elsewhere.</summary>
    public Stream? Open(MappingDocument document)
    {
        try
        {
            if (PathOf(document.Record.Path) is { } path)
                return OpenFile(path);
            if (InnerNames.Split(document.Record.Path) is not { } place || PathOf(place.File) is not { } holder)
                return null;
            using FileStream file = OpenFile(holder);
            byte[]? inner = InnerDocuments.Open(file, holder, place.Inner, ReadOptions.Default, CancellationToken.None);
            return inner is null
                ? null
                : new MemoryStream(inner, 0, inner.Length, writable: false, publiclyVisible: true);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }

    private static FileStream OpenFile(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    private string? PathOf(string path)
    {
        if (folders.Find(path) is not { } found || LinkTargets.RealPath(found.Folder) is not { } root)
            return null;
        if (Path.IsPathRooted(found.Path) || path.Contains('\0') || path.Split('/', '\\').Contains(".."))
            return null;
        string full = Path.Combine(root, found.Path.Replace('/', Path.DirectorySeparatorChar));
        if (OperatingSystem.IsWindows() && path.Split('/').Any(WindowsPaths.IsAltered))
            full = WindowsPaths.ToLiteral(full);
        string? real = LinkTargets.RealPath(full);
        if (real is null || !LinkTargets.IsInside(real, root) || !File.Exists(real))
            return null;
        // Opening a pipe waits for ever.
        return LinuxFiles.Stat(real) is { Kind: not LinuxFiles.EntryKind.File } ? null : real;
    }
}

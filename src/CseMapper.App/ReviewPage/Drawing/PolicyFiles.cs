using CseMapper.Ingest;
using CseMapper.Mapping;

namespace CseMapper.App.ReviewPage.Drawing;

/// <summary>
/// The original documents, to be read and nothing else. A document is asked for as the mapping has it, never by what a browser
/// says, and even then only a file is opened that really lies below the policy folder, whatever links lead where.
/// </summary>
/// <param name="folder">The policy folder.</param>
internal sealed class PolicyFiles(string folder)
{
    private readonly string? _root = LinkTargets.RealPath(folder);

    /// <summary>Opens a document; null where it has gone, cannot be opened, or lies elsewhere.</summary>
    public FileStream? Open(MappingDocument document)
    {
        try
        {
            return PathOf(document.Record.Path) is { } path ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete) : null;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }

    private string? PathOf(string path)
    {
        if (_root is null || Path.IsPathRooted(path) || path.Contains('\0') || path.Split('/', '\\').Contains("..")) return null;
        string? real = LinkTargets.RealPath(Path.Combine(_root, path));
        if (real is null || !LinkTargets.IsInside(real, _root) || !File.Exists(real)) return null;
        // Opening a pipe waits for ever.
        return LinuxFiles.Stat(real) is { Kind: not LinuxFiles.EntryKind.File } ? null : real;
    }
}

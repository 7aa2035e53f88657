using System.Text;

namespace CseMapper.Documents.Files;

/// <summary>A file or folder that a rule leaves out of a policy folder.</summary>
/// <param name="Path">Its path below the folder; of a folder with a closing '/'.</param>
/// <param name="Rule">The line that names it.</param>
/// <param name="Source">Where that line stands: the path of a <c>.csemapperignore</c>, or the settings file.</param>
public sealed record LeftOutFile(string Path, string Rule, string Source);

/// <summary>A line that leaves files out, or says that the trouble with them is known.</summary>
/// <param name="Folder">The folder that it is for, with a closing '/'; empty for the policy folder itself.</param>
/// <param name="Pattern">What it names.</param>
/// <param name="Source">Where it stands.</param>
public sealed record IgnoreRule(string Folder, IgnorePattern Pattern, string Source)
{
    /// <summary>Why the trouble is known; null for a line that leaves out.</summary>
    public string? Known { get; init; }

    /// <summary>True where it names this very path.</summary>
    /// <param name="path">The path below the policy folder.</param>
    /// <param name="isFolder">True for a folder.</param>
    public bool Names(string path, bool isFolder)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.StartsWith(Folder, StringComparison.Ordinal) && Pattern.Names(path[Folder.Length..], isFolder);
    }
}

/// <summary><c>.csemapperignore</c>: which files of its folder and those below are no policies, and of which it is known
/// that they cannot be read.</summary>
/// <remarks>The syntax is that of <c>.gitignore</c>, of which a line "known: pattern # reason" is no part.</remarks>
public static class IgnoreFile
{
    /// <summary>The file's name.</summary>
    public const string Name = ".csemapperignore";

    /// <summary>Said of a known file where no reason is given.</summary>
    public const string NoReason = "no reason given";

    private const string KnownMark = "known:";
    private const string ReasonMark = " # ";

    /// <summary>Far more than anybody writes by hand.</summary>
    private const int MostBytes = 1 << 20;

    /// <summary>Reads the file of a folder.</summary>
    /// <param name="file">The file's path.</param>
    /// <param name="folder">The folder that it lies in, below the policy folder, with a closing '/'; empty for the
    /// policy folder itself.</param>
    /// <exception cref="IOException">It cannot be read, or is too large for such a file.</exception>
    /// <exception cref="UnauthorizedAccessException">The system does not let it be opened.</exception>
    public static IReadOnlyList<IgnoreRule> Read(string file, string folder)
    {
        using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (stream.Length > MostBytes)
            throw new IOException("It is larger than a list of patterns can be.");
        using StreamReader reader = new(stream, Encoding.UTF8);
        return Parse(reader.ReadToEnd().Split('\n'), folder, folder + Name);
    }

    /// <summary>Reads lines.</summary>
    /// <param name="lines">Without line ends.</param>
    /// <param name="folder">The folder that they are for.</param>
    /// <param name="source">Where they stand.</param>
    public static IReadOnlyList<IgnoreRule> Parse(IEnumerable<string> lines, string folder, string source)
    {
        ArgumentNullException.ThrowIfNull(lines);
        List<IgnoreRule> rules = [];
        foreach (string line in lines)
        {
            string? reason = null;
            string pattern = line;
            if (line.StartsWith(KnownMark, StringComparison.OrdinalIgnoreCase))
            {
                pattern = line[KnownMark.Length..].TrimStart();
                int mark = pattern.IndexOf(ReasonMark, StringComparison.Ordinal);
                reason = mark < 0 ? NoReason : pattern[(mark + ReasonMark.Length)..].Trim();
                pattern = mark < 0 ? pattern : pattern[..mark];
                reason = reason.Length == 0 ? NoReason : reason;
            }

            if (IgnorePattern.Parse(pattern) is { } parsed)
                rules.Add(new IgnoreRule(folder, parsed, source) { Known = reason });
        }

        return rules;
    }
}

namespace CseMapper.Documents.Files;

/// <summary>A line of the syntax of <c>.gitignore</c>, and the paths that it names.</summary>
public sealed class IgnorePattern
{
    /// <summary>Stands for any number of folders.</summary>
    private const NameGlob? AnyFolders = null;

    private readonly NameGlob?[] _names;

    private IgnorePattern(string text, NameGlob?[] names) => (Text, _names) = (text, names);

    /// <summary>The line as it was written, blanks at its end taken off.</summary>
    public string Text { get; }

    /// <summary>True for a line that takes back what an earlier one named.</summary>
    public bool IsNegated { get; private init; }

    /// <summary>True for a line that names folders only.</summary>
    public bool IsFolderOnly { get; private init; }

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line without its line end.</param>
    /// <returns>Null for an empty line, a remark, and a pattern that can name nothing.</returns>
    public static IgnorePattern? Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        string text = WithoutBlanksAtTheEnd(line);
        if (text.Length == 0 || text[0] == '#')
            return null;
        bool isNegated = text[0] == '!';
        string path = isNegated ? text[1..] : text;
        bool isFolderOnly = path.EndsWith('/');
        if (isFolderOnly)
            path = path[..^1];
        bool isAnchored = path.Contains('/', StringComparison.Ordinal);
        if (path.StartsWith('/'))
            path = path[1..];
        if (path.Length == 0)
            return null;
        List<NameGlob?> names = isAnchored ? [] : [AnyFolders];
        foreach (string name in path.Split('/'))
        {
            if (name == "**")
            {
                if (names is not [.., AnyFolders])
                    names.Add(AnyFolders);
            }
            else if (NameGlob.Parse(name) is { } glob)
            {
                names.Add(glob);
            }
            else
            {
                return null;
            }
        }

        // "drafts/**" is all that lies in the folder, not the folder.
        if (names is [.., AnyFolders])
            names.Add(NameGlob.Parse("*"));
        return new IgnorePattern(text, [.. names]) { IsNegated = isNegated, IsFolderOnly = isFolderOnly };
    }

    /// <summary>True where the pattern names this very path; what lies in a folder that it names is not named by
    /// it.</summary>
    /// <param name="path">The path below the folder that the pattern is for, with '/' between names.</param>
    /// <param name="isFolder">True for a folder.</param>
    public bool Names(string path, bool isFolder)
    {
        ArgumentNullException.ThrowIfNull(path);
        return (isFolder || !IsFolderOnly) && Fits(path.Split('/'));
    }

    /// <summary>As in a name: only the last "any folders" need take more.</summary>
    private bool Fits(string[] path)
    {
        (int name, int at, int run, int tried) = (0, 0, -1, 0);
        while (at < path.Length)
        {
            if (name < _names.Length && _names[name] is null)
            {
                (run, tried) = (name++, at);
            }
            else if (name < _names.Length && _names[name]!.Fits(path[at]))
            {
                (name, at) = (name + 1, at + 1);
            }
            else if (run >= 0)
            {
                (name, at) = (run + 1, ++tried);
            }
            else
            {
                return false;
            }
        }

        return name == _names.Length;
    }

    private static string WithoutBlanksAtTheEnd(string line)
    {
        string text = line.TrimEnd('\r', '\n');
        int end = text.Length;
        while (end > 0 && text[end - 1] is ' ' or '\t')
            end--;
        int slashes = 0;
        while (slashes < end && text[end - 1 - slashes] == '\\')
            slashes++;
        // A blank behind '\' is meant.
        return end < text.Length && slashes % 2 == 1 ? text[..(end + 1)] : text[..end];
    }
}

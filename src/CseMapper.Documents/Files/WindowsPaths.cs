using System.Text.RegularExpressions;

namespace CseMapper.Documents.Files;

/// <summary>What Windows makes of the text of a path, so that files with names it does not like are found all the
/// same.</summary>
public static partial class WindowsPaths
{
    private const string Literal = @"\\?\";
    private const string LiteralShare = @"\\?\UNC\";
    private const string Device = @"\\.\";

    /// <summary>Native code gets 260 characters where the machine is set up as usual, and SQLite appends
    /// "-journal".</summary>
    private const int LongestUsual = 240;

    /// <summary>
    /// True for a name that Windows would read as another one: it takes points and blanks off its end, and CON, NUL and
    /// the like for devices, with any ending. Such files come from other systems over shares.
    /// </summary>
    /// <param name="name">A file's or folder's name without its path.</param>
    public static bool IsAltered(string name) => name.EndsWith('.') || name.EndsWith(' ') || DeviceName().IsMatch(name);

    /// <summary>The path in the form that Windows takes literally.</summary>
    /// <param name="path">A full path with backslashes and without ".." in it.</param>
    public static string ToLiteral(string path) =>
        path.StartsWith(Literal, StringComparison.Ordinal) || path.StartsWith(Device, StringComparison.Ordinal) ? path
        : path.StartsWith(@"\\", StringComparison.Ordinal) ? LiteralShare + path[2..]
        : Literal + path;

    /// <summary>The path as people write it.</summary>
    /// <param name="path">A path, perhaps in the form that is taken literally.</param>
    public static string ToPlain(string path) =>
        path.StartsWith(LiteralShare, StringComparison.OrdinalIgnoreCase) ? @"\\" + path[LiteralShare.Length..]
        : path.StartsWith(Literal, StringComparison.Ordinal)
        && path.Length > Literal.Length + 1
        && path[Literal.Length + 1] == ':'
            ? path[Literal.Length..]
        : path;

    /// <summary>The path for code that opens files without .NET: a long one is taken only literally.</summary>
    /// <param name="path">A full path.</param>
    public static string ForNativeCode(string path) => path.Length < LongestUsual ? path : ToLiteral(path);

    [GeneratedRegex(
        @"^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9\u00B9\u00B2\u00B3]) *([.:].*)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline
    )]
    private static partial Regex DeviceName();
}

using System.Text.RegularExpressions;

namespace CseMapper.Documents.Files;

/// <summary>Names that programs and systems leave beside documents and that nobody means when pointing at a
/// folder.</summary>
internal static partial class SkippedNames
{
    /// <summary>True for hidden and temporary files and folders; they get no row.</summary>
    public static bool Contains(ReadOnlySpan<char> name) =>
        name.StartsWith(".") || name.StartsWith("~$") || Pattern().IsMatch(name);

    /// <summary>True for what this program writes into its output folder, and for copies of it that people kept there
    /// under such a name.</summary>
    public static bool IsOurs(ReadOnlySpan<char> name) => Ours().IsMatch(name);

    // Thumbs.db, desktop.ini: Windows; Icon and its carriage return, __MACOSX: Mac; ~WRL0001.tmp and the like: Word;
    // .part, .crdownload, .download: browsers that have not finished; $RECYCLE.BIN, System Volume Information: roots of
    // Windows drives.
    [GeneratedRegex(
        """
            ^(
              thumbs\.db|ehthumbs\.db|desktop\.ini|\$recycle\.bin|system\ volume\ information # Windows
              |icon\r|__macosx # macOS
              |.*\.(tmp|temp|part|partial|crdownload|download|swp) # unfinished
            )$
            """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Pattern();

    // "mapping (edited).xlsx", "mapping Ann.xlsx", "decisions.jsonl.cut-1" and the like are meant too.
    [GeneratedRegex(
        @"^(mapping\b.*\.(json|csv|xlsx)|report\.html|changes\.(md|json)|decisions\.jsonl.*|users\.json|pack.*\.zip)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Ours();
}

using System.Text.RegularExpressions;

namespace CseMapper.Ingest;

/// <summary>Names that programs and systems leave beside documents and that nobody means when pointing at a folder.</summary>
internal static partial class SkippedNames
{
    /// <summary>True for hidden and temporary files and folders; they get no row.</summary>
    public static bool Contains(ReadOnlySpan<char> name) =>
        name.StartsWith(".") || name.StartsWith("~$") || Pattern().IsMatch(name);

    // Thumbs.db, desktop.ini: Windows; Icon and its carriage return, __MACOSX: Mac; ~WRL0001.tmp and the like: Word;
    // .part, .crdownload, .download: browsers that have not finished; $RECYCLE.BIN, System Volume Information: roots of Windows drives.
    [GeneratedRegex(@"^(thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r|__macosx|\$recycle\.bin|system volume information|.*\.(tmp|temp|part|partial|crdownload|download|swp))$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}

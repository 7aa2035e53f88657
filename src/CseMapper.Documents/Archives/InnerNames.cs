using CseMapper.Documents.Files;

namespace CseMapper.Documents.Archives;

/// <summary>Names of documents inside of other files, made safe: whoever made the file chose them.</summary>
public static class InnerNames
{
    private const int LongestName = 200;

    /// <summary>A name without ways out of the file, signs that no text can hold, and endless length.</summary>
    /// <param name="name">As the file has it, with '/' or '\' between folders.</param>
    internal static string Of(string name)
    {
        string[] parts =
        [
            .. name.Split('/', '\\')
                .Select(part => new string([.. part.Where(c => !char.IsControl(c) && c != ':')]).Trim())
                .Where(part => part.Length > 0 && part.Trim('.').Length > 0)
                .Select(part => PrintableName.Of(part)),
        ];
        string whole = string.Join('/', parts);
        if (whole.Length == 0)
            return "document";
        if (whole.Length <= LongestName)
            return whole;
        string extension = Path.GetExtension(whole);
        return extension.Length is > 0 and < 10
            ? whole[..(LongestName - extension.Length)] + extension
            : whole[..LongestName];
    }

    /// <summary>True for a file that may hold documents of its own: only these are looked into.</summary>
    /// <param name="path">Its name, with or without folders.</param>
    public static bool MayHold(string path) => MayHold(Path.GetExtension(path.AsSpan()));

    private static bool MayHold(ReadOnlySpan<char> extension) =>
        extension.Equals(".zip", StringComparison.OrdinalIgnoreCase)
        || extension.Equals(".eml", StringComparison.OrdinalIgnoreCase)
        || extension.Equals(".msg", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for folders, and for what systems put into archives beside the documents.</summary>
    internal static bool IsSkipped(string name)
    {
        if (name.Length == 0 || name[^1] is '/' or '\\' || name.StartsWith("__MACOSX/", StringComparison.Ordinal))
            return true;
        string last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        return last.StartsWith('.')
            || last.StartsWith("~$", StringComparison.Ordinal)
            || last.Equals("Thumbs.db", StringComparison.OrdinalIgnoreCase)
            || last.Equals("desktop.ini", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Where a document's path goes on inside of a file: "a/b.zip" and "c.docx" of "a/b.zip/c.docx".</summary>
    /// <param name="path">A document's path, with '/'.</param>
    /// <returns>Null for a document that is a file by itself.</returns>
    public static (string File, string Inner)? Split(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        for (int at = path.IndexOf('/'); at > 0; at = path.IndexOf('/', at + 1))
        {
            if (MayHold(Path.GetExtension(path.AsSpan(0, at))))
                return (path[..at], path[(at + 1)..]);
        }

        return null;
    }
}

using System.Buffers;
using System.Globalization;
using System.Text;
using CseMapper.Documents.Archives;
using CseMapper.Documents.Files;

namespace CseMapper.Reports;

/// <summary>Links from the reports to the documents: relative to the report's folder, so that both can be moved
/// together.</summary>
/// <remarks>
/// Everything that has a meaning in an address or in markup is percent-encoded (RFC 3986), letters of other scripts are
/// left as they are (RFC 3987): Windows decodes encoded letters in links to files with the code page of the machine and
/// then misses the file.
/// </remarks>
public sealed class DocumentLinks
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$()*,;=+@";

    private static readonly SearchValues<char> _plain = SearchValues.Create(Unreserved + "/");

    private readonly (string Prefix, string Address)[] _folders;

    /// <summary>Links from reports in one folder to documents in another; absolute only where they lie on different
    /// drives.</summary>
    /// <param name="policies">Where the documents' paths start.</param>
    /// <param name="reportFolder">Where the reports lie.</param>
    public DocumentLinks(PolicyFolders policies, string reportFolder)
    {
        ArgumentNullException.ThrowIfNull(policies);
        string start = Path.GetFullPath(reportFolder);
        _folders =
        [
            .. policies.All.Select(part =>
                (
                    part.Prefix,
                    Prefix(Path.GetRelativePath(start, Path.GetFullPath(part.Folder)), Path.DirectorySeparatorChar)
                )
            ),
        ];
    }

    /// <summary>The address of a document, without page.</summary>
    /// <param name="path">Its path below the policy folder, with '/'.</param>
    public string To(string path)
    {
        (string prefix, string address) = Array.Find(
            _folders,
            folder => path.StartsWith(folder.Prefix, StringComparison.Ordinal)
        );
        // A document inside of an archive or message is found by opening that.
        string file = InnerNames.Split(path)?.File ?? path;
        string below = file[(prefix ?? "").Length..];
        return address
            + (below.AsSpan().ContainsAnyExcept(_plain) ? string.Join('/', below.Split('/').Select(Encode)) : below);
    }

    /// <summary>The part behind '#' that opens a document at a page where the viewer can, or empty: PDF open parameters
    /// (RFC 8118).</summary>
    /// <param name="path">The document's path.</param>
    /// <param name="page">The page, counted from 1, or null.</param>
    public static string Fragment(string path, int? page) =>
        page is { } number
        && path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase)
        && InnerNames.Split(path) is null
            ? "page=" + number.ToString(CultureInfo.InvariantCulture)
            : "";

    /// <summary>The address of the policy folder with a closing '/', empty for the report's own folder.</summary>
    /// <param name="folder">Path from the report's folder, or a full path where there is none.</param>
    /// <param name="separator">The system's separator.</param>
    internal static string Prefix(string folder, char separator)
    {
        if (folder == ".")
            return "";
        if (separator == '\\')
            folder = WindowsPaths.ToPlain(folder);
        string[] parts = folder.Split(separator);
        bool isShare = separator == '\\' && folder.StartsWith(@"\\", StringComparison.Ordinal);
        bool isDrive = separator == '\\' && folder.Length > 1 && folder[1] == ':';
        string start =
            isShare ? "file://"
            : isDrive ? "file:///" + parts[0] + "/"
            : folder[0] == separator ? "file:///"
            : "";
        IEnumerable<string> names = parts.Skip(isDrive ? 1 : 0).Where(part => part.Length > 0);
        return start + string.Concat(names.Select(name => Encode(name) + "/"));
    }

    private static string Encode(string name)
    {
        StringBuilder encoded = new(name.Length + 16);
        Span<byte> bytes = stackalloc byte[4];
        foreach (Rune rune in name.EnumerateRunes())
        {
            if (IsPlain(rune))
            {
                encoded.Append(rune.ToString());
                continue;
            }

            int count = rune.EncodeToUtf8(bytes);
            foreach (byte value in bytes[..count])
                encoded.Append('%').Append(value.ToString("X2", CultureInfo.InvariantCulture));
        }

        return encoded.ToString();
    }

    private static bool IsPlain(Rune rune) =>
        rune.IsAscii
            ? Unreserved.Contains((char)rune.Value, StringComparison.Ordinal)
            : Rune.IsLetterOrDigit(rune)
                || Rune.GetUnicodeCategory(rune)
                    is UnicodeCategory.NonSpacingMark
                        or UnicodeCategory.SpacingCombiningMark;
}

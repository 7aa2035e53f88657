using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CseMapper.Ingest;
using CseMapper.Workspaces;

namespace CseMapper;

/// <summary>Fingerprints of what readings and mappings are made from.</summary>
internal static class RunInputs
{
    /// <summary>Names the code and limits that a reading depends on: a new version reads everything again.</summary>
    public static string OfReading(ReadOptions options) => string.Create(
        CultureInfo.InvariantCulture,
        $"{typeof(RunInputs).Module.ModuleVersionId} {typeof(Pdf.PdfProblem).Module.ModuleVersionId} {options.MaxTextLength} {options.MaxUnpackedBytes} {options.MaxFileBytes} {options.Recognises} {HashOf(options.Passwords)}");

    /// <summary>Names everything that a mapping depends on.</summary>
    /// <param name="generator">Program and version as it stands in the mapping.</param>
    /// <param name="standard">The standard's fingerprint.</param>
    /// <param name="policyFolder">Where the policies lie as seen from the output folder: the reports link to them.</param>
    /// <param name="files">All files with their hashes.</param>
    public static string OfMapping(string generator, string standard, string policyFolder, IEnumerable<KnownFile> files)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, typeof(RunInputs).Module.ModuleVersionId.ToString());
        Add(hash, generator);
        Add(hash, standard);
        Add(hash, policyFolder);
        foreach (KnownFile file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            Add(hash, file.Path);
            Add(hash, file.Hash);
            Add(hash, file.Stamp.Bytes.ToString(CultureInfo.InvariantCulture));
            Add(hash, file.Refusal?.Problems[0].Message ?? "");
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string HashOf(IReadOnlyList<string> secrets) =>
        secrets.Count == 0 ? "-" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', secrets))));

    /// <summary>Each part is closed by a zero byte, so that ("a", "bc") and ("ab", "c") differ.</summary>
    private static void Add(IncrementalHash hash, string part)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(part));
        hash.AppendData([0]);
    }
}

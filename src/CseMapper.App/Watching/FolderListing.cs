using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CseMapper.Documents.Files;

namespace CseMapper.App.Watching;

/// <summary>The state of a policy folder as far as it can be seen without opening a file.</summary>
internal static class FolderListing
{
    /// <summary>Names the state: all paths, sizes and times.</summary>
    /// <exception cref="IOException">The folder cannot be listed.</exception>
    public static string NameState(MapOptions options, CancellationToken cancellation)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        FolderFiles folder = CommonFolder.Walk(options, cancellation);
        foreach (IgnoreRule rule in folder.Known)
            hash.AppendData(Encoding.UTF8.GetBytes($"{rule.Folder}\0{rule.Pattern.Text}\0{rule.Known}\0"));
        foreach (LeftOutFile left in folder.LeftOut)
            hash.AppendData(Encoding.UTF8.GetBytes($"{left.Path}\0{left.Rule}\0"));
        foreach (FoundFile file in folder.Files)
        {
            hash.AppendData(
                Encoding.UTF8.GetBytes(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{file.Path}\0{file.Stamp.Bytes} {file.Stamp.Modified} {file.Stamp.Changed} {file.Refusal?.Reason}\0"
                    )
                )
            );
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

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
        foreach (FoundFile file in CommonFolder.List(options, cancellation))
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

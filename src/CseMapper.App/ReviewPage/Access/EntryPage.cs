using System.Net;
using CseMapper.Passages.Storage;

namespace CseMapper.App.ReviewPage.Access;

/// <summary>
/// A file that leads a browser to the printed address. A browser is started with a name that other people of the
/// machine can read, so the secret stands in a file that they cannot. It lies in the user's profile and goes with the
/// program.
/// </summary>
internal sealed class EntryPage : IDisposable
{
    private EntryPage(string path) => Path = path;

    /// <summary>What the browser opens.</summary>
    public string Path { get; }

    /// <summary>Writes the file.</summary>
    /// <param name="address">The printed address.</param>
    /// <exception cref="IOException">The profile cannot be written.</exception>
    public static EntryPage Write(string address)
    {
        string profile = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData,
            Environment.SpecialFolderOption.DoNotVerify
        );
        if (profile.Length == 0)
            throw new IOException("The user has no profile folder.");
        string folder = System.IO.Path.Combine(profile, "csemapper");
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(
                folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }

        string path = System.IO.Path.Combine(folder, $"review-{Environment.ProcessId}.html");
        AtomicFile.WritePrivate(
            path,
            stream =>
            {
                string link = WebUtility.HtmlEncode(address);
                using StreamWriter page = new(stream, leaveOpen: true);
                page.Write(
                    $"""
                    <!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>CseMapper</title>
                    <meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0; url={link}">
                    <p><a href="{link}">Open the review page</a></p></html>
                    """
                );
            },
            CancellationToken.None
        );
        return new EntryPage(path);
    }

    /// <summary>Takes the file away.</summary>
    public void Dispose()
    {
        try
        {
            File.Delete(Path);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // The secret in it is used up, or ends with the program.
        }
    }
}

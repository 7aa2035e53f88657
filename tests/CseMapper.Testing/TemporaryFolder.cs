using System.Text;

namespace CseMapper.Testing;

/// <summary>A folder of real files that goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("csemapper-test-");

    public string FullPath => _folder.FullName;

    public void Dispose()
    {
        if (!OperatingSystem.IsWindows())
        {
            foreach (
                string folder in Directory.EnumerateDirectories(
                    FullPath,
                    "*",
                    new EnumerationOptions
                    {
                        RecurseSubdirectories = true,
                        IgnoreInaccessible = true,
                        AttributesToSkip = FileAttributes.ReparsePoint,
                    }
                )
            )
            {
                File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        _folder.Delete(recursive: true);
    }

    public string At(string path) => Path.Combine(FullPath, path);

    public string Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public string Write(string path, byte[] bytes)
    {
        string full = At(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
        return full;
    }

    /// <summary>Sets all times of writing well into the past, so that no file is too fresh to be trusted.</summary>
    public void Age()
    {
        foreach (string file in Directory.EnumerateFiles(FullPath, "*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(file, new DateTime(2026, 1, 5, 9, 30, 0, DateTimeKind.Utc));
    }
}
